import { constants, type FileHandle, open } from 'node:fs/promises';
import { readUpTo } from '../store/bytes.ts';
import { WorkspaceError } from './errors.ts';

/**
 * The bytes of a file that may come from anybody; at most `limit` and one more, which tells that there are more. Only of
 * regular files: a pipe or a device could keep us waiting for ever. Throws WorkspaceError `unreadable-file`.
 */
export async function readOutside(path: string, limit: number): Promise<Uint8Array> {
  let handle: FileHandle | undefined;
  try {
    // Without it, opening a pipe waits until somebody writes to it.
    handle = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    const about = await handle.stat();
    if (!about.isFile())
      throw new WorkspaceError('unreadable-file', { path, detail: about.isDirectory() ? 'EISDIR' : 'no file' });
    return await readUpTo(handle, Math.min(about.size, limit + 1));
  } catch (error) {
    if (error instanceof WorkspaceError) throw error;
    const { code, message } = error as NodeJS.ErrnoException;
    throw new WorkspaceError('unreadable-file', { path, detail: code ?? message });
  } finally {
    await handle?.close();
  }
}
