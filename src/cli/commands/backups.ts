import { basename } from 'node:path';
import type { Run } from '../context.ts';
import { assessmentId } from '../lookup.ts';

/** `tenken backups`: the backups that can be restored, newest first. Works for a damaged or removed assessment too. */
export const run: Run<object> = async (context, [name = '']) => {
  const { say, t } = context;
  const id = await assessmentId(context, name);
  const backups = await (await context.workspace()).store.backups(id);
  if (backups.length === 0) return say(t('cli.backups.none', { id }));
  for (const { path, at } of backups) await say(`${basename(path, '.json')}  ${at}`);
  await say(t('cli.backups.restore', { id }));
};
