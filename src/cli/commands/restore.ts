import { basename } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type { Store } from '../../store/assessments.ts';
import type { Backup } from '../../store/backups.ts';
import { isStoreError, StoreError } from '../../store/errors.ts';
import { localTime } from '../../store/local-time.ts';
import type { Context, Run } from '../kernel/context.ts';
import { oneLine } from '../kernel/output.ts';
import { UsageError } from '../kernel/usage-error.ts';
import { assessmentId } from '../lookup.ts';

/** `tenken restore`: puts a backup in place, the newest unless one is named. What was there is kept. */
export const run: Run<object> = async (context, [name = '', wanted]) => {
  const { say, t } = context;
  const id = await assessmentId(context, name);
  const { store } = await context.workspace();
  const backup = wanted === undefined ? await newest(store, id) : await chosen(store, id, wanted);
  await setDamagedAside(context, store, id);
  await store.restore(id, backup.path);
  await say(t('cli.restore.done', { id, at: localTime(backup.at), path: oneLine(store.pathOf(id)) }));
};

/** The newest sound backup that says something else than the present file. */
async function newest(store: Store, id: string): Promise<Backup> {
  const [present, all] = [await store.read(id).catch(onlyStoreError), await store.backups(id)];
  const [first] = all;
  if (!first) throw new UsageError('no-backup', { id });
  for (const one of present ? all : []) {
    if (!isDeepStrictEqual(await store.readBackup(id, one.path), present)) return one;
  }
  return first;
}

function onlyStoreError(error: unknown): undefined {
  if (!(error instanceof StoreError)) throw error;
}

/** The backup that was named: by its number, its name, its path or its instant. */
async function chosen(store: Store, id: string, wanted: string): Promise<Backup> {
  const all = await store.backupFiles(id);
  if (all.length === 0) throw new UsageError('no-backup', { id });
  const number = /^\d{1,5}$/.test(wanted) ? Number(wanted) : undefined;
  const named =
    number === undefined
      ? (all.find(({ path, at }) => [path, at, basename(path), basename(path, '.json')].includes(wanted)) ??
        all.find(({ path }) => isMoved(path, wanted)))
      : all[number - 1];
  if (!named) throw new UsageError('unknown-backup', { backup: wanted, id });
  await store.readBackup(id, named.path).catch(error => {
    if (!isStoreError(error, 'damaged')) throw error;
    throw new UsageError('damaged-backup', { backup: wanted, id });
  });
  return named;
}

/** A state that was kept again has another name than before, but for the digest at its end. */
function isMoved(path: string, wanted: string): boolean {
  const digest = /-([0-9a-f]{12})(?:\.json)?$/.exec(wanted)?.[1];
  return digest !== undefined && path.endsWith(`-${digest}.json`);
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
