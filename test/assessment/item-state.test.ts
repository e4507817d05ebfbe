import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applyEdit } from '../../src/assessment/answers/edit.ts';
import { isGap, isOpen, itemStates } from '../../src/assessment/answers/item-state.ts';
import { listed } from '../../src/assessment/answers/listed.ts';
import { itemsOfGate } from '../../src/assessment/answers/scope.ts';
import { type Answer, STATUSES } from '../../src/assessment/assessment.ts';
import {
  countSections,
  countStates,
  readiness,
  sectionRisk,
  validityDate,
  validityOn,
} from '../../src/assessment/review/readiness.ts';
import { sampleAssessment, sampleQuestionnaire, TODAY } from '../support/session.ts';

const questionnaire = sampleQuestionnaire();
const IDS = questionnaire.sections.flatMap(section => section.items.map(item => item.id));

const statesOf = (answers: Record<string, Answer>, gates: Record<string, 'yes' | 'no'> = {}, today = TODAY) =>
  itemStates(questionnaire, sampleAssessment({ answers, gates }), today);
const statusOf = (id: string, answer: Answer, gates: Record<string, 'yes' | 'no'> = {}, today = TODAY) =>
  statesOf({ [id]: answer }, gates, today).find(one => one.item.id === id)?.status;
/** What DR-002 asks for; without it "met" does not count as met. */
const VALUES = { rto: '4h', 'last-test': '2026-11-01', next: '春' };
const all = (status: Answer['status']): Record<string, Answer> =>
  withValues(Object.fromEntries(IDS.map(id => [id, status ? { status } : {}])));

function withValues(answers: Record<string, Answer>): Record<string, Answer> {
  return { ...answers, 'DR-002': { ...answers['DR-002'], values: VALUES } };
}

const someAnswers = fc.record(
  Object.fromEntries(IDS.map(id => [id, fc.record({ status: fc.constantFrom(...STATUSES) }, { requiredKeys: [] })])),
);
const someGates = fc.record(
  { s3: fc.constantFrom('yes', 'no'), phi: fc.constantFrom('yes', 'no') },
  { requiredKeys: [] },
);

describe('what counts as the status of an item', () => {
  test('an item without an answer is unanswered', () => {
    expect(statesOf({}).map(one => one.status)).toEqual(IDS.map(() => 'unanswered'));
    expect(statusOf('ARC-001', { note: '何か' })).toBe('unanswered');
  });

  test.each(STATUSES)('%s is what was said', status => {
    expect(statusOf('ARC-001', { status })).toBe(status);
  });

  test('met is not met where a value breaks a limit of the version', () => {
    expect(statusOf('DR-002', { status: 'met', values: { ...VALUES, rto: '25h' } })).toBe('not-met');
    expect(statusOf('DR-002', { status: 'met', values: { ...VALUES, rto: '24h' } })).toBe('met');
    expect(statusOf('DR-002', { status: 'partly', values: { rto: '25h' } })).toBe('partly');
    expect(statusOf('DR-002', { status: 'unknown', values: { rto: '25h' } })).toBe('unknown');
  });

  test('a test that grows too old turns met into not met by itself', () => {
    const answer: Answer = { status: 'met', values: { ...VALUES, 'last-test': '2026-01-10' } };
    expect(statusOf('DR-002', answer, {}, '2027-01-10')).toBe('met');
    expect(statusOf('DR-002', answer, {}, '2027-01-11')).toBe('not-met');
  });
});

describe('scope questions', () => {
  test('"no" switches off the items that name it, and no others', () => {
    const states = statesOf(all('not-met'), { s3: 'no' });
    expect(states.filter(one => one.off !== undefined).map(one => [one.item.id, one.off, one.status])).toEqual([
      ['S3-001', 's3', 'not-applicable'],
      ['S3-002', 's3', 'not-applicable'],
    ]);
    expect(itemsOfGate(questionnaire, 's3')).toEqual(['S3-001', 'S3-002']);
    expect(itemsOfGate(questionnaire, 'none')).toEqual([]);
  });

  test('"yes" and no answer ask them', () => {
    for (const gates of [{}, { s3: 'yes' } as const])
      expect(statesOf(all('met'), gates).every(one => one.off === undefined)).toBe(true);
  });

  test('switching one off and on again loses nothing', () => {
    fc.assert(
      fc.property(someAnswers, someGates, fc.constantFrom('s3', 'phi'), (answers, gates, gate) => {
        const before = sampleAssessment({ answers: answers as Record<string, Answer>, gates });
        const turn = (value: 'yes' | 'no' | null, from = before) =>
          applyEdit(from, { type: 'gate', gate, value, at: TODAY });
        const back = turn(before.gates[gate] ?? null, turn('yes', turn('no')));
        expect(back.answers).toEqual(before.answers);
        expect(itemStates(questionnaire, back, TODAY)).toEqual(itemStates(questionnaire, before, TODAY));
      }),
    );
  });
});

describe('readiness by risk', () => {
  test('only an open item of high risk blocks; the section carries the heaviest open risk', () => {
    const states = statesOf(all('met'));
    const open = (risk: 'high' | 'medium' | 'low') =>
      states.map((one, at) => (at === 0 ? { ...one, status: 'unknown' as const, item: { ...one.item, risk } } : one));
    expect(readiness(open('high'), 'by-risk')).toMatchObject({ ready: false, blocking: [{ status: 'unknown' }] });
    expect(readiness(open('medium'), 'by-risk').ready).toBe(true);
    expect((['high', 'medium', 'low'] as const).map(risk => sectionRisk(open(risk)))).toEqual([
      'high',
      'medium',
      'low',
    ]);
    expect(sectionRisk(states)).toBe('none');
  });
});

describe('readiness', () => {
  test('everything met is ready, one open item is not', () => {
    expect(readiness(statesOf(all('met')), 'all-applicable-met').ready).toBe(true);
    for (const status of ['partly', 'not-met', 'unknown', undefined] as const) {
      const { ready, blocking } = readiness(
        statesOf({ ...all('met'), 'BAR-001': status ? { status } : {} }),
        'all-applicable-met',
      );
      expect([ready, blocking.map(one => one.item.id)]).toEqual([false, ['BAR-001']]);
    }
  });

  test('not applicable does not block, but alone makes nothing ready', () => {
    expect(
      readiness(statesOf({ ...all('met'), 'BAR-001': { status: 'not-applicable' } }), 'all-applicable-met').ready,
    ).toBe(true);
    expect(readiness(statesOf(all('not-applicable')), 'all-applicable-met').ready).toBe(false);
    expect(readiness([], 'all-applicable-met').ready).toBe(false);
  });

  test('is exactly: every applicable item met, and at least one', () => {
    fc.assert(
      fc.property(someAnswers, someGates, (answers, gates) => {
        const states = statesOf(withValues(answers as Record<string, Answer>), gates);
        const applicable = states.filter(one => one.off === undefined && one.answer.status !== 'not-applicable');
        expect(readiness(states, 'all-applicable-met').ready).toBe(
          applicable.length > 0 && applicable.every(one => one.answer.status === 'met'),
        );
        expect(readiness(states, 'all-applicable-met').blocking.every(isOpen)).toBe(true);
        expect(states.filter(isGap).every(isOpen)).toBe(true);
      }),
    );
  });

  test('every item is counted once', () => {
    fc.assert(
      fc.property(someAnswers, someGates, (answers, gates) => {
        const states = statesOf(answers as Record<string, Answer>, gates);
        const counts = countStates(states);
        const { met, partly, unknown, unanswered, off } = counts;
        expect(met + partly + counts['not-met'] + counts['not-applicable'] + unknown + unanswered).toBe(counts.total);
        expect(counts.total + off).toBe(IDS.length);
        expect(counts.applicable).toBe(counts.total - counts['not-applicable']);
        expect(counts.answered).toBe(counts.total - unanswered);
        const sections = countSections(states);
        expect(sections.map(one => one.section.id)).toEqual(['root', 'recovery', 'data']);
        expect(sections.reduce((sum, one) => sum + one.counts.total, 0)).toBe(counts.total);
      }),
    );
  });

  test('a section that is switched off whole stays in the list, with nothing in it', () => {
    const sections = countSections(statesOf({}, { s3: 'no', phi: 'no' }));
    expect(sections.at(-1)).toMatchObject({ section: { id: 'data' }, counts: { total: 0, off: 3, applicable: 0 } });
  });

  test('a list shows progress and gaps', () => {
    const assessment = sampleAssessment({
      answers: { 'ARC-001': { status: 'met' }, 'IAM-002': { status: 'partly' } },
      gates: { s3: 'no' },
    });
    expect(listed(questionnaire, assessment, TODAY)).toMatchObject({
      kind: 'ok',
      answered: 2,
      total: 5,
      gaps: 1,
      ready: false,
      version: '2026-02',
    });
  });
});

describe('when a version may be handed in', () => {
  const version = { validUntil: '2026-08', acceptedUntil: '2026-11' };

  test.each([
    ['2026-02-01', { state: 'current', until: '2026-11-30' }],
    ['2026-08-31', { state: 'current', until: '2026-11-30' }],
    ['2026-09-01', { state: 'grace', until: '2026-11-30' }],
    ['2026-11-30', { state: 'grace', until: '2026-11-30' }],
    ['2026-12-01', { state: 'past', since: '2026-11-30' }],
  ])('on %s: %j', (day, validity) => {
    expect(validityOn(version, day)).toEqual(validity);
  });

  test('without a grace period', () => {
    expect(validityOn({ validUntil: '2026-08-15' }, '2026-08-15')).toEqual({ state: 'current', until: '2026-08-15' });
    expect(validityOn({ validUntil: '2026-08-15' }, '2026-08-16')).toEqual({ state: 'past', since: '2026-08-15' });
  });

  test('without dates nobody knows', () => {
    expect(validityOn({}, TODAY)).toEqual({ state: 'unknown' });
    const dates = ['2026-01-01', '2026-10-01', '2027-01-01'].map(day => validityDate(validityOn(version, day)));
    expect([...dates, validityDate({ state: 'unknown' })]).toEqual(['2026-11-30', '2026-11-30', '2026-11-30', '']);
  });

  test('with only the end of acceptance, the day after is past', () => {
    expect(validityOn({ acceptedUntil: '2026-11' }, '2026-12-01')).toEqual({ state: 'past', since: '2026-11-30' });
  });
});
