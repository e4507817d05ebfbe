import { randomBytes } from 'node:crypto';
import * as promises from 'node:fs/promises';
import { basename, dirname, isAbsolute, join } from 'node:path';
import { asStoreError, errnoOf } from './errors.ts';

/** The file system calls the store makes; an argument, so that tests can make any of them fail. */
export type Fs = Pick<
  typeof promises,
  'chmod' | 'lstat' | 'mkdir' | 'open' | 'readdir' | 'readFile' | 'readlink' | 'realpath' | 'rename' | 'stat' | 'unlink'
>;

/** The real file system. */
export const nodeFs: Fs = promises;

/** Names of the temporary files of `writeDurably`; group 1 is the pid of the writer. */
export const TEMP_NAME = /^\..+\.(\d+)\.[0-9a-f]{12}\.tmp$/;

const NO_MODES = new Set(['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EINVAL']);
const NO_FOLDER_SYNC = new Set(['EINVAL', 'EPERM', 'EISDIR', 'EACCES']);
const MAX_LINKS = 40;

/**
 * Replaces a file so that a reader, a crash or a full disk sees the old bytes or the new ones, never a part.
 * When it resolves, the bytes are on the disk. A symbolic link stays, its target is replaced. Throws StoreError.
 */
export async function writeDurably(path: string, bytes: Uint8Array, fs: Fs = nodeFs): Promise<void> {
  try {
    const target = await realTarget(path, fs);
    const temp = join(dirname(target), `.${basename(target)}.${process.pid}.${randomBytes(6).toString('hex')}.tmp`);
    await createFile(temp, bytes, fs, { flush: true });
    try {
      await fs.rename(temp, target);
    } catch (error) {
      await fs.unlink(temp).catch(() => undefined);
      throw error;
    }
    await syncFolder(dirname(target), fs);
  } catch (error) {
    throw asStoreError(error, path);
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

/** The bytes of a file. Throws StoreError. */
export async function readBytes(path: string, fs: Fs): Promise<Uint8Array> {
  try {
    return await fs.readFile(path);
  } catch (error) {
    throw asStoreError(error, path);
  }
}

/** The names in a folder; a folder that does not exist is empty. Throws StoreError. */
export async function readNames(folder: string, fs: Fs): Promise<string[]> {
  try {
    return await fs.readdir(folder);
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') return [];
    throw asStoreError(error, folder);
  }
}
