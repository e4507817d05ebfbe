import { findItem } from '../../questionnaire/schema/items.ts';
import { fieldAsked } from '../../session/fields/value-fields.ts';
import { cursorSpan } from '../parts/list.ts';
import { hanging, indented, line, type Row, spread } from '../parts/row.ts';
import { sliceWindow } from '../parts/window.ts';
import { type OverlayView, rowsBody } from '../view.ts';

/** The options of a value: one to choose, or several to tick. */
export const options: OverlayView<'options'> = (canvas, { target, index, chosen }) => {
  const { t, theme, state, width } = canvas;
  const field = fieldAsked(state, target);
  const item = findItem(state.open?.questionnaire, target.item);
  const several = field?.kind === 'choices';
  const top: Row[] = [
    spread(
      [
        { text: ` ${target.item}  `, tone: 'accent', bold: true },
        ...line(item?.title[state.lang] ?? '', undefined, true),
      ],
      [],
      width,
      theme.marks.ellipsis,
    ),
    [],
    ...indented(field?.label[state.lang] ?? '', width, 'accent'),
    ...indented(t(several ? 'value.enter-choices' : 'value.enter-choice'), width, 'dim'),
    [],
  ];
  const drawn = (field?.options ?? []).map((option, at) => {
    const first: Row = [
      cursorSpan(canvas, at === index),
      { text: `${theme.marks.tick[chosen.includes(option.id) ? 'yes' : 'open']} ` },
    ];
    return hanging(first, option.text[state.lang], width - 1);
  });
  const before = drawn.slice(0, index).flat().length;
  return rowsBody([...top, ...sliceWindow(drawn.flat(), before, Math.max(canvas.height - top.length, 1)).rows]);
};
