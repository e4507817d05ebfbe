import { itemStates } from '../../../assessment/answers/item-state.ts';
import { newMilestone } from '../../../assessment/review/milestones.ts';
import { keptText } from '../../edits.ts';
import type { Run } from '../../kernel/context.ts';
import { oneLine } from '../../kernel/output.ts';
import { UsageError } from '../../kernel/usage-error.ts';
import { openAssessment } from '../../lookup.ts';
import { saveEdits } from '../../saving.ts';

/** `tenken milestone add`: freezes what counts now under a name. */
export const run: Run<object> = async (context, [name = '', title = '']) => {
  const { questionnaire, assessment } = await openAssessment(context, name);
  const kept = keptText(title);
  if (!kept) throw new UsageError('bad-name');
  const states = itemStates(questionnaire, assessment, context.today);
  const milestone = newMilestone(assessment, states, kept, context.at());
  await saveEdits(context, assessment, [{ type: 'milestone', milestone, at: context.at() }]);
  return context.say(context.t('cli.milestone.added', { name: oneLine(kept), n: Object.keys(milestone.items).length }));
};
