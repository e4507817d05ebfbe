import type { Day } from '../assessment/day.ts';
import { validityDate, validityOn, validityWord } from '../assessment/review/readiness.ts';
import type { Questionnaire } from '../questionnaire/schema/schema.ts';

type Note = {
  key: 'start.version-past' | 'start.day-past' | 'start.version-last-day' | 'start.version-ok';
  values: { on: Day; date: Day; version: string };
  /** The version cannot be handed in on that day, or only on that day. */
  warns: boolean;
};

/** What a version means for a planned review, and for today as long as none is planned; nothing where it has no dates. */
export function versionNote(questionnaire: Questionnaire, planned: Day | undefined, today: Day): Note | undefined {
  const on = planned ?? today;
  const validity = validityOn(questionnaire, on);
  if (validity.state === 'unknown') return undefined;
  const values = { on, date: validityDate(validity), version: questionnaire.version };
  if (validity.state === 'past')
    return { key: planned === undefined ? 'start.version-past' : 'start.day-past', values, warns: true };
  const isLast = validityWord(validity, on) === 'last-day' && on === today;
  return { key: isLast ? 'start.version-last-day' : 'start.version-ok', values, warns: isLast };
}
