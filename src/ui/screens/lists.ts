import type { ItemState } from '../../assessment/answers/item-state.ts';
import type { Finding } from '../../assessment/review/problems.ts';
import { readiness } from '../../assessment/review/readiness.ts';
import { findItem } from '../../questionnaire/schema/items.ts';
import { latest } from '../../session/core/latest.ts';
import { askedStates, checkRows, mapRows, sectionCounts, unitNames } from '../../session/core/select.ts';
import type { Screen } from '../../session/core/state.ts';
import { findingText } from '../../session/finding-text.ts';
import { FILTERS } from '../../session/lists.ts';
import { padText, textWidth, truncateText } from '../../text/wrap.ts';
import { chosenSpan, fitRow, hanging, line, type Row, rowWidth, spread } from '../parts/row.ts';
import { sliceWindow } from '../parts/window.ts';
import type { Tone } from '../theme.ts';
import { type Body, type Canvas, rowsBody } from '../view.ts';
import { progressBar } from './chrome.ts';

type On<Name extends Screen['name']> = Extract<Screen, { name: Name }>;

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
  const selected = drawn.findIndex(one => one.at === index);
  const room = Math.max(canvas.height - top.length, 1);
  return rowsBody([...top, ...sliceWindow(drawn, Math.max(selected, 0), room).rows.map(one => one.draw())]);
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

/** A line of the map: an item with its place among the items, or the heading of a section. */
type MapLine = { one: ItemState; at?: number };

const lastLines = latest((rows: ItemState[]): MapLine[] =>
  rows.flatMap((one, at): MapLine[] =>
    rows[at - 1]?.section === one.section ? [{ one, at }] : [{ one }, { one, at }],
  ),
);

/** All sections and items with their state. */
export function mapBody(canvas: Canvas, screen: On<'map'>): Body {
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
}

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

/** The verdict, and everything to look at before the answers are sent. */
export function checkBody(canvas: Canvas, screen: On<'check'>): Body {
  const { state, t, width } = canvas;
  const rows = checkRows(state);
  const rule = state.open?.questionnaire.passRule ?? 'all-applicable-met';
  const { ready, blocking, counts } = readiness(askedStates(state), rule);
  const key = rule === 'by-risk' ? 'verdict.by-risk' : 'verdict';
  const verdict = t(`${key}.${ready ? 'ready' : 'not-ready'}`, { open: blocking.length, all: counts.applicable });
  const top = [
    ...hanging([{ text: ' ' }], verdict, width - 1, ready ? 'good' : 'bad'),
    ...hanging(
      [{ text: ' ' }],
      rows.length === 0 ? t('check.nothing') : t('check.count', { n: rows.length }),
      width - 1,
      'dim',
    ),
  ];
  const names = unitNames(state);
  const drawn = rows.map((one, at): Drawn => ({ draw: () => findingRow(canvas, one, names, at === screen.index), at }));
  return windowed(canvas, top, drawn, screen.index);
}

/** What stops a report or makes it wrong; everything else weakens it. */
const GRAVE: readonly Finding['kind'][] = [
  'version-past',
  'secret',
  'secret-off',
  'secret-elsewhere',
  'always-applies',
  'value-over',
  'value-low',
  'value-early',
  'value-late',
  'value-expired',
  'value-missing',
  'contradiction',
  'evidence-expired',
  'evidence-future',
  'evidence-order',
];

/** Fewer cells than this say nothing of a title. */
const TITLE_CELLS = 12;

function findingRow(canvas: Canvas, finding: Finding, names: ReadonlyMap<string, string>, selected: boolean): Row {
  const { t, theme, width, state } = canvas;
  const questionnaire = state.open?.questionnaire;
  if (!questionnaire) return [];
  const left: Row = [
    cursorSpan(canvas, selected),
    ...(finding.item === undefined ? [] : [{ text: padText(finding.item, 12), tone: 'accent' as const }]),
    ...line(
      findingText(finding, { questionnaire }, names, t, state.lang),
      GRAVE.includes(finding.kind) ? 'bad' : 'warn',
      selected,
    ),
  ];
  const title = findItem(questionnaire, finding.item)?.title[state.lang] ?? '';
  const room = width - rowWidth(left) - 3;
  if (title === '' || room < TITLE_CELLS) return fitRow(left, width, theme.marks.ellipsis);
  return spread(left, line(`${truncateText(title, room, theme.marks.ellipsis)} `, 'dim'), width, theme.marks.ellipsis);
}
