import { createHash } from 'node:crypto';
import { basename, dirname, join } from 'node:path';
import {
  type BackupName,
  type BackupReason,
  backupName,
  changeAfter,
  isMarked,
  type KeptReason,
  newestFirst,
  parseBackupName,
} from './backup-names.ts';
import { readBytes } from './bytes.ts';
import { asStoreError, errnoOf, StoreError } from './errors.ts';
import { confirmFolder, type Fs, readNames, TEMP_NAME, type WriteHooks, writeDurably } from './files.ts';
import { parseAssessment } from './format.ts';
import { requireOwnFolders } from './guard.ts';
import { makeFolder } from './home.ts';
import { expendable, type Sized } from './retention.ts';

/** A kept state of an answers file. `at` is the ISO instant by the clock of then, `bytes` its size. */
export type Backup = { path: string; at: string; reason: KeptReason; bytes: number };

/** A removed file is kept whatever its size: a damaged one may be too large to be read. */
export const REMOVED_LIMIT = 1024 * 1024 * 1024;

/** What a state is kept for, and when. */
export type Keeping = { reason: 'edit' | BackupReason; now: Date };

/**
 * Keeps `bytes` in `folder`, which is made if missing; returns the path. A state that is kept already is not kept twice: it
 * becomes the newest. Call it under the lock of the answers file. Throws StoreError.
 */
export async function writeBackup(
  folder: string,
  bytes: Uint8Array,
  { reason, now }: Keeping,
  fs: Fs,
  hooks: WriteHooks = {},
): Promise<string> {
  await requireOwnFolders(folder, fs);
  await makeFolder(folder, fs);
  const names = await readNames(folder, fs);
  // Backups are written under the lock too, so these belong to nobody who may still write.
  for (const name of names) if (TEMP_NAME.test(name)) await fs.unlink(join(folder, name)).catch(() => undefined);
  const known = newestFirst(names);
  const digest = createHash('sha256').update(bytes).digest('hex').slice(0, 12);
  const why = reasonOf(reason, known[0]);
  const same = await findSame(folder, known, digest, bytes, fs);
  if (same && same === known[0] && (isMarked(same.reason) || !isMarked(why))) return join(folder, same.name);
  const kept = same && isMarked(same.reason) && !isMarked(why) ? same.reason : why;
  const path = join(folder, backupName((known[0]?.seq ?? 0) + 1, now, kept, digest));
  if (same) await renameWithin(join(folder, same.name), path, fs, hooks);
  else await writeDurably(path, bytes, fs, hooks);
  return path;
}

/** Whether the state that a file has now is one that a backup has to be made of, however short ago the last one was. */
export async function isDue(folder: string, fs: Fs): Promise<boolean> {
  const [newest] = newestFirst(await readNames(folder, fs));
  return newest === undefined || changeAfter(newest.reason) !== undefined;
}

function reasonOf(reason: Keeping['reason'], newest: BackupName | undefined): KeptReason {
  if (reason !== 'edit') return reason;
  if (!newest) return 'start';
  const change = changeAfter(newest.reason);
  return change ? `after-${change}` : 'edit';
}

/** A backup of the same bytes that is sound: a damaged one must not stand in for a good one. */
async function findSame(
  folder: string,
  known: BackupName[],
  digest: string,
  bytes: Uint8Array,
  fs: Fs,
): Promise<BackupName | undefined> {
  const alike = known.filter((one, index) => one.digest === digest || (index === 0 && one.digest === undefined));
  for (const one of alike) {
    const kept = await readBytes(join(folder, one.name), fs, REMOVED_LIMIT).catch(() => undefined);
    if (kept && Buffer.compare(kept, bytes) === 0) return one;
  }
  return undefined;
}

async function renameWithin(from: string, to: string, fs: Fs, { beforeRename, onUnsynced }: WriteHooks): Promise<void> {
  try {
    await beforeRename?.();
    await fs.rename(from, to);
  } catch (error) {
    throw asStoreError(error, to);
  }
  await confirmFolder(dirname(to), fs, onUnsynced);
}

/** Removes the backups in `folder` that no rule keeps. */
export async function pruneBackups(folder: string, fs: Fs): Promise<void> {
  for (const { name } of expendable(await sized(folder, fs))) {
    const path = join(folder, name);
    await fs.unlink(path).catch(error => {
      if (errnoOf(error) !== 'ENOENT') throw asStoreError(error, path);
    });
  }
}

/** All backups in `folder`, sound or not, newest first. */
export async function backupFiles(folder: string, fs: Fs): Promise<Backup[]> {
  await requireOwnFolders(folder, fs);
  return (await sized(folder, fs)).map(({ name, at, reason, bytes }) => ({
    path: join(folder, name),
    at,
    reason,
    bytes,
  }));
}

async function sized(folder: string, fs: Fs): Promise<Sized[]> {
  const all: Sized[] = [];
  for (const one of newestFirst(await readNames(folder, fs))) {
    const found = await fs.lstat(join(folder, one.name)).catch(() => undefined);
    if (found) all.push({ ...one, bytes: found.size });
  }
  return all;
}

/** The backups in `folder` that can be restored, newest first; damaged and newer ones are left out. */
export async function listBackups(folder: string, id: string, fs: Fs): Promise<Backup[]> {
  const good: Backup[] = [];
  for (const one of await backupFiles(folder, fs)) if (await isGood(one.path, id, fs)) good.push(one);
  return good;
}

/** The newest backup in `folder` that can be restored; undefined also where the folder cannot be read. */
export async function newestBackup(folder: string, id: string, fs: Fs): Promise<Backup | undefined> {
  try {
    for (const one of await backupFiles(folder, fs)) if (await isGood(one.path, id, fs)) return one;
  } catch (error) {
    if (!(error instanceof StoreError)) throw error;
  }
  return undefined;
}

/** Whether a path names a backup, by its last part. */
export function isBackup(path: string): boolean {
  return parseBackupName(basename(path)) !== undefined;
}

async function isGood(path: string, id: string, fs: Fs): Promise<boolean> {
  try {
    parseAssessment(await readBytes(path, fs), id, path);
    return true;
  } catch (error) {
    if (error instanceof StoreError) return false;
    throw error;
  }
}
