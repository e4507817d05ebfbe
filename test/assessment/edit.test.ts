import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applyEdit, type Edit } from '../../src/assessment/answers/edit.ts';
import { type Answer, Assessment, REASONS, STATUSES } from '../../src/assessment/assessment.ts';
import { sampleAssessment } from '../support/session.ts';

const AT = '2026-11-22T10:00:00.000Z';
const before = sampleAssessment({
  gates: { s3: 'yes' },
  answers: {
    'A-1': {
      status: 'partly',
      note: '残り 2',
      checks: { a: 'yes' },
      values: { rto: '4h' },
      updatedAt: '2026-11-01T00:00:00.000Z',
    },
  },
});

function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null) {
    for (const inner of Object.values(value)) frozen(inner);
    Object.freeze(value);
  }
  return value;
}

const edited = (...edits: Edit[]) => edits.reduce(applyEdit, frozen(before));
const answerAfter = (edit: Edit): Answer | undefined => edited(edit).answers['A-1'];

describe('each edit changes what it is about', () => {
  test('an answer, field by field', () => {
    expect(answerAfter({ type: 'answer', item: 'A-1', set: { status: 'met', owner: '佐藤' }, at: AT })).toEqual({
      status: 'met',
      owner: '佐藤',
      note: '残り 2',
      checks: { a: 'yes' },
      values: { rto: '4h' },
      updatedAt: AT,
    });
    expect(edited({ type: 'answer', item: 'B-1', set: { flag: true }, at: AT }).answers['B-1']).toEqual({
      flag: true,
      updatedAt: AT,
    });
  });

  test('null takes a field away', () => {
    const answer = answerAfter({ type: 'answer', item: 'A-1', set: { note: null, status: null, owner: null }, at: AT });
    expect(answer).toEqual({ checks: { a: 'yes' }, values: { rto: '4h' }, updatedAt: AT });
    expect(answerAfter({ type: 'check', item: 'A-1', check: 'a', value: null, at: AT })?.checks).toEqual({});
    expect(answerAfter({ type: 'value', item: 'A-1', value: 'rto', text: null, at: AT })?.values).toEqual({});
    expect(edited({ type: 'gate', gate: 's3', value: null, at: AT }).gates).toEqual({});
  });

  test('ticks and values stand beside those that are there', () => {
    expect(answerAfter({ type: 'check', item: 'A-1', check: 'b', value: 'no', at: AT })?.checks).toEqual({
      a: 'yes',
      b: 'no',
    });
    expect(answerAfter({ type: 'value', item: 'A-1', value: 'rpo', text: '1h', at: AT })?.values).toEqual({
      rto: '4h',
      rpo: '1h',
    });
  });

  test('scope, profile and position', () => {
    expect(edited({ type: 'gate', gate: 'phi', value: 'no', at: AT })).toMatchObject({
      gates: { s3: 'yes', phi: 'no' },
      updatedAt: AT,
    });
    const named = edited({ type: 'profile', set: { name: '新しい名前', reviewDate: '2027-01-15' }, at: AT });
    expect(named).toMatchObject({ name: '新しい名前', reviewDate: '2027-01-15', updatedAt: AT });
    expect(applyEdit(named, { type: 'profile', set: { reviewDate: null }, at: AT })).not.toHaveProperty('reviewDate');
    const moved = edited({ type: 'position', item: 'A-1' });
    expect(moved).toEqual({ ...before, position: 'A-1' });
  });

  test('what a newer program added survives', () => {
    const richer = { ...before, moods: [1], answers: { 'A-1': { ...before.answers['A-1'], mood: 'yes' } } };
    const kept = applyEdit(richer, { type: 'answer', item: 'A-1', set: { status: 'met' }, at: AT });
    expect(kept).toMatchObject({ moods: [1], answers: { 'A-1': { mood: 'yes', status: 'met' } } });
  });
});

const item = fc.constantFrom('A-1', 'B-1', 'C-1', 'constructor');
const yesNo = fc.constantFrom('yes', 'no', null);
const text = fc.option(fc.string({ maxLength: 5 }), { nil: null });
const patch = fc.record(
  {
    status: fc.constantFrom(...STATUSES, null),
    reason: fc.option(fc.record({ code: fc.constantFrom(...REASONS) }), { nil: null }),
    note: text,
    owner: text,
    due: fc.constantFrom('2026-12-01', null),
    flag: fc.constantFrom(true, null),
    evidence: fc.option(fc.array(fc.record({ id: fc.constant('e1'), what: fc.constant('画面') }), { maxLength: 1 }), {
      nil: null,
    }),
  },
  { requiredKeys: [] },
);
const at = fc.constant(AT);
const itemEdit: fc.Arbitrary<Edit & { item: string }> = fc.oneof(
  fc.record({ type: fc.constant('answer' as const), item, set: patch, at }),
  fc.record({ type: fc.constant('check' as const), item, check: fc.constantFrom('a', 'b'), value: yesNo, at }),
  fc.record({ type: fc.constant('value' as const), item, value: fc.constantFrom('rto', 'rpo'), text, at }),
);
const anyEdit: fc.Arbitrary<Edit> = fc.oneof(
  itemEdit,
  fc.record({ type: fc.constant('gate' as const), gate: fc.constantFrom('s3', 'phi'), value: yesNo, at }),
  fc.record({ type: fc.constant('position' as const), item }),
  fc.record({
    type: fc.constant('profile' as const),
    set: fc.record({ name: fc.constantFrom('甲', '乙') }, { requiredKeys: [] }),
    at,
  }),
);

describe('any edits', () => {
  test('leave their argument alone, and leave what can be saved and read', () => {
    fc.assert(
      fc.property(fc.array(anyEdit, { maxLength: 12 }), edits => {
        const last = edits.reduce((assessment, edit) => frozen(applyEdit(assessment, edit)), frozen(before));
        expect(Assessment.parse(JSON.parse(JSON.stringify(last)))).toEqual(last);
      }),
    );
  });

  test('of different items come to the same in any order', () => {
    fc.assert(
      fc.property(itemEdit, itemEdit, (one, other) => {
        fc.pre(one.item !== other.item);
        expect(edited(one, other)).toEqual(edited(other, one));
      }),
    );
  });

  test('come to the same when they are made twice', () => {
    fc.assert(
      fc.property(anyEdit, edit => {
        expect(edited(edit, edit)).toEqual(edited(edit));
      }),
    );
  });
});
