import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import * as z from 'zod';
import { generate } from '../../scripts/generate.ts';
import { readYaml } from '../../src/questionnaire/load/read-yaml.ts';
import { reference } from '../../src/questionnaire/schema/summary.ts';
import { ROOT, shipped } from './shipped.ts';

const read = (name: string) => readFileSync(join(ROOT, name), 'utf8');
const json = (name: string) => JSON.parse(read(name));
const frozen: Record<string, string> = json('frozen.json');
const VERSIONS = shipped.questionnaires.map(one => ({
  folder: join(one.id, one.version),
  name: reference(one),
  hash: one.contentHash,
}));

function copyOfSources(): string {
  const folder = mkdtempSync(join(tmpdir(), 'tenken-generate-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  cpSync(ROOT, folder, { recursive: true });
  return folder;
}

function inFile(folder: string, name: string, change: (text: string) => string): void {
  const before = readFileSync(join(folder, name), 'utf8');
  expect(change(before)).not.toBe(before);
  writeFileSync(join(folder, name), change(before));
}

test.each(VERSIONS)('$name asks what it asked when it was published', ({ name, hash }) => {
  expect(hash).toBe(frozen[name]);
});

test('no frozen version is gone', () => {
  expect(Object.keys(frozen).sort()).toEqual(VERSIONS.map(one => one.name).sort());
});

test.each(['schema.json', 'version.schema.json', 'section.schema.json', 'frozen.json'])(
  '%s is up to date: npm run generate',
  name => {
    expect(generate(ROOT, false).files[name]).toBe(read(name));
  },
);

test('a changed requirement is noticed, and recorded only when asked to', () => {
  const folder = copyOfSources();
  inFile(folder, 'ftr-partner-hosted/2021-q4/03-root-account.yaml', text => text.replace('risk: high', 'risk: low'));
  const kept = generate(folder, false);
  expect(kept.thawed).toContain('ftr-partner-hosted@2021-q4');
  expect(kept.files['frozen.json']).toBe(read('frozen.json'));
  const taken = JSON.parse(generate(folder, true).files['frozen.json'] ?? '') as typeof frozen;
  expect(taken['ftr-partner-hosted@2021-q4']).not.toBe(frozen['ftr-partner-hosted@2021-q4']);
});

test('a better explanation thaws nothing', () => {
  const folder = copyOfSources();
  inFile(folder, 'ftr-partner-hosted/2021-q4/03-root-account.yaml', text =>
    text.replace(/why:\n {4}ja: \|\n.*\n/, 'why:\n    ja: |\n      別の説明です。\n'),
  );
  expect(generate(folder, false).thawed).toEqual([]);
});

test.each(VERSIONS)('the files of $name fit the schemas that editors use', ({ folder }) => {
  const section = z.fromJSONSchema(json('section.schema.json'));
  const version = z.fromJSONSchema(json('version.schema.json'));
  for (const name of readdirSync(join(ROOT, folder)).filter(one => one !== 'changes.yaml')) {
    const { data } = readYaml(name, read(join(folder, name)));
    const parsed = (name === 'version.yaml' ? version : section).safeParse(data);
    expect(parsed.error?.issues, name).toBeUndefined();
  }
});

test('the schema of a single file knows nested sub-questions and refuses what it does not know', () => {
  const schema = z.fromJSONSchema(json('schema.json'));
  const [whole] = shipped.questionnaires;
  if (!whole) throw new Error('nothing is shipped');
  const { contentHash: _, ...file } = whole;
  expect(schema.safeParse(file).error?.issues).toBeUndefined();
  expect(schema.safeParse({ ...file, colour: 'red' }).success).toBe(false);
  const items = file.sections[0]?.items.map(one => ({ ...one, checks: { any: [{ all: [{ any: [] }] }] } }));
  expect(schema.safeParse({ ...file, sections: [{ ...file.sections[0], items }] }).success).toBe(false);
});
