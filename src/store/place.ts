import { join } from 'node:path';
import type { Assessment } from '../assessment/assessment.ts';
import { asStoreError, StoreError } from './errors.ts';
import { type Fs, realTarget } from './files.ts';
import type { HomeFolders } from './home.ts';
import { withLock } from './lock.ts';
import type { Host } from './process.ts';

/** What the functions of one store share. */
export type Place = {
  folders: HomeFolders;
  clock: () => Date;
  fs: Fs;
  host: () => Host;
  inTurn: InTurn;
  /** When this store last backed up an assessment, by id, in milliseconds. */
  backedUp: Map<string, number>;
  onBackupError: (error: StoreError) => void;
  /** What this store wrote or found last, by id: the same bytes need not be understood a second time. */
  last: Map<string, Known>;
};

/** The bytes of an answers file with what they say, and the text that this program would write for that. */
export type Known = { bytes: Uint8Array; assessment: Assessment; text?: string };

/** Runs works of the same key one after another, in the order asked for. */
type InTurn = <T>(key: string, work: () => Promise<T>) => Promise<T>;

const ID = /^[a-z0-9][a-z0-9-]{0,59}$/;

/** Whether `id` may become part of a path. */
export function isId(id: string): boolean {
  return ID.test(id);
}

/** The answers file of an assessment. Throws StoreError `invalid` for an id that is none. */
export function assessmentPath(place: Place, id: string): string {
  return join(place.folders.assessments, `${validId(id)}.json`);
}

/** The folder of the backups of an assessment. Throws StoreError `invalid` for an id that is none. */
export function backupFolder(place: Place, id: string): string {
  return join(place.folders.backups, validId(id));
}

function validId(id: string): string {
  if (!isId(id)) throw new StoreError('invalid', id, { detail: 'id' });
  return id;
}

/** Runs `work` while nobody else, in this process or another, changes the answers file, whose real path it is given. */
export async function whileLocked<T>(place: Place, id: string, work: (file: string) => Promise<T>): Promise<T> {
  const path = assessmentPath(place, id);
  return place.inTurn(id, async () => {
    try {
      const file = await realTarget(path, place.fs);
      return await withLock(file, place.host(), () => work(file), place.fs);
    } catch (error) {
      throw asStoreError(error, path);
    }
  });
}

/** A queue per key; a failed work does not stop the next. */
export function createInTurn(): InTurn {
  const tails = new Map<string, Promise<unknown>>();
  return async (key, work) => {
    const mine = (tails.get(key) ?? Promise.resolve()).then(work);
    const tail = mine.catch(() => undefined);
    tails.set(key, tail);
    try {
      return await mine;
    } finally {
      if (tails.get(key) === tail) tails.delete(key);
    }
  };
}
