import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { lintQuestionnaire } from '../lint/lint.ts';
import { lintItem } from '../lint/lint-item.ts';
import type { Problem } from '../lint/problem.ts';
import { ChangesFile, InheritedItem, Item, type Questionnaire, type Section, VersionFile } from '../schema/schema.ts';
import { changeFaults } from './changes.ts';
import { contentHash } from './content-hash.ts';
import { problem, readYaml, schemaProblems, unreadable, type YamlFile } from './read-yaml.ts';

type Placed = { item: Item; yaml: YamlFile; path: PropertyKey[] };
type Loaded = { questionnaires: Questionnaire[]; problems: Problem[] };

const CHANGES = 'changes.yaml';

/** The order in which people are offered the programmes; others follow by name. */
const PROGRAMMES = ['ftr-partner-hosted', 'ops-pillar', 'retail-competency', 'customer-examples'];

/** Reads every questionnaire below `root` (`<id>/<version>/version.yaml`), oldest version of each programme first. */
export function loadShipped(root: string): Loaded {
  const all: Loaded = { questionnaires: [], problems: [] };
  const found = folders(root);
  for (const id of [
    ...PROGRAMMES.filter(one => found.includes(one)),
    ...found.filter(one => !PROGRAMMES.includes(one)),
  ]) {
    const one = loadVersions(join(root, id));
    all.questionnaires.push(...one.questionnaires);
    all.problems.push(...one.problems);
  }
  return all;
}

function folders(root: string): string[] {
  return readdirSync(root, { withFileTypes: true })
    .filter(entry => entry.isDirectory())
    .map(entry => entry.name)
    .sort();
}

function loadVersions(root: string): Loaded {
  const items = new Map<string, Item>();
  const questionnaires: Questionnaire[] = [];
  const problems: Problem[] = [];
  for (const version of folders(root)) {
    const one = loadVersion(join(root, version), items);
    problems.push(...one.problems);
    if (!one.questionnaire) continue;
    const told = loadChanges(join(root, version, CHANGES), questionnaires, one.questionnaire);
    problems.push(...told.problems);
    questionnaires.push({ ...one.questionnaire, ...(told.changes && { changes: told.changes }) });
  }
  return { questionnaires, problems };
}

/** How a version differs from an earlier one, if a file says so; every requirement of both has to be in it. */
function loadChanges(
  path: string,
  earlier: Questionnaire[],
  version: Questionnaire,
): { changes?: ChangesFile; problems: Problem[] } {
  if (!existsSync(path)) return { problems: [] };
  const yaml = readFile(path);
  if (yaml.data === undefined) return { problems: yaml.problems };
  const parsed = ChangesFile.safeParse(yaml.data, { reportInput: true });
  if (!parsed.success) return { problems: schemaProblems(yaml, parsed.error.issues) };
  const before = earlier.find(one => one.version === parsed.data.from);
  if (!before) return { problems: [problem(yaml, ['from'], 'unknown-from', { id: parsed.data.from })] };
  const faults = changeFaults(parsed.data, before, version);
  return { changes: parsed.data, problems: faults.map(({ path: at, rule, id }) => problem(yaml, at, rule, { id })) };
}

function loadVersion(
  folder: string,
  earlier: Map<string, Item>,
): { questionnaire?: Questionnaire; problems: Problem[] } {
  const yaml = readFile(join(folder, 'version.yaml'));
  if (yaml.data === undefined) return { problems: yaml.problems };
  const parsed = VersionFile.safeParse(yaml.data, { reportInput: true });
  if (!parsed.success) return { problems: schemaProblems(yaml, parsed.error.issues) };
  const { sections: listed, ...facts } = parsed.data;
  const problems: Problem[] = [];
  const placed: Placed[] = [];
  const sections: Section[] = listed.map(({ file, ...section }) => {
    const one = loadSection(join(folder, file), earlier, facts.confidence);
    problems.push(...one.problems);
    placed.push(...one.placed);
    return { ...section, items: one.placed.map(({ item }) => item) };
  });
  for (const { item } of placed) earlier.set(`${facts.version}/${item.id}`, item);
  problems.push(...lintQuestionnaire({ ...facts, sections: listed }, placed, yaml));
  const file = { ...facts, sections };
  return { questionnaire: { ...file, contentHash: contentHash(file) }, problems };
}

function loadSection(
  file: string,
  earlier: Map<string, Item>,
  confidence: Item['confidence'],
): { placed: Placed[]; problems: Problem[] } {
  const yaml = readFile(file);
  const problems = [...yaml.problems];
  const placed: Placed[] = [];
  const written = Array.isArray(yaml.data) ? yaml.data : [];
  if (yaml.data !== undefined && written.length === 0)
    problems.push(problem(yaml, [], 'wrong-type', { path: '', expected: 'list' }));
  for (const [index, raw] of written.entries()) {
    const schema = isInherited(raw) ? InheritedItem : Item;
    const parsed = schema.safeParse(raw, { reportInput: true });
    if (!parsed.success) {
      problems.push(...schemaProblems(yaml, parsed.error.issues, [index]));
      continue;
    }
    problems.push(...lintItem(yaml, [index], parsed.data, true));
    const item = 'from' in parsed.data ? inherit(parsed.data, earlier) : parsed.data;
    if (!item) problems.push(problem(yaml, [index, 'from'], 'unknown-from', { id: parsed.data.id }));
    else
      placed.push({ item: { ...item, confidence: { ...confidence, ...parsed.data.confidence } }, yaml, path: [index] });
  }
  return { placed, problems };
}

function isInherited(raw: unknown): boolean {
  return typeof raw === 'object' && raw !== null && 'from' in raw;
}

function inherit(written: InheritedItem, earlier: Map<string, Item>): Item | undefined {
  const { from, ...own } = written;
  const source = earlier.get(from.includes('/') ? from : `${from}/${written.id}`);
  if (!source) return undefined;
  const merged = Object.entries({ ...source, ...own }).filter(([, value]) => value !== null && value !== undefined);
  return Object.fromEntries(merged) as Item;
}

function readFile(file: string): YamlFile {
  try {
    return readYaml(file, readFileSync(file, 'utf8'));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    const missing: Problem = { file, line: 1, col: 1, rule: 'file-missing', severity: 'error', values: {} };
    return unreadable(file, [missing]);
  }
}
