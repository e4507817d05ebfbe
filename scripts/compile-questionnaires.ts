import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadShipped } from '../src/questionnaire/load-shipped.ts';
import { reference, summarise } from '../src/questionnaire/summary.ts';

/** Lints and compiles every shipped questionnaire to JSON; returns a line per problem and writes nothing then. */
export function compileQuestionnaires(source: string, target: string): string[] {
  const { questionnaires, problems } = loadShipped(source);
  if (problems.length > 0) {
    return problems.map(
      ({ file, line, col, rule, values }) => `${file}:${line}:${col} ${rule} ${JSON.stringify(values)}`,
    );
  }
  for (const one of questionnaires) writeFileSync(join(target, `${reference(one)}.json`), JSON.stringify(one));
  writeFileSync(join(target, 'index.json'), JSON.stringify(questionnaires.map(one => summarise(one))));
  return [];
}
