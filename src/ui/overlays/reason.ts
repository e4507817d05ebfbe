import { REASONS } from '../../assessment/assessment.ts';
import { findItem } from '../../questionnaire/schema/items.ts';
import { indented, line, type Row, spread } from '../parts/row.ts';
import type { OverlayView } from '../view.ts';

/** Why an item is not applicable. */
export const reason: OverlayView<'reason'> = (canvas, overlay) => {
  const { t, state, width } = canvas;
  const [first, ...others] = overlay.items;
  const item = findItem(state.open?.questionnaire, first);
  const title = others.length > 0 ? others.join(t('list.separator')) : (item?.title[state.lang] ?? '');
  const rows: Row[] = [
    [{ text: ` ${first ?? ''}  `, tone: 'accent', bold: true }, ...line(title, undefined, true)],
    [],
    ...indented(t('reason.ask'), width, 'accent'),
    ...indented(t('reason.help'), width, 'dim'),
    [],
  ];
  const labels = REASONS.map((code, at) => `${at + 1} ${t(`reason.${code}`)}`);
  return {
    blocks: [
      { rows: rows.map(row => spread(row, [], width, canvas.theme.marks.ellipsis)) },
      { menu: { labels, index: overlay.index, indent: 1 } },
    ],
  };
};
