import type { ItemState } from '../../assessment/answers/item-state.ts';
import { padText } from '../../text/wrap.ts';
import type { Tone } from '../theme.ts';
import { type Body, type Canvas, rowsBody } from '../view.ts';
import { line, type Row, spread } from './row.ts';
import { sliceWindow } from './window.ts';

/** The colour of each status; its mark says the same. */
export const STATUS_TONES: Record<ItemState['status'], Tone> = {
  met: 'good',
  partly: 'warn',
  'not-met': 'bad',
  'not-applicable': 'dim',
  unknown: 'warn',
  unanswered: 'dim',
};

/**
 * A row of a list; `at` is its place among those that the cursor can stand on. Only what is seen is drawn: a list may
 * have ten thousand rows.
 */
export type Drawn = { draw: () => Row; at?: number };

/** Rows below a fixed head, around the one that is chosen. */
export function windowed(canvas: Canvas, top: Row[], drawn: Drawn[], index: number): Body {
  return rowsBody([...top, ...windowRows(drawn, index, Math.max(canvas.height - top.length, 1))]);
}

/** As many rows as there is room for, around the one that is chosen. */
export function windowRows(drawn: Drawn[], index: number, room: number): Row[] {
  const selected = drawn.findIndex(one => one.at === index);
  return sliceWindow(drawn, Math.max(selected, 0), room).rows.map(one => one.draw());
}

/** The place of the cursor in a list. */
export function cursorSpan({ theme }: Canvas, selected: boolean): Row[number] {
  return { text: selected ? ` ${theme.marks.cursor} ` : '   ', tone: 'accent' };
}

/** An item with its status, its id and what is to be said at the right. */
export function itemRow(canvas: Canvas, one: ItemState, selected: boolean, right: Row = []): Row {
  const { theme, state, width, t } = canvas;
  const status = one.off === undefined ? one.status : 'not-applicable';
  const left: Row = [
    cursorSpan(canvas, selected),
    { text: `${theme.marks.status[status]} `, tone: STATUS_TONES[status] },
    { text: padText(one.item.id, 11), tone: 'dim' },
    ...line(one.item.title[state.lang], one.off === undefined ? undefined : 'dim', selected),
  ];
  const flag: Row = one.answer.flag ? [{ text: ` ${theme.marks.flag}`, tone: 'warn' }] : [];
  const label: Row =
    width >= 60
      ? [{ text: one.off === undefined ? t(`status.${status}`) : t('map.off'), tone: STATUS_TONES[status] }]
      : [];
  return spread(left, [...(right.length > 0 ? right : label), ...flag, { text: ' ' }], width, theme.marks.ellipsis);
}
