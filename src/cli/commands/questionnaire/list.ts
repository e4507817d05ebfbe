import { reference } from '../../../questionnaire/schema/summary.ts';
import type { Run } from '../../kernel/context.ts';
import { catalogueJson } from '../../views/json.ts';
import { newestFirst, questionnaireLine } from '../../views/overview.ts';

/** `tenken questionnaire list`: every version that can be started. */
export const run: Run<{ json?: boolean }> = async (context, _args, { json }) => {
  const { lang, say, sayJson, t, today } = context;
  const catalogue = await (await context.workspace()).catalogue();
  if (json) return sayJson(catalogueJson(catalogue, today));
  for (const one of newestFirst(catalogue)) {
    const twins = catalogue.filter(other => reference(other) === reference(one));
    const line = questionnaireLine(one, t, lang, today);
    // What was started from an earlier file of a version is kept beside the later one.
    await say(twins.length > 1 ? t('cli.list.twin', { line, hash: one.contentHash.slice(0, 8) }) : line);
  }
};
