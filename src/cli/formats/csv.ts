import { stringify } from 'csv-stringify/sync';
import type { SheetCell } from '../../report/sheets.ts';

/**
 * Where a field needs quotes: any white space but a single blank (every kind of line break is among it), control
 * characters, blanks at its ends, and what other programs take for a separator or a quote.
 */
const TO_QUOTE = /[^\S ]|[\p{Cc}",;|]|^ | $/u;

/**
 * Where a program that was told to split at `;`, at a tab or at every line break would begin a cell with a formula.
 * A point of a list (`- text`) is none.
 */
const LATER_FORMULA = /([;\t\n]\s*)(?=[=@＝＠]|[+\-＋－](?!\s))/g;

/** A table as CSV that spreadsheets in Japan open rightly: UTF-8 with a mark, CRLF, and no cell that starts a formula. */
export function csvText(head: string[], rows: SheetCell[][]): string {
  const plain = rows.map(row => row.map(cell => (typeof cell === 'object' ? cell.day : defused(cell))));
  return stringify([head, ...plain], {
    bom: true,
    record_delimiter: 'windows',
    quote_record_delimiter: true,
    quoted_match: TO_QUOTE,
    escape_formulas: true,
  });
}

function defused(cell: string | number): string | number {
  return typeof cell === 'number' ? cell : cell.replace(LATER_FORMULA, "$1'");
}
