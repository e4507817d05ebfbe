import { stringify } from 'csv-stringify/sync';
import type { SheetCell } from '../../report/sheets.ts';

/** A table as CSV that spreadsheets in Japan open rightly: UTF-8 with a mark, CRLF, and no cell that starts a formula. */
export function csvText(head: string[], rows: SheetCell[][]): string {
  const plain = rows.map(row => row.map(cell => (typeof cell === 'object' ? cell.day : cell)));
  return stringify([head, ...plain], { bom: true, record_delimiter: 'windows', escape_formulas: true });
}
