import { localDay } from '../../assessment/day.ts';
import { compared, countMoved, frozen } from '../../assessment/review/milestones.ts';
import { statesOf } from '../../session/core/select.ts';
import { type HistoryRow, historyRows } from '../../session/screens/history.ts';
import { cursorSpan, type Drawn, windowed } from '../parts/list.ts';
import { indented, line, spread } from '../parts/row.ts';
import type { Canvas, ScreenView } from '../view.ts';

const GROUPS: Record<HistoryRow['kind'], 'versions' | 'milestones' | 'reuse'> = {
  upgrade: 'versions',
  since: 'versions',
  undo: 'versions',
  add: 'milestones',
  milestone: 'milestones',
  reuse: 'reuse',
};

/** Versions of the list, milestones with what moved since, and assessments of other lists that have something to offer. */
export const history: ScreenView<'history'> = (canvas, screen) => {
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
  return windowed(canvas, indented(help, width, 'dim'), drawn, screen.index);
};

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
