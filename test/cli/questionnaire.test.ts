import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { sandbox } from './support/cli.ts';

const GOOD = `id: my-list
version: "1.0"
label:
  ja: 初版
  en: First
title:
  ja: 社内チェックリスト
  en: House list
publisher: Kotohashi
passRule: all-applicable-met
officialList:
  where:
    ja: 社内 Wiki
    en: The house wiki
sections:
  - id: one
    title:
      ja: 一
      en: One
    items:
      - id: A-1
        risk: high
        effort: low
        retrofit: easy
        impact: low
        who: [technical]
        title:
          ja: 題
          en: Title
        ask:
          ja: 問い
          en: Question?
`;

test('a third-party list is imported, started and answered', async () => {
  const box = await sandbox();
  await writeFile(join(box.cwd, 'my-list.yaml'), GOOD);
  const start = await box.tenken(['start', './my-list.yaml', '--name', 'Own', '--no-open', '--json']);
  expect(start.code).toBe(0);
  expect(JSON.parse(start.stdout)).toMatchObject({ id: 'own' });
  expect((await box.tenken(['answer', 'own', 'a-1', 'met'])).code).toBe(0);
  expect((await box.tenken(['questionnaire', 'list'])).stdout).toContain('my-list@1.0');
  expect((await box.tenken(['questionnaire', 'list'], { lang: 'ja' })).stdout).toContain('取り込んだもの');
  expect((await box.tenken(['questionnaire', 'show', 'my-list', 'A-1'])).stdout).toContain('Question?');
  expect((await box.tenken(['report', 'own'])).code).toBe(0);
});

const BAD = GOOD.replace('risk: high', 'risk: huge')
  .replace('          en: Question?\n', '')
  .replace('publisher: Kotohashi', 'publishr: Kotohashi');

test.each(['ja', 'en'] as const)('all problems are listed with their places, in %s', async lang => {
  const box = await sandbox();
  await writeFile(join(box.cwd, 'bad.yaml'), BAD);
  const lint = await box.tenken(['questionnaire', 'lint', 'bad.yaml'], { lang });
  expect(lint.code).toBe(1);
  const lines = lint.stdout.trimEnd().split('\n');
  expect(lines.length).toBeGreaterThanOrEqual(5);
  for (const line of lines.slice(0, -1)) expect(line).toMatch(/^bad\.yaml:\d+:\d+ [a-z-]+ \S/);
  expect(lint.stdout).toMatch(/^bad\.yaml:22:15 wrong-value /m);
  expect(lint.stdout).toMatch(/ missing .*ask\.en/);
  expect(lint.stdout).toContain('publishr');
  const start = await box.tenken(['start', 'bad.yaml'], { lang });
  expect(start.code).toBe(2);
  expect(start.stderr).toMatch(/bad\.yaml:22:15 wrong-value /);
  expect(start.stderr).toMatch(lang === 'ja' ? /次: / : /Next: /);
});

test('style is a warning that --strict turns into exit 1', async () => {
  const box = await sandbox();
  await writeFile(join(box.cwd, 'my-list.yaml'), GOOD);
  const relaxed = await box.tenken(['questionnaire', 'lint', 'my-list.yaml']);
  expect(relaxed.code).toBe(0);
  expect(relaxed.stdout).toContain('part-missing');
  expect((await box.tenken(['questionnaire', 'lint', 'my-list.yaml', '--strict'])).code).toBe(1);
});

test('the schema is JSON schema', async () => {
  const box = await sandbox();
  const { stdout } = await box.tenken(['questionnaire', 'schema']);
  const schema = JSON.parse(stdout) as { required: string[] };
  expect(schema.required).toEqual(expect.arrayContaining(['id', 'version', 'sections']));
});

test('settings', async () => {
  const box = await sandbox();
  expect((await box.tenken(['config', 'set', 'sidebyside', 'はい'])).code).toBe(0);
  expect((await box.tenken(['config', 'set', 'theme', 'ASCII'])).code).toBe(0);
  const { stdout } = await box.tenken(['config']);
  expect(stdout).toContain('sideBySide = yes');
  expect(stdout).toContain(box.home);
  expect((await box.tenken(['config', 'get', 'theme'])).stdout).toBe('ascii\n');
  await box.tenken(['config', 'set', 'theme', 'unset']);
  expect((await box.tenken(['config', 'get', 'theme'])).stdout).toBe('\n');
});
