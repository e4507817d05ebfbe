import { expect, test } from 'vitest';
import type { Answer, Assessment, Rival } from '../../src/assessment/assessment.ts';
import { answerFields, profileFields } from '../../src/assessment/merging/copy.ts';
import { merged } from '../../src/assessment/merging/merge.ts';
import { pathOf } from '../../src/assessment/merging/paths.ts';
import { sampleAssessment } from '../support/session.ts';

type Set3 = readonly string[];

const ALL = ['A', 'B', 'C'];
const subsets: Set3[] = Array.from({ length: 8 }, (_, bits) => ALL.filter((_, index) => (bits >> index) % 2 === 1));
const states = subsets.flatMap(base =>
  subsets.flatMap(ours => subsets.map(theirs => [base, ours, theirs] as [Set3, Set3, Set3])),
);

/**
 * The rule said anew, by asking of each value who wants it: whoever has written it since, whoever has chosen it among
 * several, and both together where nobody touched it.
 */
function expected([base, ours, theirs]: [Set3, Set3, Set3]): string[] {
  return ALL.filter(value => {
    const stands = [ours, theirs].map(side => side.includes(value));
    const wanted = [ours, theirs].some(side => {
      const written = side.includes(value) && !base.includes(value);
      const chosen = base.length > 1 && side.join() === value;
      return written || chosen;
    });
    return wanted || stands.every(Boolean);
  });
}

/** One field that holds these values, in an answer or in the assessment itself. */
type Field = { name: string; with: (values: Set3) => Assessment; of: (one: Assessment) => string[] };

const rivals = (values: Set3): Rival[] => values.map(value => ({ value }));
const inAnswer = (path: string, one: (value: string) => Answer): Field => ({
  name: path,
  with: values => {
    const [only] = values;
    const answer =
      values.length === 1 && only ? one(only) : values.length === 0 ? {} : { differs: { [path]: rivals(values) } };
    return sampleAssessment({ answers: { 'A-1': answer } });
  },
  of: ({ answers }) => texts(answerFields(answers['A-1'] ?? {}).get(path)),
});
const inProfile = (path: string, one: (value: string) => Partial<Assessment>): Field => ({
  name: path,
  with: values => {
    const [only] = values;
    const whole = sampleAssessment({});
    return only !== undefined && (values.length === 1 || path === 'name')
      ? { ...whole, ...one(only), ...(values.length > 1 && { differs: { [path]: rivals(values) } }) }
      : { ...whole, ...(values.length > 0 && { differs: { [path]: rivals(values) } }) };
  },
  of: one => texts(profileFields(one).get(path)),
});
const texts = (values: ReadonlyMap<string, { value: unknown }> | undefined): string[] =>
  [...(values?.values() ?? [])].map(one => String(one.value)).sort();

const FIELDS: Field[] = [
  inAnswer('note', note => ({ note })),
  inAnswer('values.rto', rto => ({ values: { rto } })),
  inAnswer('units.u2.note', note => ({ units: { u2: { note } } })),
  inAnswer(pathOf('dissent', 'Aoki', 'reason'), reason => ({ dissent: [{ name: 'Aoki', reason }] })),
  inAnswer(pathOf('plan', 'action'), action => ({ plan: { action } })),
  inProfile('name', name => ({ name })),
  inProfile('units.u2.values.city', city => ({ units: { u2: { values: { city } } } })),
  inProfile(pathOf('participants', 'Aoki', 'team'), team => ({ participants: [{ name: 'Aoki', team }] })),
];

test.each(FIELDS)('each of the 512 states of $name holds what somebody wants', ({ name, with: holding, of }) => {
  // A name cannot be missing.
  const possible = name === 'name' ? states.filter(sets => sets.every(one => one.length > 0)) : states;
  for (const state of possible) {
    const [base, ours, theirs] = state.map(holding) as [Assessment, Assessment, Assessment];
    const after = merged(ours, theirs, base);
    expect(of(after), JSON.stringify(state)).toEqual(expected(state));
    expect(merged(theirs, ours, base), JSON.stringify(state)).toEqual(after);
    if (name === 'name') expect(after.name).toBe(expected(state)[0]);
    expect(of(merged(after, theirs, base)), `once more ${JSON.stringify(state)}`).toEqual(of(after));
  }
});

test('with one side as it was, the other side is the outcome', () => {
  const [note] = FIELDS;
  if (!note) throw new Error('no field');
  for (const base of subsets) {
    for (const other of subsets) {
      const after = merged(note.with(base), note.with(other), note.with(base));
      expect(note.of(after), JSON.stringify([base, other])).toEqual(other);
    }
  }
});

test('three who decide the same difference lose nothing, in whatever order they come together', () => {
  const [note] = FIELDS;
  if (!note) throw new Error('no field');
  const base = note.with(['A', 'B']);
  for (const sets of subsets.flatMap(a => subsets.flatMap(b => subsets.map(c => [a, b, c] as [Set3, Set3, Set3])))) {
    const [a, b, c] = sets.map(note.with) as [Assessment, Assessment, Assessment];
    const left = note.of(merged(merged(a, b, base), c, base));
    const wanted = new Set(sets.flatMap(one => (one.length === 1 ? one : one.filter(value => value === 'C'))));
    expect(
      [...wanted].filter(value => !left.includes(value)),
      JSON.stringify(sets),
    ).toEqual([]);
    // One who leaves a single one of several that somebody else has narrowed down has not decided by that.
    if (sets.some(one => one.length === 2 && one.includes('C'))) continue;
    expect(note.of(merged(a, merged(b, c, base), base)), JSON.stringify(sets)).toEqual(left);
  }
});

test('what was decided apart again is decided anew each time', () => {
  const [note] = FIELDS;
  if (!note) throw new Error('no field');
  const [x, y] = [note.with(['A']), note.with(['B'])];
  let base = note.with(['A', 'B']);
  for (let round = 1; round <= 3; round += 1) {
    base = merged(x, y, base);
    expect(base.answers['A-1']).toEqual({ differs: { note: rivals(['A', 'B']) }, rounds: { note: round } });
  }
  expect(merged(x, base, base).answers['A-1']).toEqual({ note: 'A' });
});
