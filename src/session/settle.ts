import { askedStates, checkRows, mapRows, planRows, statesOf } from './core/select.ts';
import type { State } from './core/state.ts';

/**
 * A screen that one comes back to, after answers and scope may have changed: a list whose row is gone has its cursor
 * on the last one, and an item that is no longer asked gives way to the next one that is.
 */
export function settled(state: State): State {
  const { screen } = state;
  if (!state.open) return state;
  if (screen.name === 'walk') return { ...state, screen: { ...screen, item: askedFrom(state, screen.item) } };
  if (screen.name === 'map')
    return { ...state, screen: { ...screen, index: inside(screen.index, mapRows(state, screen.filter)) } };
  if (screen.name === 'check')
    return { ...state, screen: { ...screen, index: inside(screen.index, checkRows(state)) } };
  if (screen.name === 'plan') return { ...state, screen: { ...screen, index: inside(screen.index, planRows(state)) } };
  return state;
}

function inside(index: number, rows: readonly unknown[]): number {
  return Math.min(index, Math.max(rows.length - 1, 0));
}

function askedFrom(state: State, item: string): string {
  const all = statesOf(state);
  const at = all.findIndex(one => one.item.id === item);
  const next = all.slice(at).find(one => one.off === undefined) ?? askedStates(state).at(-1);
  return next?.item.id ?? item;
}
