import type { FieldSpec } from './field-spec.ts';

/** The path of a questionnaire or of a copy; nothing happens without. */
export const importing: FieldSpec<'import'> = {
  ask: (_, __, t) => ({ label: t('field.import'), help: t('field.import.help') }),
  read: () => '',
  write: (_, __, { text }) => (text ? { effect: { type: 'import', path: text } } : { nothing: true }),
};

/** The name of the assessment that is made of a copy, with whose copy it is and what is in it. */
export const taking: FieldSpec<'take'> = {
  ask: (_, { copy: { name, list, answered, author } }, t) => {
    const told = { name, list, answered, help: t('field.take.help') };
    const help = author === undefined ? t('field.take.told', told) : t('field.take.told-author', { ...told, author });
    return { label: t('field.take'), help };
  },
  read: (_, { copy }) => copy.name,
  write: (_, { path }, { text }) =>
    text ? { effect: { type: 'take', path, name: text } } : { error: 'field.error.name' },
};
