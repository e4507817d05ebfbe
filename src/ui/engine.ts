import type { Action, Effect } from '../session/action.ts';
import { contextOf, TYPING } from '../session/context.ts';
import type { State } from '../session/state.ts';
import { update } from '../session/update.ts';
import { asKeys, type KeyEvent } from './key-names.ts';
import { commandFor } from './keys.ts';

/** Holds the state outside React, so that keys in one burst each see the state that the key before left. */
export type Engine = {
  getState: () => State;
  subscribe: (listener: () => void) => () => void;
  dispatch: (action: Action) => void;
  press: (events: KeyEvent[]) => void;
  paste: (text: string) => void;
};

/** `perform` gets the effects of a step in order; `now` gives the current instant. */
export function createEngine(initial: State, perform: (effect: Effect) => void, now: () => Date): Engine {
  let state = initial;
  const listeners = new Set<() => void>();
  const dispatch = (action: Action): void => {
    const step = update(state, action);
    const changed = step.state !== state;
    state = step.state;
    for (const effect of step.effects) perform(effect);
    if (changed) for (const listener of listeners) listener();
  };
  const at = (): string => now().toISOString();
  const press = (events: KeyEvent[]): void => {
    for (const event of events) {
      if ('text' in event && TYPING.includes(contextOf(state))) {
        dispatch({ type: 'text', text: event.text, at: at() });
        continue;
      }
      // A key may open a text field: what follows it in the same burst is then typed there.
      const keys = 'key' in event ? [event.key] : asKeys(event.text);
      for (const [index, key] of keys.entries()) {
        if ('text' in event && index > 0 && TYPING.includes(contextOf(state))) {
          dispatch({ type: 'text', text: [...event.text.normalize('NFKC')].slice(index).join(''), at: at() });
          break;
        }
        const command = commandFor(contextOf(state), key);
        if (command) dispatch({ type: 'command', command, at: at() });
      }
    }
  };
  return {
    getState: () => state,
    subscribe: listener => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    dispatch,
    press,
    paste: text => {
      if (TYPING.includes(contextOf(state))) dispatch({ type: 'text', text, at: at() });
      else press(asKeys(text).length === 1 ? [{ text }] : []);
    },
  };
}
