import { hanging } from '../parts/row.ts';
import { scrolled } from '../parts/scrolled.ts';
import type { OverlayView } from '../view.ts';

/** Everything that is wrong, as long as it may be. */
export const problems: OverlayView<'problems'> = (canvas, overlay) => {
  const rows = overlay.lines.flatMap(text => hanging([{ text: ' ' }], text, canvas.width - 2));
  return scrolled(canvas, rows, overlay.scroll);
};
