import { resolve } from 'node:path';
import type { Assessment } from '../assessment/assessment.ts';
import { serialise } from '../store/format.ts';
import { readCopy } from '../workspace/copies.ts';
import { WorkspaceError } from '../workspace/errors.ts';
import type { Context } from './context.ts';
import { openAssessment } from './lookup.ts';
import { oneLine, write } from './output.ts';
import { writeReportFile } from './report-file.ts';
import { typedFile } from './typed-file.ts';

/** A copy that somebody named: an assessment of this machine (then with its id) or a file. */
export type Named = { assessment: Assessment; id?: string };

/** Whether a word names a file and not an assessment of this machine. */
function isPath(word: string): boolean {
  return /[/\\]|\.json$/i.test(word);
}

/** The copy behind a word. Says so where hidden characters were taken out of a file. */
export async function namedCopy(context: Context, word: string): Promise<Named> {
  if (isPath(word)) return { assessment: await fileCopy(context, word) };
  try {
    const { assessment } = await openAssessment(context, word);
    return { assessment, id: assessment.id };
  } catch (error) {
    if (error instanceof WorkspaceError && error.code === 'foreign-file')
      return { assessment: await fileCopy(context, word) };
    throw error;
  }
}

/** The copy in a file. Says so where hidden characters were taken out of it. */
export async function fileCopy(context: Context, path: string): Promise<Assessment> {
  const { assessment, cleaned } = await readCopy(await typedFile(context, path));
  if (cleaned > 0) await context.warn(context.t('cli.copy.cleaned', { path: oneLine(path), n: cleaned }));
  return assessment;
}

/** Writes an assessment as a file; `-` is standard output. Throws StoreError. */
export async function writeCopy({ world }: Context, assessment: Assessment, path: string): Promise<void> {
  const text = serialise(assessment);
  if (path === '-') await write(world.stdout, text);
  else await writeReportFile(resolve(world.cwd, path), text);
}
