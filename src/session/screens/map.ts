import type { ItemState } from '../../assessment/answers/item-state.ts';
import { wholeItemEdits } from '../../assessment/answers/unit-edits.ts';
import type { Status } from '../../assessment/assessment.ts';
import { ANSWER_KEYS, type CommandAction, type Step } from '../core/action.ts';
import { askedStates, mapRows, statesOf } from '../core/select.ts';
import type { ScreenSpec } from '../core/spec.ts';
import type { MapFilter, On, State } from '../core/state.ts';
import { edit, goTo, open, replaceScreen, show, withNotice } from '../core/step.ts';
import { visit } from '../item-moves.ts';
import { gateIndex } from './gates.ts';

/** All items with their state. */
export const map: ScreenSpec<'map'> = {
  open: 'always',
  contexts: { map: 'choose' },
  key: {
    keys: ['m', 'ctrl+a'],
    label: 'key.map',
    footer: ['walk', 'check', 'plan', 'gates', 'report', 'settings'],
  },
  enter: state => goTo(state, { name: 'map', index: walkRow(state), filter: 'all' }),
  rows: (state, { filter }) => mapRows(state, filter),
  isIdle: (state, { filter }, command) =>
    ['enter', 'space', 'answer-1'].includes(command) && mapRows(state, filter).length === 0,
  update: updateMap,
};

/** The row that shows the item on the walk. */
function walkRow(state: State): number {
  const { screen } = state;
  if (screen.name !== 'walk') return 0;
  return Math.max(
    statesOf(state).findIndex(one => one.item.id === screen.item),
    0,
  );
}

/** The filters of the map in the order in which the key goes through them. */
export const FILTERS: MapFilter[] = [
  'all',
  'unanswered',
  'confirm',
  'differing',
  'gaps',
  'flagged',
  'stale',
  'mine',
  'technical',
  'operations',
  'business',
];

/** Enter goes to an item, Space marks some for one answer, the filter key and left and right change what is listed. */
function updateMap(state: State, map: On<'map'>, { command, at }: CommandAction): Step {
  const rows = mapRows(state, map.filter);
  const by = command === 'filter' || command === 'right' ? 1 : command === 'left' ? -1 : 0;
  if (by !== 0) {
    const filter = FILTERS.at((FILTERS.indexOf(map.filter) + by) % FILTERS.length) ?? 'all';
    return replaceScreen(state, { ...map, filter, index: 0 });
  }
  const row = rows[Math.min(map.index, rows.length - 1)];
  if (command === 'space' && row?.off === undefined) return row ? mark(state, map, row.item.id) : show(state);
  if (command === 'mark-all') return markAll(state, map, rows);
  const status = ANSWER_KEYS[command];
  if (status) return answerMarked(state, map, rows, status, at);
  if (command !== 'enter' && command !== 'space') return show(state);
  if (row?.off !== undefined) return goTo(state, { name: 'gates', index: gateIndex(state, row.off) });
  return row ? visit(state, row.item.id) : show(state);
}

/** Marks an item, or takes its mark off, and goes down. */
function mark(state: State, map: On<'map'>, item: string): Step {
  const { marked = [] } = map;
  const next = marked.includes(item) ? marked.filter(one => one !== item) : [...marked, item];
  const last = mapRows(state, map.filter).length - 1;
  return replaceScreen(state, { ...map, marked: next, index: Math.min(map.index + 1, last) });
}

/** Marks everything that is listed and asked, or takes all marks off if nothing is left to mark. */
function markAll(state: State, map: On<'map'>, rows: ItemState[]): Step {
  const { marked = [], ...rest } = map;
  const more = rows.filter(one => one.off === undefined && !marked.includes(one.item.id)).map(one => one.item.id);
  return replaceScreen(state, more.length === 0 ? rest : { ...rest, marked: [...marked, ...more] });
}

/** Answers every marked item, or the one under the cursor, with one key. */
function answerMarked(state: State, map: On<'map'>, rows: ItemState[], status: Status, at: string): Step {
  const { marked = [] } = map;
  const here = rows[Math.min(map.index, rows.length - 1)];
  const wanted = marked.length > 0 ? marked : here ? [here.item.id] : [];
  const items = askedStates(state).filter(one => wanted.includes(one.item.id));
  if (items.length === 0) return show(state);
  const { marked: _, ...rest } = map;
  const unmarked = { ...state, screen: rest };
  if (status === 'not-applicable')
    return open(unmarked, { kind: 'reason', items: items.map(one => one.item.id), index: 0 });
  const edits = items.flatMap(one => wholeItemEdits(one, { status, reason: null }, at));
  const done = edit(unmarked, ...edits);
  const notice = withNotice(done.state, 'map.answered', { n: items.length, status: `@status.${status}` }, 'good');
  return { ...done, state: notice };
}
