import type { FileHandle } from 'node:fs/promises';
import { type Fs, nodeFs } from '../../../src/store/files.ts';

/** A file system that counts its calls and, before the `at`-th of them, waits for `meanwhile`. */
export function pausingFs(at: number, meanwhile: () => Promise<void>): { fs: Fs; calls: string[] } {
  const calls: string[] = [];
  const step = async (name: string): Promise<void> => {
    calls.push(name);
    if (calls.length === at) await meanwhile();
  };
  const wrapped = Object.entries(nodeFs).flatMap(([name, call]) => {
    if (typeof call !== 'function') return [];
    const slow = async (...args: unknown[]): Promise<unknown> => {
      await step(name);
      const result = await (call as (...all: unknown[]) => Promise<unknown>)(...args);
      return name === 'open' ? slowHandle(result as FileHandle, step) : result;
    };
    return [[name, slow]];
  });
  return { fs: Object.fromEntries(wrapped) as Fs, calls };
}

function slowHandle(handle: FileHandle, step: (name: string) => Promise<void>): FileHandle {
  return new Proxy(handle, {
    get: (target, name) => {
      const value: unknown = Reflect.get(target, name, target);
      if (typeof value !== 'function') return value;
      return async (...args: unknown[]) => {
        await step(`handle.${String(name)}`);
        return value.apply(target, args);
      };
    },
  });
}
