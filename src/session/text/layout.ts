import { eachGrapheme } from '../../text/graphemes.ts';

/** One row on the screen: the text between two offsets. */
export interface VisualLine {
  text: string;
  start: number;
  end: number;
}

/** A text laid out in rows. */
export interface TextLayout {
  lines: VisualLine[];
}

/** A place on the screen, in rows and cells from the top left of the text. */
export interface CellPosition {
  row: number;
  column: number;
}

/**
 * Cuts a text into rows of at most `width` cells, at grapheme boundaries and nowhere else: what is edited must be
 * exactly what is seen. A logical line that fills its last row gets an empty row, the place of the cursor at its end.
 */
export function layoutText(text: string, width: number): TextLayout {
  const lines: VisualLine[] = [];
  let from = 0;
  while (from <= text.length) {
    const found = text.indexOf('\n', from);
    const to = found < 0 ? text.length : found;
    layoutLine(text, { from, to, width: Math.max(1, width) }, lines);
    from = to + 1;
  }
  return { lines };
}

function layoutLine(text: string, line: { from: number; to: number; width: number }, into: VisualLine[]): void {
  const push = (start: number, end: number) => into.push({ text: text.slice(start, end), start, end });
  let rowStart = line.from;
  let used = 0;
  eachGrapheme(text, line.from, line.to, (start, _end, cells) => {
    // A grapheme without width counts as one cell, or the cursor before it could stand outside the row.
    const needed = Math.max(1, cells);
    if (used > 0 && used + needed > line.width) {
      push(rowStart, start);
      rowStart = start;
      used = 0;
    }
    used += needed;
  });
  push(rowStart, line.to);
  if (used >= line.width) push(line.to, line.to);
}

/** Where the cursor stands in a layout. */
export function positionIn(layout: TextLayout, cursor: number): CellPosition {
  const row = rowOf(layout, cursor);
  const line = layout.lines[row];
  let column = 0;
  if (line) {
    eachGrapheme(line.text, 0, line.text.length, (_start, end, cells) => {
      if (line.start + end <= cursor) column += cells;
    });
  }
  return { row, column };
}

function rowOf(layout: TextLayout, cursor: number): number {
  let low = 0;
  let high = layout.lines.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((layout.lines[middle]?.start ?? 0) <= cursor) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The offset at a place of a layout; outside the text the nearest one. */
export function offsetIn(layout: TextLayout, row: number, column: number): number {
  const index = Math.min(Math.max(0, row), layout.lines.length - 1);
  const line = layout.lines[index];
  if (!line) return 0;
  // The end of a wrapped row is the start of the next one, so the last place in such a row is before its last grapheme.
  const wrapped = layout.lines[index + 1]?.start === line.end;
  let at = 0;
  let used = 0;
  eachGrapheme(line.text, 0, line.text.length, (_start, end, cells) => {
    used += cells;
    if (used <= column && !(wrapped && end === line.text.length)) at = end;
  });
  return line.start + at;
}

/** Where the cursor stands when a text is laid out at a width. */
export function cursorPosition(text: string, cursor: number, width: number): CellPosition {
  return positionIn(layoutText(text, width), cursor);
}

/** The offset at a place when a text is laid out at a width: the inverse of `cursorPosition`. */
export function offsetAt(text: string, row: number, column: number, width: number): number {
  return offsetIn(layoutText(text, width), row, column);
}
