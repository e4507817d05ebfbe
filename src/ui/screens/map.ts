import type { ItemState } from '../../assessment/answers/item-state.ts';
import { latest } from '../../session/core/latest.ts';
import { mapRows, sectionCounts } from '../../session/core/select.ts';
import { FILTERS } from '../../session/screens/map.ts';
import { textWidth } from '../../text/wrap.ts';
import { itemRow } from '../parts/list.ts';
import { progressBar } from '../parts/progress-bar.ts';
import { chosenSpan, fitRow, line, type Row, spread } from '../parts/row.ts';
import { sliceWindow } from '../parts/window.ts';
import { type Canvas, rowsBody, type ScreenView } from '../view.ts';

/** A line of the map: an item with its place among the items, or the heading of a section. */
type MapLine = { one: ItemState; at?: number };

const lastLines = latest((rows: ItemState[]): MapLine[] =>
  rows.flatMap((one, at): MapLine[] =>
    rows[at - 1]?.section === one.section ? [{ one, at }] : [{ one }, { one, at }],
  ),
);

/** All sections and items with their state. */
export const map: ScreenView<'map'> = (canvas, screen) => {
  const { state, t, theme, width, height } = canvas;
  const lines = lastLines(mapRows(state, screen.filter));
  const counts = sectionCounts(state);
  const selected = lines.findIndex(one => one.at === screen.index);
  const draw = ({ one, at }: MapLine): Row => {
    if (at === undefined) return sectionRow(canvas, one, counts);
    const row = itemRow(canvas, one, at === screen.index);
    return screen.marked?.includes(one.item.id) ? marked(row, theme.marks.flag) : row;
  };
  const shown = sliceWindow(lines, Math.max(selected, 0), Math.max(height - 1, 1)).rows.map(draw);
  const tab = (filter: (typeof FILTERS)[number]): Row[number] => ({
    ...chosenSpan(t(`map.filter.${filter}`), filter === screen.filter),
  });
  const all = FILTERS.map(tab);
  const fits = all.reduce((sum, { text }) => sum + textWidth(text), 0) <= width;
  const number: Row[number] = { text: ` ${FILTERS.indexOf(screen.filter) + 1}/${FILTERS.length}`, tone: 'dim' };
  const tabs = fits ? all : [tab(screen.filter), number];
  const none = line(`   ${t('map.none')}`, 'dim');
  return rowsBody([fitRow(tabs, width, theme.marks.ellipsis), ...(lines.length > 0 ? shown : [none])]);
};

/** A row of the map that the next answer goes to as well. */
function marked([cursor, ...rest]: Row, mark: string): Row {
  return [{ ...cursor, text: `${cursor?.text.slice(0, 2) ?? ''}${mark}`, tone: 'warn' }, ...rest];
}

function sectionRow(
  canvas: Canvas,
  { section }: ItemState,
  counts: ReadonlyMap<string, { answered: number; total: number }>,
): Row {
  const count = counts.get(section.id) ?? { answered: 0, total: 0 };
  const bar = canvas.width >= 70 ? `${progressBar(count.answered, count.total, 5, canvas.theme)} ` : '';
  return spread(
    line(` ${section.title[canvas.state.lang]}`, 'accent', true),
    [{ text: `${bar}${count.answered}/${count.total} `, tone: 'dim' }],
    canvas.width,
    canvas.theme.marks.ellipsis,
  );
}
