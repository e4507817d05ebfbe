import { contentHash } from './content-hash.ts';
import { lintFile } from './lint.ts';
import type { Problem } from './problem.ts';
import { readYaml, schemaProblems } from './read-yaml.ts';
import { type Questionnaire, QuestionnaireFile } from './schema.ts';

/** A questionnaire from a third party's YAML text, with everything that is wrong or unusual about it. */
export type LoadedFile = { questionnaire?: Questionnaire; problems: Problem[] };

/** Reads a single-file questionnaire; any problem of severity `error` leaves `questionnaire` out. Never throws. */
export function loadFile(file: string, text: string): LoadedFile {
  const yaml = readYaml(file, text);
  if (yaml.data === undefined) return { problems: yaml.problems };
  const parsed = QuestionnaireFile.safeParse(yaml.data, { reportInput: true });
  if (!parsed.success) return { problems: inOrder(schemaProblems(yaml, parsed.error.issues)) };
  const problems = inOrder(lintFile(yaml, parsed.data, false));
  if (problems.some(one => one.severity === 'error')) return { problems };
  return { questionnaire: { ...parsed.data, contentHash: contentHash(parsed.data) }, problems };
}

function inOrder(problems: Problem[]): Problem[] {
  return problems.toSorted((a, b) => a.line - b.line || a.col - b.col);
}
