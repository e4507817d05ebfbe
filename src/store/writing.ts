import { basename, dirname, join, resolve } from 'node:path';
import type { Assessment } from '../assessment/assessment.ts';
import { type BackupReason, parseBackupName, stamp } from './backup-names.ts';
import {
  type Backup,
  isBackup,
  isDue,
  type Keeping,
  newestBackup,
  pruneBackups,
  REMOVED_LIMIT,
  writeBackup,
} from './backups.ts';
import { readBytes } from './bytes.ts';
import { errnoOf, isStoreError, StoreError } from './errors.ts';
import { confirmFolder, type Fs, writeDurably } from './files.ts';
import { assessmentText, encodeAssessment, parseAssessment } from './format.ts';
import { regularFile, requireOwnFolder, requireOwnFolders, requireWritable } from './guard.ts';
import { LISTING, makeFolder, PICTURES } from './home.ts';
import { assessmentPath, backupFolder, type Guarded, type Place, whileLocked } from './place.ts';
import { isTaken, understood } from './reading.ts';

const BACKUP_EVERY_MS = 300_000;

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
  await requireOwnFolder(place.folders.assessments, place.fs);
  await makeFolder(place.folders.assessments, place.fs);
  return whileLocked(place, id, async hooks => {
    if (await isTaken(place, path)) throw new StoreError('exists', path);
    await writeDurably(path, Buffer.from(encoded.text), place.fs, hooks);
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
  return whileLocked(place, id, async hooks => {
    const path = assessmentPath(place, id);
    const bytes = await readBytes(path, place.fs);
    const before = understood(place, id, bytes);
    const after = encodeAssessment(change(before.assessment), id, path);
    const isNew = after.text !== (before.text ?? assessmentText(before.assessment, id));
    const written = { bytes: isNew ? Buffer.from(after.text) : bytes, ...after };
    if (isNew) {
      requireWritable(path, await regularFile(path, place.fs));
      const at = { place, id, hooks };
      if (backup !== undefined) await keep(at, bytes, backup);
      else await keepIfDue(at, bytes, isMilestone(before.assessment, after.assessment) ? 'milestone' : 'edit');
      await writeDurably(path, written.bytes, place.fs, hooks);
    }
    place.last.set(id, written);
    return after.assessment;
  });
}

function isMilestone(before: Assessment, after: Assessment): boolean {
  const ids = ({ milestones = [] }: Assessment): string => milestones.map(one => one.id).join(' ');
  return ids(before) !== ids(after);
}

/** The assessment that is locked, and what each write is told. */
type At = { place: Place; id: string; hooks: Guarded };

/** Keeps the state before a change, or throws; returns the path. Too many backups are no reason to refuse. */
async function keep({ place, id, hooks }: At, bytes: Uint8Array, reason: Keeping['reason']): Promise<string> {
  const folder = backupFolder(place, id);
  const path = await writeBackup(folder, bytes, { reason, now: place.clock() }, place.fs, hooks);
  await pruneBackups(folder, place.fs).catch(reported(place));
  return path;
}

/**
 * A backup protects an older state; the answer just given exists nowhere else. So a backup that fails is reported,
 * tried again at the next change, and never stops the answer from being written.
 */
async function keepIfDue(at: At, bytes: Uint8Array, reason: 'edit' | 'milestone'): Promise<void> {
  const { place, id } = at;
  const now = place.clock().getTime();
  const last = place.backedUp.get(id);
  try {
    // A clock that was set back must not stop backups until it has caught up.
    const isEarly = last !== undefined && Math.abs(now - last) < BACKUP_EVERY_MS;
    if (isEarly && reason === 'edit' && !(await isDue(backupFolder(place, id), place.fs))) return;
    await keep(at, bytes, reason);
    place.backedUp.set(id, now);
  } catch (error) {
    reported(place)(error);
  }
}

function reported(place: Place): (error: unknown) => void {
  return error => {
    if (!(error instanceof StoreError)) throw error;
    place.onBackupError(error);
  };
}

/** See `Store.remove`. */
export async function removeAssessment(place: Place, id: string): Promise<Backup> {
  return whileLocked(place, id, async hooks => {
    const { fs } = place;
    const { beforeRename, onUnsynced } = hooks;
    const path = assessmentPath(place, id);
    const bytes = await readBytes(path, fs, REMOVED_LIMIT);
    const kept = await keep({ place, id, hooks }, bytes, 'remove');
    await beforeRename();
    await moveInto(kept, path, fs);
    await confirmFolder(dirname(kept), fs, onUnsynced);
    await confirmFolder(dirname(path), fs, onUnsynced);
    await removePictures(place);
    const { at = '', reason = 'remove' } = parseBackupName(basename(kept)) ?? {};
    return { path: kept, at, reason, bytes: bytes.length };
  });
}

/**
 * Moves the answers over their own backup instead of deleting them: where somebody else has written since they were read,
 * what goes is what they wrote, and it must be in the backup.
 */
async function moveInto(kept: string, path: string, fs: Fs): Promise<void> {
  try {
    await fs.rename(path, kept);
  } catch (error) {
    if (errnoOf(error) !== 'EXDEV') throw error;
    await fs.unlink(path);
  }
}

/** The pictures of the last screens show answers; they are made anew when the screens are left. */
async function removePictures({ folders, fs }: Place): Promise<void> {
  for (const name of [...PICTURES, LISTING]) await fs.unlink(join(folders.home, name)).catch(() => undefined);
}

/** A backup of this id with its bytes. Throws StoreError `invalid` for any other path. */
export async function openBackup(
  place: Place,
  id: string,
  backupPath: string,
): Promise<{ bytes: Uint8Array; assessment: Assessment }> {
  const folder = backupFolder(place, id);
  const from = resolve(folder, backupPath);
  if (dirname(from) !== resolve(folder) || !isBackup(from)) {
    throw new StoreError('invalid', backupPath, { detail: 'backup' });
  }
  await requireOwnFolders(folder, place.fs);
  const bytes = await readBytes(from, place.fs);
  return { bytes, assessment: parseAssessment(bytes, id, from) };
}

/** See `Store.restore`. */
export async function restoreAssessment(place: Place, id: string, backupPath: string): Promise<Assessment> {
  const { bytes, assessment } = await openBackup(place, id, backupPath);
  await requireOwnFolder(place.folders.assessments, place.fs);
  await makeFolder(place.folders.assessments, place.fs);
  return whileLocked(place, id, async hooks => {
    const path = assessmentPath(place, id);
    const current = await readIfThere(place, path);
    if (current) await keep({ place, id, hooks }, current, 'restore');
    await writeDurably(path, bytes, place.fs, hooks);
    return assessment;
  });
}

/** See `Store.put`. */
export async function putAssessment(place: Place, id: string, assessment: Assessment): Promise<Assessment> {
  const path = assessmentPath(place, id);
  const encoded = encodeAssessment(assessment, id, path);
  return whileLocked(place, id, async hooks => {
    const current = await readIfThere(place, path);
    if (current) await keep({ place, id, hooks }, current, 'merge');
    await writeDurably(path, Buffer.from(encoded.text), place.fs, hooks);
    return encoded.assessment;
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
  return whileLocked(place, id, async ({ beforeRename, onUnsynced }) => {
    const path = assessmentPath(place, id);
    await requireDamaged(place, id, path);
    const movedTo = await freeName(place, `${path.slice(0, -'.json'.length)}.damaged-${stamp(place.clock())}`);
    await beforeRename();
    await place.fs.rename(path, movedTo);
    await confirmFolder(dirname(path), place.fs, onUnsynced);
    const backup = await newestBackup(backupFolder(place, id), id, place.fs);
    return { movedTo, ...(backup && { backup }) };
  });
}

/** Another process may have restored the file since it was found damaged. */
async function requireDamaged(place: Place, id: string, path: string): Promise<void> {
  try {
    parseAssessment(await readBytes(path, place.fs), id, path);
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
