import { join } from 'node:path';
import { StoreError } from './errors.ts';
import { type Fs, readNames, TEMP_NAME } from './files.ts';
import type { HomeFolders } from './home.ts';
import { type Host, machineTag } from './process.ts';

/** A temporary file of another machine, of which nothing can be asked, is left over after a day. */
const FOREIGN_MS = 86_400_000;

/** What is looked through, and by which machine. */
type Swept = { folders: HomeFolders; fs: Fs; host: () => Host };

/** See `Store.sweep`. */
export async function sweep(place: Swept): Promise<number> {
  const { home, assessments, backups, questionnaires } = place.folders;
  const each = (await namesOrNone(place, backups)).map(name => join(backups, name));
  let removed = 0;
  for (const folder of [home, assessments, questionnaires, ...each]) {
    for (const name of await namesOrNone(place, folder)) {
      if (await removeIfLeft(folder, name, place.host(), place.fs)) removed += 1;
    }
  }
  return removed;
}

/** Removes a temporary file whose writer is dead; whether it did. Never throws. */
export async function removeIfLeft(folder: string, name: string, host: Host, fs: Fs): Promise<boolean> {
  const [, pid, tag] = TEMP_NAME.exec(name) ?? [];
  if (pid === undefined) return false;
  try {
    const path = join(folder, name);
    const { mtimeMs } = await fs.lstat(path);
    // In containers the program often has the same pid every time, so of its own pid the older files are leftovers.
    const isDead = Number(pid) === host.pid ? mtimeMs < host.startedAt : !host.isAlive(Number(pid));
    const isLeft = tag === machineTag() ? isDead : isDead && host.now() - mtimeMs > FOREIGN_MS;
    if (isLeft) await fs.unlink(path);
    return isLeft;
  } catch {
    return false;
  }
}

async function namesOrNone(place: Swept, folder: string): Promise<string[]> {
  try {
    return await readNames(folder, place.fs);
  } catch (error) {
    if (error instanceof StoreError) return [];
    throw error;
  }
}
