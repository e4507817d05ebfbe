import { basename, dirname, resolve } from 'node:path';
import type { Assessment } from '../assessment/assessment.ts';
import { type Backup, instantOf, newestBackup, pruneBackups, stamp, writeBackup } from './backups.ts';
import { isStoreError, StoreError } from './errors.ts';
import { readBytes, syncFolder, writeDurably } from './files.ts';
import { assessmentText, encodeAssessment, parseAssessment } from './format.ts';
import { makeFolder } from './home.ts';
import { assessmentPath, backupFolder, type Place, whileLocked } from './place.ts';
import { isTaken, understood } from './reading.ts';

const BACKUP_EVERY_MS = 300_000;

/** What a change is that replaces more than one answer, as its backup says it. */
export type BackupReason = 'merge' | 'upgrade' | 'undo' | 'restore' | 'remove' | 'milestone';

/**
 * With `backup` the state before is always kept, named by the reason, whenever the last backup was made; where that fails,
 * the change is refused. Without it a backup is made when one is due, and one that fails stops nobody.
 */
export type UpdateOptions = { backup?: BackupReason | undefined };

/** See `Store.create`. */
export async function createAssessment(place: Place, assessment: Assessment): Promise<Assessment> {
  const { id } = assessment;
  const path = assessmentPath(place, id);
  const encoded = encodeAssessment(assessment, id, path);
  await makeFolder(place.folders.assessments, place.fs);
  return whileLocked(place, id, async () => {
    if (await isTaken(place, path)) throw new StoreError('exists', path);
    await writeDurably(path, Buffer.from(encoded.text), place.fs);
    return encoded.assessment;
  });
}

/** See `Store.update`. */
export async function updateAssessment(
  place: Place,
  id: string,
  change: (assessment: Assessment) => Assessment,
  { backup }: UpdateOptions = {},
): Promise<Assessment> {
  return whileLocked(place, id, async file => {
    const path = assessmentPath(place, id);
    const bytes = await readBytes(file, place.fs);
    const before = understood(place, id, bytes);
    const after = encodeAssessment(change(before.assessment), id, path);
    const isNew = after.text !== (before.text ?? assessmentText(before.assessment, id));
    const written = { bytes: isNew ? Buffer.from(after.text) : bytes, ...after };
    if (isNew) {
      if (backup === undefined) await backUpIfDue(place, id, bytes);
      else await writeBackup(backupFolder(place, id), bytes, place.clock(), place.fs);
      await writeDurably(file, written.bytes, place.fs);
    }
    place.last.set(id, written);
    return after.assessment;
  });
}

/**
 * A backup protects an older state; the answer just given exists nowhere else. So a backup that fails is reported,
 * tried again at the next change, and never stops the answer from being written.
 */
async function backUpIfDue(place: Place, id: string, bytes: Uint8Array): Promise<void> {
  const now = place.clock();
  const last = place.backedUp.get(id);
  // A clock that was set back must not stop backups until it has caught up.
  if (last !== undefined && Math.abs(now.getTime() - last) < BACKUP_EVERY_MS) return;
  const folder = backupFolder(place, id);
  try {
    await writeBackup(folder, bytes, now, place.fs);
    place.backedUp.set(id, now.getTime());
    await pruneBackups(folder, now, place.fs);
  } catch (error) {
    if (!(error instanceof StoreError)) throw error;
    place.onBackupError(error);
  }
}

/** See `Store.remove`. */
export async function removeAssessment(place: Place, id: string): Promise<Backup> {
  return whileLocked(place, id, async file => {
    const path = assessmentPath(place, id);
    const bytes = await readBytes(file, place.fs);
    const kept = await writeBackup(backupFolder(place, id), bytes, place.clock(), place.fs);
    await place.fs.unlink(path);
    await syncFolder(dirname(path), place.fs);
    return { path: kept, at: instantOf(basename(kept)) ?? '' };
  });
}

/** See `Store.restore`. */
export async function restoreAssessment(place: Place, id: string, backupPath: string): Promise<Assessment> {
  const folder = backupFolder(place, id);
  const from = resolve(folder, backupPath);
  if (dirname(from) !== resolve(folder) || !instantOf(basename(from))) {
    throw new StoreError('invalid', backupPath, { detail: 'backup' });
  }
  const bytes = await readBytes(from, place.fs);
  const assessment = parseAssessment(bytes, id, from);
  await makeFolder(place.folders.assessments, place.fs);
  return whileLocked(place, id, async file => {
    const current = await readIfThere(place, file);
    if (current) await writeBackup(folder, current, place.clock(), place.fs);
    await writeDurably(file, bytes, place.fs);
    return assessment;
  });
}

async function readIfThere(place: Place, file: string): Promise<Uint8Array | undefined> {
  try {
    return await readBytes(file, place.fs);
  } catch (error) {
    if (isStoreError(error, 'not-found')) return undefined;
    throw error;
  }
}

/** See `Store.setAside`. */
export async function setAsideAssessment(place: Place, id: string): Promise<{ movedTo: string; backup?: Backup }> {
  return whileLocked(place, id, async file => {
    const path = assessmentPath(place, id);
    await requireDamaged(place, id, file);
    const movedTo = await freeName(place, `${path.slice(0, -'.json'.length)}.damaged-${stamp(place.clock())}`);
    await place.fs.rename(path, movedTo);
    await syncFolder(dirname(path), place.fs);
    const backup = await newestBackup(backupFolder(place, id), id, place.fs);
    return { movedTo, ...(backup && { backup }) };
  });
}

/** Another process may have restored the file since it was found damaged. */
async function requireDamaged(place: Place, id: string, file: string): Promise<void> {
  const path = assessmentPath(place, id);
  try {
    parseAssessment(await readBytes(file, place.fs), id, path);
  } catch (error) {
    if (isStoreError(error, 'damaged')) return;
    throw error;
  }
  throw new StoreError('invalid', path, { detail: 'not damaged' });
}

async function freeName(place: Place, base: string): Promise<string> {
  let path = `${base}.json`;
  for (let number = 2; await isTaken(place, path); number += 1) path = `${base}-${number}.json`;
  return path;
}
