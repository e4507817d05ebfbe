import { styledWidth } from './ansi.ts';

/** A word longer than this may be cut: most are web addresses. */
const LONGEST_WORD = 16;
/** Japanese may be cut anywhere, but not to fewer cells than these. */
const LEAST_DENSE = 8;

const WORD = /[^\s\u2e80-\uffef]+/g;
/** A progress bar and its count are one word as long as there is room for it. */
const WORD_OR_BAR = /(?:[█░]+|[#.]{4,}) [^\s\u2e80-\uffef]+|[^\s\u2e80-\uffef]+/g;
const DENSE = /[\u2e80-\uffef]+/g;

/**
 * Widths for the columns of a table: as many cells as its words need, and the rest of the room cell by cell to the
 * column that makes most rows high. Nothing when words would have to be cut.
 */
export function fitColumns(rows: readonly (readonly string[])[], room: number): number[] | undefined {
  const widths = [WORD_OR_BAR, WORD].map(word => leastWidths(rows, word)).find(least => sum(least) <= room);
  if (!widths) return undefined;
  const wanted = rows.map(row => row.map(styledWidth));
  for (let left = room - sum(widths); left > 0; left--) {
    const high = heights(wanted, widths);
    const column = high.indexOf(Math.max(...high));
    if (!high[column]) break;
    widths[column] = (widths[column] ?? 0) + 1;
  }
  return widths;
}

/** For each column the lines of all rows that are higher than one line because of it. */
function heights(wanted: readonly (readonly number[])[], widths: readonly number[]): number[] {
  const heights = widths.map(() => 0);
  for (const row of wanted) {
    let height = 1;
    for (const [column, width] of widths.entries()) height = Math.max(height, Math.ceil((row[column] ?? 0) / width));
    for (const [column, width] of widths.entries()) {
      if (height > 1 && (row[column] ?? 0) > width * (height - 1)) heights[column] = (heights[column] ?? 0) + height;
    }
  }
  return heights;
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);

function leastWidths(rows: readonly (readonly string[])[], word: RegExp): number[] {
  return (rows[0] ?? []).map((_, column) => Math.max(...rows.map(row => leastWidth(row[column] ?? '', word))));
}

function leastWidth(cell: string, word: RegExp): number {
  const words = (cell.match(word) ?? []).map(one => Math.min(styledWidth(one), LONGEST_WORD));
  const dense = (cell.match(DENSE) ?? []).map(run => Math.min(styledWidth(run), LEAST_DENSE));
  return Math.max(1, ...words, ...dense);
}
