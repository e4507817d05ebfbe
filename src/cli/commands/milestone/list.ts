import { itemStates } from '../../../assessment/answers/item-state.ts';
import { localDay } from '../../../assessment/day.ts';
import { compared, countMoved, frozen } from '../../../assessment/review/milestones.ts';
import type { Run } from '../../kernel/context.ts';
import { oneLine } from '../../kernel/output.ts';
import { openAssessment } from '../../lookup.ts';

/** `tenken milestone`: the milestones of an assessment, with what moved since each. */
export const run: Run<{ json?: boolean }> = async ({ t, say, sayJson, ...context }, [name = ''], { json }) => {
  const { questionnaire, assessment } = await openAssessment({ t, say, sayJson, ...context }, name);
  const now = frozen(itemStates(questionnaire, assessment, context.today));
  const all = (assessment.milestones ?? []).map(one => ({ ...one, moved: compared(one.items, now) }));
  if (json)
    return sayJson({
      id: assessment.id,
      milestones: all.map(({ id, name: title, at, version, moved }) => ({ id, name: title, at, version, moved })),
    });
  if (all.length === 0) await say(t('cli.milestone.none'));
  for (const { name: title, at, moved } of all) {
    const count = countMoved(moved);
    await say(
      t('cli.milestone.line', {
        name: oneLine(title),
        day: localDay(new Date(at)),
        resolved: count.resolved,
        regressed: count.regressed,
        fresh: count.new,
        open: count['still-open'],
      }),
    );
  }
  return undefined;
};
