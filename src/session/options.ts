import { chosenOptions } from '../assessment/answers/checks.ts';
import type { ValueField } from '../questionnaire/schema/schema.ts';
import type { Action, Step } from './core/action.ts';
import type { FieldTarget, Overlay, State } from './core/state.ts';
import { andThen, closed, editSince, moved, open, show } from './core/step.ts';
import { fieldAsked, pastValue } from './field.ts';

type Options = Extract<Overlay, { kind: 'options' }>;
type Target = Extract<FieldTarget, { type: 'value' }>;

/** Opens the options of a `choice` or `choices` value, with what is chosen now. */
export function openOptions(state: State, target: Target, field: ValueField, text: string | undefined): Step {
  const chosen = chosenOptions(field, text).map(({ id }) => id);
  const index = (field.options ?? []).findIndex(({ id }) => id === chosen[0]);
  return open(state, { kind: 'options', target, index: Math.max(index, 0), chosen, base: state.open?.assessment });
}

/** Space chooses, or of several takes one more; Enter keeps what is chosen. */
export function updateOptions(state: State, overlay: Options, action: Action): Step {
  const field = fieldAsked(state, overlay.target);
  if (action.type !== 'command' || !field?.options) return show(state);
  const { command, at } = action;
  if (command === 'back' || command === 'left') return show(closed(state));
  const { options } = field;
  const index = moved(command, overlay.index, options.length, 5);
  if (index !== undefined) return show({ ...state, overlay: { ...overlay, index } });
  const here = options[overlay.index]?.id;
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
    options.filter(({ id }) => chosen.includes(id)).map(({ id }) => id),
    at,
  );
}

function keep(state: State, { target, base }: Options, ids: string[], at: string): Step {
  const { item, value, unit } = target;
  const after = show(pastValue(closed(state), target));
  const text = ids.join(',') || null;
  return andThen(after, next => editSince(next, base, { type: 'value', item, value, ...(unit && { unit }), text, at }));
}
