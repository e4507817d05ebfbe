import { newMilestone } from '../../assessment/review/milestones.ts';
import { statesOf } from '../core/select.ts';
import { opened } from '../core/step.ts';
import { dayWritten, type FieldSpec } from './field-spec.ts';
import { peopleIn } from './people.ts';

/** What the assessment is called. */
export const name: FieldSpec<'name'> = {
  ask: (_, __, t) => ({ label: t('field.name'), help: t('field.name.help') }),
  read: state => opened(state).assessment.name,
  write: (_, __, { text, at }) =>
    text ? { edit: { type: 'profile', set: { name: text }, at } } : { error: 'field.error.name' },
};

/** When the review is planned. */
export const reviewDate: FieldSpec<'review-date'> = {
  ask: (_, __, t) => ({ label: t('field.review-date'), help: t('field.review-date.help') }),
  read: state => opened(state).assessment.reviewDate ?? '',
  write: (state, _, { text, at }) =>
    dayWritten(state, text, day => ({ type: 'profile', set: { reviewDate: day }, at })),
};

/** Who takes part. */
export const people: FieldSpec<'people'> = {
  ask: (_, __, t) => ({ label: t('field.people'), help: t('field.people.help') }),
  read: state =>
    opened(state)
      .assessment.participants.map(one => one.name)
      .join(', '),
  write: (state, _, { text, at }) => ({
    edit: { type: 'profile', set: { participants: peopleIn(text, opened(state).assessment.participants) }, at },
  }),
};

/** What a unit is called. */
export const unitName: FieldSpec<'unit-name'> = {
  ask: (_, __, t) => ({ label: t('field.unit-name'), help: t('field.unit-name.help') }),
  read: (state, { unit }) => opened(state).assessment.units?.[unit]?.name ?? '',
  write: (_, { unit }, { text, at }) => ({ edit: { type: 'unit', unit, name: text || null, at } }),
};

/** What a milestone is called; it keeps how the items stand when it is named. */
export const milestone: FieldSpec<'milestone'> = {
  ask: (_, __, t) => ({ label: t('field.milestone'), help: t('field.milestone.help') }),
  read: () => '',
  write: (state, _, { text, at }) =>
    text
      ? {
          edit: { type: 'milestone', milestone: newMilestone(opened(state).assessment, statesOf(state), text, at), at },
        }
      : { error: 'field.error.name' },
};
