import { expect, test } from 'vitest';
import type { Assessment } from '../../src/assessment/assessment.ts';
import { mergeAll } from '../../src/workspace/copies.ts';
import { sampleAssessment } from '../support/session.ts';

test('an outcome that could not be read back is refused', () => {
  const good = sampleAssessment();
  const forged: [string, object][] = [
    ['name', { name: '' }],
    ['answers.A-1.due', { answers: { 'A-1': { due: 'soon' } } }],
    ['gates.s3', { gates: { s3: 'perhaps' } }],
    ['differs', { answers: { 'A-1': { differs: { status: [{ value: 'fine' }, { value: 'met' }] } } } }],
    ['updatedAt', { updatedAt: 'today' }],
  ];
  for (const [detail, change] of forged) {
    const bad = { ...good, ...change } as Assessment;
    const refused = expect.objectContaining({ code: 'merge-invalid', values: expect.objectContaining({ detail }) });
    expect(() => mergeAll(bad, [bad]), detail).toThrow(refused);
  }
  expect(mergeAll(good, [good]).assessment).toMatchObject({ name: good.name });
});

test('a name never goes, however copies have decided on it', () => {
  const rivals = (...names: string[]) => ({
    name: names[0] ?? '',
    differs: { name: names.map(value => ({ value })) },
  });
  const one = sampleAssessment();
  const base = { ...one, ...rivals('A', 'B', 'C', 'D') };
  const names = (after: Assessment) => (after.differs?.['name'] ?? []).map(({ value }) => value);
  const decided = mergeAll({ ...one, name: 'A' }, [{ ...one, name: 'B' }], { base }).assessment;
  expect([decided.name, names(decided)]).toEqual(['A', ['A', 'B']]);
  const narrowed = mergeAll({ ...one, ...rivals('A', 'B') }, [{ ...one, ...rivals('C', 'D') }], { base }).assessment;
  expect([narrowed.name, names(narrowed)]).toEqual(['A', ['A', 'B', 'C', 'D']]);
});
