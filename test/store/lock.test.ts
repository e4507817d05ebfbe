import { spawnSync } from 'node:child_process';
import { lstat, mkdir, readFile, symlink, unlink, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type Fs, nodeFs } from '../../src/store/files.ts';
import { withLock } from '../../src/store/lock.ts';
import { lockPath } from '../../src/store/lock-holder.ts';
import { type Host, thisHost } from '../../src/store/process.ts';
import { faultyFs } from './support/faulty-fs.ts';
import { temporaryFolder, tree } from './support/temporary-home.ts';

const HOUR = 3_600_000;

/** The real host, whose waits take no time but count, as 50 ms at least. */
function hurriedHost(changes: Partial<Host> = {}): Host {
  let now = Date.now();
  const wait = async (ms: number): Promise<void> => {
    now += Math.max(ms, 50);
  };
  return { ...thisHost(), now: () => now, wait, ...changes };
}

async function aTarget(): Promise<{ folder: string; path: string }> {
  const folder = await temporaryFolder();
  return { folder, path: join(folder, 'acme.json') };
}

function heldBy(owner: object): string {
  const { pid, machine, startTime } = thisHost();
  return JSON.stringify({ pid, machine, startTime: startTime(pid), at: Date.now(), token: 'theirs', ...owner });
}

async function dated(path: string, ms: number): Promise<void> {
  await utimes(path, new Date(ms), new Date(ms));
}

function deadPid(): number {
  return spawnSync(process.execPath, ['-e', '']).pid;
}

test('a lock names its holder, and is gone afterwards, also when the work fails', async () => {
  const { folder, path } = await aTarget();
  const host = hurriedHost();
  const held = await withLock(path, host, async () => JSON.parse(await readFile(lockPath(path), 'utf8')) as unknown);
  expect(held).toMatchObject({ pid: process.pid, machine: host.machine, at: expect.any(Number) });
  const bug = new Error('bug');
  await expect(withLock(path, host, () => Promise.reject(bug))).rejects.toBe(bug);
  expect(await tree(folder)).toEqual([]);
});

test('works of one process take turns', async () => {
  const { path } = await aTarget();
  let inside = 0;
  const work = async (): Promise<void> => {
    inside += 1;
    expect(inside).toBe(1);
    await readFile(lockPath(path));
    inside -= 1;
  };
  await Promise.all(Array.from({ length: 20 }, () => withLock(path, thisHost(), work)));
});

const foreign = { machine: 'another', pid: 1 };

test.each([
  ['a dead process', { owner: () => heldBy({ pid: deadPid() }) }],
  ['an earlier process of the same pid', { owner: () => heldBy({ startTime: '1' }), only: 'linux' }],
  [
    'another machine an hour ago, whatever its clock says',
    { owner: () => heldBy({ ...foreign, at: 9e12 }), age: HOUR },
  ],
  ['a live process an hour ago', { owner: () => heldBy({}), age: HOUR }],
  ['a pid that somebody else may have by now', { owner: () => heldBy({ startTime: undefined }), age: HOUR }],
  ['a crash before it was written', { owner: () => '' }],
  ['a crash in the middle', { owner: () => '{"pid": 1' }],
])(
  'a lock left by %s is broken',
  async (_name, { owner, age = 0, only = process.platform }: { owner: () => string; age?: number; only?: string }) => {
    if (only !== process.platform) return;
    const { folder, path } = await aTarget();
    await writeFile(lockPath(path), owner());
    await dated(lockPath(path), Date.now() - age);
    expect(await withLock(path, hurriedHost(), async () => 'done')).toBe('done');
    expect(await tree(folder)).toEqual([]);
  },
);

test.each([
  ['a live process', () => heldBy({})],
  ['another machine just now', () => heldBy(foreign)],
  ['another machine just now, whose clock is an hour behind', () => heldBy({ ...foreign, at: Date.now() - HOUR })],
])('a lock of %s is waited for, then named', async (_name, owner) => {
  const { path } = await aTarget();
  await writeFile(lockPath(path), owner());
  const error: unknown = await withLock(path, hurriedHost(), async () => 'done').catch((thrown: unknown) => thrown);
  expect(error).toMatchObject({
    code: 'locked',
    path,
    lock: lockPath(path),
    detail: expect.stringMatching(/^pid \d+, [^ ]+, \d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/),
  });
  expect(await readFile(lockPath(path), 'utf8')).toContain('theirs');
});

test('nobody is refused while the lock changes hands', async () => {
  const { path } = await aTarget();
  let number = 0;
  const pass = async (): Promise<void> => {
    number += 1;
    await writeFile(lockPath(path), heldBy(number > 50 ? { pid: deadPid() } : { token: `holder ${number}` }));
  };
  await pass();
  const host = hurriedHost();
  const { wait } = host;
  const slowly = { ...host, wait: async () => wait(4_000).then(pass) };
  expect(await withLock(path, slowly, async () => 'done')).toBe('done');
});

test('a lock taken in the meantime by a live process survives somebody who saw the dead one', async () => {
  const { path } = await aTarget();
  await writeFile(lockPath(path), heldBy({ pid: deadPid() }));
  let reads = 0;
  const openThen = async (...args: Parameters<Fs['open']>) => {
    const handle = await nodeFs.open(...args);
    if (typeof args[1] !== 'number') return handle;
    reads += 1;
    // What was opened keeps its content; the name stands for another file from now on.
    if (reads === 1) {
      await unlink(lockPath(path));
      await writeFile(lockPath(path), heldBy({ token: 'quicker' }));
    }
    return handle;
  };
  const fs: Fs = { ...nodeFs, open: openThen };
  await expect(withLock(path, hurriedHost(), async () => 'done', fs)).rejects.toMatchObject({ code: 'locked' });
  expect(await readFile(lockPath(path), 'utf8')).toContain('quicker');
});

test('a lock that could not be removed does not stop the next work of this host', async () => {
  const { folder, path } = await aTarget();
  const { calls } = await count(path);
  const { fs } = faultyFs({ at: calls.lastIndexOf('unlink') + 1, errno: 'EIO' });
  const host = hurriedHost();
  expect(await withLock(path, host, async () => 'saved', fs)).toBe('saved');
  expect(await tree(folder)).toEqual(['.acme.json.lock']);
  expect(await withLock(path, host, async () => 'saved again')).toBe('saved again');
  expect(await tree(folder)).toEqual([]);
});

async function count(path: string): Promise<{ calls: string[] }> {
  const { fs, calls } = faultyFs();
  await withLock(path, hurriedHost(), async () => undefined, fs);
  return { calls };
}

test('a folder that is not there is named', async () => {
  const { folder } = await aTarget();
  const path = join(folder, 'absent', 'acme.json');
  await expect(withLock(path, hurriedHost(), async () => 'done')).rejects.toMatchObject({ code: 'not-found', path });
});

test('a lock dated in the future is dated now, so that it can be told to be stale later', async () => {
  const { folder, path } = await aTarget();
  await writeFile(lockPath(path), heldBy(foreign));
  await dated(lockPath(path), Date.now() + 24 * HOUR);
  await expect(withLock(path, hurriedHost(), async () => 'done')).rejects.toMatchObject({ code: 'locked' });
  expect((await lstat(lockPath(path))).mtimeMs).toBeLessThan(Date.now() + HOUR);
  await dated(lockPath(path), Date.now() - HOUR);
  expect(await withLock(path, hurriedHost(), async () => 'done')).toBe('done');
  expect(await tree(folder)).toEqual([]);
});

test.each([
  ['a dangling link', 'link', (lock: string) => symlink('nowhere', lock)],
  ['a link to itself', 'link', (lock: string) => symlink(lock, lock)],
  ['a link to a file', 'link', (lock: string) => symlink('/dev/zero', lock)],
  ['a folder', 'no-file', (lock: string) => mkdir(lock)],
  ['a pipe', 'no-file', async (lock: string) => void spawnSync('mkfifo', [lock])],
])('%s in the place of the lock file is named and left there', async (_name, code, put) => {
  if (process.platform === 'win32') return;
  const { folder, path } = await aTarget();
  await put(lockPath(path));
  await expect(withLock(path, thisHost(), async () => 'done')).rejects.toMatchObject({ code, path: lockPath(path) });
  expect(await tree(folder)).toEqual(['.acme.json.lock']);
});

test('a file that is too large for a lock is one left by a crash', async () => {
  const { folder, path } = await aTarget();
  await writeFile(lockPath(path), `${heldBy({})}${' '.repeat(10_000)}`);
  expect(await withLock(path, hurriedHost(), async () => 'done')).toBe('done');
  expect(await tree(folder)).toEqual([]);
});

test('a holder finds out that its lock was taken over, or removed by hand', async () => {
  const { path } = await aTarget();
  const spoil = [() => writeFile(lockPath(path), heldBy({})), () => unlink(lockPath(path))];
  for (const one of spoil) {
    const work = withLock(path, hurriedHost(), async ({ check }) => {
      await check();
      await one();
      await check();
    });
    await expect(work).rejects.toMatchObject({ name: 'LostLock' });
    await unlink(lockPath(path)).catch(() => undefined);
  }
});
