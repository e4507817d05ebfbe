import { isStoreError } from '../../store/errors.ts';
import type { Context, Run } from '../kernel/context.ts';
import { assessmentId, openAssessment } from '../lookup.ts';
import { openScreens } from '../screens.ts';
import { showAssessment } from './show.ts';

/** `tenken open`: goes on where the person left. */
export const run: Run<object> = async (context, [name = '']) => openById(context, await idOf(context, name));

/** The screens can put a damaged file right, so they are opened on one too. */
async function idOf(context: Context, name: string): Promise<string> {
  try {
    return (await openAssessment(context, name)).assessment.id;
  } catch (error) {
    if (context.meeting === 'screens' && isStoreError(error, 'damaged')) return assessmentId(context, name);
    throw error;
  }
}

/** Opens an assessment in the way the terminal allows. */
export async function openById(context: Context, id: string): Promise<number> {
  if (context.meeting === 'screens') return openScreens(context, { open: id });
  if (context.meeting === 'plain') return (await import('../../frontends/lines/home.ts')).openPlain(context, id);
  await showAssessment(context, await openAssessment(context, id), false);
  return 0;
}
