import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inject } from 'vitest';
import type { Folders } from '../support/program.ts';
import { start, type Terminal } from '../support/terminal.ts';

/** How a program ended that a parent in the same terminal waited for, and what `stty -a` said before and after. */
type Witnessed = { code: number | null; signal: string | null; before: string; after: string };

const SCRIPT = `
import { spawn, spawnSync } from 'node:child_process';
import { renameSync, writeFileSync } from 'node:fs';
const [note, program, ...args] = process.argv.slice(2);
const tell = (name, value) => {
  writeFileSync(note + name + '.part', JSON.stringify(value));
  renameSync(note + name + '.part', note + name);
};
const stty = () => spawnSync('stty', ['-a'], { stdio: ['inherit', 'pipe', 'inherit'], encoding: 'utf8' }).stdout;
for (const signal of ['SIGINT', 'SIGQUIT', 'SIGHUP', 'SIGTERM']) process.on(signal, () => undefined);
const before = stty();
const child = spawn(process.execPath, [program, ...args], { stdio: 'inherit' });
tell('pid', child.pid);
process.stdout.write('\\x1b[?2026h\\x1b[?2026l');
child.on('exit', (code, signal) => tell('end', { code, signal, before, after: stty() }));
`;

/** A program with a parent that looks at the terminal; its pid is known from the first output on. */
export type Watched = { terminal: Terminal; pid: () => number; end: () => Promise<Witnessed> };

/** Starts the real program under a parent in a terminal. */
export function startWatched(folders: Folders, args: string[], env: Record<string, string> = {}): Watched {
  const script = join(folders.cwd, 'witness.mjs');
  const note = join(folders.cwd, 'witnessed-');
  writeFileSync(script, SCRIPT);
  const terminal = start({
    script,
    args: [note, inject('program'), ...args, '--home', folders.home, '--lang', 'ja'],
    cwd: folders.cwd,
    env: { HOME: folders.user, ...env },
  });
  return {
    terminal,
    pid: () => JSON.parse(readFileSync(`${note}pid`, 'utf8')) as number,
    end: async () => {
      await terminal.exit;
      return JSON.parse(readFileSync(`${note}end`, 'utf8')) as Witnessed;
    },
  };
}
