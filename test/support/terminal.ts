import { spawn } from '@lydell/node-pty';
import { expect, onTestFinished } from 'vitest';
import { activityOf } from './activity.ts';
import { cleanEnvironment } from './environment.ts';
import { keySequence, pasteSequence } from './keys.ts';
import { createScreen, type Frame } from './screen.ts';

export type StartOptions = {
  /** The script to run with this Node and its arguments. */
  script: string;
  args?: string[];
  cwd: string;
  columns?: number;
  rows?: number;
  env?: Record<string, string>;
};

/** How a program ended, and what it left the terminal in. */
export type Exit = { code: number; signal: number; left: string[] };

/** A program in a terminal. */
export type Terminal = {
  pid: number;
  /** Keys by name, all in one write. */
  press: (...keys: string[]) => void;
  type: (text: string) => void;
  paste: (text: string) => void;
  write: (data: string) => void;
  /** The last complete picture. */
  frame: () => Frame;
  /** Waits for a picture that holds a text or fulfils a condition. */
  waitFor: (wanted: string | RegExp | ((frame: Frame) => boolean), what?: string) => Promise<Frame>;
  /** Waits until the program sleeps and everything it wrote is drawn. */
  idle: () => Promise<Frame>;
  onFrame: (listener: (frame: Frame) => void) => void;
  /** Everything the program wrote until now, in pieces as they came. */
  onOutput: (listener: (data: string) => void) => void;
  /** How it ended; fails if a frame was bad. */
  readonly exit: Promise<Exit>;
  kill: (signal: NodeJS.Signals) => void;
  /** The window is closed: nobody reads or writes any more. */
  hangUp: () => void;
  resize: (columns: number, rows: number) => void;
};

const PATIENCE_MS = 15_000;
/** Longer than the 20 ms that Ink waits after a lone Esc, and than the time between two frames. */
const QUIET_MS = 28;
const LOOK_MS = 5;

/** Starts a program in a pseudo terminal; it is killed when the test ends. */
export function start({ script, args = [], cwd, columns = 80, rows = 24, env = {} }: StartOptions): Terminal {
  const pty = spawn(process.execPath, [script, ...args], {
    name: 'xterm-256color',
    cols: columns,
    rows,
    cwd,
    env: { ...cleanEnvironment(), TERM: 'xterm-256color', ...env },
  });
  const frameListeners = new Set<(frame: Frame) => void>();
  const outputListeners = new Set<(data: string) => void>();
  let exited = false;
  let drawn = Promise.resolve();
  let outputs = 0;
  const screen = createScreen({
    columns,
    rows,
    reply: data => exited || pty.write(data),
    onFrame: frame => {
      for (const listener of frameListeners) listener(frame);
    },
  });
  drawn = screen.write('\r\n'.repeat(rows));
  pty.onData(data => {
    outputs += 1;
    for (const listener of outputListeners) listener(data);
    drawn = drawn.then(() => screen.write(data));
  });
  const exit = new Promise<Exit>(done => {
    pty.onExit(({ exitCode, signal }) => {
      exited = true;
      void drawn.then(() => done({ code: exitCode, signal: signal ?? 0, left: leftBehind(screen) }));
    });
  });
  onTestFinished(() => {
    if (!exited) pty.kill('SIGKILL');
    expect(screen.problems).toEqual([]);
  });

  const show = (): string =>
    [`--- ${screen.size().columns}x${screen.size().rows}`, screen.frame().text.trimEnd(), '---'].join('\n');
  const checked = (frame: Frame): Frame => {
    if (screen.problems.length > 0) throw new Error(`${screen.problems.join('\n')}\n${show()}`);
    return frame;
  };

  const waitFor: Terminal['waitFor'] = async (wanted, what = String(wanted)) => {
    const fits = condition(wanted);
    await drawn;
    if (fits(screen.frame())) return checked(screen.frame());
    return new Promise((done, fail) => {
      const settle = (result: () => void): void => {
        clearTimeout(bound);
        frameListeners.delete(look);
        result();
      };
      const giveUp = (why: string): void =>
        settle(() => fail(new Error(`${why} while waiting for ${what}\n${screen.problems.join('\n')}\n${show()}`)));
      const look = (frame: Frame): void => {
        if (screen.problems.length > 0) giveUp('a bad frame');
        else if (fits(frame)) settle(() => done(frame));
      };
      const bound = setTimeout(() => giveUp(`nothing more after ${PATIENCE_MS} ms`), PATIENCE_MS);
      frameListeners.add(look);
      void exit.then(({ code, signal }) => giveUp(`the program ended (${code}, signal ${signal})`));
    });
  };

  const idle = async (): Promise<Frame> => {
    const until = Date.now() + PATIENCE_MS;
    let before = '';
    let since = Date.now();
    while (Date.now() < until) {
      await drawn;
      const now = exited ? 'gone' : `${activityOf(pty.pid) ?? `busy ${Date.now()}`} ${outputs}`;
      if (now !== before) since = Date.now();
      if (exited || Date.now() - since >= QUIET_MS) return checked(screen.frame());
      before = now;
      await new Promise(done => setTimeout(done, LOOK_MS));
    }
    throw new Error(`the program was still busy after ${PATIENCE_MS} ms\n${show()}`);
  };

  const write = (data: string): void => pty.write(data);
  return {
    pid: pty.pid,
    press: (...keys) => write(keys.map(keySequence).join('')),
    type: write,
    paste: text => write(pasteSequence(text)),
    write,
    frame: () => checked(screen.frame()),
    waitFor,
    idle,
    onFrame: listener => void frameListeners.add(listener),
    onOutput: listener => void outputListeners.add(listener),
    get exit() {
      return exit.then(ended => (checked(screen.frame()), ended));
    },
    kill: signal => process.kill(pty.pid, signal),
    hangUp: () => (pty as unknown as { destroy: () => void }).destroy(),
    resize: (toColumns, toRows) => {
      screen.resize(toColumns, toRows);
      pty.resize(toColumns, toRows);
    },
  };
}

function condition(wanted: string | RegExp | ((frame: Frame) => boolean)): (frame: Frame) => boolean {
  if (typeof wanted === 'function') return wanted;
  return frame => (typeof wanted === 'string' ? frame.text.includes(wanted) : wanted.test(frame.text));
}

/** What a program that ends by itself must put back. */
function leftBehind(screen: ReturnType<typeof createScreen>): string[] {
  const { alternate, cursor } = screen.frame();
  return [
    ...(alternate ? ['the alternate screen'] : []),
    ...(cursor.visible ? [] : ['a hidden cursor']),
    ...(screen.bracketedPaste() ? ['bracketed paste'] : []),
  ];
}
