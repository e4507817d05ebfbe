/**
 * The part of a long list that is drawn: the selected row stays in the middle, except near both ends, where the list
 * stands still and the selection moves.
 */
export function sliceWindow<T>(rows: readonly T[], selected: number, height: number): { start: number; rows: T[] } {
  const room = Math.max(0, height);
  const start = Math.max(0, Math.min(selected - Math.floor(room / 2), rows.length - room));
  return { start, rows: rows.slice(start, start + room) };
}
