import fc from 'fast-check';
import { type Answer, Assessment, REASONS, type Rival, STATUSES } from '../../src/assessment/assessment.ts';
import { serialise } from '../../src/store/format.ts';
import { sampleAssessment } from './session.ts';

const NAMES = ['Aoki', '佐藤', 'J. Smith', 'constructor', 'a~b.c'];
const name = fc.constantFrom(...NAMES);
const word = fc.constantFrom('x', 'y', 'z', ' x');
const day = fc.constantFrom('2027-01-05', '2027-02-06');
const at = fc.constantFrom('2026-11-01T10:00:00.000Z', '2026-11-02T10:00:00Z', '2026-11-03T10:00:00.500Z');
const status = fc.constantFrom(...STATUSES.slice(0, 4));
const yesNo = fc.constantFrom('yes' as const, 'no' as const);
const some = <T>(key: fc.Arbitrary<string>, value: fc.Arbitrary<T>) => fc.dictionary(key, value, { maxKeys: 3 });
const optional = { requiredKeys: [] as [] };

const reason = fc.record({ code: fc.constantFrom(...REASONS.slice(0, 2)), text: word }, { requiredKeys: ['code'] });
const vote = fc.record({ status, note: word, confidence: fc.constant('high' as const) }, { requiredKeys: ['status'] });
const evidence = fc
  .array(fc.record({ what: word, where: word, date: day, sighted: day, extra: word }, { requiredKeys: ['what'] }), {
    maxLength: 3,
  })
  .map(all => all.map((one, index) => ({ id: `e${index + 1}`, ...one })));
const said = { status, reason, note: word, checks: some(word, yesNo), values: some(word, word) };

/** Any answer, with few different values, so that copies often hold the same and often do not. */
const answer: fc.Arbitrary<Answer> = fc.record(
  {
    ...said,
    evidence,
    owner: word,
    due: day,
    flag: fc.boolean(),
    plan: fc.record({ days: fc.constantFrom(1, 2), action: word, other: word }, optional),
    units: some(fc.constantFrom('u1', 'u2'), fc.record(said, optional)),
    votes: some(name, vote),
    decision: word,
    dissent: fc.uniqueArray(fc.record({ name, reason: word }, { requiredKeys: ['name'] }), {
      selector: one => one.name,
      maxLength: 2,
    }),
    later: fc.boolean(),
    unknown: fc.oneof(word, fc.constantFrom([1], [1, 2], { deep: { er: 1 } })),
    differs: some(
      fc.constantFrom('status', 'note', 'checks.x', 'votes.J~1 Smith', 'unknown'),
      fc.constant<Rival[]>([{ value: 'met', by: ['Aoki'] }, { value: 'partly' }]),
    ),
    by: some(fc.constantFrom('status', 'owner', 'checks.x'), fc.constant(['佐藤'])),
    updatedAt: at,
  },
  optional,
);

const listed = <T extends object>(one: fc.Arbitrary<T>, prefix: string) =>
  fc.array(one, { maxLength: 2 }).map(all => all.map((inner, index) => ({ id: `${prefix}${index + 1}`, ...inner })));

const profile = fc.record(
  {
    name: fc.constantFrom('Shop', 'Pay'),
    createdAt: at,
    updatedAt: at,
    lang: fc.constantFrom('ja' as const, 'en' as const),
    position: fc.constantFrom('A-1', 'A-2'),
    reviewDate: day,
    gates: some(fc.constantFrom('s3', 'eks'), yesNo),
    participants: fc.uniqueArray(
      fc.record({ name, perWeek: fc.constantFrom(1, 2), extra: word }, { requiredKeys: ['name'] }),
      { selector: one => one.name, maxLength: 3 },
    ),
    units: some(fc.constantFrom('u1', 'u2'), fc.record({ name: word, values: some(word, word) }, optional)),
    milestones: listed(fc.record({ name: word, at, version: fc.constant('1'), items: fc.constant({}) }), 'm'),
    parking: listed(fc.record({ text: word, at }), 'p'),
    retired: fc.array(
      fc.record({
        item: word,
        version: fc.constant('0'),
        title: fc.constant({ ja: '題', en: 'title' }),
        answer: fc.record({ note: word }, optional),
      }),
      { maxLength: 2 },
    ),
    author: name,
    unknown: word,
  },
  { requiredKeys: ['name', 'createdAt', 'updatedAt', 'gates', 'participants'] },
);

/** Any copy of one assessment as it would lie on a disk. */
export const anyCopy: fc.Arbitrary<Assessment> = fc
  .tuple(profile, fc.dictionary(fc.constantFrom('A-1', 'A-2'), answer))
  .map(([own, answers]) =>
    Assessment.parse(JSON.parse(serialise({ ...sampleAssessment({}), position: undefined, ...own, answers }))),
  );

/** Any copy in which every place has the same customer, named or not. */
export const anyCopyOfSameUnits: fc.Arbitrary<Assessment> = anyCopy.map(copy => renamedUnits(copy, () => ({})));

/** Any copy that names the customers of both places, as it likes; or, as `base`, one in which nobody has named them. */
export const anyCopyOfNamedUnits: fc.Arbitrary<Assessment> = fc
  .tuple(anyCopy, fc.constantFrom('x', 'y', 'z'), fc.constantFrom('x', 'y', 'z'))
  .map(([copy, u1, u2]) => {
    const named = renamedUnits(copy, unit => ({ name: unit === 'u1' ? u1 : u2 }));
    const { units } = named;
    return { ...named, units: { ...units, u1: { ...units?.['u1'], name: u1 }, u2: { ...units?.['u2'], name: u2 } } };
  });
export const anyBaseOfUnnamedUnits: fc.Arbitrary<Assessment> = anyCopy.map(copy =>
  renamedUnits(copy, () => ({ name: undefined })),
);

function renamedUnits(copy: Assessment, change: (unit: string) => { name?: string | undefined }): Assessment {
  const units = Object.entries(copy.units ?? {}).map(([unit, profile]) => {
    const name = profile.name === undefined ? undefined : unit === 'u1' ? 'x' : 'y';
    return [unit, { ...profile, name, ...change(unit) }] as const;
  });
  return JSON.parse(serialise({ ...copy, units: Object.fromEntries(units) })) as Assessment;
}
