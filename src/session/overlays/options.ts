import { chosenOptions } from '../../assessment/answers/checks.ts';
import type { ValueField } from '../../questionnaire/schema/schema.ts';
import type { CommandAction, Step } from '../core/action.ts';
import type { OverlaySpec } from '../core/spec.ts';
import type { Of, State } from '../core/state.ts';
import { andThen, closed, editSince, open, show } from '../core/step.ts';
import type { TargetOf } from '../fields/field-spec.ts';
import { fieldAsked, pastValue } from '../fields/value-fields.ts';

type Target = TargetOf<'value'>;

/** The options of a value: one to choose, or several to tick. */
export const options: OverlaySpec<'options'> = {
  contexts: { options: 'choose' },
  rows: (state, { target }) => fieldAsked(state, target)?.options ?? [],
  page: 5,
  update: updateOptions,
};

/** Opens the options of a `choice` or `choices` value, with what is chosen now. */
export function openOptions(state: State, target: Target, field: ValueField, text: string | undefined): Step {
  const chosen = chosenOptions(field, text).map(({ id }) => id);
  const index = (field.options ?? []).findIndex(({ id }) => id === chosen[0]);
  return open(state, { kind: 'options', target, index: Math.max(index, 0), chosen, base: state.open?.assessment });
}

/** Space chooses, or of several takes one more; Enter keeps what is chosen. */
function updateOptions(state: State, overlay: Of<'options'>, { command, at }: CommandAction): Step {
  const field = fieldAsked(state, overlay.target);
  if (!field?.options) return show(state);
  if (command === 'back' || command === 'left') return show(closed(state));
  const here = field.options[overlay.index]?.id;
  if (command === 'clear') return keep(state, overlay, [], at);
  if (here === undefined || (command !== 'enter' && command !== 'space')) return show(state);
  if (field.kind === 'choice') return keep(state, overlay, [here], at);
  if (command === 'space') {
    const chosen = overlay.chosen.includes(here) ? overlay.chosen.filter(id => id !== here) : [...overlay.chosen, here];
    return show({ ...state, overlay: { ...overlay, chosen } });
  }
  const chosen = overlay.chosen.length > 0 ? overlay.chosen : [here];
  return keep(
    state,
    overlay,
    field.options.filter(({ id }) => chosen.includes(id)).map(({ id }) => id),
    at,
  );
}

function keep(state: State, { target, base }: Of<'options'>, ids: string[], at: string): Step {
  const { item, value, unit } = target;
  const after = show(pastValue(closed(state)));
  const text = ids.join(',') || null;
  return andThen(after, next => editSince(next, base, { type: 'value', item, value, ...(unit && { unit }), text, at }));
}
