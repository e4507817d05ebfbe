import { stringify } from 'csv-stringify/sync';
import { cellText, type SheetCell } from '../sheet.ts';

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

/** CSV has no limit, but Excel, where many open it, breaks a row in which a cell is longer. */
export const EXCEL_LIMIT = 32_767;

/** How many cells are longer than Excel takes. */
export function longCells(rows: SheetCell[][]): number {
  return rows.flat().filter(cell => String(cellText(cell)).length > EXCEL_LIMIT).length;
}

/** A table as CSV that spreadsheets in Japan open rightly: UTF-8 with a mark, CRLF, and no cell that starts a formula. */
export function csvText(head: string[], rows: SheetCell[][]): string {
  const plain = rows.map(row => row.map(cell => defused(cellText(cell))));
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
