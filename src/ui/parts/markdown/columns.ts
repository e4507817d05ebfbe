import { textWidth } from '../wrap.ts';

/** A word longer than this may be cut: most are web addresses. */
const LONGEST_WORD = 14;
/** Japanese may be cut anywhere, but not to fewer cells than these. */
const LEAST_DENSE = 8;

const WORD = /[^\s\u2e80-\uffef]+/g;
const DENSE = /[\u2e80-\uffef]+/g;

/**
 * Widths for the columns of a table: what each needs where there is room, and else the wide ones share what the
 * narrow ones leave. Nothing when words would have to be cut.
 */
export function fitColumns(rows: readonly (readonly string[])[], room: number): number[] | undefined {
  const columns = (rows[0] ?? []).map((_, index) => rows.map(row => row[index] ?? ''));
  const least = columns.map(cells => Math.max(...cells.map(leastWidth)));
  const wanted = columns.map((cells, index) => Math.max(least[index] ?? 1, ...cells.map(wantedWidth)));
  let left = room - least.reduce((sum, width) => sum + width, 0);
  if (left < 0) return undefined;
  const widths = [...least];
  const need = (column: number) => (wanted[column] ?? 0) - (least[column] ?? 0);
  const byNeed = widths.map((_, column) => column).sort((a, b) => need(a) - need(b));
  for (const [index, column] of byNeed.entries()) {
    const more = Math.min(need(column), Math.floor(left / (byNeed.length - index)));
    widths[column] = (widths[column] ?? 0) + more;
    left -= more;
  }
  return widths;
}

const wantedWidth = (cell: string) => Math.max(...cell.split('\n').map(textWidth));

function leastWidth(cell: string): number {
  const words = (cell.match(WORD) ?? []).map(word => Math.min(textWidth(word), LONGEST_WORD));
  const dense = (cell.match(DENSE) ?? []).map(run => Math.min(textWidth(run), LEAST_DENSE));
  return Math.max(1, ...words, ...dense);
}
