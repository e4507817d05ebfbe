import { parseValue } from '../assessment/answers/checks.ts';
import type { Edit, UnitPatch } from '../assessment/answers/edit.ts';
import { parseDay } from '../assessment/day.ts';
import { newMilestone } from '../assessment/review/milestones.ts';
import { findField } from '../questionnaire/schema/items.ts';
import type { ValueField } from '../questionnaire/schema/schema.ts';
import { acceptanceEdit, acceptanceText } from './acceptance.ts';
import { noteIn } from './copies.ts';
import type { Action, Step } from './core/action.ts';
import { statesOf } from './core/select.ts';
import type { FieldTarget, Overlay, State } from './core/state.ts';
import { andThen, asOpened, closed, editSince, open, opened, show } from './core/step.ts';
import { dayError } from './day-error.ts';
import { focusOf, walkRows } from './focus.ts';
import { actionEdit, dissentEdit, meetingText, newParked } from './meeting-fields.ts';
import { createTextArea, TEXT_LIMIT } from './text/text-area.ts';
import { typeInto } from './typing.ts';

type Field = Extract<Overlay, { kind: 'field' }>;

/** Opens a text field with what is written there now. */
export function openField(state: State, target: FieldTarget): Step {
  const area = createTextArea(textOf(state, target), { multiline: target.type === 'note' });
  return open(state, { kind: 'field', target, area, base: state.open?.assessment });
}

function textOf(state: State, target: FieldTarget): string {
  if (target.type === 'import' || target.type === 'milestone') return '';
  if (target.type === 'take') return target.copy.name;
  const { assessment } = opened(state);
  switch (target.type) {
    case 'name':
      return assessment.name;
    case 'review-date':
      return assessment.reviewDate ?? '';
    case 'people':
      return assessment.participants.map(one => one.name).join(', ');
    case 'unit-name':
      return assessment.units?.[target.unit]?.name ?? '';
    case 'unit-value':
      return assessment.units?.[target.unit]?.values?.[target.value] ?? '';
    case 'owner':
    case 'due':
      return assessment.answers[target.item]?.[target.type] ?? '';
    case 'decision':
    case 'dissent':
    case 'action':
    case 'park':
      return meetingText(target.type, assessment.answers[target.item] ?? {});
    case 'accept':
      return acceptanceText(assessment.answers[target.item]?.plan);
    default:
      return partOf(state, target);
  }
}

/** What is written for one unit, or in the common answer; a value of a unit starts from the common one. */
function partOf(state: State, target: Extract<FieldTarget, { type: 'note' | 'reason' | 'value' }>): string {
  const answer = opened(state).assessment.answers[target.item] ?? {};
  const own = target.unit === undefined ? answer : (answer.units?.[target.unit] ?? {});
  // Notes that differ are all there to begin with: whoever writes on has seen each of them.
  if (target.type === 'note') return noteIn(answer, target.unit);
  if (target.type === 'reason') return own.reason?.text ?? '';
  return own.values?.[target.value] ?? (target.unit ? answer.values?.[target.value] : undefined) ?? '';
}

/** The value that a field asks for: one of an item, of a unit's part of it, or of the unit itself. */
export function fieldAsked(state: State, target: FieldTarget): ValueField | undefined {
  if (target.type !== 'value' && target.type !== 'unit-value') return undefined;
  return findField(opened(state).questionnaire, target.type === 'value' ? target.item : undefined, target.value);
}

/** Keys in a text field. A note is kept however one leaves it; Esc drops what was typed into a one-line field. */
export function updateField(state: State, field: Field, action: Action): Step {
  const command = action.type === 'command' ? action.command : undefined;
  if (command === 'editor' && field.target.type === 'note') {
    const { item, unit } = field.target;
    const note = { id: opened(state).assessment.id, item, ...(unit !== undefined && { unit }) };
    return show(state, { type: 'editor', text: field.area.text, note, stored: textOf(state, field.target) });
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
  const error = area.full && { key: 'field.error.full', values: { limit: TEXT_LIMIT } };
  return show({ ...state, overlay: { ...rest, area, ...(error && { error }) } });
}

/** Writes a field, or says in the field what is wrong with it. */
export function submit(state: State, field: Field, at: string): Step {
  const text = field.area.text.trim();
  if (field.target.type === 'import')
    return { state: closed(state), effects: text ? [{ type: 'import', path: text }] : [] };
  if (field.target.type === 'take') return take(state, field, field.target, text);
  const seen = asOpened(state, field);
  if (text === textOf(seen, field.target).trim() && field.target.type === 'note') return show(closed(state));
  const result = editFor(seen, field.target, text, at);
  if ('error' in result) return show({ ...state, overlay: { ...field, error: { key: result.error } } });
  return andThen(show(pastValue(closed(state), field.target)), after => editSince(after, field.base, result));
}

function take(state: State, field: Field, { path }: Extract<FieldTarget, { type: 'take' }>, name: string): Step {
  if (name) return show(closed(state), { type: 'take', path, name });
  return show({ ...state, overlay: { ...field, error: { key: 'field.error.name' } } });
}

/** After a value the cursor goes on to the next sub-question or value, if there is one. */
export function pastValue(state: State, target: FieldTarget): State {
  const { screen } = state;
  if (target.type !== 'value' || screen.name !== 'walk' || screen.row === undefined) return state;
  const focus = focusOf(state, screen);
  const next = focus && walkRows(focus)[screen.row + 1];
  return { ...state, screen: { ...screen, row: next && next.kind !== 'status' ? screen.row + 1 : undefined } };
}

type Result = Edit | { error: string };

function editFor(state: State, target: FieldTarget, text: string, at: string): Result {
  switch (target.type) {
    case 'note':
      return placed(target, { note: text || null }, at);
    case 'owner':
      return { type: 'answer', item: target.item, set: { owner: text || null }, at };
    case 'reason':
      return placed(target, { status: 'not-applicable', reason: { code: 'OTHER', ...(text && { text }) } }, at);
    case 'unit-name':
      return { type: 'unit', unit: target.unit, name: text || null, at };
    case 'accept':
      return acceptanceEdit(opened(state).assessment.answers[target.item]?.plan, text, {
        ...target,
        at,
        today: state.today,
      });
    case 'due':
      return dayEdit(state, text, due => ({ type: 'answer', item: target.item, set: { due }, at }));
    case 'review-date':
      return dayEdit(state, text, reviewDate => ({ type: 'profile', set: { reviewDate }, at }));
    case 'name':
      return text ? { type: 'profile', set: { name: text }, at } : { error: 'field.error.name' };
    case 'people':
      return { type: 'profile', set: { participants: peopleIn(text, opened(state).assessment.participants) }, at };
    case 'value':
    case 'unit-value':
      return valueEdit(state, target, text, at);
    case 'decision':
      return { type: 'answer', item: target.item, set: { decision: text || null }, at };
    case 'dissent':
      return dissentEdit(text, { item: target.item, at });
    case 'action':
      return actionEdit(text, opened(state).assessment.answers[target.item]?.plan, {
        item: target.item,
        at,
        today: state.today,
      });
    case 'park':
      return text ? parkEdit(state, text, target.item, at) : { error: 'field.error.empty' };
    case 'milestone':
      return milestoneEdit(state, text, at);
    case 'import':
    case 'take':
      return { error: 'field.error.path' };
  }
}

function parkEdit(state: State, text: string, item: string, at: string): Edit {
  return { type: 'park', parked: newParked(opened(state).assessment.parking ?? [], text, item, at), at };
}

function milestoneEdit(state: State, name: string, at: string): Result {
  if (!name) return { error: 'field.error.name' };
  const milestone = newMilestone(opened(state).assessment, statesOf(state), name, at);
  return { type: 'milestone', milestone, at };
}

function dayEdit({ today }: State, text: string, make: (day: string | null) => Edit): Result {
  if (text === '') return make(null);
  const day = parseDay(text, { today });
  return day === undefined ? { error: dayError(text) } : make(day);
}

/** An edit of the common answer or of one unit's. */
function placed({ item, unit }: { item: string; unit?: string }, set: UnitPatch, at: string): Edit {
  return unit === undefined ? { type: 'answer', item, set, at } : { type: 'answer', item, unit, set, at };
}

function valueEdit(
  state: State,
  target: Extract<FieldTarget, { type: 'value' | 'unit-value' }>,
  text: string,
  at: string,
): Result {
  const field = fieldAsked(state, target) ?? { kind: 'text' };
  const value = text === '' ? null : parseValue(field, text);
  if (value === undefined) return { error: field.kind === 'date' ? dayError(text) : `field.error.${field.kind}` };
  const { unit } = target;
  if (target.type === 'unit-value')
    return { type: 'unit-value', unit: target.unit, value: target.value, text: value, at };
  return { type: 'value', item: target.item, ...(unit && { unit }), value: target.value, text: value, at };
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
