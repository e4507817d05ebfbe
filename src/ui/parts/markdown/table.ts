import type { Tokens } from 'marked';
import { padStyled, plainOf, styledWidth, wrapStyled } from './ansi.ts';
import { fitColumns } from './columns.ts';
import { behind, type Page } from './page.ts';

const GAP = '  ';

/** A table in columns, or where they would be too narrow or take more lines, as records of `label: value` lines. */
export function tableLines(page: Page, { header, rows }: Tokens.Table, width: number): string[] {
  const head = header.map(cell => page.inline(cell.tokens));
  const body = rows.map(row => row.map(cell => page.inline(cell.tokens)));
  const plain = [head, ...body].map(row => row.map(plainOf));
  const widths = fitColumns(plain, width - GAP.length * (head.length - 1));
  const records = () => recordLines(page, head, body, width);
  if (!widths) return body.length > 0 ? records() : wrapStyled(head.join(GAP), width);
  const columns = columnLines(page, head, body, widths);
  if (columns.length <= 2 * rows.length + 2) return columns;
  const stacked = records();
  return columns.length <= stacked.length ? columns : stacked;
}

function columnLines({ look }: Page, head: string[], body: string[][], widths: number[]): string[] {
  const drawn = body.map(row => rowLines(row, widths));
  const rule = look.dim(widths.map(cells => look.marks.rule.repeat(cells)).join(GAP));
  const airy = isAiry(body, drawn, widths[0] ?? 1);
  const rows = drawn.flatMap((lines, index) => (airy && index > 0 ? ['', ...lines] : lines));
  return [...rowLines(head.map(look.title), widths), rule, ...rows];
}

/** Whether blank lines are needed to tell the rows apart: when many rows or any first cell has several lines. */
function isAiry(body: string[][], drawn: string[][], first: number): boolean {
  const long = drawn.filter(lines => lines.length > 1).length;
  return long * 2 > body.length || body.some(row => styledWidth(row[0] ?? '') > first);
}

function rowLines(cells: string[], widths: number[]): string[] {
  const columns = cells.map((cell, index) => wrapStyled(cell, widths[index] ?? 1));
  const height = Math.max(...columns.map(lines => lines.length));
  return Array.from({ length: height }, (_, line) =>
    columns
      .map((lines, index) => padStyled(lines[line] ?? '', widths[index] ?? 1))
      .join(GAP)
      .trimEnd(),
  );
}

/** Each row as a point of a list: the first field behind the bullet, the others below it. */
function recordLines(page: Page, head: string[], body: string[][], width: number): string[] {
  const bullet = page.look.dim(page.look.marks.bullets[0]);
  return body.flatMap((row, index) => {
    const fields = row.map((value, column) => field(page, head[column] ?? '', value, column === 0));
    const lines = behind(bullet, '  ', width, room => packed(fields, row, room).flatMap(text => hung(text, room)));
    return index > 0 ? ['', ...lines] : lines;
  });
}

/** The lines of a field; those after the first are further in, so that the labels stand out. */
function hung(text: string, width: number): string[] {
  const indent = width > 2 * GAP.length ? GAP : '';
  const [first = '', ...rest] = wrapStyled(text, width - indent.length);
  return [first, ...rest.map(line => indent + line)];
}

function field({ look }: Page, label: string, value: string, first: boolean): string {
  return first ? look.title(`${label}: ${value}`) : `${look.dim(`${label}:`)} ${value}`;
}

/** Fields with numbers next to each other where they fit. */
function packed(fields: string[], values: string[], width: number): string[] {
  const lines: string[] = [];
  let open = false;
  for (const [index, text] of fields.entries()) {
    const short = index > 0 && /^\d+$/.test(plainOf(values[index] ?? ''));
    const together = `${lines.at(-1)}${GAP}${text}`;
    if (short && open && styledWidth(together) <= width) lines[lines.length - 1] = together;
    else lines.push(text);
    open = short;
  }
  return lines;
}
