import { createInterface } from 'node:readline';
import { line, unlessClosed, write } from '../../cli/kernel/output.ts';
import type { World } from '../../cli/kernel/world.ts';

/** A conversation line by line. */
export type Lines = {
  /** Shows a prompt and waits for a line; undefined once the input has ended. */
  ask: (prompt: string) => Promise<string | undefined>;
  /** Waits for the first line to arrive, without taking it; false if the input ends or `ms` pass first. */
  begins: (ms: number) => Promise<boolean>;
  close: () => void;
};

/** Reads lines from the world. Lines that arrive early wait, so nothing typed ahead is lost. */
export function readLines(world: World): Lines {
  const { stdin, stdout, interrupted } = world;
  const heard = stdin.isTTY === true ? undefined : unlessClosed;
  const reader = createInterface({ input: stdin, crlfDelay: Infinity, terminal: false });
  const waiting: string[] = [];
  let ended = false;
  let wake: () => void = () => undefined;
  reader.on('line', text => {
    waiting.push(text.replace(/^\ufeff/, ''));
    wake();
  });
  const end = (): void => {
    ended = true;
    wake();
  };
  reader.on('close', end);
  // A folder or a vanished terminal as input: the same as its end.
  stdin.on('error', end);
  interrupted?.addEventListener('abort', end);
  const arrival = (): Promise<void> =>
    new Promise(resolve => {
      wake = resolve;
      if (waiting.length > 0 || ended) resolve();
    });
  return {
    ask: async prompt => {
      await write(stdout, prompt).catch(heard);
      await arrival();
      const text = interrupted?.aborted ? undefined : waiting.shift();
      // Piped input is not echoed, so the line of the prompt ends here.
      if (stdin.isTTY !== true || text === undefined) await line(stdout, '').catch(heard);
      return text;
    },
    begins: async ms => {
      const timer = ms === Infinity ? undefined : setTimeout(() => wake(), ms);
      await arrival();
      clearTimeout(timer);
      return waiting.length > 0;
    },
    close: () => reader.close(),
  };
}
