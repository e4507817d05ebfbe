import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { run } from './cli/kernel/run.ts';
import { keepPicture } from './picture/keep.ts';
import type { Shown } from './picture/show.ts';

/** What opens screens when it is said on a terminal; no word opens Home. */
const SCREENS: readonly (string | undefined)[] = [undefined, 'open', 'demo', 'start', 'workshop'];

/**
 * Runs the program in this process; `entry` is the address of the entry file, beside which the questionnaires lie, `shown`
 * the picture that is on the terminal already.
 */
export async function boot(entry: string, version: string, now: () => Date, shown?: Shown): Promise<void> {
  const { argv, env, platform, stdout } = process;
  const [, , word] = argv;
  // Screens are large: they are read from the disk while the rest finds out whether they are meant.
  if (process.stdin.isTTY && process.stdout.isTTY && SCREENS.includes(word))
    void import('./ui/start.ts').catch(() => undefined);
  const interrupt = new AbortController();
  process.on('SIGINT', onInterrupt(interrupt));
  process.exitCode = await run(process.argv.slice(2), {
    stdin: process.stdin,
    stdout: process.stdout,
    stderr: process.stderr,
    env: process.env,
    cwd: process.cwd(),
    now,
    questionnairesFolder: join(dirname(fileURLToPath(entry)), 'questionnaires'),
    version,
    script: process.argv[1],
    interrupted: interrupt.signal,
    picture: {
      isShown: shown !== undefined,
      takeOver: () => shown?.takeOver(),
      keep: draw => {
        const { columns, rows } = stdout;
        keepPicture({ argv: argv.slice(2), env, cwd: process.cwd(), platform, columns, rows, version }, now(), draw);
      },
    },
  });
  shown?.drop();
  // A pipe that stays open on stdin must not keep a finished program alive.
  process.stdin.destroy();
}

/** How long after a Ctrl+C another one is taken for the same, in milliseconds: npm and shells pass it on once more. */
const SAME_MS = 500;

/**
 * Ends in an orderly way; a later Ctrl+C ends the process at once. It goes on listening: Ink ends a process by itself
 * on a signal that nobody else listens to, before anything is written.
 */
function onInterrupt(interrupt: AbortController): () => void {
  let first: number | undefined;
  return () => {
    const now = performance.now();
    if (first !== undefined && now - first > SAME_MS) process.exit(130);
    first ??= now;
    interrupt.abort();
  };
}
