import { homedir } from 'node:os';
import { WorkspaceError } from '../workspace/errors.ts';
import { findTyped } from '../workspace/typed-path.ts';
import type { Context } from './kernel/context.ts';

/** The path that a word on the command line means, see `findTyped`. */
export function typedFile({ world }: Pick<Context, 'world'>, word: string): Promise<string> {
  return findTyped(word, { cwd: world.cwd, home: world.env['HOME'] ?? homedir() });
}

/** Throws WorkspaceError `foreign-file` where a word that is no name of ours is that of a file: what it is helps more. */
export async function refuseFile(context: Pick<Context, 'world'>, word: string): Promise<void> {
  const path = await typedFile(context, word);
  // Only a mistake needs it.
  const { kindOfFile } = await import('../workspace/outside-kind.ts');
  const kind = await kindOfFile(path);
  if (kind !== undefined) throw new WorkspaceError('foreign-file', { path, kind });
}
