import type { Run } from '../../kernel/context.ts';
import { oneLine } from '../../kernel/output.ts';
import { findMilestone, openAssessment } from '../../lookup.ts';
import { saveEdits } from '../../saving.ts';

/** `tenken milestone remove`: forgets a milestone; the answers stay. */
export const run: Run<object> = async (context, [name = '', title = '']) => {
  const { assessment } = await openAssessment(context, name);
  const { id, name: kept } = findMilestone(assessment, title);
  await saveEdits(context, assessment, [{ type: 'milestone', remove: id, at: context.at() }]);
  return context.say(context.t('cli.milestone.removed', { name: oneLine(kept) }));
};
