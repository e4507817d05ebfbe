import { chmod, lstat, mkdir, readFile, stat, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { StoreError } from '../../src/store/errors.ts';
import { type Fs, nodeFs, writeDurably } from '../../src/store/files.ts';
import { faultyFs, lyingFs, stuckFs, stutteringFs } from './support/faulty-fs.ts';
import { temporaryFolder, tree } from './support/temporary-home.ts';

const OLD = Buffer.from('old answers\n');
const NEW = Buffer.from('new answers, 新しい回答\n'.repeat(50));

async function aFile(): Promise<{ folder: string; path: string }> {
  const folder = await temporaryFolder();
  const path = join(folder, 'acme.json');
  await writeFile(path, OLD);
  return { folder, path };
}

async function outcome(path: string, fs: Fs): Promise<unknown> {
  return writeDurably(path, NEW, fs).catch((error: unknown) => error);
}

test('a file is made and replaced, 0600 under any umask', async () => {
  const folder = await temporaryFolder();
  const path = join(folder, 'acme.json');
  for (const umask of [0, 0o777]) {
    const before = process.umask(umask);
    await writeDurably(path, NEW).finally(() => process.umask(before));
    expect((await stat(path)).mode & 0o777).toBe(0o600);
    expect(await readFile(path)).toEqual(NEW);
    await chmod(path, 0o644);
  }
  expect(await tree(folder)).toEqual(['acme.json']);
});

const ERRNOS = { EIO: 'io', ENOSPC: 'no-space', EDQUOT: 'no-space', EROFS: 'read-only', EACCES: 'denied' };

test.each(Object.entries(ERRNOS))(
  'whichever call fails with %s, the old file or the new one is whole',
  async (errno, code) => {
    const { calls } = await runWith(undefined);
    for (let at = 1; at <= calls.length; at += 1) {
      const { result, content, names } = await runWith({ at, errno });
      const name = `${at} ${calls[at - 1]}`;
      expect({ name, names }).toEqual({ name, names: ['acme.json'] });
      if (result === undefined) expect({ name, content }).toEqual({ name, content: NEW });
      else expect({ name, code: (result as StoreError).code }).toEqual({ name, code });
      expect([OLD, NEW].some(whole => whole.equals(content))).toBe(true);
    }
  },
);

async function runWith(fault: { at: number; errno: string } | undefined) {
  const { folder, path } = await aFile();
  const { fs, calls } = faultyFs(fault);
  const result = await outcome(path, fs);
  return { result, calls, content: await readFile(path), names: await tree(folder) };
}

test('the disk is asked to keep the bytes before the rename, and the name after it', async () => {
  const { calls } = await runWith(undefined);
  const flushes = calls.filter(call => call === 'handle.sync' || call === 'rename' || call === 'handle.write');
  expect(flushes).toEqual(['handle.write', 'handle.sync', 'rename', 'handle.sync']);
});

test('short writes are continued', async () => {
  const { path } = await aFile();
  expect(await outcome(path, stutteringFs(7))).toBe(undefined);
  expect(await readFile(path)).toEqual(NEW);
});

test.each([
  ['keeps half of what it says', lyingFs()],
  ['writes nothing and says so', stuckFs()],
])('a disk that %s leaves the old file', async (_name, fs) => {
  const { folder, path } = await aFile();
  expect(await outcome(path, fs)).toMatchObject({ code: 'io', path, detail: 'SHORT_WRITE' });
  expect(await readFile(path)).toEqual(OLD);
  expect(await tree(folder)).toEqual(['acme.json']);
});

test('a file system without modes still keeps answers', async () => {
  const { path } = await aFile();
  const { calls } = await runWith(undefined);
  const { fs } = faultyFs({ at: calls.indexOf('handle.chmod') + 1, errno: 'EPERM' });
  expect(await outcome(path, fs)).toBe(undefined);
  expect(await readFile(path)).toEqual(NEW);
});

test.each(['EINVAL', 'EPERM', 'EISDIR'])('a folder that cannot be flushed (%s) is no failure', async errno => {
  const { path } = await aFile();
  const { calls } = await runWith(undefined);
  const { fs } = faultyFs({ at: calls.lastIndexOf('open') + 1, errno });
  expect(await outcome(path, fs)).toBe(undefined);
});

test('a bug is not mistaken for a failure of the disk', async () => {
  const { folder, path } = await aFile();
  const fs = { ...nodeFs, rename: () => Promise.reject(new TypeError('a bug')) };
  expect(await outcome(path, fs)).toBeInstanceOf(TypeError);
  expect(await tree(folder)).toEqual(['acme.json']);
});

test('nothing is written through a symbolic link, be it the file or its folder, and the link stays', async () => {
  const folder = await temporaryFolder();
  await mkdir(join(folder, 'real'));
  await mkdir(join(folder, 'home'));
  await symlink(join('..', 'real', 'target.json'), join(folder, 'home', 'acme.json'));
  await symlink('real', join(folder, 'folder'));
  for (const path of [join(folder, 'home', 'acme.json'), join(folder, 'folder', 'acme.json')])
    await expect(writeDurably(path, NEW)).rejects.toMatchObject({ code: 'link' });
  expect(await tree(join(folder, 'real'))).toEqual([]);
  expect((await lstat(join(folder, 'home', 'acme.json'))).isSymbolicLink()).toBe(true);
  expect(await tree(join(folder, 'home'))).toEqual(['acme.json']);
});

test('a write-protected file stays as it is, whoever asks', async () => {
  const { folder, path } = await aFile();
  await chmod(path, 0o444);
  expect(await outcome(path, nodeFs)).toMatchObject({ code: 'protected', path });
  expect(await readFile(path)).toEqual(OLD);
  expect(await tree(folder)).toEqual(['acme.json']);
});

test('a folder whose names cannot be flushed: the new file is in place and said to be', async () => {
  const { path } = await aFile();
  const { calls } = await runWith(undefined);
  const { fs } = faultyFs({ at: calls.lastIndexOf('handle.sync') + 1, errno: 'EIO', lasting: true });
  const heard: StoreError[] = [];
  await writeDurably(path, NEW, fs, { onUnsynced: error => heard.push(error) });
  expect(heard.map(one => one.code)).toEqual(['io']);
  expect(await readFile(path)).toEqual(NEW);
});
