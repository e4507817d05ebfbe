import { unitsOf } from '../assessment/answers/units.ts';
import { nextId } from '../assessment/next-id.ts';
import type { ValueField } from '../questionnaire/schema/schema.ts';
import type { Action, Step } from './core/action.ts';
import type { Screen, State } from './core/state.ts';
import { moved, opened, pageSize, replaceScreen, show } from './core/step.ts';
import { openField } from './field.ts';

/** A row of the table of units: its name, or a value asked once of it. */
export type UnitRow = { unit: string; number: number; field?: ValueField };

/** More units than anybody brings to a review. */
const MOST_UNITS = 20;

/** Every unit with what can be said of it, from top to bottom. */
export function unitRows(state: State): UnitRow[] {
  const { questionnaire, assessment } = opened(state);
  return unitsOf(questionnaire, assessment, state.today).flatMap(({ id, number, values }) => [
    { unit: id, number },
    ...values.map(({ field }) => ({ unit: id, number, field })),
  ]);
}

/** The table of units: Enter names one or fills in a value, the key for something new adds one. */
export function updateUnits(
  state: State,
  screen: Extract<Screen, { name: 'units' }>,
  { command }: Extract<Action, { type: 'command' }>,
): Step {
  const rows = unitRows(state);
  const index = moved(command, screen.index, rows.length, pageSize(state));
  if (index !== undefined) return replaceScreen(state, { ...screen, index });
  const row = rows[screen.index];
  if (command === 'new') return addUnit(state, rows);
  if (!row || (command !== 'enter' && command !== 'space' && command !== 'right')) return show(state);
  const { unit, field } = row;
  return openField(state, field ? { type: 'unit-value', unit, value: field.id } : { type: 'unit-name', unit });
}

function addUnit(state: State, rows: UnitRow[]): Step {
  const unit = nextId(
    'u',
    rows.map(row => ({ id: row.unit })),
  );
  return Number(unit.slice(1)) > MOST_UNITS ? show(state) : openField(state, { type: 'unit-name', unit });
}
