import type { EffectiveStatus } from '../assessment/answers/item-state.ts';

/** A cell: words, a number, a calendar day that a spreadsheet shows as a date, or a status with its words. */
export type SheetCell = string | number | { day: string } | { status: EffectiveStatus; text: string };
/** A table with one row for the heads; widths are in characters. */
export type Sheet = { id: string; name: string; columns: { title: string; width: number }[]; rows: SheetCell[][] };

/** A column of a table of rows. */
export type Column<Row> = { title: string; width: number; of: (row: Row) => SheetCell };

/** A table from its columns and rows. */
export function sheet<Row>(id: string, name: string, columns: Column<Row>[], rows: Row[]): Sheet {
  return {
    id,
    name,
    columns: columns.map(({ title, width }) => ({ title, width })),
    rows: rows.map(row => columns.map(({ of }) => of(row))),
  };
}

/** A day, or nothing. */
export function day(of: string | undefined): SheetCell {
  return of === undefined ? '' : { day: of };
}

/** A cell as plain text. */
export function cellText(cell: SheetCell): string | number {
  return typeof cell === 'object' ? ('day' in cell ? cell.day : cell.text) : cell;
}
