import { itemStates } from '../../../assessment/answers/item-state.ts';
import type { Milestone } from '../../../assessment/assessment.ts';
import { compared, frozen } from '../../../assessment/review/milestones.ts';
import type { Run } from '../../kernel/context.ts';
import { findMilestone, type Opened, openAssessment } from '../../lookup.ts';
import { movedLine } from '../../views/moved.ts';

/** `tenken milestone compare`: what moved between two milestones, or from one until now. */
export const run: Run<{ json?: boolean }> = async (context, [name = '', from = '', to], { json }) => {
  const opened = await openAssessment(context, name);
  const before = findMilestone(opened.assessment, from);
  const after = to === undefined ? nowOf(opened, context.today) : findMilestone(opened.assessment, to).items;
  const moved = compared(before.items, after);
  if (json) return context.sayJson({ id: opened.assessment.id, from: before.id, moved });
  for (const one of moved) await context.say(movedLine(one, opened, context));
  if (moved.length === 0) await context.say(context.t('cli.milestone.same'));
  return undefined;
};

function nowOf({ questionnaire, assessment }: Opened, today: string): Milestone['items'] {
  return frozen(itemStates(questionnaire, assessment, today));
}
