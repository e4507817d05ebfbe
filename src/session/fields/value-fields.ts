import { parseValue } from '../../assessment/answers/checks.ts';
import type { Edit } from '../../assessment/answers/edit.ts';
import type { T } from '../../i18n/index.ts';
import { findField } from '../../questionnaire/schema/items.ts';
import type { ValueField } from '../../questionnaire/schema/schema.ts';
import type { State } from '../core/state.ts';
import { opened } from '../core/step.ts';
import { focusOf, walkRows } from '../focus.ts';
import { dayError } from './day-error.ts';
import type { FieldSpec, TargetOf, Written } from './field-spec.ts';

type Target = TargetOf<'value'> | TargetOf<'unit-value'>;

/** What the list asks for: a value of an item, of a unit's part of it, or of the unit itself. */
export function fieldAsked(state: State, target: Target): ValueField | undefined {
  return findField(opened(state).questionnaire, target.type === 'value' ? target.item : undefined, target.value);
}

function askOf(state: State, target: Target, t: T): { label: string; help: string } {
  const asked = state.open && fieldAsked(state, target);
  return asked
    ? { label: asked.label[state.lang], help: t(`value.enter-${asked.kind}`) }
    : { label: t('field.name'), help: t('field.name.help') };
}

function writtenValue(state: State, target: Target, text: string, make: (text: string | null) => Edit): Written {
  const field = fieldAsked(state, target) ?? { kind: 'text' };
  const value = text === '' ? null : parseValue(field, text);
  if (value === undefined) return { error: field.kind === 'date' ? dayError(text) : `field.error.${field.kind}` };
  return { edit: make(value) };
}

/** After a value the cursor goes on to the next sub-question or value, if there is one. */
export function pastValue(state: State): State {
  const { screen } = state;
  if (screen.name !== 'walk' || screen.row === undefined) return state;
  const focus = focusOf(state, screen);
  const next = focus && walkRows(focus)[screen.row + 1];
  return { ...state, screen: { ...screen, row: next && next.kind !== 'status' ? screen.row + 1 : undefined } };
}

/** A value of an item; that of a unit starts from the common one. */
export const value: FieldSpec<'value'> = {
  ask: askOf,
  read: (state, { item, unit, value: id }) => {
    const answer = opened(state).assessment.answers[item] ?? {};
    const own = unit === undefined ? answer : (answer.units?.[unit] ?? {});
    return own.values?.[id] ?? (unit ? answer.values?.[id] : undefined) ?? '';
  },
  write: (state, target, { text, at }) => {
    const { item, unit, value: id } = target;
    return writtenValue(state, target, text, given => ({
      type: 'value',
      item,
      ...(unit && { unit }),
      value: id,
      text: given,
      at,
    }));
  },
  complete: step => ({ ...step, state: pastValue(step.state) }),
};

/** A value that is asked once of a unit. */
export const unitValue: FieldSpec<'unit-value'> = {
  ask: askOf,
  read: (state, { unit, value: id }) => opened(state).assessment.units?.[unit]?.values?.[id] ?? '',
  write: (state, target, { text, at }) => {
    const { unit, value: id } = target;
    return writtenValue(state, target, text, given => ({ type: 'unit-value', unit, value: id, text: given, at }));
  },
};
