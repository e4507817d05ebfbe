import { resolve } from 'node:path';
import type { Assessment } from '../assessment/assessment.ts';
import { readable, serialise } from '../store/format.ts';
import { answersAt } from '../store/own-place.ts';
import { readCopy } from '../workspace/copies.ts';
import { WorkspaceError } from '../workspace/errors.ts';
import { type Context, storeOf } from './kernel/context.ts';
import { oneLine, write } from './kernel/output.ts';
import { openAssessment } from './lookup.ts';
import { saveReport } from './reports/report-output.ts';
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

/** Writes an assessment as a file; `-` is standard output. Throws StoreError, `too-large` before anything is written. */
export async function writeCopy(context: Context, assessment: Assessment, path: string): Promise<void> {
  const text = readable(serialise(assessment), path);
  if (path === '-') await write(context.world.stdout, text);
  else await saveReport(context, path, text);
}

/**
 * Writes the outcome of a merge as a file. Onto answers of a data directory, as after a conflict in git, it goes under
 * their lock and with a backup of what is there. Throws StoreError.
 */
export async function writeMerged(context: Context, assessment: Assessment, path: string): Promise<void> {
  const { world, home } = context;
  const target = resolve(world.cwd, path);
  const answers = path === '-' ? undefined : await answersAt(target, home);
  if (!answers) return writeCopy(context, assessment, path);
  await (await storeOf(context, answers.home)).put(answers.id, assessment);
}
