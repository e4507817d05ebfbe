import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { run } from './cli/run.ts';

/** What opens screens when it is said on a terminal; no word opens Home. */
const SCREENS: readonly (string | undefined)[] = [undefined, 'open', 'demo', 'start', 'workshop'];

/** Runs the program in this process; `entry` is the address of the entry file, beside which the questionnaires lie. */
export async function boot(entry: string, version: string): Promise<void> {
  const [, , word] = process.argv;
  // Screens are large: they are read from the disk while the rest finds out whether they are meant.
  if (process.stdin.isTTY && process.stdout.isTTY && SCREENS.includes(word))
    void import('./ui/start.ts').catch(() => undefined);
  const interrupt = new AbortController();
  // Once: a second Ctrl+C ends the process at once.
  process.once('SIGINT', () => interrupt.abort());
  process.exitCode = await run(process.argv.slice(2), {
    stdin: process.stdin,
    stdout: process.stdout,
    stderr: process.stderr,
    env: process.env,
    cwd: process.cwd(),
    now: () => (process.env['TENKEN_NOW'] ? new Date(process.env['TENKEN_NOW']) : new Date()),
    questionnairesFolder: join(dirname(fileURLToPath(entry)), 'questionnaires'),
    version,
    program: [process.execPath, process.argv[1] ?? ''].map(quoted).join(' '),
    interrupted: interrupt.signal,
  });
  // A pipe that stays open on stdin must not keep a finished program alive.
  process.stdin.destroy();
}

/** A word as a POSIX shell takes it, which is also what Git for Windows runs. */
function quoted(word: string): string {
  return `'${word.replaceAll("'", `'\\''`)}'`;
}
