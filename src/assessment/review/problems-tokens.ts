import type { ItemState } from '../answers/item-state.ts';
import type { Finding } from './problems.ts';

/**
 * Findings together with tokens that a scanner outside knows: `places` are ids of items or fields, as `wordsByPlace` names
 * them. A place where credentials were found already is not listed again.
 */
export function withTokens(found: Finding[], places: readonly string[], states: ItemState[]): Finding[] {
  const secrets = found.filter(one => one.kind.startsWith('secret'));
  const known = new Set(secrets.map(({ item, values }) => item ?? values.path));
  const more = places.filter(place => !known.has(place));
  return more.length === 0 ? found : [...found, ...more.map(place => secretAt(place, states))];
}

function secretAt(place: string, states: ItemState[]): Finding {
  const state = states.find(one => one.item.id === place);
  if (!state) return { kind: 'secret-elsewhere', values: { path: place } };
  const { off } = state;
  return off === undefined
    ? { kind: 'secret', item: place, values: {} }
    : { kind: 'secret-off', item: place, values: { gate: off } };
}
