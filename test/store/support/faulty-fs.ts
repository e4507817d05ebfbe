import type { FileHandle } from 'node:fs/promises';
import { type Fs, nodeFs } from '../../../src/store/files.ts';

/** Which file system call fails, counted from 1, and how; `lasting` fails every later one too. */
export type Fault = { at: number; errno: string; lasting?: boolean };

/** A file system of which one call fails, or all from one on; calls on open files count too. */
export function faultyFs(fault?: Fault): { fs: Fs; calls: string[] } {
  const calls: string[] = [];
  const step = (name: string): void => {
    calls.push(name);
    if (fault && (calls.length === fault.at || (fault.lasting && calls.length > fault.at)))
      throw failure(fault.errno, name);
  };
  return { fs: counted(nodeFs, step), calls };
}

/** A file system that writes at most `most` bytes in one call. */
export function stutteringFs(most: number): Fs {
  return withWrite((handle, bytes, offset, length) => handle.write(bytes, offset, Math.min(length, most), null));
}

/** A file system that claims to have written everything and keeps only half. */
export function lyingFs(): Fs {
  return withWrite(async (handle, bytes, offset, length) => {
    await handle.write(bytes, offset, Math.floor(length / 2), null);
    return { bytesWritten: length };
  });
}

/** A file system that never writes a byte and never says why. */
export function stuckFs(): Fs {
  return withWrite(async () => ({ bytesWritten: 0 }));
}

type Write = (
  handle: FileHandle,
  bytes: Uint8Array,
  offset: number,
  length: number,
) => Promise<{ bytesWritten: number }>;

function withWrite(write: Write): Fs {
  const open = async (...args: Parameters<Fs['open']>): Promise<FileHandle> => {
    const handle = await nodeFs.open(...args);
    return replaced(handle, 'write', (bytes: Uint8Array, offset: number, length: number) =>
      write(handle, bytes, offset, length),
    );
  };
  return { ...nodeFs, open };
}

function counted(fs: Fs, step: (name: string) => void): Fs {
  const calls = Object.entries(fs).filter(([, call]) => typeof call === 'function');
  const wrapped = calls.map(([name, call]) => [
    name,
    async (...args: unknown[]): Promise<unknown> => {
      step(name);
      const result = await (call as (...all: unknown[]) => Promise<unknown>)(...args);
      return name === 'open' ? countedHandle(result as FileHandle, step) : result;
    },
  ]);
  return Object.fromEntries(wrapped) as Fs;
}

function countedHandle(handle: FileHandle, step: (name: string) => void): FileHandle {
  return new Proxy(handle, {
    get: (target, name) => {
      const value: unknown = Reflect.get(target, name, target);
      if (typeof value !== 'function') return value;
      return async (...args: unknown[]) => {
        // The real file is closed all the same, as the kernel does when close reports a failure.
        if (name === 'close') await value.apply(target, args);
        step(`handle.${String(name)}`);
        return name === 'close' ? undefined : value.apply(target, args);
      };
    },
  });
}

function replaced(handle: FileHandle, method: string, call: unknown): FileHandle {
  return new Proxy(handle, {
    get: (target, name) => {
      if (name === method) return call;
      const value: unknown = Reflect.get(target, name, target);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
}

function failure(code: string, syscall: string): Error {
  return Object.assign(new Error(`${code}: ${syscall}`), { code, syscall, errno: -1 });
}
