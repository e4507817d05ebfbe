import { randomUUID } from 'node:crypto';
import { basename, dirname, join } from 'node:path';
import * as z from 'zod';
import { asStoreError, errnoOf, StoreError } from './errors.ts';
import { createFile, type Fs, nodeFs } from './files.ts';
import type { Host } from './process.ts';

const Owner = z.object({
  pid: z.number().int().positive(),
  machine: z.string(),
  startTime: z.string().optional(),
  at: z.number(),
  token: z.string().min(1),
});
type Owner = z.infer<typeof Owner>;

/** Who has a lock; `mark` tells one holding from the next. No owner: the file has no content yet. */
type Holder = { mark: string; owner: Owner | undefined };

/** A lock is held for milliseconds; a file without content after this time was left by a crash. */
const UNFINISHED_MS = 2_000;
/** Of a process on another machine nothing is known but how long ago it took the lock. */
const FOREIGN_MS = 600_000;

/**
 * Runs `work` while no other process that uses this function on `path` does. A lock left by a dead process is removed.
 * Waits as long as the lock changes hands; throws StoreError `locked` when one holder keeps it for `host.patienceMs`.
 */
export async function withLock<T>(path: string, host: Host, work: () => Promise<T>, fs: Fs = nodeFs): Promise<T> {
  const lock = lockPath(path);
  const token = await acquire(path, lock, host, fs);
  try {
    return await work();
  } finally {
    await release(lock, token, host, fs);
  }
}

/** The lock file that guards `path`; its folder must exist. */
export function lockPath(path: string): string {
  return join(dirname(path), `.${basename(path)}.lock`);
}

async function acquire(path: string, lock: string, host: Host, fs: Fs): Promise<string> {
  const token = randomUUID();
  const began = host.now();
  let seen = { mark: '', since: began };
  try {
    while (!(await tryLock(lock, token, host, fs))) {
      const holder = await readHolder(lock, fs);
      if (!holder) continue;
      const now = host.now();
      if (holder.mark !== seen.mark) seen = { mark: holder.mark, since: now };
      if (isStale(holder, now - seen.since, host)) await breakLock(lock, holder, host, fs);
      else if (now - seen.since >= host.patienceMs) throw lockedBy(holder, path);
      else await host.wait(pause(now - began));
    }
  } catch (error) {
    throw asStoreError(error, path);
  }
  return token;
}

/** Whoever has waited long asks more often, or a process that saves in a loop would always be first. */
function pause(waited: number): number {
  return 1 + Math.random() * (waited < 200 ? 10 : 3);
}

async function tryLock(lock: string, token: string, host: Host, fs: Fs): Promise<boolean> {
  const { pid, machine } = host;
  const owner: Owner = { pid, machine, startTime: host.startTime(pid), at: host.now(), token };
  try {
    await createFile(lock, new TextEncoder().encode(`${JSON.stringify(owner)}\n`), fs, { flush: false });
    return true;
  } catch (error) {
    if (errnoOf(error) === 'EEXIST') return false;
    // On a disk that went read-only meanwhile, the lock cannot be taken away again and would hold this process up.
    host.abandoned.add(token);
    throw error;
  }
}

async function readHolder(lock: string, fs: Fs): Promise<Holder | undefined> {
  try {
    const owner = parseOwner(await fs.readFile(lock, 'utf8'));
    if (owner) return { mark: owner.token, owner };
    const { ino, mtimeMs } = await fs.lstat(lock);
    return { mark: `${ino} ${mtimeMs}`, owner };
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') return undefined;
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

function isStale({ owner }: Holder, waited: number, host: Host): boolean {
  if (!owner) return waited >= UNFINISHED_MS;
  if (host.abandoned.has(owner.token)) return true;
  if (owner.machine !== host.machine) return host.now() - owner.at > FOREIGN_MS;
  if (!host.isAlive(owner.pid)) return true;
  const started = host.startTime(owner.pid);
  return started !== undefined && owner.startTime !== undefined && started !== owner.startTime;
}

/**
 * Removes the lock of a dead holder. Only under a lock of its own: of two processes that saw the same dead holder,
 * the slower one would otherwise remove the lock that the faster one took in the meantime.
 */
async function breakLock(lock: string, stale: Holder, host: Host, fs: Fs): Promise<void> {
  const check = async (): Promise<void> => {
    if ((await readHolder(lock, fs))?.mark === stale.mark) await fs.unlink(lock);
  };
  await withLock(lock, host, check, fs);
}

/** Never throws: `work` is done by now, and its result must not be lost over a leftover lock. */
async function release(lock: string, token: string, host: Host, fs: Fs): Promise<void> {
  try {
    if ((await readHolder(lock, fs))?.mark === token) await fs.unlink(lock);
  } catch {
    host.abandoned.add(token);
  }
}

function lockedBy({ owner }: Holder, path: string): StoreError {
  return new StoreError('locked', path, owner ? { detail: `pid ${owner.pid}, ${owner.machine}` } : {});
}
