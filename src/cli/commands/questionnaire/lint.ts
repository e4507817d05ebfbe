import type { Problem } from '../../../questionnaire/lint/problem.ts';
import { loadFile } from '../../../questionnaire/load/load-file.ts';
import { LIMITS } from '../../../questionnaire/load/yaml-subset.ts';
import { readOutside } from '../../../workspace/outside-file.ts';
import { refuseForeign } from '../../../workspace/outside-kind.ts';
import type { Context, Run } from '../../kernel/context.ts';
import { EXIT } from '../../kernel/exit-codes.ts';
import { problemLine, problemMessage } from '../../kernel/failure.ts';
import { typedFile } from '../../typed-file.ts';

/** `tenken questionnaire lint`: exit 1 if a file could not be used, with `strict` also if a rule of style is broken. */
export const run: Run<{ json?: boolean; strict?: boolean }> = async (context, files, { json, strict }) => {
  const { say, sayJson, t } = context;
  const problems: Problem[] = [];
  for (const file of files) problems.push(...(await problemsOf(context, file ?? '')));
  const errors = problems.filter(one => one.severity === 'error').length;
  const warnings = problems.length - errors;
  if (json)
    await sayJson({ errors, warnings, problems: problems.map(one => ({ ...one, message: problemMessage(one, t) })) });
  else {
    for (const one of problems) await say(problemLine(one, t));
    await say(
      problems.length > 0 ? t('cli.lint.found', { errors, warnings }) : t('cli.lint.clean', { n: files.length }),
    );
  }
  return errors > 0 || (strict && warnings > 0) ? EXIT.asked : EXIT.fine;
};

/** What could be meant as a list of ours, though it may have nothing of it. */
const LISTS = ['questionnaire', 'yaml', 'json', 'text', 'empty', 'binary'] as const;

async function problemsOf(context: Context, file: string): Promise<Problem[]> {
  const path = await typedFile(context, file);
  const bytes = await readOutside(path, LIMITS.bytes);
  refuseForeign(path, bytes, LISTS);
  return loadFile(file, bytes).problems;
}
