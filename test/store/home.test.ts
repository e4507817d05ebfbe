import { mkdir, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { nodeFs } from '../../src/store/files.ts';
import { makeFolder, resolveHome } from '../../src/store/home.ts';
import { faultyFs } from './support/faulty-fs.ts';
import { temporaryFolder } from './support/temporary-home.ts';

const platformData = async (): Promise<string> => '/data/tenken';
const mode = async (path: string): Promise<number> => (await stat(path)).mode & 0o777;

test.each([
  [{ flag: '/a', env: { TENKEN_HOME: '/b' } }, '/a'],
  [{ flag: 'a', env: {} }, '/work/a'],
  [{ env: { TENKEN_HOME: '/b' } }, '/b'],
  [{ flag: '', env: { TENKEN_HOME: '' } }, '/data/tenken'],
  [{ env: {} }, '/data/tenken'],
])('%j names %s', async (sources, home) => {
  expect(await resolveHome({ ...sources, cwd: '/work', platformData })).toBe(home);
});

test('the platform has a place for a program of this name', async () => {
  expect(await resolveHome({ env: {}, cwd: '/work' })).toMatch(/[\\/]tenken([\\/]Data)?$/);
});

test('missing folders are 0700 under any umask, those that exist keep their mode', async () => {
  const folder = await temporaryFolder();
  for (const umask of [0, 0o777]) {
    const path = join(folder, `home-${umask}`, 'backups', 'acme');
    const before = process.umask(umask);
    await makeFolder(path, nodeFs).finally(() => process.umask(before));
    expect([await mode(path), await mode(join(path, '..')), await mode(join(path, '..', '..'))]).toEqual([
      0o700, 0o700, 0o700,
    ]);
  }
  await mkdir(join(folder, 'shared'), { mode: 0o755 });
  await makeFolder(join(folder, 'shared', 'assessments'), nodeFs);
  await makeFolder(join(folder, 'shared', 'assessments'), nodeFs);
  expect(await mode(join(folder, 'shared'))).toBe(0o755);
});

test('a file in the way is named as a failure', async () => {
  const folder = await temporaryFolder();
  await writeFile(join(folder, 'file'), '');
  await expect(makeFolder(join(folder, 'file'), nodeFs)).rejects.toMatchObject({ code: 'io', detail: 'EEXIST' });
  await expect(makeFolder(join(folder, 'file', 'home'), nodeFs)).rejects.toMatchObject({
    code: 'io',
    detail: 'ENOTDIR',
  });
});

test('a folder that says ENOENT for ever ends in a failure, not in a loop', async () => {
  const folder = await temporaryFolder();
  const gone = Object.assign(new Error('gone'), { code: 'ENOENT', syscall: 'mkdir' });
  const fs = { ...nodeFs, mkdir: () => Promise.reject(gone) } as typeof nodeFs;
  await expect(makeFolder(join(folder, 'home'), fs)).rejects.toMatchObject({ code: 'not-found' });
});

test('a read-only disk is named as one', async () => {
  const folder = await temporaryFolder();
  const { fs } = faultyFs({ at: 1, errno: 'EROFS' });
  await expect(makeFolder(join(folder, 'home'), fs)).rejects.toMatchObject({ code: 'read-only' });
});
