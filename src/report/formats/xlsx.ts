import writeExcelFile, { type Row } from 'write-excel-file/node';
import { cellText, type Sheet, type SheetCell } from '../sheet.ts';
import { cutTo } from './cut.ts';
import { rowHeight } from './row-heights.ts';
import { workbookLayout } from './workbook-layout.ts';
import { withoutTimes } from './zip-times.ts';

/** Excel takes no more characters in a cell, and no more in the name of a sheet. */
export const CELL_LIMIT = 32_767;
const NAME_LIMIT = 31;

/** Fills on which black text is well readable, on paper too; the words say the same. */
const FILLS = {
  met: '#D5EEDC',
  partly: '#FFF0C2',
  'not-met': '#F9D4D6',
  unknown: '#E6DAF8',
  unanswered: '#E8EAED',
  'not-applicable': undefined,
} as const;

/**
 * Sheets as a workbook: a fixed head with filters, wrapped text in rows as high as it needs, real dates, one page wide.
 * Text is always text, never a formula. What is longer than a cell takes is cut, with `mark` behind it, and told.
 */
export async function xlsxBytes(
  sheets: Sheet[],
  mark: (length: number) => string = () => '…',
  tellCut: (cells: number) => void = () => undefined,
): Promise<Uint8Array> {
  let cells = 0;
  const cut = (text: string): string =>
    cutTo(seen(text), CELL_LIMIT, mark, () => {
      cells += 1;
    });
  const written = sheets.map(one => ({
    sheet: sheetName(one.name),
    stickyRowsCount: 1,
    orientation: 'landscape' as const,
    columns: one.columns.map(({ width }) => ({ width })),
    data: [headOf(one), ...one.rows.map(row => rowOf(one, row, cut))],
  }));
  const bytes = await writeExcelFile(written, { features: [workbookLayout(sheets, written)] }).toBuffer();
  if (cells > 0) tellCut(cells);
  return withoutTimes(new Uint8Array(bytes));
}

function headOf({ columns }: Sheet): Row {
  const height = rowHeight(columns.map(({ title, width }) => ({ text: title, width })));
  return columns.map(({ title }) => ({
    value: escaped(seen(title)),
    type: String,
    fontWeight: 'bold' as const,
    backgroundColor: '#DDE6F0',
    wrap: true,
    alignVertical: 'center' as const,
    height,
  }));
}

function rowOf({ columns }: Sheet, row: SheetCell[], cut: (text: string) => string): Row {
  const texts = row.map(cell => cut(String(cellText(cell))));
  const height = rowHeight(texts.map((text, at) => ({ text, width: columns[at]?.width ?? 1 })));
  return row.map((cell, at) => cellOf(cell, texts[at] ?? '', height));
}

function cellOf(cell: SheetCell, text: string, height: number): Row[number] {
  const place = { alignVertical: 'top' as const, height };
  if (typeof cell === 'number') return { value: cell, type: Number, align: 'left', ...place };
  if (typeof cell === 'object' && 'day' in cell) {
    const value = new Date(`${cell.day}T00:00:00Z`);
    return { value, type: Date, format: 'yyyy-mm-dd', align: 'left', ...place };
  }
  if (text === '') return null;
  const fill = typeof cell === 'object' ? FILLS[cell.status] : undefined;
  return { value: escaped(text), type: String, wrap: true, ...place, ...(fill && { backgroundColor: fill }) };
}

/** Characters that XML cannot hold are left out. */
function seen(text: string): string {
  return text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Cs}/gu, '');
}

/** `_x0041_` stands for a letter in a workbook (ECMA-376, ST_Xstring), so one that somebody typed is written `_x005F_x0041_`. */
function escaped(text: string): string {
  return text.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_');
}

function sheetName(name: string): string {
  const plain = name
    .replace(/[\\/?*[\]:]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return plain.slice(0, NAME_LIMIT);
}
