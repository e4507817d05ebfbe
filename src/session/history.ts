import { applyEdit, type Edit } from '../assessment/answers/edit.ts';
import type { Milestone } from '../assessment/assessment.ts';
import { localDay } from '../assessment/day.ts';
import { compared, frozen, type Moved } from '../assessment/review/milestones.ts';
import { accepted, coverage, type Proposal, proposals } from '../assessment/versions/reuse.ts';
import { lastUpgrade } from '../assessment/versions/undo.ts';
import { upgradePath } from '../assessment/versions/upgrade.ts';
import { findItem } from '../questionnaire/schema/items.ts';
import type { Action, Command, Step } from './core/action.ts';
import { statesOf } from './core/select.ts';
import type { Open, Screen, State } from './core/state.ts';
import { edit, goTo, moved, open, opened, pageSize, replaceScreen, scrollRows, show, withNotice } from './core/step.ts';
import { openField } from './field.ts';
import { visit } from './walk.ts';

type On<Name extends Screen['name']> = Extract<Screen, { name: Name }>;
type CommandAction = Extract<Action, { type: 'command' }>;

/** A row of the history: versions to go to or to look back at, milestones, and what other lists offer. */
export type HistoryRow =
  | { kind: 'upgrade'; from: string; to: string }
  | { kind: 'since'; from: string; to: string }
  | { kind: 'undo'; from: string; to: string; day: string }
  | { kind: 'add' }
  | { kind: 'milestone'; milestone: Milestone }
  | { kind: 'reuse'; other: Open; items: number; of: number };

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

/** Versions, milestones and other lists; Enter does or shows what the row says. */
export function updateHistory(state: State, screen: On<'history'>, { command, at }: CommandAction): Step {
  const rows = historyRows(state);
  const index = moved(command, screen.index, rows.length, pageSize(state));
  if (index !== undefined) return replaceScreen(state, { ...screen, index });
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

/** The difference between two versions; Enter takes the answers over where the first one is the present one. */
export function updateVersions(state: State, screen: On<'versions'>, command: Command): Step {
  const scroll = moved(command === 'space' ? 'page-down' : command, screen.scroll, scrollRows(state), pageSize(state));
  if (scroll !== undefined) return replaceScreen(state, { ...screen, scroll });
  const { assessment, questionnaire } = opened(state);
  if (command !== 'enter' || screen.from !== questionnaire.version) return show(state);
  if (state.demo) return show(withNotice(state, 'history.not-in-demo'));
  return show(state, { type: 'upgrade', id: assessment.id, to: screen.to });
}

/** What moved between two milestones, or from one until now. */
export function movedRows(state: State, { from, to }: On<'moved'>): Moved[] {
  const { milestones = [] } = opened(state).assessment;
  const before = milestones.find(one => one.id === from);
  const after = to === undefined ? frozen(statesOf(state)) : milestones.find(one => one.id === to)?.items;
  return before && after ? compared(before.items, after) : [];
}

/** The list of what moved; Enter goes to the item, as far as it is still asked. */
export function updateMoved(state: State, screen: On<'moved'>, command: Command): Step {
  const rows = movedRows(state, screen);
  const index = moved(command, screen.index, rows.length, pageSize(state));
  if (index !== undefined) return replaceScreen(state, { ...screen, index });
  const item = rows[screen.index]?.item;
  const asked = item !== undefined && findItem(opened(state).questionnaire, item) !== undefined;
  return asked && ['enter', 'right'].includes(command) ? visit(state, item) : show(state);
}

/** What another assessment offers to the items of this one that are still open. */
export function reuseRows(state: State, { other }: On<'reuse'>): Proposal[] {
  const found = state.around?.others.find(one => one.assessment.id === other);
  return found ? offersOf(state, found) : [];
}

function offersOf(state: State, other: Open): Proposal[] {
  return proposals(opened(state), other, state.today);
}

/** What is offered: Space takes one over, the mark-all key a whole section, Enter goes to the item. */
export function updateReuse(state: State, screen: On<'reuse'>, { command, at }: CommandAction): Step {
  const rows = reuseRows(state, screen);
  const index = moved(command, screen.index, rows.length, pageSize(state));
  if (index !== undefined) return replaceScreen(state, { ...screen, index });
  const row = rows[Math.min(screen.index, rows.length - 1)];
  if (!row) return show(state);
  if (command === 'space') return takeOver(state, screen, [row], at);
  if (command === 'mark-all') return takeOver(state, screen, ofSection(state, rows, row), at);
  return command === 'enter' || command === 'right' ? visit(state, row.item.id) : show(state);
}

function ofSection(state: State, rows: Proposal[], { item }: Proposal): Proposal[] {
  const { sections } = opened(state).questionnaire;
  const ids = sections.find(one => one.items.some(other => other.id === item.id))?.items.map(one => one.id) ?? [];
  return rows.filter(one => ids.includes(one.item.id));
}

/** One after the other, so that two offers for one item add up; what brought nothing new says so. */
function takeOver(state: State, screen: On<'reuse'>, taken: Proposal[], at: string): Step {
  let { assessment } = opened(state);
  const edits: Edit[] = [];
  for (const one of taken) {
    const next = accepted(one, assessment, at);
    if (Object.keys(next.set).length > 0) edits.push(next);
    assessment = applyEdit(assessment, next);
  }
  const done = edit(state, ...edits);
  const last = Math.max(reuseRows(done.state, screen).length - 1, 0);
  const settled = { ...done.state, screen: { ...screen, index: Math.min(screen.index, last) } };
  return {
    ...done,
    state: withNotice(settled, 'reuse.taken', { n: new Set(taken.map(one => one.item.id)).size }, 'good'),
  };
}
