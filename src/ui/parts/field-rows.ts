import { cursorPosition, layoutText } from '../../session/text/layout.ts';
import type { TextArea } from '../../session/text/text-area.ts';
import type { Canvas } from '../view.ts';
import type { Row } from './row.ts';

/** The lines of a text field that are in view, and where the real cursor stands among them. */
export function fieldRows(
  { width }: Canvas,
  area: TextArea,
  height: number,
  indent = 2,
): { rows: Row[]; cursor: { x: number; y: number } } {
  const inner = Math.max(width - indent - 2, 4);
  const { lines } = layoutText(area.text, inner);
  const at = cursorPosition(area.text, area.cursor, inner);
  const start = Math.max(0, Math.min(at.row - Math.floor(height / 2), lines.length - height));
  const shown = lines.slice(start, start + height);
  const rows = shown.map((one): Row => [{ text: ' '.repeat(indent) }, { text: one.text.replace(/\n$/, '') }]);
  if (at.row >= lines.length) rows.push([]);
  return { rows, cursor: { x: indent + at.column, y: at.row - start } };
}
