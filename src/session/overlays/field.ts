import type { Action, Step } from '../core/action.ts';
import type { OverlaySpec } from '../core/spec.ts';
import type { Of, State } from '../core/state.ts';
import { andThen, asOpened, closed, editSince, opened, show } from '../core/step.ts';
import { fieldOf } from '../fields/index.ts';
import { TEXT_LIMIT } from '../text/text-area.ts';
import { typeInto } from '../typing.ts';

type Field = Of<'field'>;

/** A text that is typed over a screen; several lines make it a note to the keys. */
export const field: OverlaySpec<'field'> = {
  contexts: { field: 'type', note: 'type' },
  contextOf: ({ area }) => (area.multiline ? 'note' : 'field'),
  update: updateField,
  typed: updateField,
};

/** Keys in a text field. A note is kept however one leaves it; Esc drops what was typed into a one-line field. */
function updateField(state: State, field: Field, action: Extract<Action, { type: 'command' | 'text' }>): Step {
  if (action.type === 'command') {
    const { command, at } = action;
    const { multiline } = field.area;
    if (command === 'editor' && field.target.type === 'note') return toEditor(state, field, field.target);
    if (command === 'save-field' || (command === 'enter' && !multiline)) return submit(state, field, at);
    if (command === 'back') return multiline ? submit(state, field, at) : show(closed(state));
  }
  const area = typeInto(field.area, action, state.size.columns - 4);
  if (area === field.area) return show(state);
  const { error: _, ...rest } = field;
  const error = area.full && { key: 'field.error.full', values: { limit: TEXT_LIMIT } };
  return show({ ...state, overlay: { ...rest, area, ...(error && { error }) } });
}

function toEditor(state: State, { area, target }: Field, { item, unit }: { item: string; unit?: string }): Step {
  const note = { id: opened(state).assessment.id, item, ...(unit !== undefined && { unit }) };
  return show(state, { type: 'editor', text: area.text, note, stored: fieldOf(target).read(state, target) });
}

/** Writes a field, or says in the field what is wrong with it. */
export function submit(state: State, field: Field, at: string): Step {
  const { target, base } = field;
  const text = field.area.text.trim();
  const { read, write, multiline, complete } = fieldOf(target);
  const seen = asOpened(state, { base });
  if (multiline && text === read(seen, target).trim()) return show(closed(state));
  const result = write(seen, target, { text, at });
  if ('error' in result) return show({ ...state, overlay: { ...field, error: { key: result.error } } });
  if ('effect' in result) return show(closed(state), result.effect);
  if ('nothing' in result) return show(closed(state));
  const step = andThen(show(closed(state)), after => editSince(after, base, result.edit));
  return complete ? complete(step, target) : step;
}
