import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import type { Message } from '../../session/core/state.ts';
import type { Edited } from '../../session/edited.ts';
import { TEXT_LIMIT } from '../../session/text/text-area.ts';
import { found, giveBack, type Loan, textOf } from './loan.ts';
import { createShelf, type Order } from './shelf.ts';

/** What came of it; `problem` says why the field stays open. */
export type Result = Edited & { problem?: Message };

/** The person's own editor. */
export type Editor = {
  /** Lets it work on a text; undefined where the program was ended meanwhile. Throws where the text cannot be laid out. */
  edit: (order: Order) => Promise<Result | undefined>;
  /** What a running editor has saved so far; undefined where there is none, or nothing that can be taken. */
  saved: () => Edited | undefined;
  /** Ends an editor; gives what it rescued on its way out. Undefined where none is running. */
  stop: () => Promise<Edited | undefined> | undefined;
  /** What editors that had returned at once have saved since the last call. */
  returned: () => Edited[];
  /** Removes what lay out for an editor that was stopped; to be called once its text is on the disk. */
  clear: () => void;
};

/** An editor that returned so soon without a change may have handed the file to a window of its own, in milliseconds. */
const AT_ONCE_MS = 5_000;
/** How long an editor that is told to end may take, in milliseconds. */
const END_MS = 700;

type Run = { loan: Loan; child: ChildProcess; ended: Promise<Ended>; isStopped: boolean };
type Ended = { code: number | null; signal: NodeJS.Signals | null };

/** Starts editors by what the environment names; texts lie in the data directory `home`, or a temporary one without it. */
export function createEditor(
  env: Record<string, string | undefined>,
  home: string | undefined,
  stdin: Pick<NodeJS.ReadStream, 'pause'>,
): Editor {
  const shelf = createShelf(home);
  let running: Run | undefined;
  let stopped: Loan | undefined;
  const name = env['VISUAL'] || env['EDITOR'] || 'vi';

  const resultOf = (loan: Loan, { code, signal }: Ended, took: number): Result => {
    const { note, before } = loan;
    const [, text = ''] = before;
    const failed = failureOf(name, code, signal);
    const read = found(loan);
    if ('refused' in read) {
      shelf.keep(loan, 'refused');
      const values = { path: loan.path, n: read.length, limit: TEXT_LIMIT };
      return { note, before, text, problem: { key: `editor.${read.refused}`, values } };
    }
    const isSame = read.text === text || read.text === text.replace(/\n$/, '');
    if (!failed && isSame && took < AT_ONCE_MS) {
      shelf.keep(loan, 'unchanged');
      return { note, before, text, problem: { key: 'editor.at-once', values: { editor: name } } };
    }
    giveBack(loan);
    return { note, before, text: isSame ? text : read.text, ...(failed && { problem: failed }) };
  };

  return {
    edit: async order => {
      // Its last read of the terminal must be over, or the editor loses its first key: only then does pausing work.
      await new Promise(done => setImmediate(done));
      stdin.pause();
      const loan = shelf.lend(order);
      const since = performance.now();
      const release = ignoreKeyboardSignals();
      try {
        running = { loan, isStopped: false, ...start(commandOf(name), loan.path) };
        const { ended } = running;
        const end = await ended;
        return running.isStopped ? undefined : resultOf(loan, end, performance.now() - since);
      } catch (error) {
        giveBack(loan);
        throw error;
      } finally {
        running = undefined;
        release();
      }
    },
    saved: () => running && textOf(running.loan),
    stop: () => {
      if (!running) return undefined;
      running.isStopped = true;
      stopped = running.loan;
      return stop(running);
    },
    returned: shelf.returned,
    clear: () => {
      // What cannot be taken stays for the next start to name.
      if (stopped && textOf(stopped)) giveBack(stopped);
      stopped = undefined;
    },
  };
}

/** Ends an editor; gives what it has written since, beside or in its file. */
async function stop({ loan, child, ended }: Run): Promise<Edited | undefined> {
  const before = textOf(loan);
  child.kill();
  child.unref();
  await Promise.race([ended, new Promise(done => setTimeout(done, END_MS).unref())]);
  const after = textOf(loan);
  if (!after || after.text === before?.text) return undefined;
  return { ...after, before: before ? [...after.before, before.text] : after.before };
}

/**
 * A path with blanks is one word if there is such a file; otherwise the shell takes the words apart, as in `code --wait`. A
 * plain command takes the place of the shell, so that a signal reaches it.
 */
function commandOf(name: string): string {
  const command = /\s/.test(name) && existsSync(name) ? `"${name}"` : name;
  return process.platform === 'win32' || /[;&|<>()=]/.test(command) ? command : `exec ${command}`;
}

function start(command: string, path: string): Pick<Run, 'child' | 'ended'> {
  const child = spawn(`${command} "$TENKEN_NOTE"`, {
    shell: true,
    stdio: 'inherit',
    env: { ...process.env, TENKEN_NOTE: path },
  });
  const ended = new Promise<Ended>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) => resolve({ code, signal }));
  });
  return { child, ended };
}

/** What a shell says of an editor that could not be started, or that failed; undefined where all is well. */
function failureOf(editor: string, code: number | null, signal: string | null): Message | undefined {
  if (code === 0) return undefined;
  if (code === 127 || code === 126) return { key: 'editor.missing', values: { editor } };
  return { key: 'editor.failed', values: { editor, code: code ?? signal ?? '' } };
}

/** While an editor has the terminal, Ctrl+C and Ctrl+\ are meant for it, though the terminal tells both programs. */
function ignoreKeyboardSignals(): () => void {
  const releases = (['SIGINT', 'SIGQUIT'] as const).map(signal => {
    const heard = process.listeners(signal);
    const ignore = (): void => undefined;
    process.on(signal, ignore);
    for (const listener of heard) process.removeListener(signal, listener as NodeJS.SignalsListener);
    return () => {
      for (const listener of heard) process.on(signal, listener as NodeJS.SignalsListener);
      process.removeListener(signal, ignore);
    };
  });
  return () => {
    for (const release of releases) release();
  };
}
