import type { Action, Effect } from '../session/core/action.ts';
import { contextOf } from '../session/core/context.ts';
import type { State } from '../session/core/state.ts';
import { update } from '../session/core/update.ts';
import type { KeyEvent } from './key-names.ts';
import { createKeyQueue } from './key-queue.ts';

/** Holds the state outside React, so that keys in one burst each see the state that the key before left. */
export type Engine = {
  getState: () => State;
  subscribe: (listener: () => void) => () => void;
  dispatch: (action: Action) => void;
  press: (events: KeyEvent[]) => void;
  /** Waits until everything that was being opened is there, or is known not to come. */
  opened: () => Promise<void>;
  paste: (text: string) => void;
  /** Takes over the day where the person is; each key does so before it counts. */
  newDay: () => void;
  /** Leaves as Ctrl+C does, with what is being typed saved, and ends with this code. */
  leave: (code: number) => void;
};

/** Effects that bring another screen, and the actions that say it is there (or will not come). */
const OPENS: readonly Effect['type'][] = ['open', 'load', 'create', 'import', 'take', 'upgrade'];
const OPENED: readonly Action['type'][] = ['opened', 'loaded', 'imported', 'offered', 'upgraded', 'trouble', 'failed'];

/**
 * `perform` gets the effects of a step in order, `now` the current instant; `begun` are effects already under way, `dayOf`
 * gives the day where the person is.
 */
export function createEngine(
  initial: State,
  perform: (effect: Effect) => void,
  now: () => Date,
  begun: Effect[] = [],
  dayOf?: (now: Date) => State['today'],
): Engine {
  let state = initial;
  let opening = begun.filter(effect => OPENS.includes(effect.type)).length;
  let endsWith: number | undefined;
  const listeners = new Set<() => void>();
  const at = (): string => now().toISOString();
  const dispatch = (action: Action): void => {
    if (OPENED.includes(action.type)) opening = Math.max(opening - 1, 0);
    const before = state;
    const step = update(state, action);
    state = step.state;
    for (const effect of step.effects) {
      if (OPENS.includes(effect.type)) opening += 1;
      perform(effect.type === 'exit' && endsWith !== undefined ? { ...effect, code: endsWith } : effect);
    }
    if (state !== before) for (const listener of listeners) listener();
    keys.drain();
  };
  const newDay = (): void => {
    const today = dayOf?.(now()) ?? state.today;
    if (today !== state.today) dispatch({ type: 'day', today });
  };
  const keys = createKeyQueue({
    context: () => contextOf(state),
    // What is pressed while something is being opened is meant for what comes.
    held: () => opening > 0,
    command: command => {
      newDay();
      dispatch({ type: 'command', command, at: at() });
    },
    text: text => dispatch({ type: 'text', text, at: at() }),
  });
  return {
    getState: () => state,
    subscribe: listener => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    dispatch,
    newDay,
    press: keys.add,
    opened: () =>
      new Promise(done => {
        if (opening === 0) return done();
        const look = (): void => {
          if (opening > 0) return;
          listeners.delete(look);
          done();
        };
        listeners.add(look);
      }),
    leave: code => {
      endsWith = code;
      dispatch({ type: 'command', command: 'interrupt', at: at() });
    },
    paste: text => keys.add([{ paste: text }]),
  };
}
