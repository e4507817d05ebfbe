import type { Answer, Assessment, Rival, UnitAnswer, UnitProfile } from '../assessment.ts';
import { partsOf, pathOf } from './paths.ts';

/** What copies say about fields, by their paths below a unit. */
type Notes = { differs: Record<string, Rival[]>; by: Record<string, string[]>; rounds: Record<string, number> };
type Noted = Pick<Answer, 'differs' | 'by' | 'rounds'>;

/** All that an assessment says of one unit, without the id that it has there. */
export type UnitPart = {
  profile?: UnitProfile | undefined;
  notes: Notes;
  answers: Record<string, { answer?: UnitAnswer | undefined; notes: Notes }>;
};

const KEYS = ['differs', 'by', 'rounds'] as const;

/** All that an assessment says of the unit of this id; nothing where there is no assessment. */
export function unitPart(assessment: Assessment | undefined, unit: string): UnitPart {
  const answers = Object.entries(assessment?.answers ?? {}).flatMap(([item, one]) => {
    const notes = notesOf(one, unit);
    const answer = own(one.units, unit);
    return answer || !isEmpty(notes) ? [[item, { answer, notes }] as const] : [];
  });
  const profile = own(assessment?.units, unit);
  return { profile, notes: notesOf(assessment ?? {}, unit), answers: Object.fromEntries(answers) };
}

/** Whether nothing is said of a unit. */
export function isNothing({ profile = {}, notes, answers }: UnitPart): boolean {
  return Object.keys(profile).length === 0 && isEmpty(notes) && Object.keys(answers).length === 0;
}

/** The assessment with this part, and nothing else, as what it says of the unit of this id. */
export function withUnitPart(assessment: Assessment, unit: string, part: UnitPart): Assessment {
  const items = new Set([...Object.keys(assessment.answers), ...Object.keys(part.answers)]);
  const answers = [...items].map((item): [string, Answer] => {
    const { answer, notes } = own(part.answers, item) ?? {};
    const before = own(assessment.answers, item) ?? {};
    return [item, renoted({ ...before, units: placed(before.units, unit, answer) }, unit, notes)];
  });
  const units = placed(assessment.units, unit, part.profile);
  return { ...renoted({ ...assessment, units }, unit, part.notes), answers: Object.fromEntries(answers) };
}

/** A record without a key, or with another value there; undefined where nothing is left. */
function placed<Value>(
  record: Record<string, Value> | undefined,
  key: string,
  value: Value | undefined,
): Record<string, Value> | undefined {
  const others = Object.entries(record ?? {}).filter(([one]) => one !== key);
  const all = value === undefined ? others : [...others, [key, value] as const];
  return all.length === 0 ? undefined : Object.fromEntries(all);
}

function notesOf(noted: Noted, unit: string): Notes {
  const below = <Value>(record: Record<string, Value> | undefined): Record<string, Value> =>
    Object.fromEntries(
      Object.entries(record ?? {}).flatMap(([path, value]) => {
        const [first, second, ...rest] = partsOf(path);
        return first === 'units' && second === unit ? [[pathOf(...rest), value]] : [];
      }),
    );
  return { differs: below(noted.differs), by: below(noted.by), rounds: below(noted.rounds) };
}

/** The same with other notes about a unit. What is then undefined is not there at all. */
function renoted<One extends Noted>(noted: One, unit: string, notes: Notes | undefined): One {
  const result: Record<string, unknown> = { ...noted };
  for (const key of KEYS) {
    const others = Object.entries(noted[key] ?? {}).filter(([path]) => !isBelow(path, unit));
    const own = Object.entries(notes?.[key] ?? {}).map(([rest, value]) => [
      pathOf('units', unit, ...partsOf(rest)),
      value,
    ]);
    result[key] = others.length + own.length > 0 ? Object.fromEntries([...others, ...own]) : undefined;
  }
  return Object.fromEntries(Object.entries(result).filter(([, value]) => value !== undefined)) as One;
}

function isBelow(path: string, unit: string): boolean {
  const [first, second] = partsOf(path);
  return first === 'units' && second === unit;
}

function isEmpty(notes: Notes): boolean {
  return KEYS.every(key => Object.keys(notes[key]).length === 0);
}

function own<Value>(record: Record<string, Value> | undefined, key: string): Value | undefined {
  return record && Object.hasOwn(record, key) ? record[key] : undefined;
}
