import type { ItemState } from '../../assessment/answers/item-state.ts';
import { searchRows } from '../../session/core/select.ts';
import { padText } from '../../text/wrap.ts';
import { fieldRows } from '../parts/field-rows.ts';
import { cursorSpan, STATUS_TONES } from '../parts/list.ts';
import { indented, line, type Row, spread } from '../parts/row.ts';
import { sliceWindow } from '../parts/window.ts';
import { type OverlayView, rowsBody } from '../view.ts';

/** What is typed and the items that hold it. */
export const search: OverlayView<'search'> = (canvas, overlay) => {
  const { t, theme, state, width, height } = canvas;
  const found = searchRows(state, overlay.area.text);
  const field = fieldRows(canvas, overlay.area, 1, 4);
  const input: Row = [{ text: '  / ', tone: 'accent' }, ...(field.rows[0] ?? []).slice(1)];
  const hint = overlay.area.text === '' ? t('search.help') : t('search.found', { n: found.length });
  const top: Row[] = [input, ...indented(hint, width, 'dim'), []];
  const rowOf = (one: ItemState): Row => {
    const selected = one === found[overlay.index];
    return spread(
      [
        cursorSpan(canvas, selected),
        { text: `${theme.marks.status[one.status]} `, tone: STATUS_TONES[one.status] },
        { text: padText(one.item.id, 11), tone: 'dim' },
        ...line(one.item.title[state.lang], undefined, selected),
      ],
      [],
      width,
      theme.marks.ellipsis,
    );
  };
  const shown = sliceWindow(found, overlay.index, Math.max(height - top.length, 1)).rows;
  return rowsBody([...top, ...shown.map(rowOf)], { x: field.cursor.x, y: 0 });
};
