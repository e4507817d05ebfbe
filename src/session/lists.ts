import type { Edit } from '../assessment/answers/edit.ts';
import type { ItemState } from '../assessment/answers/item-state.ts';
import { wholeItemEdits } from '../assessment/answers/unit-edits.ts';
import { unitsOf } from '../assessment/answers/units.ts';
import type { Progress, Status } from '../assessment/assessment.ts';
import { openActions } from '../assessment/plan/plan.ts';
import { type Action, ANSWER_KEYS, type Step } from './core/action.ts';
import { askedStates, checkRows, mapRows, planOf, planRows } from './core/select.ts';
import type { MapFilter, Screen, State } from './core/state.ts';
import { edit, goTo, moved, open, opened, pageSize, replaceScreen, show, withNotice } from './core/step.ts';
import { openField } from './field.ts';
import { type SettingRow, settingRows } from './settings.ts';
import { gateValue } from './start.ts';
import { visit } from './walk.ts';

type CommandAction = Extract<Action, { type: 'command' }>;
type On<Name extends Screen['name']> = Extract<Screen, { name: Name }>;

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

/** All items; Enter goes to one, Space marks some for one answer, the filter key and left and right change what is listed. */
export function updateMap(state: State, map: On<'map'>, { command, at }: CommandAction): Step {
  const rows = mapRows(state, map.filter);
  const index = moved(command, map.index, rows.length, pageSize(state));
  if (index !== undefined) return replaceScreen(state, { ...map, index });
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

function gateIndex(state: State, gate: string): number {
  return (opened(state).questionnaire.gates ?? []).findIndex(one => one.id === gate);
}

/** What to look at before sending; Enter goes to where it can be mended. */
export function updateCheck(state: State, check: On<'check'>, { command }: CommandAction): Step {
  const rows = checkRows(state);
  const index = moved(command, check.index, rows.length, pageSize(state));
  if (index !== undefined) return replaceScreen(state, { ...check, index });
  const row = rows[check.index];
  if (!row || (command !== 'enter' && command !== 'space' && command !== 'right')) return show(state);
  const { gate, path, unit, first } = row.values;
  const item = row.item ?? first;
  if (gate !== undefined) return goTo(state, { name: 'gates', index: Math.max(gateIndex(state, gate), 0) });
  if (item !== undefined) return visit(state, item);
  if (path !== undefined) return toField(state, `${path}`, row.kind === 'secret-elsewhere');
  if (unit === undefined) return goTo(state, { name: 'settings', index: 0 });
  const { questionnaire, assessment } = opened(state);
  const at = unitsOf(questionnaire, assessment, state.today).findIndex(one => one.id === unit);
  return goTo(state, { name: 'units', index: Math.max(at, 0) });
}

const SETTINGS: Readonly<Record<string, SettingRow>> = {
  name: 'name',
  reviewDate: 'review-date',
  participants: 'people',
  gates: 'gates',
};

/** To where a field outside the answers is changed. What a person must take out, but no screen changes, is said to be in the file. */
function toField(state: State, path: string, mustGo: boolean): Step {
  if (path === 'units') return goTo(state, { name: 'units', index: 0 });
  const row = SETTINGS[path];
  if (row === undefined && mustGo) return show(withNotice(state, 'check.no-screen', {}, 'bad'));
  return goTo(state, { name: 'settings', index: Math.max(row ? settingRows(state).indexOf(row) : 0, 0) });
}

/** The plan: owner and due date are set here, Enter goes to the item. */
export function updatePlan(state: State, plan: On<'plan'>, { command, at }: CommandAction): Step {
  const rows = planRows(state);
  const index = moved(command, plan.index, rows.length, pageSize(state));
  if (index !== undefined) return replaceScreen(state, { ...plan, index });
  const item = rows[plan.index]?.item.id;
  if (item === undefined) return show(state);
  if (command === 'owner' || command === 'due' || command === 'note' || command === 'accept')
    return openField(state, { type: command, item });
  if (command === 'progress') return nextProgress(state, item, at);
  return command === 'enter' || command === 'right' ? visit(state, item) : show(state);
}

/** Turns the progress of an action on, of every item that it stands for; after verified it is open again. */
function nextProgress(state: State, item: string, at: string): Step {
  const plan = planOf(state);
  const action = [...openActions(plan), ...plan.done].find(one => one.state.item.id === item);
  if (!action) return show(state);
  const turn: Progress[] = ['open', 'in-progress', 'done', 'verified'];
  const progress = turn[(turn.indexOf(action.progress) + 1) % turn.length] ?? 'open';
  const edits = [action.state, ...action.also].map(({ item: { id }, answer }): Edit => {
    const { progress: _, reason: __, role: ___, until: ____, ...kept } = answer.plan ?? {};
    const next = { ...kept, ...(progress !== 'open' && { progress }) };
    return { type: 'answer', item: id, set: { plan: Object.keys(next).length > 0 ? next : null }, at };
  });
  const done = edit(state, ...edits);
  const index = planRows(done.state).findIndex(one => one.item.id === item);
  const moved = index === -1 ? done.state : { ...done.state, screen: { name: 'plan', index } as const };
  return { ...done, state: withNotice(moved, 'plan.progressed', { item, progress: `@progress.${progress}` }, 'good') };
}

/** The scope questions, changeable at any time; answers to items that they switch off are kept. */
export function updateGates(state: State, screen: On<'gates'>, { command, at }: CommandAction): Step {
  const { questionnaire, assessment } = opened(state);
  const gates = questionnaire.gates ?? [];
  const index = moved(command, screen.index, gates.length, 5);
  if (index !== undefined) return replaceScreen(state, { ...screen, index });
  const gate = gates[screen.index];
  if (!gate) return show(state);
  const value = gateValue(command === 'enter' ? 'space' : command, assessment.gates[gate.id]);
  return value === undefined ? show(state) : edit(state, { type: 'gate', gate: gate.id, value, at });
}
