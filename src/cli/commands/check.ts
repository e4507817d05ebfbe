import { itemStates } from '../../assessment/item-state.ts';
import { findings } from '../../assessment/problems.ts';
import { readiness } from '../../assessment/readiness.ts';
import type { Context, Run } from '../context.ts';
import { EXIT } from '../exit-codes.ts';
import { type Opened, openAssessment } from '../lookup.ts';
import { verdictText } from '../views/assessment.ts';
import { findingLines } from '../views/findings.ts';
import { checkJson } from '../views/json.ts';

type Options = { json?: boolean; strict?: boolean };

/** `tenken check`: what to look at before sending. */
export const run: Run<Options> = async (context, [name = ''], options) =>
  showCheck(context, await openAssessment(context, name), options);

/** Lists findings; with `strict` exit 1 unless there are none and every applicable item is met. */
export async function showCheck(context: Context, opened: Opened, { json, strict }: Options): Promise<number> {
  const { today, t, lang, say, sayJson } = context;
  const { questionnaire, assessment } = opened;
  const states = itemStates(questionnaire, assessment, today);
  const found = findings(questionnaire, assessment, states, today);
  const { ready, blocking } = readiness(states, questionnaire.passRule);
  if (json) await sayJson(checkJson(opened, today, t, lang));
  else {
    await say(verdictText(ready, blocking.length, questionnaire, t));
    for (const text of findingLines(found, questionnaire, t, lang)) await say(text);
    await say(found.length > 0 ? t('cli.check.found', { n: found.length }) : t('cli.check.clean'));
  }
  return strict && (found.length > 0 || !ready) ? EXIT.asked : EXIT.fine;
}
