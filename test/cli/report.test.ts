import { chmod, mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { sandbox, started } from './support/cli.ts';

test('without a terminal the report goes to stdout, the same bytes every time', async () => {
  const box = await sandbox();
  const id = await started(box);
  const first = await box.tenken(['report', id, '--lang', 'ja']);
  expect(first.code).toBe(0);
  expect(first.stdout).toMatch(/^# /m);
  expect(await box.tenken(['report', id, '--lang', 'ja'])).toEqual(first);
  expect(await readdir(box.cwd)).toEqual([]);
});

test.each([
  ['report', 'gap-report'],
  ['plan', 'improvement-plan'],
])('on a terminal %s writes a file and says where', async (command, kind) => {
  const box = await sandbox();
  const id = await started(box);
  for (const lang of ['ja', 'en', 'both']) {
    const { code, stdout } = await box.tenken([command, id, '--lang', lang], { terminal: true });
    const path = join(box.cwd, `${id}-${kind}.${lang}.md`);
    expect(code).toBe(0);
    expect(stdout).toContain(path);
    const text = await readFile(path, 'utf8');
    expect((await box.tenken([command, id, '--lang', lang, '-o', '-'])).stdout).toBe(text);
  }
  expect(await readdir(box.cwd)).toHaveLength(3);
});

test('-o names a file or a folder; a file that exists is replaced whole and keeps its mode', async () => {
  const box = await sandbox();
  const id = await started(box);
  await writeFile(join(box.cwd, 'r.md'), 'old'.repeat(50_000));
  await chmod(join(box.cwd, 'r.md'), 0o640);
  await mkdir(join(box.cwd, 'out'));
  expect((await box.tenken(['report', id, '-o', 'r.md'])).code).toBe(0);
  expect((await box.tenken(['report', id, '-o', 'out'])).code).toBe(0);
  const text = await readFile(join(box.cwd, 'r.md'), 'utf8');
  expect(text).not.toContain('old'.repeat(3));
  expect((await stat(join(box.cwd, 'r.md'))).mode & 0o777).toBe(0o640);
  expect(await readFile(join(box.cwd, 'out', `${id}-gap-report.en.md`), 'utf8')).toBe(text);
  expect((await readdir(box.cwd)).sort()).toEqual(['out', 'r.md']);
});

test('the language of the assessment, unless another is asked for', async () => {
  const box = await sandbox();
  await box.tenken(['start', 'ftr-partner-hosted', '--name', 'Shop', '--no-open', '--lang', 'ja']);
  expect((await box.tenken(['report', 'shop'])).stdout).toContain('ギャップレポート');
  expect((await box.tenken(['report', 'shop', '--lang', 'en'])).stdout).toContain('gap report');
  const both = (await box.tenken(['report', 'shop', '--lang', 'both'])).stdout;
  expect(both).toContain('ギャップレポート');
  expect(both).toMatch(/gap report/i);
});

test('--fail-on-gaps and --strict', async () => {
  const box = await sandbox();
  const id = await started(box);
  expect((await box.tenken(['report', id, '--fail-on-gaps'])).code).toBe(1);
  expect((await box.tenken(['plan', id, '--fail-on-gaps'])).code).toBe(1);
  expect((await box.tenken(['check', id])).code).toBe(0);
  expect((await box.tenken(['check', id, '--strict'])).code).toBe(1);
  const { items } = JSON.parse((await box.tenken(['show', id, '--json'])).stdout) as { items: { id: string }[] };
  for (const item of items) await box.tenken(['answer', id, item.id, 'met']);
  // A value that the list asks for is still missing.
  expect((await box.tenken(['report', id, '--fail-on-gaps'])).code).toBe(1);
  for (const [item, value] of [
    ['RES-001', 'rpo=4h'],
    ['RES-002', 'rto=4h'],
    ['RES-004', 'last-test=2026-11-01'],
  ] as const)
    await box.tenken(['answer', id, item, '--value', value]);
  expect((await box.tenken(['report', id, '--fail-on-gaps'])).code).toBe(0);
  expect((await box.tenken(['check', id, '--strict'])).code).toBe(1);
});

test('--as-of sets the day', async () => {
  const box = await sandbox();
  const id = await started(box);
  expect((await box.tenken(['report', id, '--as-of', '2026/12/24'])).stdout).toContain('2026-12-24');
  expect((await box.tenken(['report', id, '--as-of', 'soon'])).code).toBe(2);
});
