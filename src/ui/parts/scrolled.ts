import { type Body, type Canvas, rowsBody } from '../view.ts';
import { line, type Row } from './row.ts';

/** Lines from `scroll` on, never past the end, with a sign of what is below. */
export function scrolled({ height, t, theme }: Canvas, rows: Row[], scroll: number): Body {
  const last = Math.max(0, rows.length - height);
  const start = Math.min(scroll, last);
  const shown = rows.slice(start, start + height);
  const left = rows.length - start - height;
  if (left > 0) shown[height - 1] = line(` ${theme.marks.ellipsis} ${t('reading.more', { n: left + 1 })}`, 'dim');
  return { ...rowsBody(shown), lastScroll: last };
}
