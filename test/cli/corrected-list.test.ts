import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { SMALL_LIST } from '../support/small-list.ts';
import { type Sandbox, sandbox } from './support/cli.ts';

async function begun(): Promise<Sandbox> {
  const box = await sandbox();
  await put(box, SMALL_LIST);
  await box.tenken(['start', 'own.yaml', '--name', 'Own', '--no-open']);
  await box.tenken(['answer', 'own', 'OWN-001', 'met', '--note', 'seen']);
  return box;
}

const put = (box: Sandbox, text: string): Promise<void> => writeFile(join(box.cwd, 'own.yaml'), text);
const TITLE = /(- id: OWN-001[\s\S]*?title:\n +ja: )(.*)/;

test('mended words of the same version reach the assessment with its answers', async () => {
  const box = await begun();
  const before = await box.file('own');
  await put(box, SMALL_LIST.replace(TITLE, '$1直した題名'));
  const would = await box.tenken(['upgrade', 'own', '--to', 'own.yaml', '--dry-run']);
  expect([would.code, would.stdout]).toEqual([0, expect.stringContaining('Items with other words: 1 (OWN-001)')]);
  expect(await box.file('own')).toEqual(before);
  const done = await box.tenken(['upgrade', 'own', '--to', 'own.yaml']);
  expect([done.code, done.stdout]).toEqual([0, expect.stringContaining('all answers are kept')]);
  const after = await box.file('own');
  expect(after.answers).toEqual(before.answers);
  expect(after.questionnaire.contentHash).not.toBe(before.questionnaire.contentHash);
  expect((await box.tenken(['show', 'own', 'OWN-001'], { lang: 'ja' })).stdout).toContain('直した題名');
  const listed = (await box.tenken(['questionnaire', 'list'])).stdout
    .split('\n')
    .filter(line => /partner-list/.test(line));
  expect(new Set(listed.map(line => /\(([0-9a-f]{8})\)$/.exec(line)?.[1])).size).toBe(2);
});

test('what asks for something else has to be a new version', async () => {
  const box = await begun();
  const before = await box.file('own');
  await put(box, SMALL_LIST.replace('risk: high', 'risk: low'));
  const { code, stderr } = await box.tenken(['upgrade', 'own', '--to', 'own.yaml']);
  expect([code, stderr]).toEqual([2, expect.stringMatching(/asks for something else[\s\S]*new version.*changes:/)]);
  await put(box, SMALL_LIST.replace('version: v1', 'version: v2'));
  const missing = await box.tenken(['upgrade', 'own', '--to', 'own.yaml']);
  expect([missing.code, missing.stderr]).toEqual([
    2,
    expect.stringMatching(/does not say how it came from v1[\s\S]*from:.*same:/),
  ]);
  expect(await box.file('own')).toEqual(before);
});

test('an unknown version names each version at hand once', async () => {
  const box = await begun();
  await put(box, SMALL_LIST.replace(TITLE, '$1直した題名'));
  await box.tenken(['start', 'own.yaml', '--name', 'Second', '--no-open']);
  const { stderr } = await box.tenken(['upgrade', 'own', '--to', 'v9']);
  expect(stderr).toContain('the versions at hand are v1.');
});
