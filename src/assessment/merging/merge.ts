import type { Answer, Assessment } from '../assessment.ts';
import { joinedWays } from '../versions/ways.ts';
import { apart, type Three } from './apart.ts';
import { fromFields } from './build.ts';
import { answerFields, answerOfCopy, isSame, profileOfCopy } from './copy.ts';
import { type Fields, fieldsOf, type Noted } from './fields.ts';
import { canonical } from './paths.ts';
import { ANSWER_SHAPE, PROFILE_SHAPE, type Shape } from './shape.ts';
import { united } from './united.ts';

/** Why copies cannot be brought together: `here` and `there` are what does not agree. */
export type MergeRefusal = {
  code: 'questionnaire' | 'version' | 'content' | 'upgrades';
  here: string;
  there: string;
};

/** What keeps two copies from being brought together; undefined if nothing does. */
export function mergeRefusal(ours: Assessment, theirs: Assessment): MergeRefusal | undefined {
  const [a, b] = [ours.questionnaire, theirs.questionnaire];
  if (a.id !== b.id) return { code: 'questionnaire', here: a.id, there: b.id };
  if (a.version !== b.version) return { code: 'version', here: a.version, there: b.version };
  if (a.contentHash !== b.contentHash) return { code: 'content', here: a.contentHash, there: b.contentHash };
  if (!joinedWays(ours, theirs, answersJoined)) return { code: 'upgrades', here: wayOf(ours), there: wayOf(theirs) };
  return undefined;
}

/**
 * Two copies as one. Every field is the set of values that copies gave it: without `base` all of them, with it all but
 * those that a copy has taken away since. So the order of copies does not matter, nor how they are grouped, and no value
 * disappears. One value is the field, several are in `differs`. Neither copy may be refused by `mergeRefusal`. Units that
 * got different names in one place are two units of the outcome.
 */
export function merged(ours: Assessment, theirs: Assessment, base?: Assessment): Assessment {
  return asOne(apart({ ours, theirs, base }));
}

function asOne({ ours, theirs, base }: Three): Assessment {
  const later = [ours, theirs].map(placeOf).reduce((a, b) => (a.rank > b.rank ? a : b));
  const upgrades = joinedWays(ours, theirs, answersJoined, base) ?? [];
  const copies = [ours, theirs] as const;
  const profile = united(
    profileOfCopy(ours, base),
    profileOfCopy(theirs, base),
    base && profileOfCopy(base, undefined),
  );
  const whole = { gates: {}, participants: [], ...fromFields(profile, PROFILE_SHAPE) };
  return {
    ...(sameLists(ours, theirs, whole, PROFILE_SHAPE) as Pick<
      Assessment,
      'name' | 'questionnaire' | 'gates' | 'participants'
    >),
    schemaVersion: ours.schemaVersion,
    id: ours.id < theirs.id ? ours.id : theirs.id,
    createdAt: earliest(ours.createdAt, theirs.createdAt),
    updatedAt: latest(ours.updatedAt, theirs.updatedAt),
    ...later.place,
    ...(upgrades.length > 0 && { upgrades }),
    answers: Object.fromEntries(
      [...new Set(copies.flatMap(one => Object.keys(one.answers)))].map(item => [
        item,
        mergedAnswer(copies, item, base),
      ]),
    ),
  };
}

/** Two states of one answer as one, by the same rules. */
export function answersJoined(ours: Answer, theirs: Answer, base?: Answer): Answer {
  const item = 'one';
  const holding = (answer: Answer): Held => ({ answers: { [item]: answer } });
  return mergedAnswer([holding(ours), holding(theirs)], item, base && holding(base));
}

/** The answers to one item in two copies as one, by the rules of `merged`; `base` is what both started from. */
export function mergedAnswer(copies: readonly [Held, Held], item: string, base: Held | undefined): Answer {
  const before = base && answerFields(own(base, item) ?? {});
  const [ours, theirs] = copies.map(one => answerOfCopy(one, item, before)) as [Fields, Fields];
  const [a = {}, b = {}] = copies.map(one => own(one, item));
  // What is the same in both stays as it is written, so that bringing copies together changes only what it must.
  const signed = copies.some(one => one.author !== undefined || one.without !== undefined);
  if (!signed && isSame(a, b)) return a;
  const at = [a.updatedAt, b.updatedAt].filter(one => one !== undefined).reduce(latest, '');
  return {
    ...sameLists(a, b, fromFields(united(ours, theirs, before), ANSWER_SHAPE), ANSWER_SHAPE),
    ...(at !== '' && { updatedAt: at }),
  };
}

/** Lists that are the same in both keep their order and their ids. */
function sameLists(a: object, b: object, whole: Noted, shape: Shape): Record<string, unknown> {
  const [ours, theirs] = [new Map(Object.entries(a)), new Map(Object.entries(b))];
  const kept = Object.keys(whole).flatMap((key): [string, unknown][] => {
    const one = ours.get(key);
    if (!Array.isArray(one) || !isSame(one, theirs.get(key))) return [];
    return isSame(fromFields(fieldsOf({ [key]: one }, shape), shape)[key], whole[key]) ? [[key, one]] : [];
  });
  return { ...whole, ...Object.fromEntries(kept) };
}

/** The part of an assessment that answers are read from. */
type Held = Pick<Assessment, 'answers' | 'author' | 'without'>;

function own({ answers }: Held, item: string): Answer | undefined {
  return Object.hasOwn(answers, item) ? answers[item] : undefined;
}

/** Where somebody left and in which language, ranked by when: that of the copy changed last. */
function placeOf({ updatedAt, position, lang }: Assessment) {
  const place = { ...(position !== undefined && { position }), ...(lang !== undefined && { lang }) };
  return { rank: `${instant(updatedAt)} ${canonical([updatedAt, position, lang])}`, place };
}

function wayOf({ questionnaire, upgrades = [] }: Assessment): string {
  return [...upgrades.map(({ from }) => from), questionnaire.version].join(' -> ');
}

function earliest(a: string, b: string): string {
  return latest(a, b) === a ? b : a;
}

function latest(a: string, b: string): string {
  return `${instant(a)} ${a}` > `${instant(b)} ${b}` ? a : b;
}

function instant(text: string): string {
  const time = Date.parse(text);
  return Number.isNaN(time) ? '' : new Date(time).toISOString();
}
