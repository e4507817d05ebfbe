import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { World } from '../kernel/world.ts';

const call = promisify(execFile);

/**
 * Leaves every line of both files in `ours`, between conflict markers where they differ. They are compared with each other
 * only: with what both started from, Git would leave out what one of them lacks, and a damaged side lacks a lot. Throws
 * the system's error where `ours` cannot be written or `theirs` not be read.
 */
export async function leaveBoth(world: World, ours: string, theirs: string): Promise<void> {
  if (await markedByGit(world, ours, theirs)) return;
  const [mine, yours] = [await readFile(ours), await readFile(theirs)];
  const parts = ['<<<<<<< ours\n', mine, '\n=======\n', yours, '\n>>>>>>> theirs\n'];
  await writeFile(ours, Buffer.concat(parts.map(part => Buffer.from(part))));
}

/** Git's own merge; false where it cannot: a file that it takes for a binary one, or no git. */
async function markedByGit({ cwd, env }: World, ours: string, theirs: string): Promise<boolean> {
  const folder = await mkdtemp(join(tmpdir(), 'tenken-merge-')).catch(() => undefined);
  if (folder === undefined) return false;
  const nothing = join(folder, 'base');
  try {
    await writeFile(nothing, '');
    const names = ['ours', 'base', 'theirs'].flatMap(name => ['-L', name]);
    await call('git', ['merge-file', ...names, ours, nothing, theirs], { cwd, env: env as NodeJS.ProcessEnv });
    return true;
  } catch (error) {
    // The exit code counts the conflicts; above that it is a failure.
    const { code } = error as { code?: unknown };
    return typeof code === 'number' && code < 128;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
