import type { Answer } from '../../assessment/assessment.ts';
import { noteIn } from '../copies.ts';
import type { State } from '../core/state.ts';
import { opened } from '../core/step.ts';
import { leaveAnswered } from '../item-moves.ts';
import { acceptanceEdit, acceptanceText } from './acceptance.ts';
import { dayWritten, type FieldSpec, written } from './field-spec.ts';
import { actionEdit, dissentEdit, meetingText, newParked } from './meeting-text.ts';
import { placed } from './placed.ts';

function answerTo(state: State, item: string): Answer {
  return opened(state).assessment.answers[item] ?? {};
}

/** The note of an item, or of one unit's part of it. */
export const note: FieldSpec<'note'> = {
  multiline: true,
  ask: (_, __, t) => ({ label: t('field.note'), help: t('field.note.help') }),
  // Notes that differ are all there to begin with: whoever writes on has seen each of them.
  read: (state, { item, unit }) => noteIn(answerTo(state, item), unit),
  write: (_, target, { text, at }) => ({ edit: placed(target, { note: text || null }, at) }),
};

/** Who takes care of an item. */
export const owner: FieldSpec<'owner'> = {
  ask: (_, __, t) => ({ label: t('field.owner'), help: t('field.owner.help') }),
  read: (state, { item }) => answerTo(state, item).owner ?? '',
  write: (_, { item }, { text, at }) => ({ edit: { type: 'answer', item, set: { owner: text || null }, at } }),
};

/** By when. */
export const due: FieldSpec<'due'> = {
  ask: (_, __, t) => ({ label: t('field.due'), help: t('field.due.help') }),
  read: (state, { item }) => answerTo(state, item).due ?? '',
  write: (state, { item }, { text, at }) =>
    dayWritten(state, text, day => ({ type: 'answer', item, set: { due: day }, at })),
};

/** Why an item is not applicable, in words: an answer like any other, so the walk moves on from it. */
export const reason: FieldSpec<'reason'> = {
  ask: (_, __, t) => ({ label: t('field.reason'), help: t('field.reason.help') }),
  read: (state, { item, unit }) => {
    const answer = answerTo(state, item);
    return (unit === undefined ? answer : (answer.units?.[unit] ?? {})).reason?.text ?? '';
  },
  write: (_, target, { text, at }) => ({
    edit: placed(target, { status: 'not-applicable', reason: { code: 'OTHER', ...(text && { text }) } }, at),
  }),
  complete: step => {
    const { screen } = step.state;
    return screen.name === 'walk' ? leaveAnswered(step, screen, 'not-applicable') : step;
  },
};

/** Who accepts a risk, why and until when. */
export const accept: FieldSpec<'accept'> = {
  ask: (_, __, t) => ({ label: t('field.accept'), help: t('field.accept.help') }),
  read: (state, { item }) => acceptanceText(answerTo(state, item).plan),
  write: (state, { item }, { text, at }) =>
    written(acceptanceEdit(answerTo(state, item).plan, text, { item, at, today: state.today })),
};

/** Why a meeting decided so. */
export const decision: FieldSpec<'decision'> = {
  ask: (_, __, t) => ({ label: t('field.decision'), help: t('field.decision.help') }),
  read: (state, { item }) => meetingText('decision', answerTo(state, item)),
  write: (_, { item }, { text, at }) => ({ edit: { type: 'answer', item, set: { decision: text || null }, at } }),
};

/** Who disagreed in a meeting. */
export const dissent: FieldSpec<'dissent'> = {
  ask: (_, __, t) => ({ label: t('field.dissent'), help: t('field.dissent.help') }),
  read: (state, { item }) => meetingText('dissent', answerTo(state, item)),
  write: (_, { item }, { text, at }) => ({ edit: dissentEdit(text, { item, at }) }),
};

/** What somebody promised in a meeting. */
export const action: FieldSpec<'action'> = {
  ask: (_, __, t) => ({ label: t('field.action'), help: t('field.action.help') }),
  read: (state, { item }) => meetingText('action', answerTo(state, item)),
  write: (state, { item }, { text, at }) =>
    written(actionEdit(text, answerTo(state, item).plan, { item, at, today: state.today })),
};

/** What a meeting puts off. */
export const park: FieldSpec<'park'> = {
  ask: (_, __, t) => ({ label: t('field.park'), help: t('field.park.help') }),
  read: () => '',
  write: (state, { item }, { text, at }) =>
    text
      ? { edit: { type: 'park', parked: newParked(opened(state).assessment.parking ?? [], text, item, at), at } }
      : { error: 'field.error.empty' },
};
