import { basename, dirname, join } from 'node:path';
import * as z from 'zod';
import { readBytes } from './bytes.ts';
import { errnoOf, isStoreError, StoreError } from './errors.ts';
import { createFile, type Fs, tempPath } from './files.ts';
import { localTime } from './local-time.ts';

const Owner = z.object({
  pid: z.number().int().positive(),
  machine: z.string(),
  startTime: z.string().optional(),
  at: z.number(),
  token: z.string().min(1),
});

/** Who takes a lock: `at` in milliseconds by the clock of that machine, `token` new for each time. */
export type Owner = z.infer<typeof Owner>;

/** Who has a lock; `mark` tells one holding from the next. No owner: the file has no content yet, or none of ours. */
export type Holder = { mark: string; owner: Owner | undefined };

/** A lock file of ours has some hundred bytes. */
const MOST_BYTES = 4096;
/** Clocks of one file system do not run ahead of themselves; more than that comes from a wrong clock or another tool. */
const AHEAD_MS = 60_000;

/** The lock file that guards `path`; its folder must exist. */
export function lockPath(path: string): string {
  return join(dirname(path), `.${basename(path)}.lock`);
}

/**
 * Who holds a lock, undefined where nobody does. Throws StoreError `link` or `no-file` where something lies in the place of
 * the lock file that this program never makes, with its path: it would stay for ever.
 */
export async function readHolder(lock: string, fs: Fs): Promise<Holder | undefined> {
  try {
    const owner = parseOwner(await contentOf(lock, fs));
    if (owner) return { mark: owner.token, owner };
    const { ino, mtimeMs } = await fs.lstat(lock);
    return { mark: `${ino} ${mtimeMs}`, owner };
  } catch (error) {
    if (isStoreError(error, 'not-found') || errnoOf(error) === 'ENOENT') return undefined;
    throw error;
  }
}

/** What a lock file says, nothing where it is too large to be one. */
async function contentOf(lock: string, fs: Fs): Promise<string> {
  try {
    return new TextDecoder().decode(await readBytes(lock, fs, MOST_BYTES));
  } catch (error) {
    if (isStoreError(error, 'damaged')) return '';
    throw error;
  }
}

function parseOwner(text: string): Owner | undefined {
  try {
    return Owner.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

/**
 * For how long, in milliseconds, a lock file has been there by the clock of its file system, which is the same for every
 * machine that uses it: measured against a file made now. Undefined where that cannot be told. A lock dated in the future
 * is dated now, so that a later look can tell.
 */
export async function ageOf(lock: string, fs: Fs): Promise<number | undefined> {
  const probe = tempPath(lock, basename(lock));
  try {
    await createFile(probe, new Uint8Array(), fs, { flush: false });
    const [{ mtime: now }, { mtime: then }] = [await fs.lstat(probe), await fs.lstat(lock)];
    const age = now.getTime() - then.getTime();
    if (age < -AHEAD_MS) await fs.utimes(lock, now, now);
    return age;
  } catch (error) {
    if (errnoOf(error) === undefined) throw error;
    return undefined;
  } finally {
    await fs.unlink(probe).catch(() => undefined);
  }
}

/** The error for a lock that somebody keeps: who, where and since when by their clock. */
export function lockedBy({ owner }: Holder, path: string, lock: string): StoreError {
  if (!owner) return new StoreError('locked', path, { lock });
  // The pid namespace that follows the name of the machine says nothing to people.
  const [machine = ''] = owner.machine.split(' ');
  return new StoreError('locked', path, { lock, detail: `pid ${owner.pid}, ${machine}, ${localTime(owner.at)}` });
}
