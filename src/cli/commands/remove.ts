import type { Run } from '../kernel/context.ts';
import { oneLine } from '../kernel/output.ts';
import { assessmentId } from '../lookup.ts';

/** `tenken remove`: takes an assessment away; its last state stays as a backup. */
export const run: Run<object> = async (context, [name = '']) => {
  const { say, t } = context;
  const id = await assessmentId(context, name, { present: true });
  const { path } = await (await context.workspace()).store.remove(id);
  await say(t('cli.remove.done', { id, path: oneLine(path) }));
};
