import { basename, dirname, join } from 'node:path';
import type { Assessment } from '../assessment/assessment.ts';
import { asStoreError, errnoOf, LostLock, StoreError } from './errors.ts';
import { type Fs, readNames, TEMP_NAME, type WriteHooks } from './files.ts';
import { requireOwnFolder } from './guard.ts';
import type { HomeFolders } from './home.ts';
import { withLock } from './lock.ts';
import { lockPath } from './lock-holder.ts';
import type { Host } from './process.ts';
import { removeIfLeft } from './sweep.ts';

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
  onUnsynced: (error: StoreError) => void;
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

/** How often a work begins anew after its lock was taken over meanwhile. */
const TRIES = 5;

/**
 * Runs `work` while nobody else, in this process or another, changes the answers file. What it is given goes to each
 * write of that file; where the lock turns out to be lost by then, the work is run again under a new one, with nothing
 * written.
 */
export async function whileLocked<T>(place: Place, id: string, work: (hooks: Guarded) => Promise<T>): Promise<T> {
  const path = assessmentPath(place, id);
  const { fs, onUnsynced } = place;
  const once = (): Promise<T> =>
    withLock(
      path,
      place.host(),
      async ({ check }) => {
        await removeTemps(path, place.host(), fs);
        return work({ beforeRename: check, onUnsynced });
      },
      fs,
    );
  return place.inTurn(id, async () => {
    try {
      await requireOwnFolder(place.folders.assessments, fs);
      for (let tries = 1; tries < TRIES; tries += 1) {
        const done = await once().then(result => ({ result }), onlyLost);
        if (done) return done.result;
      }
      return await once();
    } catch (error) {
      if (error instanceof LostLock) throw new StoreError('locked', path, { lock: lockPath(path) });
      throw asStoreError(error, path);
    }
  });
}

/** What a write under a lock is told. */
export type Guarded = Required<WriteHooks>;

function onlyLost(error: unknown): undefined {
  if (!(error instanceof LostLock)) throw error;
}

/**
 * Whoever has the lock has the only right to write, so a temporary file of these answers belongs to a process that lost it
 * or is dead. Without the file, a process that was suspended between its last look at the lock and the rename cannot put
 * its old state in place any more. Of other answers, those of dead processes go.
 */
async function removeTemps(path: string, host: Host, fs: Fs): Promise<void> {
  const folder = dirname(path);
  const prefix = `.${basename(path)}.`;
  for (const name of await readNames(folder, fs)) {
    if (!TEMP_NAME.test(name)) continue;
    if (!name.startsWith(prefix)) await removeIfLeft(folder, name, host, fs);
    else
      await fs.unlink(join(folder, name)).catch(error => {
        if (errnoOf(error) !== 'ENOENT') throw error;
      });
  }
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
