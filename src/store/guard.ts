import type { Stats } from 'node:fs';
import type * as promises from 'node:fs/promises';
import { dirname } from 'node:path';
import { asStoreError, errnoOf, StoreError } from './errors.ts';

/** What is asked of the file system here. */
type Looks = Pick<typeof promises, 'lstat'>;

/**
 * What lies at `path`, looked at without following it; undefined where there is nothing. Throws StoreError `link` for a
 * symbolic link and `no-file` for anything else that is no regular file: the data directory may come from somebody else,
 * and only regular files are ever made in it.
 */
export async function regularFile(path: string, fs: Looks): Promise<Stats | undefined> {
  const found = await looked(path, fs);
  if (found?.isSymbolicLink()) throw new StoreError('link', path);
  if (found && !found.isFile()) throw new StoreError('no-file', path, { detail: kindOf(found) });
  return found;
}

/** Throws StoreError `link` where a folder within the data directory is a symbolic link (or a junction). */
export async function requireOwnFolder(path: string, fs: Looks): Promise<void> {
  if ((await looked(path, fs))?.isSymbolicLink()) throw new StoreError('link', path);
}

/** As `requireOwnFolder`, for a folder of backups, which lies two levels deep. */
export async function requireOwnFolders(path: string, fs: Looks): Promise<void> {
  await requireOwnFolder(dirname(path), fs);
  await requireOwnFolder(path, fs);
}

/** Throws StoreError `protected` where nobody may write a file, whoever asks: root and the owner of its folder could. */
export function requireWritable(path: string, found: Pick<Stats, 'mode'> | undefined): void {
  if (found && (found.mode & 0o222) === 0) throw new StoreError('protected', path);
}

async function looked(path: string, fs: Looks): Promise<Stats | undefined> {
  try {
    return await fs.lstat(path);
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') return undefined;
    throw asStoreError(error, path);
  }
}

/** What a thing is that is no regular file, in a technical word. */
export function kindOf(found: Stats): string {
  if (found.isDirectory()) return 'directory';
  if (found.isFIFO()) return 'FIFO';
  if (found.isSocket()) return 'socket';
  return 'device';
}
