import { execFile } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Context } from '../kernel/context.ts';
import { UsageError } from '../kernel/usage-error.ts';
import { driverCommand, textconvCommand } from './git-commands.ts';

const call = promisify(execFile);

/** The files that the merge driver and the readable differences are for, as git writes it. */
export const PATTERN = '**/assessments/*.json';

/** What git has to know, as `git config` takes it: name and value. */
export function settings({ world, t }: Context): [name: string, value: string][] {
  return [
    ['merge.tenken.name', 'tenken answers'],
    ['merge.tenken.driver', driverCommand(world.script, t('cli.git.no-program'))],
    ['diff.tenken.textconv', textconvCommand(world.script)],
  ];
}

/** The line of `.gitattributes`. */
export function attributesLine(pattern = PATTERN): string {
  return `${pattern} merge=tenken diff=tenken`;
}

/** Runs git in the folder where the person is. Throws UsageError `no-repository`, `git-failed`. */
export async function git({ world }: Context, args: string[]): Promise<string> {
  try {
    const { stdout } = await call('git', args, { cwd: world.cwd, env: world.env as NodeJS.ProcessEnv });
    return stdout.trim();
  } catch (error) {
    const { code, stderr } = error as { code?: number | string; stderr?: string };
    throw new UsageError('git-failed', { args: args.join(' '), detail: stderr?.trim() || String(code ?? error) });
  }
}

/** The top folder of the repository. Throws UsageError `no-repository`. */
export async function repository(context: Context): Promise<string> {
  try {
    return await git(context, ['rev-parse', '--show-toplevel']);
  } catch {
    throw new UsageError('no-repository', { path: context.world.cwd });
  }
}

/** The lines of `.gitattributes` in the top folder, none where there is no file. */
export async function readAttributes(top: string): Promise<string[]> {
  const text = await readFile(join(top, '.gitattributes'), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '';
    throw error;
  });
  return text.split(/\r?\n/).filter((one, index, all) => one !== '' || index < all.length - 1);
}

/** Writes `.gitattributes` in the top folder. */
export async function writeAttributes(top: string, lines: string[]): Promise<void> {
  await writeFile(join(top, '.gitattributes'), lines.map(one => `${one}\n`).join(''));
}
