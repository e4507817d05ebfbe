import type { Step } from '../core/action.ts';
import type { FieldTarget, State } from '../core/state.ts';
import { open } from '../core/step.ts';
import { createTextArea } from '../text/text-area.ts';
import { accept, action, decision, dissent, due, note, owner, park, reason } from './answer-fields.ts';
import { milestone, name, people, reviewDate, unitName } from './assessment-fields.ts';
import type { FieldSpec } from './field-spec.ts';
import { importing, taking } from './file-fields.ts';
import { unitValue, value } from './value-fields.ts';

type Type = FieldTarget['type'];

const FIELDS: { [One in Type]: FieldSpec<One> } = {
  note,
  owner,
  due,
  accept,
  reason,
  value,
  'unit-name': unitName,
  'unit-value': unitValue,
  name,
  'review-date': reviewDate,
  people,
  decision,
  dissent,
  action,
  park,
  milestone,
  import: importing,
  take: taking,
};

/** How the field of a target is read, written and asked for. */
export function fieldOf({ type }: FieldTarget): FieldSpec<Type> {
  // What a target is given to is always the field of its own type.
  return FIELDS[type] as FieldSpec<Type>;
}

/** Opens a text field with what is written there now. */
export function openField(state: State, target: FieldTarget): Step {
  const { read, multiline = false } = fieldOf(target);
  const area = createTextArea(read(state, target), { multiline });
  return open(state, { kind: 'field', target, area, base: state.open?.assessment });
}
