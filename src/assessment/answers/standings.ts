import { isBroken, isLacking, type ValueState } from './checks.ts';
import type { EffectiveStatus, ItemState } from './item-state.ts';
import type { Unit } from './units.ts';

/**
 * How a unit (case study, customer) fares over all items that every unit must meet. `falls` counts for nothing in the
 * review, and neither does `spare`, but enough others stand; `fallen` are the items that it does not meet, `open` those still to be answered, `broken` what its own values break.
 */
export type Standing = {
  unit: Unit;
  state: 'stands' | 'falls' | 'open' | 'spare';
  fallen: ItemState[];
  open: ItemState[];
  broken: ValueState[];
};

/** Whether each unit still counts, in the order of the units. */
export function standings(states: ItemState[]): Standing[] {
  const asked = states.filter(state => state.off === undefined && state.item.perUnit?.need === 'all');
  const units = states.find(state => state.units.length > 0)?.units.map(one => one.unit) ?? [];
  return units.map((unit, index) => {
    const of = (...wanted: EffectiveStatus[]): ItemState[] =>
      asked.filter(state => wanted.includes(state.units[index]?.status ?? 'unanswered'));
    const [fallen, open] = [of('not-met', 'partly'), of('unanswered', 'unknown')];
    const broken = unit.values.filter(isBroken);
    const falls = fallen.length + broken.length > 0;
    const missing = unit.values.some(isLacking);
    const state = unit.spare ? 'spare' : falls ? 'falls' : open.length > 0 || missing ? 'open' : 'stands';
    return { unit, state, fallen, open, broken };
  });
}
