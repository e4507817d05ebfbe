import { itemStates } from '../../assessment/answers/item-state.ts';
import { focusOn } from '../../session/focus.ts';
import type { Context, Run } from '../kernel/context.ts';
import { findItem, type Opened, openAssessment } from '../lookup.ts';
import { assessmentLines } from '../views/assessment.ts';
import { answerLines, guideLines, questionLines } from '../views/item.ts';
import { assessmentJson, itemJson } from '../views/json.ts';

/** `tenken show`: an assessment, or one of its items with the guide. */
export const run: Run<{ json?: boolean }> = async (context, [name = '', item], { json = false }) => {
  const opened = await openAssessment(context, name);
  const path = (await context.workspace()).store.pathOf(opened.assessment.id);
  return item === undefined ? showAssessment(context, opened, json, path) : showItem(context, opened, item, json);
};

/** Shows an assessment whole; `path` is absent where it lies in no file (the demo). */
export async function showAssessment(
  context: Context,
  opened: Opened,
  json: boolean,
  path?: string,
): Promise<undefined> {
  const { today, t, lang, say, sayJson } = context;
  if (json) return sayJson(assessmentJson(opened, today, path));
  return say(assessmentLines(opened, today, t, lang).join('\n'));
}

async function showItem(context: Context, opened: Opened, id: string, json: boolean): Promise<undefined> {
  const { today, t, lang, say, sayJson } = context;
  const item = findItem(opened.questionnaire, id);
  const state = itemStates(opened.questionnaire, opened.assessment, today).find(one => one.item.id === item.id);
  if (!state) return undefined;
  if (json) return sayJson({ assessment: opened.assessment.id, item: itemJson(state) });
  const lines = [
    ...questionLines(item, t, lang),
    '',
    ...answerLines(focusOn(state), t, lang),
    ...guideLines(item, t, lang),
  ];
  return say(lines.join('\n'));
}
