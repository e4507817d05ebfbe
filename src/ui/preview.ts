import type { State } from '../session/core/state.ts';

/** The report as terminal lines, made in the background for the state that is shown. */
export type Preview = {
  subscribe: (listener: () => void) => () => void;
  /** The lines for this state, or undefined while they are made. */
  lines: (state: State) => string[] | undefined;
};

/** `make` renders the report of a state at a width; `fail` says in lines why it could not. The last result is kept, so scrolling costs nothing. */
export function createPreview(
  make: (state: State) => Promise<string[]>,
  fail: (error: unknown) => string[] = error => [String(error)],
): Preview {
  const listeners = new Set<() => void>();
  let wanted: unknown[] = [];
  let lines: string[] | undefined;
  return {
    subscribe: listener => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    lines: state => {
      const { screen } = state;
      if (screen.name !== 'report' || state.overlay) return undefined;
      const key = [state.open?.assessment, screen.which, screen.lang, state.size.columns, state.today];
      if (key.every((part, index) => part === wanted[index])) return lines;
      wanted = key;
      lines = undefined;
      const arrived = (made: string[]): void => {
        if (wanted !== key) return;
        lines = made;
        for (const listener of listeners) listener();
      };
      make(state).then(arrived, error => arrived(fail(error)));
      return undefined;
    },
  };
}
