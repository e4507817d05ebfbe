import type { CommandAction, Step } from '../core/action.ts';
import type { ScreenSpec } from '../core/spec.ts';
import type { On, State } from '../core/state.ts';
import { edit, goTo, opened, show } from '../core/step.ts';
import { gateValue } from '../gate-value.ts';

/** The scope questions of the open assessment. */
export const gates: ScreenSpec<'gates'> = {
  open: 'always',
  contexts: { gates: 'yes-no' },
  key: { keys: ['s', 'ctrl+t'], label: 'key.gates', footer: ['walk', 'map'] },
  enter: state => goTo(state, { name: 'gates', index: 0 }),
  rows: state => opened(state).questionnaire.gates ?? [],
  page: 5,
  update: updateGates,
};

/** The row of a scope question; -1 where the list has none of this id. */
export function gateIndex(state: State, gate: string): number {
  return (opened(state).questionnaire.gates ?? []).findIndex(one => one.id === gate);
}

/** They can be changed at any time; answers to items that they switch off are kept. */
function updateGates(state: State, screen: On<'gates'>, { command, at }: CommandAction): Step {
  const { questionnaire, assessment } = opened(state);
  const gate = questionnaire.gates?.[screen.index];
  if (!gate) return show(state);
  const value = gateValue(command === 'enter' ? 'space' : command, assessment.gates[gate.id]);
  return value === undefined ? show(state) : edit(state, { type: 'gate', gate: gate.id, value, at });
}
