import { basename } from 'node:path';
import type { Kind } from '../exchange/kinds.ts';
import { RECOGNISE_BYTES, type Recognised, recognise } from '../exchange/recognise.ts';
import { WorkspaceError } from './errors.ts';
import { readOutside } from './outside-file.ts';

/** Throws WorkspaceError `foreign-file`, which names what the file is, unless it is one of those `wanted`. */
export function refuseForeign(path: string, bytes: Uint8Array, wanted: readonly Kind[]): Recognised {
  const found = recognise(bytes, basename(path));
  if (!wanted.includes(found.kind)) throw new WorkspaceError('foreign-file', { path, kind: found.kind });
  return found;
}

/** What the file at `path` is; undefined where there is none that could be read. */
export async function kindOfFile(path: string): Promise<Kind | undefined> {
  try {
    return recognise(await readOutside(path, RECOGNISE_BYTES), basename(path)).kind;
  } catch {
    return undefined;
  }
}
