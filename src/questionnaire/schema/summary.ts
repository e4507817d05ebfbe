import type { Questionnaire } from './schema.ts';

/** A questionnaire version as lists show it. `own` marks a third party's list. */
export type Summary = Pick<
  Questionnaire,
  | 'id'
  | 'version'
  | 'title'
  | 'label'
  | 'publisher'
  | 'released'
  | 'validUntil'
  | 'acceptedUntil'
  | 'notice'
  | 'contentHash'
> & { items: number; own?: boolean };

/** What lists show of a questionnaire. */
export function summarise(questionnaire: Questionnaire, own = false): Summary {
  const { id, version, title, label, publisher, released, validUntil, acceptedUntil, notice, contentHash } =
    questionnaire;
  const items = questionnaire.sections.reduce((sum, section) => sum + section.items.length, 0);
  return {
    id,
    version,
    title,
    label,
    publisher,
    released,
    validUntil,
    acceptedUntil,
    notice,
    contentHash,
    items,
    ...(own && { own }),
  };
}

/** The name of a questionnaire version in commands and files: `ftr-partner-hosted@2021-q4`. */
export function reference(questionnaire: Pick<Questionnaire, 'id' | 'version'>): string {
  return `${questionnaire.id}@${questionnaire.version}`;
}
