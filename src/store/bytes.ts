import { constants } from 'node:fs';
import type { FileHandle } from 'node:fs/promises';
import { dirname } from 'node:path';
import { asStoreError, StoreError } from './errors.ts';
import type { Fs } from './files.ts';
import { kindOf, regularFile, requireOwnFolder } from './guard.ts';

const MB = 1024 * 1024;

/** The largest answers file in bytes. No list comes near it: 10,000 answers take 3 MB. */
export const MAX_BYTES = 64 * MB;

/** Opening a pipe would otherwise wait until somebody writes to it. Windows knows neither flag. */
const UNFOLLOWED = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0) | (constants.O_NOFOLLOW ?? 0);

/**
 * The bytes of a file of the data directory: of a regular file that no link leads to, and of no more than `limit` bytes.
 * Throws StoreError `not-found`, `link`, `no-file`, `damaged` (too large) or a failure of the disk.
 */
export async function readBytes(path: string, fs: Fs, limit = MAX_BYTES): Promise<Uint8Array> {
  try {
    await requireOwnFolder(dirname(path), fs);
    await regularFile(path, fs);
    const handle = await fs.open(path, UNFOLLOWED);
    try {
      return await contentOf(handle, path, limit);
    } finally {
      await handle.close();
    }
  } catch (error) {
    throw asStoreError(error, path);
  }
}

/** Between looking and opening, something else may have been put there. */
async function contentOf(handle: FileHandle, path: string, limit: number): Promise<Uint8Array> {
  const found = await handle.stat();
  if (!found.isFile()) throw new StoreError('no-file', path, { detail: kindOf(found) });
  if (found.size > limit) throw new StoreError('damaged', path, { detail: `> ${limit / MB} MB` });
  return readUpTo(handle, found.size);
}

/** At most `most` bytes from the beginning of an open file, fewer where it ends before. */
export async function readUpTo(handle: FileHandle, most: number): Promise<Uint8Array> {
  const bytes = new Uint8Array(most);
  let filled = 0;
  while (filled < bytes.length) {
    const { bytesRead } = await handle.read(bytes, filled, bytes.length - filled, filled);
    if (bytesRead === 0) break;
    filled += bytesRead;
  }
  return bytes.subarray(0, filled);
}
