import { randomBytes } from 'node:crypto';
import * as promises from 'node:fs/promises';
import { basename, dirname, isAbsolute, join } from 'node:path';
import { asStoreError, errnoOf, LostLock, StoreError } from './errors.ts';
import { regularFile, requireOwnFolder, requireWritable } from './guard.ts';
import { machineTag } from './process.ts';

/** The file system calls the store makes; an argument, so that tests can make any of them fail. */
export type Fs = Pick<
  typeof promises,
  'chmod' | 'lstat' | 'mkdir' | 'open' | 'readdir' | 'readlink' | 'realpath' | 'rename' | 'stat' | 'unlink' | 'utimes'
>;

/** The real file system. */
export const nodeFs: Fs = promises;

/** Names of the temporary files of this program; group 1 is the pid of the writer, group 2 the tag of its machine. */
export const TEMP_NAME = /^\..+\.(\d+)\.([0-9a-f]{4})[0-9a-f]{8}\.tmp$/;

const NO_MODES = new Set(['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EINVAL']);
const NO_FOLDER_SYNC = new Set(['EINVAL', 'EPERM', 'EISDIR', 'EACCES']);
const MAX_LINKS = 40;

/**
 * What a write can be told. `beforeRename` is asked last, before the new file takes the place of the old one, and may
 * refuse; with it, a temporary file that is gone counts as a lock that was lost. `onUnsynced` hears that the new file is in
 * place but that the disk would not confirm its name, so that a power cut may still bring the old one back.
 */
export type WriteHooks = { beforeRename?: () => Promise<void>; onUnsynced?: (error: StoreError) => void };

/**
 * Replaces a file of the data directory so that a reader, a crash or a full disk sees the old bytes or the new ones, never
 * a part. When it resolves, the bytes are on the disk. Throws StoreError: `link`, `no-file`, `protected` or a failure of
 * the disk, each with the old file in place; LostLock where `beforeRename` is given.
 */
export async function writeDurably(
  path: string,
  bytes: Uint8Array,
  fs: Fs = nodeFs,
  { beforeRename, onUnsynced }: WriteHooks = {},
): Promise<void> {
  try {
    await requireOwnFolder(dirname(path), fs);
    requireWritable(path, await regularFile(path, fs));
    const temp = tempPath(path, basename(path));
    await createFile(temp, bytes, fs, { flush: true });
    try {
      await beforeRename?.();
      await fs.rename(temp, path);
    } catch (error) {
      await fs.unlink(temp).catch(() => undefined);
      throw beforeRename && errnoOf(error) === 'ENOENT' ? new LostLock() : error;
    }
  } catch (error) {
    throw asStoreError(error, path);
  }
  await confirmFolder(dirname(path), fs, onUnsynced);
}

/** A new name for a temporary file beside `path`, hidden and with who writes it. */
export function tempPath(path: string, name: string): string {
  const random = `${machineTag()}${randomBytes(4).toString('hex')}`;
  return join(dirname(path), `.${name}.${process.pid}.${random}.tmp`);
}

/**
 * Flushes the names in a folder in which something has been changed already: what cannot be taken back is no failure, so
 * this tells `onUnsynced` where the disk refuses twice.
 */
export async function confirmFolder(
  path: string,
  fs: Fs,
  onUnsynced: ((error: StoreError) => void) | undefined,
): Promise<void> {
  try {
    await syncFolder(path, fs).catch(() => syncFolder(path, fs));
  } catch (error) {
    const failed = asStoreError(error, path);
    if (!(failed instanceof StoreError)) throw error;
    onUnsynced?.(failed);
  }
}

/** Makes a file that must not exist yet (else EEXIST), 0600 whatever the umask; on another error it is gone again. */
export async function createFile(
  path: string,
  bytes: Uint8Array,
  fs: Fs,
  { flush }: { flush: boolean },
): Promise<void> {
  const handle = await fs.open(path, 'wx', 0o600);
  try {
    try {
      await setMode(mode => handle.chmod(mode), 0o600);
      await writeAll(handle, bytes);
      if (flush) await handle.sync();
      const { size } = await handle.stat();
      if (size !== bytes.length) throw shortWrite();
    } finally {
      await handle.close();
    }
  } catch (error) {
    await fs.unlink(path).catch(() => undefined);
    throw error;
  }
}

async function writeAll(handle: promises.FileHandle, bytes: Uint8Array): Promise<void> {
  for (let done = 0; done < bytes.length; ) {
    const { bytesWritten } = await handle.write(bytes, done, bytes.length - done, null);
    if (bytesWritten === 0) throw shortWrite();
    done += bytesWritten;
  }
}

function shortWrite(): Error {
  return Object.assign(new Error('short write'), { code: 'SHORT_WRITE', syscall: 'write' });
}

/** Sets a mode. File systems without modes (exFAT, some shares) refuse, and answers must still be kept there. */
export async function setMode(chmod: (mode: number) => Promise<void>, mode: number): Promise<void> {
  try {
    await chmod(mode);
  } catch (error) {
    if (!NO_MODES.has(errnoOf(error) ?? '')) throw error;
  }
}

/** Flushes the names in a folder, where the platform can do that at all. */
export async function syncFolder(path: string, fs: Fs): Promise<void> {
  try {
    const handle = await fs.open(path, 'r');
    try {
      await handle.sync();
    } finally {
      await handle.close();
    }
  } catch (error) {
    if (!NO_FOLDER_SYNC.has(errnoOf(error) ?? '')) throw error;
  }
}

/** The file that `path` stands for, through symbolic links, even where the last one points at nothing yet. */
export async function realTarget(path: string, fs: Fs = nodeFs, links = 0): Promise<string> {
  try {
    return await fs.realpath(path);
  } catch (error) {
    if (errnoOf(error) !== 'ENOENT' || links > MAX_LINKS) throw error;
  }
  try {
    const link = await fs.readlink(path);
    const folder = await fs.realpath(dirname(path));
    return await realTarget(isAbsolute(link) ? link : join(folder, link), fs, links + 1);
  } catch (error) {
    if (errnoOf(error) === 'ENOENT' || errnoOf(error) === 'EINVAL') return path;
    throw error;
  }
}

/** The names in a folder of the data directory; one that does not exist is empty. Throws StoreError, `link` for a link. */
export async function readNames(folder: string, fs: Fs): Promise<string[]> {
  await requireOwnFolder(folder, fs);
  try {
    return await fs.readdir(folder);
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') return [];
    throw asStoreError(error, folder);
  }
}
