import { spawn } from '@lydell/node-pty';
import { cleanEnvironment } from './environment.ts';
import { createScreen, type Frame, type Screen } from './screen.ts';

export type StartOptions = {
  /** The script to run with this Node and its arguments. */
  script: string;
  args?: string[];
  cwd: string;
  columns?: number;
  rows?: number;
  env?: Record<string, string>;
  /** Characters of ambiguous width take two cells. */
  wide?: boolean;
  /** Another program draws here: what ours may not do is not looked for. */
  foreign?: boolean;
};

/** A process in a pseudo terminal and the screen that it draws on. */
export type Running = {
  pid: number;
  screen: Screen;
  write: (data: string) => void;
  resize: (columns: number, rows: number) => void;
  hangUp: () => void;
  /** Fulfilled when everything that came so far is drawn. */
  drawn: () => Promise<void>;
  /** How many pieces of output came so far. */
  outputs: () => number;
  hasEnded: () => boolean;
  ended: Promise<{ code: number; signal: number }>;
  onFrame: (listener: (frame: Frame) => void) => () => void;
  onOutput: (listener: (data: string) => void) => () => void;
};

/** Starts a script in a pseudo terminal of its own. */
export function run({
  script,
  args = [],
  cwd,
  columns = 80,
  rows = 24,
  env = {},
  wide,
  foreign,
}: StartOptions): Running {
  const pty = spawn(process.execPath, [script, ...args], {
    name: env['TERM'] ?? 'xterm-256color',
    cols: columns,
    rows,
    cwd,
    env: { ...cleanEnvironment(), TERM: 'xterm-256color', ...env },
  });
  const frames = createListeners<Frame>();
  const output = createListeners<string>();
  let over = false;
  let outputs = 0;
  const screen = createScreen({
    columns,
    rows,
    wide,
    foreign,
    reply: data => over || pty.write(data),
    onFrame: frames.tell,
  });
  // A person's cursor is mostly at the bottom of the terminal when a program starts.
  let drawn = screen.write('\r\n'.repeat(rows));
  pty.onData(data => {
    outputs += 1;
    output.tell(data);
    drawn = drawn.then(() => screen.write(data));
  });
  const ended = new Promise<{ code: number; signal: number }>(done => {
    pty.onExit(({ exitCode, signal }) => {
      over = true;
      void drawn.then(() => done({ code: exitCode, signal: signal ?? 0 }));
    });
  });
  return {
    pid: pty.pid,
    screen,
    write: data => pty.write(data),
    resize: (toColumns, toRows) => {
      screen.resize(toColumns, toRows);
      pty.resize(toColumns, toRows);
    },
    // Public, but missing from the types.
    hangUp: () => (pty as unknown as { destroy: () => void }).destroy(),
    drawn: () => drawn,
    outputs: () => outputs,
    hasEnded: () => over,
    ended,
    onFrame: frames.add,
    onOutput: output.add,
  };
}

function createListeners<T>(): { add: (listener: (value: T) => void) => () => void; tell: (value: T) => void } {
  const listeners = new Set<(value: T) => void>();
  return {
    add: listener => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    tell: value => {
      for (const listener of listeners) listener(value);
    },
  };
}
