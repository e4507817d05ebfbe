import { parseValue } from '../assessment/checks.ts';
import { parseDay } from '../assessment/day.ts';
import type { Edit } from '../assessment/edit.ts';
import { findItem } from '../questionnaire/items.ts';
import type { Action, Step } from './action.ts';
import { walkRows } from './select.ts';
import type { FieldTarget, Overlay, State } from './state.ts';
import { andThen, closed, edit, open, opened, show } from './step.ts';
import { createTextArea } from './text/text-area.ts';
import { typeInto } from './typing.ts';

type Field = Extract<Overlay, { kind: 'field' }>;

/** Opens a text field with what is written there now. */
export function openField(state: State, target: FieldTarget): Step {
  const area = createTextArea(textOf(state, target), { multiline: target.type === 'note' });
  return open(state, { kind: 'field', target, area });
}

function textOf(state: State, target: FieldTarget): string {
  if (target.type === 'import') return '';
  const { assessment } = opened(state);
  if (target.type === 'name') return assessment.name;
  if (target.type === 'review-date') return assessment.reviewDate ?? '';
  if (target.type === 'people') return assessment.participants.map(one => one.name).join(', ');
  const answer = assessment.answers[target.item] ?? {};
  if (target.type === 'value') return answer.values?.[target.value] ?? '';
  if (target.type === 'reason') return answer.reason?.text ?? '';
  return answer[target.type] ?? '';
}

/** Keys in a text field. A note is kept however one leaves it; Esc drops what was typed into a one-line field. */
export function updateField(state: State, field: Field, action: Action): Step {
  const command = action.type === 'command' ? action.command : undefined;
  if (command === 'editor' && field.target.type === 'note') {
    return show(state, { type: 'editor', text: field.area.text });
  }
  if (action.type === 'edited')
    return submit(state, { ...field, area: createTextArea(action.text, { multiline: true }) }, action.at);
  const multiline = field.area.multiline;
  if (action.type === 'command') {
    if (command === 'save-field' || (command === 'enter' && !multiline)) return submit(state, field, action.at);
    if (command === 'back') return multiline ? submit(state, field, action.at) : show(closed(state));
  }
  const area = typeInto(field.area, action, state.size.columns - 4);
  if (area === field.area) return show(state);
  const { error: _, ...rest } = field;
  return show({ ...state, overlay: { ...rest, area } });
}

/** Writes a field, or says in the field what is wrong with it. */
export function submit(state: State, field: Field, at: string): Step {
  const text = field.area.text.trim();
  if (field.target.type === 'import')
    return { state: closed(state), effects: text ? [{ type: 'import', path: text }] : [] };
  if (text === textOf(state, field.target).trim() && field.target.type === 'note') return show(closed(state));
  const result = editFor(state, field.target, text, at);
  if ('error' in result) return show({ ...state, overlay: { ...field, error: { key: result.error } } });
  return andThen(show(pastValue(closed(state), field.target)), after => edit(after, result));
}

/** After a value the cursor goes on to the next sub-question or value, if there is one. */
function pastValue(state: State, target: FieldTarget): State {
  const { screen } = state;
  if (target.type !== 'value' || screen.name !== 'walk' || screen.row === undefined) return state;
  const item = findItem(opened(state).questionnaire, screen.item);
  const next = item && walkRows(item)[screen.row + 1];
  return { ...state, screen: { ...screen, row: next && next.kind !== 'status' ? screen.row + 1 : undefined } };
}

type Result = Edit | { error: string };

function editFor(state: State, target: FieldTarget, text: string, at: string): Result {
  switch (target.type) {
    case 'note':
    case 'owner':
      return { type: 'answer', item: target.item, set: { [target.type]: text || null }, at };
    case 'reason':
      return {
        type: 'answer',
        item: target.item,
        set: { status: 'not-applicable', reason: { code: 'OTHER', ...(text && { text }) } },
        at,
      };
    case 'due':
      return dayEdit(text, due => ({ type: 'answer', item: target.item, set: { due }, at }));
    case 'review-date':
      return dayEdit(text, reviewDate => ({ type: 'profile', set: { reviewDate }, at }));
    case 'name':
      return text ? { type: 'profile', set: { name: text }, at } : { error: 'field.error.name' };
    case 'people':
      return { type: 'profile', set: { participants: peopleIn(text, opened(state).assessment.participants) }, at };
    case 'value':
      return valueEdit(state, target, text, at);
    case 'import':
      return { error: 'field.error.path' };
  }
}

function dayEdit(text: string, make: (day: string | null) => Edit): Result {
  if (text === '') return make(null);
  const day = parseDay(text);
  return day === undefined ? { error: 'field.error.day' } : make(day);
}

function valueEdit(state: State, target: { item: string; value: string }, text: string, at: string): Result {
  const { questionnaire } = opened(state);
  const item = findItem(questionnaire, target.item);
  const kind = item?.values?.find(one => one.id === target.value)?.kind ?? 'text';
  const value = text === '' ? null : parseValue(kind, text);
  if (value === undefined) return { error: `field.error.${kind === 'date' ? 'day' : kind}` };
  return { type: 'value', item: target.item, value: target.value, text: value, at };
}

type People = { name: string; role?: 'technical' | 'operations' | 'business' | 'facilitator' | undefined }[];

/** Names separated by commas or 、; who was there before keeps the role. */
export function peopleIn(text: string, before: People): People {
  return text
    .split(/[,、，\n]/)
    .map(name => name.trim())
    .filter(Boolean)
    .map(name => before.find(one => one.name === name) ?? { name });
}
