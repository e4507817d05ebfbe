import type { Run } from '../../context.ts';
import { catalogueJson } from '../../views/json.ts';
import { newestFirst, questionnaireLine } from '../../views/overview.ts';

/** `tenken questionnaire list`: every version that can be started. */
export const run: Run<{ json?: boolean }> = async (context, _args, { json }) => {
  const { lang, say, sayJson, t, today } = context;
  const catalogue = await (await context.workspace()).catalogue();
  if (json) return sayJson(catalogueJson(catalogue, today));
  for (const one of newestFirst(catalogue)) await say(questionnaireLine(one, t, lang, today));
};
