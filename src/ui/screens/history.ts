import { localDay } from '../../assessment/day.ts';
import { compared, countMoved, frozen, type Moved } from '../../assessment/review/milestones.ts';
import { isTaken, type Proposal } from '../../assessment/versions/reuse.ts';
import { wordOf } from '../../i18n/index.ts';
import { findItem } from '../../questionnaire/schema/items.ts';
import { statesOf, unitNames } from '../../session/core/select.ts';
import type { Screen } from '../../session/core/state.ts';
import { type HistoryRow, historyRows, movedRows, reuseRows } from '../../session/history.ts';
import { padText } from '../../text/wrap.ts';
import { fitRow, hanging, line, type Row, spread } from '../parts/row.ts';
import type { Tone } from '../theme.ts';
import type { Body, Canvas } from '../view.ts';
import { cursorSpan, type Drawn, windowed } from './lists.ts';

type On<Name extends Screen['name']> = Extract<Screen, { name: Name }>;

const GROUPS: Record<HistoryRow['kind'], 'versions' | 'milestones' | 'reuse'> = {
  upgrade: 'versions',
  since: 'versions',
  undo: 'versions',
  add: 'milestones',
  milestone: 'milestones',
  reuse: 'reuse',
};

/** Versions of the list, milestones with what moved since, and assessments of other lists that have something to offer. */
export function historyBody(canvas: Canvas, screen: On<'history'>): Body {
  const { t, state, width, theme } = canvas;
  const now = frozen(statesOf(state));
  const rows = historyRows(state);
  const drawn: Drawn[] = [];
  for (const [at, row] of rows.entries()) {
    const group = GROUPS[row.kind];
    const before = rows[at - 1];
    if (!before || GROUPS[before.kind] !== group)
      drawn.push({ draw: () => line(` ${t(`history.${group}`)}`, 'accent', true) });
    const selected = at === Math.min(screen.index, rows.length - 1);
    const isMarked = row.kind === 'milestone' && row.milestone.id === screen.marked;
    const [left, right] = rowText(canvas, row, now);
    drawn.push({
      draw: () =>
        spread(
          [
            cursorSpan(canvas, selected),
            ...(isMarked ? [{ text: `${theme.marks.flag} `, tone: 'warn' as const }] : []),
            ...line(left, undefined, selected),
          ],
          line(right ? `${right} ` : '', 'dim'),
          width,
          theme.marks.ellipsis,
        ),
      at,
    });
  }
  const help = rows.some(row => row.kind === 'milestone') ? t('history.help-milestones') : t('history.help');
  return windowed(canvas, hanging([{ text: ' ' }], help, width - 1, 'dim'), drawn, screen.index);
}

function rowText({ t, state }: Canvas, row: HistoryRow, now: ReturnType<typeof frozen>): [string, string] {
  switch (row.kind) {
    case 'upgrade':
      return [t('history.upgrade', { version: row.to }), t('history.upgrade-hint')];
    case 'since':
      return [t('history.since', { version: row.from }), ''];
    case 'undo':
      return [t('history.undo', { from: row.from, to: row.to }), row.day];
    case 'add':
      return [t('history.add'), ''];
    case 'milestone': {
      const { name, at, items } = row.milestone;
      const { new: fresh, regressed, resolved, 'still-open': open } = countMoved(compared(items, now));
      return [`${name}  ${localDay(at)}`, t('history.moved', { resolved, regressed, fresh, open })];
    }
    case 'reuse': {
      const { assessment, questionnaire } = row.other;
      const name = `${assessment.name} (${questionnaire.title[state.lang]})`;
      return [name, t('history.offers', { n: row.items, of: row.of })];
    }
  }
}

const MOVED_TONES: Record<Moved['movement'], Tone> = {
  new: 'warn',
  regressed: 'bad',
  resolved: 'good',
  'still-open': 'dim',
};

/** What moved between two milestones or from one until now, regressions first as far as the eye goes: they are red. */
export function movedBody(canvas: Canvas, screen: On<'moved'>): Body {
  const { t, state, width, theme } = canvas;
  const { milestones = [] } = state.open?.assessment ?? {};
  const nameOf = (id: string | undefined): string => milestones.find(one => one.id === id)?.name ?? t('history.now');
  const rows = movedRows(state, screen);
  const names = unitNames(state);
  const word = (status: string | undefined): string => (status === undefined ? '-' : wordOf(t, 'status', status));
  const draw = ({ item, unit, was, is, movement }: Moved, selected: boolean): Row => {
    const title = findItem(state.open?.questionnaire, item)?.title[state.lang] ?? '';
    const of = unit === undefined ? '' : ` (${names.get(unit) ?? unit})`;
    const left: Row = [
      cursorSpan(canvas, selected),
      ...line(padText(t(`movement.${movement}`), 11), MOVED_TONES[movement]),
      ...line(padText(item, 11), 'dim'),
      ...line(`${title}${of}`, undefined, selected),
    ];
    const right = width >= 70 ? line(`${word(was)} ${theme.marks.into} ${word(is)} `, 'dim') : [];
    return spread(left, right, width, theme.marks.ellipsis);
  };
  const drawn = rows.map((one, at): Drawn => ({ draw: () => draw(one, at === screen.index), at }));
  const { new: fresh, regressed, resolved, 'still-open': open } = countMoved(rows);
  const top = [
    ...hanging([{ text: ' ' }], `${nameOf(screen.from)} ${theme.marks.into} ${nameOf(screen.to)}`, width - 1, 'title'),
    ...hanging([{ text: ' ' }], t('history.moved', { resolved, regressed, fresh, open }), width - 1, 'dim'),
  ];
  if (rows.length === 0) drawn.push({ draw: () => line(`   ${t('cli.milestone.same')}`, 'dim') });
  return windowed(canvas, top, drawn, screen.index);
}

/** What another assessment offers, item by item, with what the two requirements have in common. */
export function reuseBody(canvas: Canvas, screen: On<'reuse'>): Body {
  const { t, state, width } = canvas;
  const other = state.around?.others.find(one => one.assessment.id === screen.other);
  const rows = reuseRows(state, screen);
  const drawn: Drawn[] = [];
  for (const [at, one] of rows.entries()) {
    drawn.push({ draw: () => offerRow(canvas, one, at === screen.index), at });
    if (at === screen.index) drawn.push(...detail(canvas, one).map(row => ({ draw: () => row })));
  }
  if (rows.length === 0) drawn.push({ draw: () => line(`   ${t('reuse.none')}`, 'dim') });
  const top = [
    ...hanging([{ text: ' ' }], t('reuse.from', { name: other?.assessment.name ?? '' }), width - 1, 'title'),
    ...hanging([{ text: ' ' }], t('reuse.help'), width - 1, 'dim'),
  ];
  return windowed(canvas, top, drawn, screen.index);
}

function offerRow(canvas: Canvas, { item, from, was, ...one }: Proposal, selected: boolean): Row {
  const { t, state, width, theme } = canvas;
  const { assessment } = state.open ?? {};
  const taken = assessment !== undefined && isTaken({ item, from, was, ...one }, assessment);
  const offer = taken ? t('reuse.is-taken') : one.status ? t(`status.${one.status}`) : t('cli.reuse.words');
  const left: Row = [
    cursorSpan(canvas, selected),
    ...line(padText(item.id, 11), 'dim'),
    ...line(item.title[state.lang], undefined, selected),
  ];
  return spread(left, line(`${offer} `, taken ? 'good' : one.status ? 'accent' : 'dim'), width, theme.marks.ellipsis);
}

/** Where it comes from, how the two requirements relate, and what was written there. */
function detail({ t, width, theme }: Canvas, { from, was, strength, meets, note, evidence }: Proposal): Row[] {
  const relation = t(strength === 'subset' ? `also.meets-${meets ?? 'other'}` : `also.${strength}`);
  const said = t('reuse.detail', { item: from, status: t(`status.${was}`), relation });
  const more = [note, ...evidence.map(one => one.what)].filter(one => one !== undefined).join(t('list.separator'));
  const rows = hanging([{ text: '      ' }], said, width - 2, 'accent');
  return more ? [...rows, fitRow([{ text: '      ' }, ...line(more, 'dim')], width - 1, theme.marks.ellipsis)] : rows;
}
