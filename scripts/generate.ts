import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as z from 'zod';
import { loadShipped } from '../src/questionnaire/load/load-shipped.ts';
import { QuestionnaireFile, SectionFile, VersionFile } from '../src/questionnaire/schema/schema.ts';
import { reference } from '../src/questionnaire/schema/summary.ts';
import { ReportJson } from '../src/report/report-json-schema.ts';

/** The schemas for editors, by file name; `input` because that is what people write. */
const SCHEMAS = {
  'schema.json': { of: QuestionnaireFile, title: 'tenken questionnaire in one file' },
  'version.schema.json': { of: VersionFile, title: 'version.yaml of a shipped tenken questionnaire' },
  'section.schema.json': { of: SectionFile, title: 'section file of a shipped tenken questionnaire' },
};

/** Content hashes by reference (`id@version`). */
type Frozen = Record<string, string>;

/** What a run would write: texts by file name, and the published versions whose requirements have changed. */
export type Generated = { files: Record<string, string>; thawed: string[] };

/**
 * Makes the schemas and the record of frozen versions from the sources in `folder`. A recorded hash stays as it is
 * unless `refreeze` says otherwise: a published version asks the same for ever.
 */
export function generate(folder: string, refreeze: boolean): Generated {
  const { questionnaires, problems } = loadShipped(folder);
  if (problems.length > 0) throw new Error(`${folder} has problems; run the content lint first`);
  const before = readFrozen(folder);
  const now: Frozen = Object.fromEntries(questionnaires.map(one => [reference(one), one.contentHash]));
  const thawed = Object.keys(before).filter(name => before[name] !== now[name]);
  const frozen = refreeze ? now : { ...now, ...before };
  const schemas = Object.entries(SCHEMAS).map(([name, { of, title }]) => [name, schemaText(of, title)]);
  const report = { '../docs/report.schema.json': schemaText(ReportJson, 'tenken report, as JSON, version 1') };
  return { files: { ...Object.fromEntries(schemas), ...report, 'frozen.json': jsonText(frozen) }, thawed };
}

function readFrozen(folder: string): Frozen {
  try {
    return JSON.parse(readFileSync(join(folder, 'frozen.json'), 'utf8')) as Frozen;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return {};
    throw error;
  }
}

function schemaText(schema: z.ZodType, title: string): string {
  const { $schema, ...rest } = z.toJSONSchema(schema, { io: 'input' });
  return jsonText({ $schema, title, ...rest });
}

function jsonText(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

function readText(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}

/** `--check` writes nothing and fails where a file is out of date; `--refreeze` takes over changed requirements. */
function main(words: string[], folder: string): number {
  const { files, thawed } = generate(folder, words.includes('--refreeze'));
  if (thawed.length > 0 && !words.includes('--refreeze')) {
    for (const name of thawed)
      console.error(`${name}: the requirements of a published version have changed (--refreeze)`);
    return 1;
  }
  const stale = Object.entries(files).filter(([name, text]) => readText(join(folder, name)) !== text);
  for (const [name, text] of stale) {
    if (words.includes('--check')) console.error(`${join(folder, name)} is out of date: npm run generate`);
    else writeFileSync(join(folder, name), text);
  }
  return words.includes('--check') && stale.length > 0 ? 1 : 0;
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  process.exitCode = main(process.argv.slice(2), 'questionnaires');
