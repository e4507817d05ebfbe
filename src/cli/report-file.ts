import { randomBytes } from 'node:crypto';
import { open, rename, stat, unlink } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { asStoreError } from '../store/errors.ts';
import { realTarget } from '../store/files.ts';

/**
 * Writes a report so that a reader sees the old file or the new one, never a part. A file that exists keeps its mode;
 * a pipe or device is written to as it is. Throws StoreError.
 */
export async function writeReportFile(path: string, text: string | Uint8Array): Promise<void> {
  try {
    const target = await realTarget(path);
    const before = await stat(target).catch(() => undefined);
    if (before?.isDirectory()) throw Object.assign(new Error('directory'), { code: 'EISDIR', syscall: 'open' });
    if (before && !before.isFile()) return await fill(target, 'w', text);
    const temp = join(dirname(target), `.${basename(target)}.${process.pid}.${randomBytes(6).toString('hex')}.tmp`);
    try {
      await fill(temp, 'wx', text, before?.mode);
      await rename(temp, target);
    } catch (error) {
      await unlink(temp).catch(() => undefined);
      throw error;
    }
  } catch (error) {
    throw asStoreError(error, path);
  }
}

async function fill(path: string, flags: 'w' | 'wx', text: string | Uint8Array, mode?: number): Promise<void> {
  const handle = await open(path, flags, 0o644);
  try {
    await handle.writeFile(text);
    if (flags === 'w') return;
    if (mode !== undefined) await handle.chmod(mode & 0o777).catch(() => undefined);
    await handle.sync();
    const { size } = await handle.stat();
    if (size !== Buffer.byteLength(text))
      throw Object.assign(new Error('short write'), { code: 'SHORT_WRITE', syscall: 'write' });
  } finally {
    await handle.close();
  }
}
