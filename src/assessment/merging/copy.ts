import { type Answer, type Assessment, STATUSES, type Status, type Vote } from '../assessment.ts';
import { addValue, type Fields, fieldsOf, MARK } from './fields.ts';
import { isLeftOut, isLeftOutOfProfile } from './left-out.ts';
import { canonical, pathOf } from './paths.ts';
import { ANSWER_SHAPE, PROFILE_SHAPE } from './shape.ts';

type Base = Assessment | undefined;

/** The fields of an answer without its date. */
export function answerFields({ updatedAt: _, ...answer }: Answer): Fields {
  return fieldsOf(answer, ANSWER_SHAPE);
}

/** The fields of an assessment itself: all but its answers and what is about the file. */
export function profileFields(assessment: Assessment): Fields {
  const {
    schemaVersion: _schema,
    id: _id,
    createdAt: _created,
    updatedAt: _updated,
    lang: _lang,
    position: _position,
    upgrades: _upgrades,
    answers: _answers,
    author: _author,
    without: _without,
    ...profile
  } = assessment;
  return fieldsOf(profile, PROFILE_SHAPE);
}

/**
 * The fields of an answer as a copy means them: what it was made without is as it was before, what its author has said
 * is theirs, and their status is their vote as well. `before` are the fields that copies started from, if known.
 */
export function answerOfCopy(
  copy: Pick<Assessment, 'answers' | 'author' | 'without'>,
  item: string,
  before: Fields | undefined,
): Fields {
  const { author, without = [] } = copy;
  const own = Object.hasOwn(copy.answers, item) ? copy.answers[item] : undefined;
  const fields = answerFields(own ?? {});
  // Whoever did not see what was there has said the same on their own, and has taken nothing away.
  const seen = new Map([...(before ?? [])].filter(([path]) => !isLeftOut(path, without)));
  if (author !== undefined) {
    addVote(fields, author, seen);
    sign(fields, author, seen);
  }
  return withUnseen(fields, before, path => isLeftOut(path, without));
}

/** The same for the fields of the assessment itself. */
export function profileOfCopy(copy: Assessment, base: Base): Fields {
  const { author, without = [] } = copy;
  const fields = profileFields(copy);
  const before = base && profileFields(base);
  if (author !== undefined) sign(fields, author, before);
  return withUnseen(fields, before, path => isLeftOutOfProfile(path, without));
}

/** The fields of a copy with what was there before and was left out of it. */
function withUnseen(fields: Fields, before: Fields | undefined, isUnseen: (path: string) => boolean): Fields {
  for (const [path, values] of before ?? []) {
    if (isUnseen(path)) for (const { value, by } of values.values()) addValue(fields, path, value, by);
  }
  return fields;
}

/** Says of everything that a copy holds and its beginning did not that its author said it. */
function sign(fields: Fields, author: string, before: Fields | undefined): void {
  for (const [path, values] of fields) {
    for (const [key, { value, by }] of values) {
      // What somebody else is known to have said stays theirs; a vote carries its name already.
      if (value === MARK || by.size > 0 || before?.get(path)?.has(key) || path.startsWith('votes.')) continue;
      addValue(fields, path, value, [author]);
    }
  }
}

/** The author's status as their vote, with the note that explains it. A vote that says the same stays as it is. */
function addVote(fields: Fields, author: string, before: Fields | undefined): void {
  const said = [...(fields.get('status') ?? [])].filter(([key]) => !before?.get('status')?.has(key));
  const [only, ...more] = said;
  const status = only && statusOf(only[1].value);
  if (!status || more.length > 0) return;
  const path = pathOf('votes', author);
  const votes = fields.get(path);
  if ([...(votes?.values() ?? [])].some(({ value }) => (value as Vote).status === status)) return;
  for (const key of before?.get(path)?.keys() ?? []) votes?.delete(key);
  const [note, ...notes] = fields.get('note')?.values() ?? [];
  const vote = { status, ...(note && notes.length === 0 && { note: note.value }) };
  addValue(fields, path, vote);
}

/** The status in a value of the field `status`, which holds the reason too where there is one; a copy may hold no such. */
export function statusOf(value: unknown): Status | undefined {
  const status = typeof value === 'string' ? value : (value as { status?: unknown } | null)?.status;
  return STATUSES.find(one => one === status);
}

/** Whether two things are the same in every field. */
export function isSame(a: unknown, b: unknown): boolean {
  return canonical(a) === canonical(b);
}
