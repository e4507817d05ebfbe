import type { Finding } from '../../assessment/review/problems.ts';
import { readiness } from '../../assessment/review/readiness.ts';
import { findItem } from '../../questionnaire/schema/items.ts';
import { askedStates, checkRows, unitNames } from '../../session/core/select.ts';
import { findingText } from '../../session/finding-text.ts';
import { padText, truncateText } from '../../text/wrap.ts';
import { cursorSpan, type Drawn, windowed } from '../parts/list.ts';
import { fitRow, indented, line, type Row, rowWidth, spread } from '../parts/row.ts';
import type { Canvas, ScreenView } from '../view.ts';

/** The verdict, and everything to look at before the answers are sent. */
export const check: ScreenView<'check'> = (canvas, screen) => {
  const { state, t, width } = canvas;
  const rows = checkRows(state);
  const rule = state.open?.questionnaire.passRule ?? 'all-applicable-met';
  const { ready, blocking, counts } = readiness(askedStates(state), rule);
  const key = rule === 'by-risk' ? 'verdict.by-risk' : 'verdict';
  const verdict = t(`${key}.${ready ? 'ready' : 'not-ready'}`, { open: blocking.length, all: counts.applicable });
  const top = [
    ...indented(verdict, width, ready ? 'good' : 'bad'),
    ...indented(rows.length === 0 ? t('check.nothing') : t('check.count', { n: rows.length }), width, 'dim'),
  ];
  const names = unitNames(state);
  const drawn = rows.map((one, at): Drawn => ({ draw: () => findingRow(canvas, one, names, at === screen.index), at }));
  return windowed(canvas, top, drawn, screen.index);
};

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
