import { sanitise, sanitiseLine } from '../../text/sanitise.ts';
import { textWidth, truncateText, wrapText } from '../../text/wrap.ts';
import type { Tone } from '../theme.ts';

/** A run of text of one look; `styled` text brings its own colours (SGR only). */
export type Span = { text: string; tone?: Tone; bold?: boolean; inverse?: boolean; styled?: boolean };
/** One line of the screen, never wider than it. */
export type Row = Span[];

const LOOKS = ['text', 'tone', 'bold', 'inverse', 'styled'] as const;

/** Whether two lines look the same. */
export function isSameRow(one: Row, other: Row): boolean {
  return one.length === other.length && one.every((span, at) => LOOKS.every(look => span[look] === other[at]?.[look]));
}

/** A line of plain text. */
export function line(text: string, tone?: Tone, bold?: boolean): Row {
  return [{ text: sanitiseLine(text), ...(tone && { tone }), ...(bold && { bold }) }];
}

/** One of several in a row: what is chosen is marked by brackets too, for terminals that cannot show it inverse. */
export function chosenSpan(text: string, chosen: boolean): Span {
  return chosen ? { text: `[${text}]`, inverse: true } : { text: ` ${text} `, tone: 'dim' };
}

/** The width of a line in cells. */
export function rowWidth(row: Row): number {
  return row.reduce((sum, span) => sum + textWidth(span.text), 0);
}

/** A line with `right` at the right edge; the left side gives way first. */
export function spread(left: Row, right: Row, width: number, ellipsis: string): Row {
  const room = width - rowWidth(right) - 1;
  if (room < 4) return fitRow(left, width, ellipsis);
  const fitted = fitRow(left, room, ellipsis);
  return [...fitted, { text: ' '.repeat(width - rowWidth(fitted) - rowWidth(right)) }, ...right];
}

/** A line cut to `width` cells. */
export function fitRow(row: Row, width: number, ellipsis: string): Row {
  if (rowWidth(row) <= width) return row;
  const fitted: Row = [];
  let room = width;
  for (const span of row) {
    const wide = textWidth(span.text);
    if (wide <= room) {
      fitted.push(span);
      room -= wide;
      continue;
    }
    if (room > 0) fitted.push({ ...span, text: truncateText(span.text, room, ellipsis) });
    break;
  }
  return fitted;
}

/** Text wrapped to lines with `first` before the first line and as many blanks before the others. */
export function hanging(first: Row, text: string, width: number, tone?: Tone): Row[] {
  const indent = rowWidth(first);
  return wrapText(sanitise(text), Math.max(width - indent, 8)).map((part, index) => [
    ...(index === 0 ? first : [{ text: ' '.repeat(indent) }]),
    ...inline(part, tone),
  ]);
}

/** Text whose runs in backticks are shown as code. */
export function inline(text: string, tone?: Tone): Row {
  const parts = sanitise(text)
    .split(/(`[^`]*`)/)
    .filter(Boolean);
  return parts.map(part =>
    part.startsWith('`') && part.length > 1
      ? { text: part, tone: 'code' as const }
      : { text: part, ...(tone && { tone }) },
  );
}

/** The first `height` lines; the last one says with `more` that there is more. */
export function clip(rows: Row[], height: number, more: string): Row[] {
  if (rows.length <= height) return rows;
  if (height <= 0) return [];
  return [...rows.slice(0, height - 1), [...(rows[height - 1] ?? []).slice(0, 0), { text: more, tone: 'dim' }]];
}
