import { join } from 'node:path';
import { asStoreError, StoreError } from './errors.ts';
import { type Fs, readBytes, readNames, writeDurably } from './files.ts';
import { parseAssessment } from './format.ts';
import { makeFolder } from './home.ts';

/** A kept copy of an answers file. `at` is the ISO instant it was made. */
export type Backup = { path: string; at: string };

const NEWEST = 20;
const DAYS = 30;
const DAY_MS = 86_400_000;
const NAME = /^(\d{4}-\d\d-\d\d)T(\d\d)-(\d\d)-(\d\d)-(\d{3})Z\.json$/;

/** An instant as part of a file name, in UTC: `2026-11-22T09-05-00-000Z`. */
export function stamp(at: Date): string {
  return at.toISOString().replace(/[:.]/g, '-');
}

/** The ISO instant in the name of a backup, undefined for any other name. */
export function instantOf(name: string): string | undefined {
  const [, day, hour, minute, second, ms] = NAME.exec(name) ?? [];
  return day === undefined ? undefined : `${day}T${hour}:${minute}:${second}.${ms}Z`;
}

/** Which of these names of backups are too many: all but the 20 newest and the last of each UTC day for 30 days. */
export function expired(names: string[], now: Date): string[] {
  const newestFirst = names
    .filter(name => instantOf(name) !== undefined)
    .sort()
    .reverse();
  const since = stamp(new Date(now.getTime() - DAYS * DAY_MS));
  const days = new Set<string>();
  return newestFirst.filter((name, index) => {
    const day = name.slice(0, 10);
    const lastOfDay = name >= since && !days.has(day);
    days.add(day);
    return index >= NEWEST && !lastOfDay;
  });
}

/**
 * Keeps `bytes` as a new backup in `folder`, which is made if missing; returns its path. Two of the same millisecond
 * never overwrite each other: the later is named a millisecond later. Call it under the lock of the answers file.
 */
export async function writeBackup(folder: string, bytes: Uint8Array, now: Date, fs: Fs): Promise<string> {
  await makeFolder(folder, fs);
  const taken = new Set(await readNames(folder, fs));
  let at = now;
  while (taken.has(`${stamp(at)}.json`)) at = new Date(at.getTime() + 1);
  const path = join(folder, `${stamp(at)}.json`);
  await writeDurably(path, bytes, fs);
  return path;
}

/** Removes the backups in `folder` that are too many. */
export async function pruneBackups(folder: string, now: Date, fs: Fs): Promise<void> {
  for (const name of expired(await readNames(folder, fs), now)) {
    const path = join(folder, name);
    await fs.unlink(path).catch(error => {
      throw asStoreError(error, path);
    });
  }
}

/** The backups in `folder` that can be restored, newest first; damaged and newer ones are left out. */
export async function listBackups(folder: string, id: string, fs: Fs): Promise<Backup[]> {
  const good: Backup[] = [];
  for await (const backup of goodBackups(folder, id, fs)) good.push(backup);
  return good;
}

/** The newest backup in `folder` that can be restored; undefined also where the folder cannot be read. */
export async function newestBackup(folder: string, id: string, fs: Fs): Promise<Backup | undefined> {
  try {
    for await (const backup of goodBackups(folder, id, fs)) return backup;
  } catch (error) {
    if (!(error instanceof StoreError)) throw error;
  }
  return undefined;
}

async function* goodBackups(folder: string, id: string, fs: Fs): AsyncGenerator<Backup> {
  for (const name of (await readNames(folder, fs)).sort().reverse()) {
    const at = instantOf(name);
    const path = join(folder, name);
    if (at !== undefined && (await isGood(path, id, fs))) yield { path, at };
  }
}

async function isGood(path: string, id: string, fs: Fs): Promise<boolean> {
  try {
    parseAssessment(await readBytes(path, fs), id, path);
    return true;
  } catch (error) {
    if (error instanceof StoreError) return false;
    throw error;
  }
}
