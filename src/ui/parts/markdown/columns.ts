import { styledWidth } from './ansi.ts';

/** A word longer than this may be cut: most are web addresses. */
const LONGEST_WORD = 14;
/** Japanese may be cut anywhere, but not to fewer cells than these. */
const LEAST_DENSE = 8;

const WORD = /[^\s\u2e80-\uffef]+/g;
const DENSE = /[\u2e80-\uffef]+/g;

/**
 * Widths for the columns of a table, of which the first row is the head: what each needs where there is room, and
 * else the wide ones share what the narrow ones leave. A head is cut before a cell is. Nothing when words would have
 * to be cut.
 */
export function fitColumns(rows: readonly (readonly string[])[], room: number): number[] | undefined {
  const columns = (rows[0] ?? []).map((_, index) => rows.map(row => row[index] ?? ''));
  const least = columns.map(cells => Math.max(...cells.map(leastWidth)));
  if (sum(least) > room) return undefined;
  const forCells = widen(
    least,
    columns.map(cells => Math.max(0, ...cells.slice(1).map(styledWidth))),
    room,
  );
  return widen(
    forCells,
    columns.map(cells => styledWidth(cells[0] ?? '')),
    room,
  );
}

/** Widens columns to what is wanted of them, as far as the room goes. */
function widen(from: readonly number[], wanted: readonly number[], room: number): number[] {
  const widths = [...from];
  const need = (column: number) => Math.max(0, (wanted[column] ?? 0) - (from[column] ?? 0));
  const byNeed = widths.map((_, column) => column).sort((a, b) => need(a) - need(b));
  let left = room - sum(from);
  for (const [index, column] of byNeed.entries()) {
    const more = Math.min(need(column), Math.floor(left / (byNeed.length - index)));
    widths[column] = (widths[column] ?? 0) + more;
    left -= more;
  }
  return widths;
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);

function leastWidth(cell: string): number {
  const words = (cell.match(WORD) ?? []).map(word => Math.min(styledWidth(word), LONGEST_WORD));
  const dense = (cell.match(DENSE) ?? []).map(run => Math.min(styledWidth(run), LEAST_DENSE));
  return Math.max(1, ...words, ...dense);
}
