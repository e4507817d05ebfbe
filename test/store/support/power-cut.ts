import type { FileHandle } from 'node:fs/promises';
import { dirname } from 'node:path';
import { type Fs, nodeFs } from '../../../src/store/files.ts';
import type { Host } from '../../../src/store/process.ts';
import { hastyHost } from './hasty-host.ts';

/**
 * What becomes of what was not flushed: all of it `dropped`; of the bytes the first half `torn`, with the names as they
 * were flushed; `names-first`, every name as it was last but no bytes that were not flushed; or all of it `kept`.
 */
export type Loss = 'dropped' | 'torn' | 'names-first' | 'kept';

type Step =
  | { call: 'create'; path: string; inode: number }
  | { call: 'write'; inode: number; bytes: Buffer }
  | { call: 'sync'; inode: number }
  | { call: 'sync-folder'; path: string }
  | { call: 'mkdir'; path: string }
  | { call: 'rename'; from: string; to: string }
  | { call: 'unlink'; path: string };

/** A real file system that records what is done to it, and can tell what a power cut would have left. */
export type Disk = {
  fs: Fs;
  /** How many recorded calls there are. */
  length: () => number;
  /** The files after a power cut behind the first `length` calls. */
  after: (length: number, loss: Loss) => Map<string, Buffer>;
  /** A host on which no process of before is alive. */
  laterHost: () => Host;
};

/** Folders above `root` are taken to be on the disk. */
export function createDisk(root: string): Disk {
  const steps: Step[] = [];
  let inodes = 0;
  const open = async (...args: Parameters<Fs['open']>): Promise<FileHandle> => {
    const handle = await nodeFs.open(...args);
    const path = String(args[0]);
    if (typeof args[1] === 'number') return handle;
    if (args[1] === 'r') return watched(handle, { sync: () => steps.push({ call: 'sync-folder', path }) });
    inodes += 1;
    const inode = inodes;
    steps.push({ call: 'create', path, inode });
    return watched(handle, {
      write: (bytes: Uint8Array, offset: number, length: number) =>
        steps.push({ call: 'write', inode, bytes: Buffer.from(bytes.subarray(offset, offset + length)) }),
      sync: () => steps.push({ call: 'sync', inode }),
    });
  };
  const fs: Fs = {
    ...nodeFs,
    open,
    mkdir: (async (path: string, mode: number) => {
      const made = await nodeFs.mkdir(path, mode);
      steps.push({ call: 'mkdir', path });
      return made;
    }) as Fs['mkdir'],
    rename: async (from, to) => {
      await nodeFs.rename(from, to);
      steps.push({ call: 'rename', from: String(from), to: String(to) });
    },
    unlink: async path => {
      await nodeFs.unlink(path);
      steps.push({ call: 'unlink', path: String(path) });
    },
  };
  const laterHost = (): Host => ({ ...hastyHost(), pid: 1, isAlive: () => false, startedAt: Date.now() });
  return {
    fs,
    length: () => steps.length,
    after: (length, loss) => replay(steps.slice(0, length), loss, root),
    laterHost,
  };
}

type Watch = { write?: (...args: [Uint8Array, number, number]) => unknown; sync: () => unknown };

function watched(handle: FileHandle, watch: Watch): FileHandle {
  return new Proxy(handle, {
    get: (target, name) => {
      const value: unknown = Reflect.get(target, name, target);
      if (typeof value !== 'function') return value;
      const hear = (watch as Record<string, ((...args: unknown[]) => unknown) | undefined>)[String(name)];
      return async (...args: unknown[]) => {
        const result: unknown = await value.apply(target, args);
        hear?.(...args);
        return result;
      };
    },
  });
}

/** What a name stands for: a file by its number, or a folder. */
type Names = Map<string, number | 'folder'>;

function replay(steps: Step[], loss: Loss, root: string): Map<string, Buffer> {
  const now: Names = new Map();
  const kept: Names = new Map();
  const bytes = new Map<number, Buffer>();
  const flushed = new Map<number, Buffer>();
  for (const step of steps) {
    if (step.call === 'write')
      bytes.set(step.inode, Buffer.concat([bytes.get(step.inode) ?? Buffer.alloc(0), step.bytes]));
    else if (step.call === 'sync') flushed.set(step.inode, bytes.get(step.inode) ?? Buffer.alloc(0));
    else if (step.call === 'sync-folder') keepNames(now, kept, step.path);
    else rename(now, step);
  }
  const names = loss === 'dropped' || loss === 'torn' ? kept : now;
  const files = new Map<string, Buffer>();
  for (const [path, inode] of names) {
    if (inode === 'folder' || !isReachable(path, names, root)) continue;
    const [sure, last] = [flushed.get(inode) ?? Buffer.alloc(0), bytes.get(inode) ?? Buffer.alloc(0)];
    const half = sure.length + Math.floor((last.length - sure.length) / 2);
    files.set(path, loss === 'kept' ? last : loss === 'torn' ? last.subarray(0, half) : sure);
  }
  return files;
}

function rename(names: Names, step: Extract<Step, { call: 'create' | 'mkdir' | 'rename' | 'unlink' }>): void {
  if (step.call === 'create') names.set(step.path, step.inode);
  else if (step.call === 'mkdir') names.set(step.path, 'folder');
  else if (step.call === 'unlink') names.delete(step.path);
  else {
    const moved = names.get(step.from);
    names.delete(step.from);
    if (moved !== undefined) names.set(step.to, moved);
  }
}

/** Makes the names directly within a folder those on the disk. */
function keepNames(now: Names, kept: Names, folder: string): void {
  for (const path of [...kept.keys()]) if (dirname(path) === folder && !now.has(path)) kept.delete(path);
  for (const [path, inode] of now) if (dirname(path) === folder) kept.set(path, inode);
}

/** Whether every folder from the root on is on the disk itself. */
function isReachable(path: string, names: Names, root: string): boolean {
  const folder = dirname(path);
  return folder === dirname(root) || (names.get(folder) === 'folder' && isReachable(folder, names, root));
}
