import type { Command } from '../session/core/action.ts';
import { type Context, TYPING } from '../session/core/context.ts';
import { commandFor } from '../session/keys/bindings.ts';
import { asKeys, type KeyEvent } from './key-names.ts';

/** Keys in the order in which they were struck, each taken in the context that the one before left. */
export type KeyQueue = { add: (events: KeyEvent[]) => void; drain: () => void };

/** What the queue asks and tells: the context of the next key, whether keys must wait, and what each key turned out to be. */
export type KeyQueueOptions = {
  context: () => Context;
  held: () => boolean;
  command: (command: Command) => void;
  text: (text: string) => void;
};

/** Makes a queue; nothing is lost while it is held. */
export function createKeyQueue({ context, held, command, text }: KeyQueueOptions): KeyQueue {
  const waiting: KeyEvent[] = [];
  let draining = false;

  const press = (key: string): void => {
    const found = commandFor(context(), key);
    // Esc and the key after it in one burst look like Alt with that key.
    const behind = /^meta\+(.+)$/su.exec(key)?.[1];
    if (found) command(found);
    else if (behind !== undefined) {
      waiting.unshift(behind.length === 1 ? { text: behind } : { key: behind });
      press('esc');
    }
  };
  // Where nothing is typed a paste is a key if it is one character, else nothing.
  const pasted = (pasted: string): void => {
    const keys = asKeys(pasted);
    if (TYPING.includes(context())) text(pasted);
    else if (keys.length === 1) press(keys[0] ?? '');
  };
  const strike = (event: KeyEvent): void => {
    if ('key' in event) press(event.key);
    else if ('paste' in event) pasted(event.paste);
    else if (TYPING.includes(context())) text(event.text);
    else {
      // The first character may open a text field: the rest is then typed there as it is.
      const [first = '', ...rest] = event.text;
      if (rest.length > 0) waiting.unshift({ text: rest.join('') });
      for (const key of asKeys(first)) press(key);
    }
  };
  const drain = (): void => {
    if (draining) return;
    draining = true;
    try {
      for (;;) {
        // Whatever is being opened, Ctrl+C leaves at once.
        const interrupt = held() ? waiting.findIndex(event => 'key' in event && event.key === 'ctrl+c') : 0;
        if (interrupt === -1) break;
        const [next] = waiting.splice(0, interrupt + 1).slice(-1);
        if (!next) break;
        strike(next);
      }
    } finally {
      draining = false;
    }
  };
  return {
    add: events => {
      waiting.push(...events);
      drain();
    },
    drain,
  };
}
