import { expect, onTestFinished } from 'vitest';
import { keySequence, pasteSequence } from './keys.ts';
import { type Running, run, type StartOptions } from './running.ts';
import type { Frame } from './screen.ts';
import { checkedFrame, type Wanted, waitForFrame, waitForRest } from './waiting.ts';

/** How a program ended, and what it left the terminal in. */
export type Exit = { code: number; signal: number; left: string[] };

/** A program in a terminal. */
export type Terminal = {
  pid: number;
  /** Keys by name, all in one write. */
  press: (...keys: string[]) => void;
  type: (text: string) => void;
  /** A bracketed paste. */
  paste: (text: string) => void;
  /** Raw input, all in one write. */
  write: (data: string) => void;
  /** What another program writes to the same terminal. */
  show: (text: string) => Promise<Frame>;
  /** The last complete picture; fails if one was bad. */
  frame: () => Frame;
  /** Waits for a picture that holds a text or fulfils a condition. */
  waitFor: (wanted: Wanted, what?: string) => Promise<Frame>;
  /** Waits until the program sleeps and everything it wrote is drawn. */
  idle: () => Promise<Frame>;
  onFrame: Running['onFrame'];
  onOutput: Running['onOutput'];
  /** How it ended; fails if a frame was bad. */
  readonly exit: Promise<Exit>;
  kill: (signal: NodeJS.Signals) => void;
  /** The window is closed: nobody reads or writes any more. */
  hangUp: () => void;
  /** Resizes the window and waits until the program has drawn for the new size. */
  resize: (columns: number, rows: number) => Promise<Frame>;
};

/** Starts a program in a terminal. When the test ends it is killed, and the test fails if a frame was bad. */
export function start(options: StartOptions): Terminal {
  const running = run(options);
  const { write } = running;
  onTestFinished(() => {
    if (!running.hasEnded()) process.kill(running.pid, 'SIGKILL');
    expect(running.screen.problems).toEqual([]);
  });
  return {
    pid: running.pid,
    press: (...keys) => write(keys.map(keySequence).join('')),
    type: write,
    paste: text => write(pasteSequence(text)),
    write,
    show: async text => {
      await running.screen.write(text);
      return checkedFrame(running);
    },
    frame: () => checkedFrame(running),
    waitFor: (wanted, what = String(wanted)) => waitForFrame(running, wanted, what),
    idle: () => waitForRest(running),
    onFrame: running.onFrame,
    onOutput: running.onOutput,
    get exit() {
      return exitOf(running);
    },
    kill: signal => process.kill(running.pid, signal),
    hangUp: running.hangUp,
    resize: async (columns, rows) => {
      await waitForRest(running);
      running.resize(columns, rows);
      await waitForRest(running);
      running.screen.settled();
      return checkedFrame(running);
    },
  };
}

async function exitOf(running: Running): Promise<Exit> {
  const ended = await running.ended;
  const { alternate, cursor } = checkedFrame(running);
  const left = [
    ...(alternate ? ['the alternate screen'] : []),
    ...(cursor.visible ? [] : ['a hidden cursor']),
    ...(running.screen.bracketedPaste() ? ['bracketed paste'] : []),
  ];
  return { ...ended, left };
}
