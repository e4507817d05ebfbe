import type { Edit, UnitPatch } from '../../assessment/answers/edit.ts';

/** An edit of the common answer to an item, or of one unit's part of it. */
export function placed({ item, unit }: { item: string; unit?: string }, set: UnitPatch, at: string): Edit {
  return unit === undefined ? { type: 'answer', item, set, at } : { type: 'answer', item, unit, set, at };
}
