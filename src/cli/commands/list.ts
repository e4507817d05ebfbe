import type { Run } from '../kernel/context.ts';
import { listJson } from '../views/json.ts';
import { assessmentLine } from '../views/overview.ts';

/** `tenken list`: every assessment, last changed first. */
export const run: Run<{ json?: boolean }> = async (context, _args, { json }) => {
  const { home, say, sayJson, t } = context;
  const listed = await (await context.workspace()).list();
  if (json) return sayJson(listJson(home, listed));
  if (listed.length === 0) return say(t('cli.list.empty'));
  for (const one of listed) await say(assessmentLine(one, t));
};
