import writeExcelFile, { type Row } from 'write-excel-file/node';
import type { Sheet, SheetCell } from '../../report/sheets.ts';
import { withoutTimes } from './zip-times.ts';

type Feature = NonNullable<NonNullable<Parameters<typeof writeExcelFile>[1]>['features']>[number];

/** Excel takes no more characters in a cell, and no more in the name of a sheet. */
const CELL_LIMIT = 32_767;
const NAME_LIMIT = 31;

/** Sheets as a workbook: a fixed head with filters, wrapped text, real dates. Text is always text, never a formula. */
export async function xlsxBytes(sheets: Sheet[]): Promise<Uint8Array> {
  const written = sheets.map(one => ({
    sheet: nameOf(one.name),
    stickyRowsCount: 1,
    orientation: 'landscape' as const,
    columns: one.columns.map(({ width }) => ({ width })),
    data: [
      one.columns.map(({ title }) => ({
        value: cut(title),
        type: String,
        fontWeight: 'bold' as const,
        backgroundColor: '#DDE6F0',
        wrap: true,
        alignVertical: 'center' as const,
      })),
      ...one.rows.map((row): Row => row.map(cellOf)),
    ],
  }));
  return withoutTimes(new Uint8Array(await writeExcelFile(written, { features: [filters(sheets)] }).toBuffer()));
}

function cellOf(cell: SheetCell): Row[number] {
  if (typeof cell === 'number') return { value: cell, type: Number, align: 'left', alignVertical: 'top' };
  if (typeof cell === 'object')
    return {
      value: new Date(`${cell.day}T00:00:00Z`),
      type: Date,
      format: 'yyyy-mm-dd',
      align: 'left',
      alignVertical: 'top',
    };
  return cell === '' ? null : { value: cut(cell), type: String, wrap: true, alignVertical: 'top' };
}

/** Characters that XML cannot hold are left out. */
function cut(text: string): string {
  return text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '').slice(0, CELL_LIMIT);
}

function nameOf(name: string): string {
  return name.replace(/[\\/?*[\]:]/g, ' ').slice(0, NAME_LIMIT);
}

/** Filter arrows in the first row; they stand after the cells and before everything else. */
function filters(sheets: Sheet[]): Feature {
  return {
    files: {
      transform: {
        'xl/worksheets/sheet{id}.xml': {
          transform: (xml: string, _options: unknown, { sheetIndex }: { sheetIndex: number }) => {
            const sheet = sheets[sheetIndex];
            if (!sheet || sheet.rows.length === 0) return xml;
            const range = `A1:${letters(sheet.columns.length)}${sheet.rows.length + 1}`;
            return xml.replace('</sheetData>', `</sheetData><autoFilter ref="${range}"/>`);
          },
        },
      },
    },
  };
}

/** The name of the n-th column: A, B, …, Z, AA. */
function letters(n: number): string {
  const rest = Math.floor((n - 1) / 26);
  return `${rest > 0 ? letters(rest) : ''}${String.fromCharCode(65 + ((n - 1) % 26))}`;
}
