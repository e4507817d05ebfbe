import { randomUUID } from 'node:crypto';
import { asStoreError, errnoOf, LostLock } from './errors.ts';
import { createFile, type Fs, nodeFs } from './files.ts';
import { ageOf, type Holder, lockedBy, lockPath, type Owner, readHolder } from './lock-holder.ts';
import type { Host } from './process.ts';

/** A lock is held for milliseconds; a file without content after this time was left by a crash. */
const UNFINISHED_MS = 2_000;
/** So long somebody is waited for before it is asked how old the lock is. */
const ASK_AGE_MS = 1_000;
/** A lock of this age holds nobody up, whoever has it. Its holder finds out before it writes (`Held.check`). */
const STALE_MS = 600_000;

/** A lock that is held. `check` throws LostLock where somebody else has taken it over, or removed it. */
export type Held = { check: () => Promise<void> };

/**
 * Runs `work` while no other process that uses this function on `path` does. A lock left by a dead process is removed.
 * Waits as long as the lock changes hands; throws StoreError `locked` when one holder keeps it for `host.patienceMs`.
 */
export async function withLock<T>(
  path: string,
  host: Host,
  work: (held: Held) => Promise<T>,
  fs: Fs = nodeFs,
): Promise<T> {
  const lock = lockPath(path);
  const token = await acquire(path, lock, host, fs);
  const check = async (): Promise<void> => {
    if ((await readHolder(lock, fs))?.mark !== token) throw new LostLock();
  };
  try {
    return await work({ check });
  } finally {
    await release(lock, token, host, fs);
  }
}

type Seen = { mark: string; since: number; age?: number | undefined };

async function acquire(path: string, lock: string, host: Host, fs: Fs): Promise<string> {
  const token = randomUUID();
  const began = host.now();
  let seen: Seen = { mark: '', since: began };
  try {
    while (!(await tryLock(lock, token, host, fs))) {
      const holder = await readHolder(lock, fs);
      if (!holder) continue;
      const now = host.now();
      if (holder.mark !== seen.mark) seen = { mark: holder.mark, since: now };
      const waited = now - seen.since;
      if (waited >= ASK_AGE_MS && !('age' in seen)) seen = { ...seen, age: await ageOf(lock, fs) };
      if (isStale(holder, waited, seen.age, host)) await breakLock(lock, holder, host, fs);
      else if (waited >= host.patienceMs) throw lockedBy(holder, path, lock);
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

/** The clocks of two machines are never compared; `age` is by that of the file system. */
function isStale({ owner }: Holder, waited: number, age: number | undefined, host: Host): boolean {
  if (!owner) return waited >= UNFINISHED_MS;
  if (host.abandoned.has(owner.token)) return true;
  if (age !== undefined && age > STALE_MS) return true;
  if (owner.machine !== host.machine) return false;
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
    if ((await readHolder(lock, fs))?.mark !== stale.mark) return;
    await fs.unlink(lock).catch(error => {
      // Whoever took the lock of the lock over has removed it.
      if (errnoOf(error) !== 'ENOENT') throw error;
    });
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
