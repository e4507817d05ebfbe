import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type Sandbox, sandbox, started } from '../cli/support/cli.ts';

const NAMES = [
  '../../outside',
  '/etc/outside',
  '..\\..\\outside',
  'C:\\outside',
  '\\\\server\\share',
  '~/outside',
  '..',
  '.',
  '...',
  '-rf',
  '--output=/tmp/outside',
  'CON',
  'aux.txt',
  'a/b/c',
  'a:b',
  'file:///etc/passwd',
  '$(touch outside)',
  '`touch outside`',
  '; touch outside',
  '%2e%2e%2foutside',
  '..%c0%af',
  '\uff0e\uff0e\uff0foutside',
  '\u2025/outside',
  'a'.repeat(5000),
  '点検'.repeat(200),
  '.hidden',
  ' ',
  'a\u0000/b',
  '__proto__',
];

/** Every file below the folder of the test, by its path. */
function files(box: Sandbox): string[] {
  const root = dirname(box.home);
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter(entry => !entry.isDirectory())
    .map(entry => relative(root, join(entry.parentPath, entry.name)));
}

describe('an assessment with the name', () => {
  test.each(NAMES.filter(name => name.trim() !== ''))('%j keeps its files where they belong', async name => {
    const box = await sandbox();
    const begun = await box.tenken(['start', 'ftr-partner-hosted@2021-q4', `--name=${name}`, '--no-open', '--json']);
    expect(begun.code, begun.stderr).toBe(0);
    const { id } = JSON.parse(begun.stdout) as { id: string };
    expect(id).toMatch(/^[a-z0-9][a-z0-9-]{0,59}$/);
    for (const argv of [
      ['report', id],
      ['report', id, '--format', 'xlsx'],
      ['plan', id, '--format', 'html'],
      ['plan', id, '--target', 'github'],
    ]) {
      const { code, stderr } = await box.tenken(argv, { terminal: true });
      expect(code, stderr).toBe(0);
    }
    const [home, cwd] = [box.home, box.cwd].map(folder => relative(dirname(box.home), folder));
    const outside = files(box).filter(path => !path.startsWith(`${home}/`) && dirname(path) !== cwd);
    expect(outside).toEqual([]);
    expect(readdirSync(box.cwd).filter(one => !one.startsWith(id))).toEqual([]);
    expect(readdirSync(box.cwd).length).toBeGreaterThanOrEqual(4);
  });
});

describe('a copy of somebody that names', () => {
  const ids = ['../../outside', '/etc/passwd', '..', 'a/../../b', 'C:\\x', 'a\u0000b', '%2e%2e/x'];

  test.each(ids)('%j as its id gets an id of ours', async id => {
    const box = await sandbox();
    await box.tenken(['share', await started(box), '-o', 'copy.json']);
    const copy = JSON.parse(readFileSync(join(box.cwd, 'copy.json'), 'utf8')) as object;
    writeFileSync(join(box.cwd, 'copy.json'), JSON.stringify({ ...copy, id }));
    const taken = await box.tenken(['take', 'copy.json', '--name', 'Taken', '--json']);
    expect(taken.code, taken.stderr).toBe(0);
    expect(
      readdirSync(join(box.home, 'assessments'))
        .filter(one => one.endsWith('.json'))
        .sort(),
    ).toEqual(['shop.json', 'taken.json']);
  });

  test.each(ids)('%j as its questionnaire is refused, and no such file is looked for', async id => {
    const box = await sandbox();
    const shop = await started(box);
    const secret = join(dirname(box.home), 'outside@1.json');
    writeFileSync(secret, '{"secret":true}');
    const path = join(box.home, 'assessments', `${shop}.json`);
    const own = JSON.parse(readFileSync(path, 'utf8')) as object;
    for (const [name, version] of [
      [id, '1'],
      ['ftr-partner-hosted', id],
    ]) {
      const text = JSON.stringify({ ...own, questionnaire: { id: name, version, contentHash: 'f'.repeat(64) } });
      writeFileSync(join(box.cwd, 'copy.json'), text);
      const before = files(box);
      const taken = await box.tenken(['take', 'copy.json']);
      expect([taken.code, taken.stdout]).toEqual([2, '']);
      writeFileSync(path, text);
      const shown = await box.tenken(['show', shop]);
      expect([2, 3]).toContain(shown.code);
      expect(shown.stdout + shown.stderr + taken.stderr).not.toContain('secret');
      expect(files(box)).toEqual(before);
    }
  });
});

test('a file that evidence names is never opened', async () => {
  const box = await sandbox();
  const id = await started(box);
  writeFileSync(join(box.cwd, 'secret.txt'), 'TOP SECRET WORDS');
  await box.tenken(['answer', id, 'ARC-004', 'met', '--evidence', 'log', '--where', join(box.cwd, 'secret.txt')]);
  for (const format of ['md', 'html', 'csv', 'json']) {
    const { code, stdout, stderr } = await box.tenken(['report', id, '--format', format, '-o', '-']);
    expect(code, stderr).toBe(0);
    expect(stdout).not.toContain('TOP SECRET WORDS');
  }
});

test('a folder with the name of a report is not written into, and a link is followed to its own file only', async () => {
  const box = await sandbox();
  const id = await started(box);
  mkdirSync(join(box.cwd, `${id}-gap-report.en.md`));
  const refused = await box.tenken(['report', id], { terminal: true });
  expect([refused.code, refused.stderr]).toEqual([4, expect.stringContaining('gap-report.en.md')]);
  writeFileSync(join(dirname(box.cwd), 'target.md'), 'old');
  symlinkSync(join(dirname(box.cwd), 'target.md'), join(box.cwd, 'link.md'));
  expect((await box.tenken(['report', id, '-o', 'link.md'])).code).toBe(0);
  expect(readFileSync(join(dirname(box.cwd), 'target.md'), 'utf8')).toMatch(/^# /m);
  expect(readdirSync(dirname(box.cwd)).filter(one => one.includes('.tmp'))).toEqual([]);
});
