import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { compileQuestionnaires } from '../../scripts/compile-questionnaires.ts';
import { openShipped } from '../../src/questionnaire/load/shipped.ts';
import { reference, summarise } from '../../src/questionnaire/schema/summary.ts';
import { ROOT, shipped } from './shipped.ts';

const folder = mkdtempSync(join(tmpdir(), 'tenken-compiled-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('what the build writes is read back as it was written', () => {
  expect(compileQuestionnaires(ROOT, folder)).toEqual([]);
  const { summaries, read } = openShipped(folder);
  expect(summaries().map(reference)).toEqual(shipped.questionnaires.map(reference));
  for (const one of shipped.questionnaires) {
    const { also, ...written } = read(one.id, one.version) ?? {};
    expect(written).toEqual(one);
    expect(Object.keys(also ?? {}).length).toBeGreaterThan(0);
  }
});

test('what is not shipped is not read, whatever its name', () => {
  const { read } = openShipped(folder);
  for (const [id, version] of [
    ['ftr-partner-hosted', '2099'],
    ['other', '2026-02'],
    ['../x', '1'],
    ['index', ''],
  ] as const) {
    expect(read(id, version)).toBeUndefined();
  }
});

test('a summary counts the items and says whose list it is', () => {
  const [first] = shipped.questionnaires;
  if (!first) throw new Error('nothing is shipped');
  expect(summarise(first)).toMatchObject({
    id: 'ftr-partner-hosted',
    version: '2021-q4',
    items: 45,
    contentHash: first.contentHash,
  });
  expect(summarise(first)).not.toHaveProperty('own');
  expect(summarise(first, true).own).toBe(true);
});
