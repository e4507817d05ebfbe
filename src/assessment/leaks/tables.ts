import { LABEL_CELL } from './labels.ts';
import { isOrdinary } from './ordinary.ts';
import type { Span } from './spans.ts';

/** What stands over the other columns of a table with passwords. */
const HEAD =
  /name|user|id\b|url|host|account|login|mail|key|system|env|role|note|server|ユーザー|名|番号|アカウント|ID|環境|備考|用途|システム|サーバー?|接続|キー|種別|項目|メール/i;
const RULE = /^[\s|:+=-]*$/;

type Table = { delimiter: string; columns: number[]; width: number };

/** The cells under a heading that says password or key, in rows of CSV, TSV and Markdown. */
export function tableSpans(text: string): Span[] {
  const found: Span[] = [];
  let table: Table | undefined;
  let from = 0;
  for (const line of text.split('\n')) {
    const head = headOf(line);
    if (head) table = head;
    else if (table) {
      const cells = line.split(table.delimiter);
      if (Math.abs(cells.length - table.width) > 1) table = undefined;
      else if (!RULE.test(line)) found.push(...cellsIn(cells, table, from));
    }
    from += line.length + 1;
  }
  return found;
}

function headOf(line: string): Table | undefined {
  if (line.length > 1000) return undefined;
  for (const delimiter of ['\t', ',', '|', ';']) {
    const cells = line.split(delimiter);
    if (cells.length < 2) continue;
    const columns = cells.flatMap((cell, at) => (LABEL_CELL.test(cell.trim()) ? [at] : []));
    const others = cells.filter((cell, at) => !columns.includes(at) && cell.trim() !== '');
    if (columns.length > 0 && others.every(cell => cell.length < 40) && others.some(cell => HEAD.test(cell)))
      return others.some(cell => /\d{3}|@/.test(cell)) ? undefined : { delimiter, columns, width: cells.length };
  }
  return undefined;
}

function cellsIn(cells: string[], { delimiter, columns }: Table, from: number): Span[] {
  let at = from;
  return cells.flatMap((cell, column): Span[] => {
    const start = at + (cell.length - cell.trimStart().length);
    at += cell.length + delimiter.length;
    const value = cell.trim().replace(/^["'`]+|["'`]+$/g, '');
    const isSecret = columns.includes(column) && value.length > 3 && /^[!-~]+$/.test(value) && !isOrdinary(value);
    return isSecret ? [[start, start + cell.trim().length]] : [];
  });
}
