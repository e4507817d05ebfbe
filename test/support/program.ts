import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inject, onTestFinished } from 'vitest';
import { cleanEnvironment } from './environment.ts';
import { start as startTerminal, type Terminal } from './terminal.ts';

/** The instant that the program under test takes for now. */
export const NOW = '2026-11-22T03:00:00.000Z';

/** Folders of one test: the data directory, where reports are written, and a home directory that is nobody's. */
export type Folders = { home: string; cwd: string; user: string };

/** Fresh folders, removed when the test ends. */
export function makeFolders(): Folders {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'tenken-e2e-')));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  const folder = (name: string): string => mkdtempSync(join(root, `${name}-`));
  return { home: join(root, 'data'), cwd: folder('work'), user: folder('user') };
}

function environment(folders: Folders, now: string | undefined): Record<string, string> {
  return { HOME: folders.user, ...(now && { TENKEN_NOW: now }) };
}

export type ProgramOptions = {
  folders: Folders;
  args?: string[];
  lang?: 'ja' | 'en' | undefined;
  columns?: number;
  rows?: number;
  /** Undefined leaves the real clock. */
  now?: string | undefined;
  env?: Record<string, string>;
  /** Characters of ambiguous width take two cells. */
  wide?: boolean;
};

/** Starts the real program on a terminal. */
export function startProgram({ folders, args = [], lang, now, env, ...size }: ProgramOptions): Terminal {
  const known = ['--home', folders.home, ...(lang ? ['--lang', lang] : [])];
  return startTerminal({
    script: inject('program'),
    args: [...args, ...known],
    cwd: folders.cwd,
    env: { ...environment(folders, now), ...env },
    ...size,
  });
}

/** Runs the real program without a terminal; gives what it printed. */
export function runProgram({ folders, args = [], lang, now }: ProgramOptions): {
  code: number;
  stdout: string;
  stderr: string;
} {
  const known = ['--home', folders.home, ...(lang ? ['--lang', lang] : [])];
  const ended = spawnSync(process.execPath, [inject('program'), ...args, ...known], {
    cwd: folders.cwd,
    env: { ...cleanEnvironment(), ...environment(folders, now) },
    encoding: 'utf8',
    input: '',
    timeout: 30_000,
  });
  return { code: ended.status ?? -1, stdout: ended.stdout, stderr: ended.stderr };
}

/** The same without waiting for it; gives its exit code once it has ended. */
export async function runBeside({ folders, args = [], lang, now }: ProgramOptions): Promise<number> {
  const known = ['--home', folders.home, ...(lang ? ['--lang', lang] : [])];
  const child = spawn(process.execPath, [inject('program'), ...args, ...known], {
    cwd: folders.cwd,
    env: { ...cleanEnvironment(), ...environment(folders, now) },
    stdio: 'ignore',
  });
  const [code] = (await once(child, 'close')) as [number | null];
  return code ?? -1;
}

/** Creates an assessment without screens; gives its id. */
export function createAssessment(options: ProgramOptions & { reference: string; name: string }): string {
  const { reference, name } = options;
  const args = ['start', reference, '--name', name, '--no-open', '--json', ...(options.args ?? [])];
  const { code, stdout, stderr } = runProgram({ ...options, args });
  if (code !== 0) throw new Error(`tenken ${args.join(' ')} ended with ${code}\n${stderr.slice(0, 2000)}`);
  return (JSON.parse(stdout) as { id: string }).id;
}
