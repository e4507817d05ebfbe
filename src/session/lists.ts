import type { Action, Step } from './action.ts';
import { openField } from './field.ts';
import { checkRows, mapRows, planRows } from './select.ts';
import { gateValue } from './start.ts';
import type { MapFilter, Screen, State } from './state.ts';
import { edit, goTo, moved, opened, pageSize, replaceScreen, show } from './step.ts';
import { visit } from './walk.ts';

type CommandAction = Extract<Action, { type: 'command' }>;
type On<Name extends Screen['name']> = Extract<Screen, { name: Name }>;

/** The filters of the map in the order in which the key goes through them. */
export const FILTERS: MapFilter[] = [
  'all',
  'unanswered',
  'gaps',
  'flagged',
  'stale',
  'mine',
  'technical',
  'operations',
  'business',
];

/** All items; Enter goes to one, the filter key and left and right change what is listed. */
export function updateMap(state: State, map: On<'map'>, { command }: CommandAction): Step {
  const rows = mapRows(state, map.filter);
  const index = moved(command, map.index, rows.length, pageSize(state));
  if (index !== undefined) return replaceScreen(state, { ...map, index });
  const by = command === 'filter' || command === 'right' ? 1 : command === 'left' ? -1 : 0;
  if (by !== 0) {
    const filter = FILTERS.at((FILTERS.indexOf(map.filter) + by) % FILTERS.length) ?? 'all';
    return replaceScreen(state, { ...map, filter, index: 0 });
  }
  const row = rows[Math.min(map.index, rows.length - 1)];
  if (command !== 'enter' && command !== 'space') return show(state);
  if (row?.off !== undefined) return goTo(state, { name: 'gates', index: gateIndex(state, row.off) });
  return row ? visit(state, row.item.id) : show(state);
}

function gateIndex(state: State, gate: string): number {
  return (opened(state).questionnaire.gates ?? []).findIndex(one => one.id === gate);
}

/** What to look at before sending; Enter goes to the item or the scope question. */
export function updateCheck(state: State, check: On<'check'>, { command }: CommandAction): Step {
  const rows = checkRows(state);
  const index = moved(command, check.index, rows.length, pageSize(state));
  if (index !== undefined) return replaceScreen(state, { ...check, index });
  const row = rows[check.index];
  if (!row || (command !== 'enter' && command !== 'space' && command !== 'right')) return show(state);
  if (row.item !== undefined) return visit(state, row.item);
  const to = gateIndex(state, row.values.gate ?? '');
  return goTo(state, { name: 'gates', index: Math.max(to, 0) });
}

/** The plan: owner and due date are set here, Enter goes to the item. */
export function updatePlan(state: State, plan: On<'plan'>, { command }: CommandAction): Step {
  const rows = planRows(state);
  const index = moved(command, plan.index, rows.length, pageSize(state));
  if (index !== undefined) return replaceScreen(state, { ...plan, index });
  const item = rows[plan.index]?.item.id;
  if (item === undefined) return show(state);
  if (command === 'owner' || command === 'due' || command === 'note') return openField(state, { type: command, item });
  return command === 'enter' || command === 'right' ? visit(state, item) : show(state);
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
