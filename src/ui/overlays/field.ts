import { messageText } from '../../i18n/message.ts';
import { findItem } from '../../questionnaire/schema/items.ts';
import { unitNames } from '../../session/core/select.ts';
import { fieldOf } from '../../session/fields/index.ts';
import { fieldRows } from '../parts/field-rows.ts';
import { hanging, indented, line, type Row, spread } from '../parts/row.ts';
import { type OverlayView, rowsBody } from '../view.ts';

/** A text field over the item it belongs to. */
export const field: OverlayView<'field'> = (canvas, { target, area, error }) => {
  const { t, width, state, height } = canvas;
  const item = 'item' in target ? findItem(state.open?.questionnaire, target.item) : undefined;
  const unit = 'unit' in target && target.unit !== undefined ? unitNames(state).get(target.unit) : undefined;
  const { label, help } = fieldOf(target).ask(state, target, t);
  const top: Row[] = [
    ...(item
      ? [
          [
            { text: ` ${item.id}  `, tone: 'accent' as const, bold: true },
            ...line(item.title[state.lang], undefined, true),
          ],
        ]
      : []),
    ...(item && height >= 12 && area.multiline ? hanging([{ text: ' ' }], item.ask[state.lang], width - 2, 'dim') : []),
    ...(unit === undefined ? [] : indented(unit, width, 'title')),
    [],
    ...indented(label, width, 'accent'),
    ...indented(help, width, 'dim'),
    ...(error ? indented(messageText(error, t), width, 'bad') : []),
    [],
  ];
  const shown = fieldRows(canvas, area, Math.max(height - top.length, 1));
  const fitted = top.map(row => spread(row, [], width, canvas.theme.marks.ellipsis));
  return rowsBody([...fitted, ...shown.rows], { x: shown.cursor.x, y: top.length + shown.cursor.y });
};
