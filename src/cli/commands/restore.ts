import { basename } from 'node:path';
import type { Store } from '../../store/assessments.ts';
import type { Backup } from '../../store/backups.ts';
import { isStoreError } from '../../store/errors.ts';
import type { Context, Run } from '../context.ts';
import { assessmentId } from '../lookup.ts';
import { oneLine } from '../output.ts';
import { UsageError } from '../usage-error.ts';

/** `tenken restore`: puts a backup in place, the newest unless one is named. What was there is kept. */
export const run: Run<object> = async (context, [name = '', wanted]) => {
  const { say, t } = context;
  const id = await assessmentId(context, name);
  const { store } = await context.workspace();
  const backups = await store.backups(id);
  const backup = choose(backups, id, wanted);
  await setDamagedAside(context, store, id);
  await store.restore(id, backup.path);
  await say(t('cli.restore.done', { id, at: backup.at, path: oneLine(store.pathOf(id)) }));
};

function choose(backups: Backup[], id: string, wanted: string | undefined): Backup {
  const [newest] = backups;
  if (!newest) throw new UsageError('no-backup', { id });
  if (wanted === undefined) return newest;
  const named = backups.find(({ path, at }) => [path, at, basename(path), basename(path, '.json')].includes(wanted));
  if (!named) throw new UsageError('unknown-backup', { backup: wanted, id });
  return named;
}

/** A damaged file is renamed and named, so that its owner can look into it; a readable one becomes a backup. */
async function setDamagedAside({ say, t }: Context, store: Store, id: string): Promise<void> {
  try {
    await store.read(id);
  } catch (error) {
    if (isStoreError(error, 'not-found') || isStoreError(error, 'newer')) return;
    if (!isStoreError(error, 'damaged')) throw error;
    const { movedTo } = await store.setAside(id);
    await say(t('cli.restore.moved', { path: oneLine(movedTo) }));
  }
}
