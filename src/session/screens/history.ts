import type { Milestone } from '../../assessment/assessment.ts';
import { localDay } from '../../assessment/day.ts';
import type { OpenAssessment } from '../../assessment/open-assessment.ts';
import { coverage } from '../../assessment/versions/reuse.ts';
import { lastUpgrade } from '../../assessment/versions/undo.ts';
import { upgradePath } from '../../assessment/versions/upgrade.ts';
import type { CommandAction, Step } from '../core/action.ts';
import type { ScreenSpec } from '../core/spec.ts';
import type { On, State } from '../core/state.ts';
import { edit, goTo, open, opened, replaceScreen, show } from '../core/step.ts';
import { openField } from '../fields/index.ts';
import { offersOf } from './reuse.ts';

/** Versions of the list, milestones, and other assessments. */
export const history: ScreenSpec<'history'> = {
  open: 'always',
  contexts: { history: 'choose' },
  key: { keys: ['t', 'ctrl+v'], label: 'key.history', footer: ['map', 'check', 'plan', 'report'] },
  enter: state => goTo(state, { name: 'history', index: 0 }, { type: 'around' }),
  rows: historyRows,
  update: updateHistory,
};

/** A row of the history: versions to go to or to look back at, milestones, and what other lists offer. */
export type HistoryRow =
  | { kind: 'upgrade'; from: string; to: string }
  | { kind: 'since'; from: string; to: string }
  | { kind: 'undo'; from: string; to: string; day: string }
  | { kind: 'add' }
  | { kind: 'milestone'; milestone: Milestone }
  | { kind: 'reuse'; other: OpenAssessment; items: number; of: number };

/** What can be done with versions, milestones and other assessments, in the order of the screen. */
export function historyRows(state: State): HistoryRow[] {
  const { assessment, questionnaire } = opened(state);
  const { versions = [], others = [] } = state.around ?? {};
  const here = questionnaire.version;
  const later = versions.filter(one => upgradePath(versions, here, one.version)?.length).toReversed();
  const earlier = versions.filter(one => upgradePath(versions, one.version, here)?.length).toReversed();
  const last = lastUpgrade(assessment);
  return [
    ...later.map((one): HistoryRow => ({ kind: 'upgrade', from: here, to: one.version })),
    ...earlier.map((one): HistoryRow => ({ kind: 'since', from: one.version, to: here })),
    ...(last ? [{ kind: 'undo', from: last.to, to: last.from, day: localDay(last.at) } as const] : []),
    { kind: 'add' },
    ...(assessment.milestones ?? []).map((milestone): HistoryRow => ({ kind: 'milestone', milestone })).toReversed(),
    ...others.flatMap((other): HistoryRow[] => {
      const { items, of } = coverage(offersOf(state, other), questionnaire);
      return items > 0 ? [{ kind: 'reuse', other, items, of }] : [];
    }),
  ];
}

/** Enter does or shows what the row says. */
function updateHistory(state: State, screen: On<'history'>, { command, at }: CommandAction): Step {
  const rows = historyRows(state);
  const row = rows[Math.min(screen.index, rows.length - 1)];
  if (command === 'new') return openField(state, { type: 'milestone' });
  if (!row) return show(state);
  if (command === 'delete' && row.kind === 'milestone')
    return edit(state, { type: 'milestone', remove: row.milestone.id, at });
  if (command === 'space' && row.kind === 'milestone') {
    const { marked, ...rest } = screen;
    const { id } = row.milestone;
    return replaceScreen(state, marked === id ? rest : { ...rest, marked: id });
  }
  return command === 'enter' || command === 'right' || command === 'space' ? take(state, screen, row) : show(state);
}

function take(state: State, screen: On<'history'>, row: HistoryRow): Step {
  switch (row.kind) {
    case 'upgrade':
    case 'since':
      return goTo(state, { name: 'versions', from: row.from, to: row.to, scroll: 0 });
    case 'undo':
      return open(state, { kind: 'confirm-undo' });
    case 'add':
      return openField(state, { type: 'milestone' });
    case 'milestone':
      return compare(state, screen, row.milestone);
    case 'reuse':
      return goTo(state, { name: 'reuse', other: row.other.assessment.id, index: 0 });
  }
}

/** The one that is marked against this one, the earlier first; else this one against now. */
function compare(state: State, { marked }: On<'history'>, { id, at }: Milestone): Step {
  const other = opened(state).assessment.milestones?.find(one => one.id === marked && one.id !== id);
  if (!other) return goTo(state, { name: 'moved', from: id, index: 0 });
  const [from, to] = other.at <= at ? [other.id, id] : [id, other.id];
  return goTo(state, { name: 'moved', from, to, index: 0 });
}
