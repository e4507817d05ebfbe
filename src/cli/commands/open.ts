import type { Context, Run } from '../context.ts';
import { openAssessment } from '../lookup.ts';
import { openScreens } from '../screens.ts';
import { showAssessment } from './show.ts';

/** `tenken open`: goes on where the person left. */
export const run: Run<object> = async (context, [name = '']) => {
  const { assessment } = await openAssessment(context, name);
  return openById(context, assessment.id);
};

/** Opens an assessment in the way the terminal allows. */
export async function openById(context: Context, id: string): Promise<number> {
  if (context.meeting === 'screens') return openScreens(context, { open: id });
  if (context.meeting === 'plain') return (await import('../plain/home.ts')).openPlain(context, id);
  await showAssessment(context, await openAssessment(context, id), false);
  return 0;
}
