import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, test } from 'vitest';
import { LANGS, translator } from '../../src/i18n/index.ts';
import { FOREIGN } from '../support/foreign-files.ts';
import { SMALL_LIST } from '../support/small-list.ts';
import { type Sandbox, sandbox, started } from './support/cli.ts';

/** One line that names the file, then what was kept and what to do; no code of a parser, no list of keys. */
function expectNamed(result: { code: number; stdout: string; stderr: string }, path: string, what: string): void {
  const { code, stdout, stderr } = result;
  const [first = '', , next, ...more] = stderr.trimEnd().split('\n');
  expect([code, stdout, more]).toEqual([2, '', []]);
  expect(first).toContain(path);
  expect(first).toContain(what);
  expect(next).toMatch(/^ {2}(?:Next|次): /);
  expect(stderr).not.toMatch(/[A-Z]+_[A-Z]+|missing|schemaVersion|UTF-8/);
}

async function put(box: Sandbox, name: string, content: string | Uint8Array): Promise<string> {
  await writeFile(join(box.cwd, name), content);
  return name;
}

describe('a file of another program', () => {
  test.each(FOREIGN)('%s is named as %s at every door', async (name, kind, content) => {
    const box = await sandbox();
    const id = await started(box);
    await put(box, name, content);
    const before = await box.file(id);
    for (const lang of LANGS) {
      const what = translator(lang)(`kind.${kind}`);
      for (const words of [
        ['start', name],
        ['open', `./${name}`],
        ['take', name],
        ['merge', id, name],
        ['reuse', id, '--from', name],
      ])
        expectNamed(await box.tenken(words, { lang }), name, what);
    }
    expect(await box.file(id)).toEqual(before);
  });
});

describe('files of ours at the wrong door', () => {
  test('a copy at start and open names take and merge', async () => {
    const box = await sandbox();
    const id = await started(box);
    await box.tenken(['share', id, '-o', 'copy.json', '--for', 'Aoki']);
    for (const words of [
      ['start', 'copy.json'],
      ['open', 'copy.json'],
      ['upgrade', id, '--to', 'copy.yaml'],
    ]) {
      if (words[0] === 'upgrade') await box.tenken(['share', id, '-o', 'copy.yaml']);
      const { code, stderr } = await box.tenken(words);
      expect([code, stderr]).toEqual([
        2,
        expect.stringMatching(/answers of tenken[\s\S]*tenken take FILE[\s\S]*tenken merge ASSESSMENT FILE/),
      ]);
    }
  });

  test('a list at take and merge names start', async () => {
    const box = await sandbox();
    const id = await started(box);
    await put(box, 'list.json', SMALL_LIST);
    for (const words of [
      ['take', 'list.json'],
      ['merge', id, 'list.json'],
      ['open', 'list.json'],
    ]) {
      const { code, stderr } = await box.tenken(words);
      expect([code, stderr]).toEqual([2, expect.stringMatching(/a checklist of tenken[\s\S]*tenken start FILE/)]);
    }
  });

  test.each(['r.xlsx', 'r.csv', 'r.json', 'r.html', 'r.md'])('a report that tenken wrote (%s) is known', async name => {
    const box = await sandbox();
    const id = await started(box);
    for (const lang of ['en', 'ja', 'both']) {
      const written = await box.tenken(['report', id, '-o', name, '--lang', lang]);
      expect(written.code).toBe(0);
      for (const words of [
        ['take', name],
        ['merge', id, name],
        ['start', name],
      ]) {
        const { code, stderr } = await box.tenken(words);
        expect([lang, code, stderr]).toEqual([
          lang,
          2,
          expect.stringMatching(/a report cannot be read back[\s\S]*tenken share/),
        ]);
      }
    }
  });

  test('an assessment comes before a file of the same name, and a name that is neither is told as before', async () => {
    const box = await sandbox();
    const id = await started(box);
    await put(box, id, '%PDF-1.7');
    expect((await box.tenken(['show', id])).code).toBe(0);
    expect((await box.tenken(['open', 'nope'])).stderr).toContain('There is no assessment "nope"');
  });
});

describe('paths as people write them', () => {
  test('a list under ~, as file://, in quotes and with escaped blanks', async () => {
    const box = await sandbox();
    await put(box, 'our list (1).yaml', SMALL_LIST);
    const url = pathToFileURL(join(box.cwd, 'our list (1).yaml')).href;
    for (const path of [
      '~/our list (1).yaml',
      url,
      '"./our list (1).yaml"',
      './our\\ list\\ \\(1\\).yaml',
      ' ./our list (1).yaml ',
      'our list (1).yaml',
    ]) {
      const { code, stderr } = await box.tenken(['start', path, '--no-open'], { env: { HOME: box.cwd } });
      expect([path, code, stderr]).toEqual([path, 0, expect.not.stringContaining('tenken:')]);
    }
  });

  test('a copy that Windows PowerShell 5 redirected is taken and merged, whatever it is called', async () => {
    const box = await sandbox();
    const id = await started(box);
    await box.tenken(['answer', id, 'ARC-004', 'met', '--note', '全アカウントで確認']);
    const { stdout } = await box.tenken(['share', id, '-o', '-']);
    await put(box, 'copy.txt', Buffer.from(`\ufeff${stdout.replaceAll('\n', '\r\n')}`, 'utf16le'));
    expect((await box.tenken(['take', 'copy.txt', '--name', 'Second'])).code).toBe(0);
    expect((await box.file('second')).answers['ARC-004']?.note).toBe('全アカウントで確認');
    expect((await box.tenken(['merge', id, 'copy.txt'])).code).toBe(0);
  });
});
