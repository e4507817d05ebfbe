import type { Edit, UnitPatch } from './edit.ts';
import type { ItemState } from './item-state.ts';

/**
 * The edits that give an item, or one unit of it, a status. A common answer that stands for every unit takes back what
 * single units had said; their notes, ticks and values stay.
 */
export function statusEdits(
  current: ItemState,
  unit: string | undefined,
  set: Pick<UnitPatch, 'status' | 'reason'>,
  at: string,
): Edit[] {
  const item = current.item.id;
  if (unit !== undefined) return [{ type: 'answer', item, unit, set, at }];
  const apart = current.item.perUnit?.organization ? [] : current.units.filter(one => one.own);
  const taken = { status: null, reason: null };
  return [
    { type: 'answer', item, set, at },
    ...apart.map((one): Edit => ({ type: 'answer', item, unit: one.unit.id, set: taken, at })),
  ];
}

/** The edits that give every part of an item one status: what statusEdits does, and units that are answered apart too. */
export function wholeItemEdits(current: ItemState, set: Pick<UnitPatch, 'status' | 'reason'>, at: string): Edit[] {
  const apart = current.item.perUnit?.organization ? current.units : [];
  return [
    ...statusEdits(current, undefined, set, at),
    ...apart.map((one): Edit => ({ type: 'answer', item: current.item.id, unit: one.unit.id, set, at })),
  ];
}
