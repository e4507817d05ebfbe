import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applyEdit } from '../../src/assessment/answers/edit.ts';
import { itemStates } from '../../src/assessment/answers/item-state.ts';
import { statusEdits } from '../../src/assessment/answers/unit-edits.ts';
import { type EffectiveStatus, everyPart, unitLabel, unitsOf } from '../../src/assessment/answers/units.ts';
import type { Answer, Assessment } from '../../src/assessment/assessment.ts';
import { findings } from '../../src/assessment/review/problems.ts';
import { readiness } from '../../src/assessment/review/readiness.ts';
import { NOW, sampleAssessment, TODAY, unitQuestionnaire } from '../support/session.ts';

const questionnaire = unitQuestionnaire();
const LIVE = { 'go-live': '2026-01-10' };
const UNITS = { u1: { name: '青山商店', values: LIVE }, u2: { name: 'Beta', values: LIVE } };

function assessed(answers: Record<string, Answer>, units: NonNullable<Assessment['units']> = UNITS): Assessment {
  return sampleAssessment({ answers, units });
}

function stateOf(item: string, answer: Answer, units?: Assessment['units']) {
  const states = itemStates(questionnaire, assessed({ [item]: answer }, units), TODAY);
  const state = states.find(one => one.item.id === item);
  if (!state) throw new Error(item);
  return state;
}

describe('several parts as one', () => {
  const cases: [EffectiveStatus[], EffectiveStatus][] = [
    [['met', 'met'], 'met'],
    [['met', 'not-applicable'], 'met'],
    [['not-applicable', 'not-applicable'], 'not-applicable'],
    [[], 'not-applicable'],
    [['met', 'not-met'], 'partly'],
    [['not-met', 'not-met'], 'not-met'],
    [['not-met', 'unanswered'], 'not-met'],
    [['partly', 'unanswered'], 'partly'],
    [['met', 'unknown', 'unanswered'], 'unknown'],
    [['met', 'unanswered'], 'unanswered'],
  ];
  test.each(cases)('%j is %s', (parts, whole) => {
    expect(everyPart(parts)).toBe(whole);
  });

  test('met only when every part that applies is, in any order', () => {
    const status = fc.constantFrom<EffectiveStatus>(
      'met',
      'partly',
      'not-met',
      'not-applicable',
      'unknown',
      'unanswered',
    );
    fc.assert(
      fc.property(fc.array(status, { maxLength: 6 }), parts => {
        const whole = everyPart(parts);
        const applying = parts.filter(one => one !== 'not-applicable');
        expect(whole === 'met').toBe(applying.length > 0 && applying.every(one => one === 'met'));
        expect(everyPart(parts.toReversed())).toBe(whole);
      }),
    );
  });
});

describe('an item asked of every unit', () => {
  test('one answer stands for all until a unit differs', () => {
    expect(stateOf('TV-001', { status: 'met' }).status).toBe('met');
    const split = stateOf('TV-001', { status: 'met', units: { u2: { status: 'not-met' } } });
    expect([split.status, ...split.units.map(one => [one.status, one.own])]).toEqual([
      'partly',
      ['met', false],
      ['not-met', true],
    ]);
  });

  test('a unit without any answer leaves it open', () => {
    expect(stateOf('TV-001', { units: { u1: { status: 'met' } } }).status).toBe('unanswered');
  });

  test('the answer for all takes back what single units said, and keeps their notes', () => {
    const before = stateOf('TV-001', { status: 'met', units: { u2: { status: 'not-met', note: '店舗だけ' } } });
    const edits = statusEdits(before, undefined, { status: 'unknown', reason: null }, NOW);
    const after = edits.reduce(applyEdit, assessed({ 'TV-001': before.answer })).answers['TV-001'];
    expect(after).toMatchObject({ status: 'unknown', units: { u2: { note: '店舗だけ' } } });
    expect(after?.units?.u2?.status).toBeUndefined();
  });
});

describe("an item with the organisation's own part", () => {
  const applied = { status: 'met', values: { until: '2026-12-31' } } as const;

  test('needs both, and only as many units as it asks for', () => {
    expect(stateOf('SOP-001', { status: 'met' }).status).toBe('unanswered');
    expect(stateOf('SOP-001', { status: 'met', units: { u2: applied } }).status).toBe('met');
    expect(stateOf('SOP-001', { units: { u2: applied } }).status).toBe('unanswered');
    expect(stateOf('SOP-001', { status: 'not-met', units: { u2: applied } }).status).toBe('partly');
  });

  test('a certificate that ended before the go-live date does not count', () => {
    const late = { status: 'met', values: { until: '2025-12-31' } } as const;
    const state = stateOf('SOP-001', { status: 'met', units: { u1: late, u2: { status: 'not-met' } } });
    expect(state.units[0]?.status).toBe('not-met');
    expect(state.units[0]?.broken[0]).toMatchObject({ state: 'early', other: '2026-01-10' });
    expect(state.status).toBe('partly');
  });

  test('its part is left out where a scope question says so', () => {
    const gated = unitQuestionnaire();
    const item = gated.sections[0]?.items[1];
    if (item?.perUnit) item.perUnit.organizationGate = 's3';
    const off = { ...assessed({ 'SOP-001': { units: { u1: applied } } }), gates: { s3: 'no' as const } };
    expect(itemStates(gated, off, TODAY)[1]?.status).toBe('met');
  });
});

describe('units', () => {
  test('are as many as the version asks for, then those that were added', () => {
    const units = unitsOf(questionnaire, assessed({}, { u3: { name: 'Gamma' }, u10: {} }), TODAY);
    expect(units.map(one => unitLabel(questionnaire, one, 'ja'))).toEqual(['顧客 1', '顧客 2', 'Gamma', '顧客 4']);
  });

  test('one that misses an item, or went live too long ago, falls', () => {
    const met = { status: 'met', values: { format: 'blog' } } as const;
    const old = { u1: { values: { 'go-live': '2025-05-21' } }, u2: { values: LIVE } };
    const answers: Record<string, Answer> = {
      'CASE-001': { units: { u1: met, u2: met } },
      'SOP-001': { status: 'met', units: { u2: { status: 'met', values: { until: '2027-01-01' } } } },
      'TV-001': { status: 'met' },
    };
    const verdict = (units: NonNullable<Assessment['units']>, more: Record<string, Answer> = {}) =>
      readiness(itemStates(questionnaire, assessed({ ...answers, ...more }, units), TODAY), 'all-applicable-met');
    expect(verdict(UNITS)).toMatchObject({ ready: true, units: [{ state: 'stands' }, { state: 'stands' }] });
    expect(verdict(old)).toMatchObject({
      ready: false,
      blocking: [],
      units: [{ state: 'falls' }, { state: 'stands' }],
    });
    const split = verdict(UNITS, { 'TV-001': { status: 'met', units: { u2: { status: 'partly' } } } });
    expect(split.units.map(one => [one.state, one.fallen.map(({ item }) => item.id)])).toEqual([
      ['stands', []],
      ['falls', ['TV-001']],
    ]);
  });
});

describe('a spare unit', () => {
  const failing: Record<string, Answer> = {
    'CASE-001': { status: 'met', values: { format: 'blog' } },
    'SOP-001': {
      status: 'met',
      units: Object.fromEntries(['u1', 'u2', 'u3'].map(id => [id, { status: 'met', values: { until: '2027-01-01' } }])),
    },
    'TV-001': { status: 'met', units: { u3: { status: 'not-met' } } },
  };
  const three = { ...UNITS, u3: { name: 'Gamma', values: LIVE } };
  const states = (answers: Record<string, Answer>) => itemStates(questionnaire, assessed(answers, three), TODAY);

  test('may fail while as many as are needed stand', () => {
    const verdict = readiness(states(failing), 'all-applicable-met');
    expect(verdict).toMatchObject({ ready: true, blocking: [] });
    expect(verdict.units.map(one => one.state)).toEqual(['stands', 'stands', 'spare']);
    expect(findings(questionnaire, assessed(failing, three), states(failing), TODAY)).not.toContainEqual(
      expect.objectContaining({ values: expect.objectContaining({ unit: 'u3' }) }),
    );
  });

  test('is no spare where too few others stand', () => {
    const two = { ...failing, 'CASE-001': { status: 'met', units: { u1: { status: 'partly' } } } } as const;
    const verdict = readiness(states(two), 'all-applicable-met');
    expect(verdict.ready).toBe(false);
    expect(verdict.units.map(one => one.state)).not.toContain('spare');
  });
});

describe('the check before sending', () => {
  const found = (answers: Record<string, Answer>, change: Partial<Assessment> = {}) => {
    const assessment = { ...assessed(answers), gates: { s3: 'yes', phi: 'yes' } as const, ...change };
    return findings(questionnaire, assessment, itemStates(questionnaire, assessment, TODAY), TODAY).map(
      ({ kind, item, values }) => [kind, item ?? '', values.unit ?? '', values.field ?? ''].join(' ').trim(),
    );
  };

  test('names the unit whose value is missing or whose ticks say otherwise', () => {
    const evidence = [{ id: 'e1', what: '基本設計書' }];
    const answer = {
      evidence,
      units: { u1: { status: 'met' as const, checks: { goal: 'yes', result: 'no' } as const } },
    };
    expect(found({ 'CASE-001': answer })).toEqual(['value-missing CASE-001 u1 format', 'contradiction CASE-001 u1']);
  });

  test('says a missing value of the common answer once, not for every unit', () => {
    expect(found({ 'TV-001': { status: 'met', note: 'done for all' } })).toEqual(['no-evidence TV-001']);
  });

  test('says what will have expired by the planned review', () => {
    const soon = { u1: { name: 'Alpha', values: { 'go-live': '2025-08-01' } }, u2: { name: 'Beta', values: LIVE } };
    expect(found({}, { units: soon })).toEqual([]);
    expect(found({}, { units: soon, reviewDate: '2027-02-02' })).toEqual([
      'version-past',
      'value-expiring  u1 go-live',
    ]);
  });

  test('looks for secrets in the notes of units', () => {
    const note = `AKIA${'ABCD'.repeat(4)}`;
    expect(found({ 'TV-001': { units: { u1: { note } } } })).toEqual(['secret TV-001']);
  });
});
