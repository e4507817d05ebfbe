import type { Run } from '../kernel/context.ts';
import { assessmentId } from '../lookup.ts';
import { backupLine, backupsJson, keptStates } from '../views/backups.ts';

/** `tenken backups`: all backups, newest first, with what is in them. Works for a damaged or removed assessment too. */
export const run: Run<{ json?: boolean }> = async (context, [name = ''], { json }) => {
  const { say, sayJson, t } = context;
  const id = await assessmentId(context, name);
  const states = await keptStates((await context.workspace()).store, id);
  if (json) return sayJson(backupsJson(id, states));
  if (states.length === 0) return say(t('cli.backups.none', { id }));
  for (const one of states) await say(backupLine(one, t));
  return say(t('cli.backups.restore', { id }));
};
