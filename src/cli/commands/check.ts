import { itemStates } from '../../assessment/answers/item-state.ts';
import { compared, frozen } from '../../assessment/review/milestones.ts';
import { findings } from '../../assessment/review/problems.ts';
import { withTokens } from '../../assessment/review/problems-tokens.ts';
import { readiness } from '../../assessment/review/readiness.ts';
import type { Context, Run } from '../kernel/context.ts';
import { EXIT } from '../kernel/exit-codes.ts';
import { findMilestone, type Opened, openAssessment } from '../lookup.ts';
import { verdictText } from '../views/assessment.ts';
import { findingLines } from '../views/findings.ts';
import { checkJson } from '../views/json.ts';
import { movedLine } from '../views/moved.ts';

type Options = { json?: boolean; strict?: boolean; since?: string };

/** `tenken check`: what to look at before sending. */
export const run: Run<Options> = async (context, [name = ''], options) => {
  const opened = await openAssessment(context, name);
  const code = await showCheck(context, opened, options);
  return options.since === undefined
    ? code
    : Math.max(code, await sinceMilestone(context, opened, options.since, options.json));
};

/** What got worse since a milestone; exit 1 if anything did. */
async function sinceMilestone(context: Context, opened: Opened, name: string, json?: boolean): Promise<number> {
  const { questionnaire, assessment } = opened;
  const { items } = findMilestone(assessment, name);
  const worse = compared(items, frozen(itemStates(questionnaire, assessment, context.today))).filter(
    one => one.movement === 'regressed',
  );
  if (!json) for (const one of worse) await context.say(movedLine(one, opened, context));
  return worse.length > 0 ? EXIT.asked : EXIT.fine;
}

/** Lists findings; with `strict` exit 1 unless there are none and every applicable item is met. */
export async function showCheck(context: Context, opened: Opened, { json, strict }: Options): Promise<number> {
  const { today, t, lang, say, sayJson } = context;
  const { questionnaire, assessment } = opened;
  const states = itemStates(questionnaire, assessment, today);
  const { placesWithTokens } = await import('../reports/secret-scan.ts');
  const tokens = await placesWithTokens(assessment);
  const found = withTokens(findings(questionnaire, assessment, states, today), tokens, states);
  const { ready, blocking } = readiness(states, questionnaire.passRule);
  if (json) await sayJson(checkJson(opened, found, today, t, lang));
  else {
    await say(verdictText(ready, blocking.length, questionnaire, t));
    for (const text of findingLines(found, opened, today, t, lang)) await say(text);
    await say(found.length > 0 ? t('cli.check.found', { n: found.length }) : t('cli.check.clean'));
  }
  return strict && (found.length > 0 || !ready) ? EXIT.asked : EXIT.fine;
}
