import type { Context, Run } from '../kernel/context.ts';
import { openScreens } from '../screens.ts';
import { newestFirst, overviewLines } from '../views/overview.ts';

/** Bare `tenken`: Home on a terminal, line by line where input is piped, else what there is and what to type next. */
export const run: Run<object> = async context => {
  if (context.meeting === 'screens') return openScreens(context, {});
  if (context.meeting === 'plain') return (await import('../../frontends/lines/home.ts')).plainHome(context);
  await showOverview(context);
  return 0;
};

/** Prints the assessments, the questionnaires and what to type next. */
export async function showOverview(context: Context): Promise<void> {
  const workspace = await context.workspace();
  const [listed, catalogue] = await Promise.all([workspace.list(), workspace.catalogue()]);
  await context.say(overviewLines(listed, newestFirst(catalogue), context).join('\n'));
}
