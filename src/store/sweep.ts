import { join } from 'node:path';
import { StoreError } from './errors.ts';
import { readNames, TEMP_NAME } from './files.ts';
import type { Place } from './place.ts';

/** See `Store.sweep`. */
export async function sweep(place: Place): Promise<number> {
  const { assessments, backups, questionnaires } = place.folders;
  const each = (await namesOrNone(place, backups)).map(name => join(backups, name));
  let removed = 0;
  for (const folder of [assessments, questionnaires, ...each]) {
    for (const name of await namesOrNone(place, folder)) {
      const pid = TEMP_NAME.exec(name)?.[1];
      if (pid !== undefined && (await removeIfLeft(place, join(folder, name), Number(pid)))) removed += 1;
    }
  }
  return removed;
}

async function removeIfLeft(place: Place, path: string, pid: number): Promise<boolean> {
  const { fs } = place;
  const host = place.host();
  try {
    // In containers the program often has the same pid every time, so of its own pid the older files are leftovers.
    const left = pid === host.pid ? (await fs.lstat(path)).mtimeMs < host.startedAt : !host.isAlive(pid);
    if (left) await fs.unlink(path);
    return left;
  } catch {
    return false;
  }
}

async function namesOrNone(place: Place, folder: string): Promise<string[]> {
  try {
    return await readNames(folder, place.fs);
  } catch (error) {
    if (error instanceof StoreError) return [];
    throw error;
  }
}
