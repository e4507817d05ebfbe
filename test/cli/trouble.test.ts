import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { BackupsShape } from './json-shapes.ts';
import { type Sandbox, sandbox, started } from './support/cli.ts';

const LANGS = ['ja', 'en'] as const;

/** What every failure owes a person. */
function expectPlain(stderr: string, lang: 'ja' | 'en'): void {
  const lines = stderr.trimEnd().split('\n');
  expect(lines).toHaveLength(3);
  expect(lines[0]).toMatch(/^tenken: /);
  expect(lines[1]).toMatch(lang === 'ja' ? /^ {2}保存: / : /^ {2}Kept: /);
  expect(lines[2]).toMatch(lang === 'ja' ? /^ {2}次: / : /^ {2}Next: /);
  expect(stderr).not.toMatch(/[{}]|undefined|\[object/);
  expect(stderr).not.toMatch(/^\s+at /m);
}

async function damaged(box: Sandbox): Promise<{ id: string; path: string }> {
  const id = await started(box);
  await box.tenken(['answer', id, 'ARC-004', 'met']);
  const path = join(box.home, 'assessments', `${id}.json`);
  await writeFile(path, '{"half');
  return { id, path };
}

describe.each(LANGS)('in %s', lang => {
  test.each([
    [['foo']],
    [['list', '--bar']],
    [['report']],
    [['answer', 'x', 'y', 'z', 'too', 'many']],
    [['start', '--name']],
    [['list', '--lang', 'fr']],
    [['list', '--lang', 'both']],
    [['questionnaire', 'nope']],
    [['demo', 'nope']],
    [['config', 'set', 'colour', 'red']],
    [['config', 'set', 'lang', 'fr']],
    [['completion', 'powershell']],
    [['show', 'nope']],
    [['remove', 'nope']],
    [['restore', 'nope']],
    [['questionnaire', 'show', 'nope']],
    [['questionnaire', 'lint', 'nope.yaml']],
    [['start', './nope.yaml']],
  ])('%j is a usage error', async args => {
    const box = await sandbox();
    const { code, stdout, stderr } = await box.tenken(args, { lang });
    expect(code).toBe(2);
    expect(stdout).toBe('');
    expectPlain(stderr, lang);
  });

  test('a damaged file: told, untouched, and the backup is offered', async () => {
    const box = await sandbox();
    const { id, path } = await damaged(box);
    for (const args of [
      ['show', id],
      ['open', id],
      ['report', id],
      ['check', id],
      ['answer', id, 'ARC-004', 'met'],
    ]) {
      const { code, stderr } = await box.tenken(args, { lang });
      expect(code).toBe(3);
      expectPlain(stderr, lang);
      expect(stderr).toContain(path);
      expect(stderr).toContain(`tenken restore ${id}`);
    }
    expect(await readFile(path, 'utf8')).toBe('{"half');
    expect((await box.tenken(['list'], { lang })).stdout).toContain(lang === 'ja' ? '壊れています' : 'damaged');
  });

  test('a file of a newer tenken is refused untouched', async () => {
    const box = await sandbox();
    const id = await started(box);
    const path = join(box.home, 'assessments', `${id}.json`);
    const text = JSON.stringify({ ...(await box.file(id)), schemaVersion: 99 });
    await writeFile(path, text);
    for (const args of [
      ['show', id],
      ['answer', id, 'ARC-004', 'met'],
      ['gate', id, 's3', 'no'],
    ]) {
      const { code, stderr } = await box.tenken(args, { lang });
      expect(code).toBe(3);
      expectPlain(stderr, lang);
    }
    expect(await readFile(path, 'utf8')).toBe(text);
  });

  test('a home that cannot be used', async () => {
    const box = await sandbox();
    const file = join(box.cwd, 'a-file');
    await writeFile(file, 'not a folder');
    for (const home of [file, '/proc/tenken']) {
      const { code, stderr } = await box.tenken(['start', 'ftr-partner-hosted', '--no-open'], { lang, home });
      expect(code).toBe(4);
      expectPlain(stderr, lang);
    }
    expect((await box.tenken(['list'], { lang, home: file })).code).toBe(4);
    const set = await box.tenken(['config', 'set', 'theme', 'ascii'], { lang, home: file });
    expect(set.code).toBe(4);
    expectPlain(set.stderr, lang);
  });

  test('a report that cannot be written', async () => {
    const box = await sandbox();
    const id = await started(box);
    for (const path of ['/dev/full', '/proc/tenken.md', join(box.cwd, 'no', 'such', 'folder.md')]) {
      const { code, stderr } = await box.tenken(['report', id, '-o', path], { lang });
      expect(code).toBe(4);
      expectPlain(stderr, lang);
    }
    expect(await readdir(box.cwd)).toEqual([]);
  });
});

test('restore keeps the damaged file under another name', async () => {
  const box = await sandbox();
  const { id } = await damaged(box);
  const { code, stdout } = await box.tenken(['restore', id]);
  expect(code).toBe(0);
  const names = await readdir(join(box.home, 'assessments'));
  const aside = names.find(name => name.includes('.damaged-')) ?? '';
  expect(await readFile(join(box.home, 'assessments', aside), 'utf8')).toBe('{"half');
  expect(stdout).toContain(aside);
  expect((await box.tenken(['show', id])).code).toBe(0);
});

test('backups are listed and restored by name; remove keeps one', async () => {
  const box = await sandbox();
  const id = await started(box, 'Shop');
  await box.tenken(['answer', id, 'ARC-004', 'met']);
  const removed = await box.tenken(['remove', 'Shop']);
  expect(removed.code).toBe(0);
  expect((await box.tenken(['list'])).stdout).not.toContain('shop');
  const { stdout } = await box.tenken(['backups', id]);
  expect(
    stdout
      .split('\n')
      .slice(0, 2)
      .map(line => line.replace(/\d{4}-\d\d-\d\d [\d:]+/, 'TIME')),
  ).toEqual([
    ' 1  TIME  before the removal  1 KB  answers: 1',
    ' 2  TIME  the beginning  1 KB  answers: 0  then +1 answered',
  ]);
  expect((await box.tenken(['restore', id, 'nope'])).code).toBe(2);
  expect((await box.tenken(['restore', id, '3'])).code).toBe(2);
  expect((await box.tenken(['restore', id, '1'])).code).toBe(0);
  expect((await box.file(id)).answers['ARC-004']?.status).toBe('met');
});

test('a backup is named by its number, its name or its instant, and one that is damaged is not put in place', async () => {
  const box = await sandbox();
  const id = await started(box, 'Shop');
  for (const status of ['met', 'partly', 'not-met']) await box.tenken(['answer', id, 'ARC-004', status]);
  const { backups } = JSON.parse((await box.tenken(['backups', id, '--json'])).stdout) as BackupsShape;
  BackupsShape.parse({ id, backups });
  expect(backups.map(({ number, answers, next }) => [number, answers, next?.changed])).toEqual([
    [1, 1, 1],
    [2, 1, 1],
    [3, 0, 0],
  ]);
  const status = async () => (await box.file(id)).answers['ARC-004']?.status;
  for (const wanted of [backups[1]?.name, backups[1]?.path]) {
    expect((await box.tenken(['restore', id, wanted ?? ''])).code).toBe(0);
    expect(await status()).toBe('met');
  }
  const [newest] = (JSON.parse((await box.tenken(['backups', id, '--json'])).stdout) as BackupsShape).backups;
  await writeFile(newest?.path ?? '', 'half');
  expect((await box.tenken(['backups', id])).stdout).toContain('damaged');
  const refused = await box.tenken(['restore', id, '1']);
  expect(refused.code).toBe(2);
  expect(refused.stderr).toContain('tenken backups shop');
  expect(await status()).toBe('met');
  // Without a name: the newest that is sound and says something else than what is there.
  expect((await box.tenken(['restore', id])).code).toBe(0);
  expect(await status()).not.toBe('met');
});

test('two of one name need an id', async () => {
  const box = await sandbox();
  await started(box, 'Shop');
  await started(box, 'Shop');
  const { code, stderr } = await box.tenken(['show', 'Shop']);
  expect(code).toBe(2);
  expect(stderr).toContain('shop-2');
});
