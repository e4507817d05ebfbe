import type { Assessment } from '../assessment/assessment.ts';
import { newestBackup } from './backups.ts';
import { readBytes } from './bytes.ts';
import { asStoreError, errnoOf, isStoreError, StoreError } from './errors.ts';
import { readNames } from './files.ts';
import { parseAssessment } from './format.ts';
import { assessmentPath, backupFolder, isId, type Known, type Place } from './place.ts';

/** One answers file of a list: readable, or not and why. */
export type Listed =
  | { kind: 'ok'; assessment: Assessment }
  | { kind: 'bad'; id: string; path: string; error: StoreError };

/** See `Store.list`. */
export async function listAssessments(place: Place): Promise<Listed[]> {
  const listed: Listed[] = [];
  for (const id of await idsOf(place)) {
    const one = await listOne(place, id);
    if (one) listed.push(one);
  }
  return listed.sort(byRecency);
}

/** See `Store.ids`. */
export async function idsOf(place: Place): Promise<string[]> {
  const names = await readNames(place.folders.assessments, place.fs);
  return names
    .filter(name => name.endsWith('.json'))
    .map(name => name.slice(0, -'.json'.length))
    .filter(isId);
}

/** See `Store.listOne`. */
export async function listOne(place: Place, id: string): Promise<Listed | undefined> {
  const path = assessmentPath(place, id);
  try {
    return { kind: 'ok', assessment: parseAssessment(await readBytes(path, place.fs), id, path) };
  } catch (error) {
    // Removed by another process since the folder was read.
    if (isStoreError(error, 'not-found')) return undefined;
    if (error instanceof StoreError) return { kind: 'bad', id, path, error };
    throw error;
  }
}

function byRecency(a: Listed, b: Listed): number {
  return changedAt(b) - changedAt(a) || (idOf(a) < idOf(b) ? -1 : 1);
}

function changedAt(listed: Listed): number {
  return listed.kind === 'ok' ? Date.parse(listed.assessment.updatedAt) : 0;
}

function idOf(listed: Listed): string {
  return listed.kind === 'ok' ? listed.assessment.id : listed.id;
}

/** See `Store.read`. */
export async function readAssessment(place: Place, id: string): Promise<Assessment> {
  const path = assessmentPath(place, id);
  const bytes = await readBytes(path, place.fs);
  try {
    return understood(place, id, bytes).assessment;
  } catch (error) {
    if (!isStoreError(error, 'damaged')) throw error;
    const backup = await newestBackup(backupFolder(place, id), id, place.fs);
    throw new StoreError('damaged', path, { ...facts(error), ...(backup && { backup: backup.path }) });
  }
}

/** What the bytes of an answers file say. Throws StoreError `newer` or `damaged`. */
export function understood(place: Place, id: string, bytes: Uint8Array): Known {
  const last = place.last.get(id);
  if (last && Buffer.compare(last.bytes, bytes) === 0) return last;
  const known: Known = { bytes, assessment: parseAssessment(bytes, id, assessmentPath(place, id)) };
  place.last.set(id, known);
  return known;
}

function facts({ detail, cause }: StoreError): { detail?: string; cause: unknown } {
  return { cause, ...(detail !== undefined && { detail }) };
}

/** See `Store.freeId`. */
export async function freeId(place: Place, base: string): Promise<string> {
  let id = base;
  for (let number = 2; await isTaken(place, assessmentPath(place, id)); number += 1) {
    const suffix = `-${number}`;
    id = `${base.slice(0, 60 - suffix.length)}${suffix}`;
  }
  return id;
}

/** Whether anything has this name, even a symbolic link to nothing. */
export async function isTaken(place: Place, path: string): Promise<boolean> {
  try {
    await place.fs.lstat(path);
    return true;
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') return false;
    throw asStoreError(error, path);
  }
}
