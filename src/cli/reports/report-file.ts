import { constants } from 'node:fs';
import { access, type FileHandle, open, opendir, rename, stat, unlink } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { asStoreError, type StoreError } from '../../store/errors.ts';
import { confirmFolder, nodeFs, realTarget, tempPath } from '../../store/files.ts';
import { requireWritable } from '../../store/guard.ts';
import { isOwnPlace } from '../../store/own-place.ts';
import { thisHost } from '../../store/process.ts';
import { removeIfLeft } from '../../store/sweep.ts';
import { UsageError } from '../kernel/usage-error.ts';

/** How temporary files of reports begin: the name of a report may be as long as a name can be. */
const TEMP_BASE = 'tenken';
/** A folder with more names is not looked through for leftovers. */
const MOST_NAMES = 5000;

/**
 * Writes a report so that a reader sees the old file or the new one, never a part. A file that exists keeps its mode;
 * a pipe or device is written to as it is, and a link is followed: it is the person who chose it. `home` is the data
 * directory. Gives the error where the file is in place but the disk did not confirm its name. Throws StoreError, and
 * UsageError `output-in-data` for a place where the data directory keeps its own files.
 */
export async function writeReportFile(
  path: string,
  text: string | Uint8Array,
  home: string,
): Promise<StoreError | undefined> {
  try {
    const target = await realTarget(path);
    if (await isOwnPlace(target, home)) throw new UsageError('output-in-data', { path });
    const before = await stat(target).catch(() => undefined);
    if (before?.isDirectory()) throw Object.assign(new Error('directory'), { code: 'EISDIR', syscall: 'open' });
    if (before && !before.isFile()) return await writeInto(target, text);
    requireWritable(path, before);
    if (before) await access(target, constants.W_OK);
    await replace(target, text, before?.mode ?? 0o644 & ~process.umask());
    return await confirmed(dirname(target));
  } catch (error) {
    throw asStoreError(error, path);
  }
}

async function confirmed(folder: string): Promise<StoreError | undefined> {
  let unsynced: StoreError | undefined;
  await confirmFolder(folder, nodeFs, error => {
    unsynced = error;
  });
  await removeLeftovers(folder);
  return unsynced;
}

/** A pipe or a device. */
async function writeInto(path: string, text: string | Uint8Array): Promise<undefined> {
  const handle = await open(path, 'w');
  try {
    await handle.writeFile(text);
  } finally {
    await handle.close();
  }
}

async function replace(target: string, text: string | Uint8Array, mode: number): Promise<void> {
  const temp = tempPath(target, TEMP_BASE);
  // For nobody else until it is what it should be: where the program is killed, it stays.
  const handle = await open(temp, 'wx', 0o600);
  try {
    await fill(handle, text, mode);
    await rename(temp, target);
  } catch (error) {
    await unlink(temp).catch(() => undefined);
    throw error;
  }
}

async function fill(handle: FileHandle, text: string | Uint8Array, mode: number): Promise<void> {
  try {
    await handle.writeFile(text);
    await handle.chmod(mode & 0o777).catch(() => undefined);
    await handle.sync();
    const { size } = await handle.stat();
    if (size !== Buffer.byteLength(text))
      throw Object.assign(new Error('short write'), { code: 'SHORT_WRITE', syscall: 'write' });
  } finally {
    await handle.close();
  }
}

/** Removes what reports that were killed have left in a folder. Never throws: the report is written. */
async function removeLeftovers(folder: string): Promise<void> {
  const host = thisHost();
  let names = 0;
  try {
    for await (const { name } of await opendir(folder)) {
      names += 1;
      if (names > MOST_NAMES) return;
      if (basename(name).startsWith(`.${TEMP_BASE}.`)) await removeIfLeft(folder, name, host, nodeFs);
    }
  } catch {
    // A folder that may be written to but not read.
  }
}
