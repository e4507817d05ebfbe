import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkList } from '../../src/assessment/answers/checks.ts';
import { applyEdit } from '../../src/assessment/answers/edit.ts';
import { type Answer, Assessment, REASONS, STATUSES } from '../../src/assessment/assessment.ts';
import { undone } from '../../src/assessment/versions/undo.ts';
import { isToConfirm, upgraded, upgradedAlong, upgradePath } from '../../src/assessment/versions/upgrade.ts';
import { allItems } from '../../src/questionnaire/schema/items.ts';
import type { Item, Questionnaire } from '../../src/questionnaire/schema/schema.ts';
import { serialise } from '../../src/store/format.ts';
import { shipped, version } from '../questionnaire/shipped.ts';
import { NOW, sampleAssessment } from '../support/session.ts';

const VERSIONS = shipped.questionnaires.filter(one => one.id === 'ftr-partner-hosted');
const [first, second, third] = ['2021-q4', '2024-02', '2026-02'].map(name => version(`ftr-partner-hosted@${name}`)) as [
  Questionnaire,
  Questionnaire,
  Questionnaire,
];

const ASK_ANEW = ['meaning', 'threshold', 'polarity', 'split', 'merged'];

const on = (list: Questionnaire, answers: Record<string, Answer>): Assessment =>
  sampleAssessment({
    questionnaire: { id: list.id, version: list.version, contentHash: list.contentHash },
    gates: Object.fromEntries((list.gates ?? []).map(gate => [gate.id, 'yes'])),
    answers,
  });

const LATER = '2026-12-24T10:00:00.000Z';

const both = (assessment: Assessment): Assessment =>
  upgraded(upgraded(assessment, first, second, NOW), second, third, NOW);

/** Any answer that fits an item, with words that can be found again. */
const anyAnswer = (item: Item): fc.Arbitrary<Answer> => {
  const checks = item.checks ? checkList(item.checks).map(({ leaf }) => leaf.id) : [];
  return fc.record(
    {
      status: fc.constantFrom(...STATUSES),
      reason: fc.record({ code: fc.constantFrom(...REASONS) }),
      note: fc.string({ minLength: 1 }).map(text => `${item.id} note ${text}`),
      owner: fc.constant(`owner of ${item.id}`),
      due: fc.constant('2027-01-05'),
      evidence: fc.constant([{ id: 'e1', what: `evidence of ${item.id}` }]),
      checks: fc.constant(Object.fromEntries(checks.map(id => [id, 'yes' as const]))),
      plan: fc.constant({ progress: 'in-progress' as const, days: 3 }),
    },
    { requiredKeys: [] },
  );
};
const anyAnswers = fc
  .tuple(
    ...allItems(first).map(item => fc.option(anyAnswer(item), { nil: undefined }).map(one => [item.id, one] as const)),
  )
  .map(all => Object.fromEntries(all.filter(([, one]) => one !== undefined)) as Record<string, Answer>);

describe('the way from version to version', () => {
  test('goes through what lies between', () => {
    expect(upgradePath(VERSIONS, '2021-q4', '2026-02')?.map(one => one.version)).toEqual(['2024-02', '2026-02']);
    expect(upgradePath(VERSIONS, '2024-02', '2026-02')).toHaveLength(1);
  });

  test('is not known backwards, nor to what is not there', () => {
    expect(upgradePath(VERSIONS, '2026-02', '2021-q4')).toBeUndefined();
    expect(upgradePath(VERSIONS, '2021-q4', '2099')).toBeUndefined();
    expect(upgradePath(VERSIONS, '2021-q4', '2021-q4')).toEqual([]);
  });
});

describe('whatever was answered', () => {
  test('taking it back gives the very bytes, from each step of a chain', () => {
    fc.assert(
      fc.property(anyAnswers, answers => {
        const start = on(first, answers);
        const middle = upgraded(start, first, second, NOW);
        const end = upgraded(middle, second, third, LATER);
        expect(serialise(undone(end))).toBe(serialise(middle));
        expect(serialise(undone(middle))).toBe(serialise(start));
        expect(undone(start)).toBeUndefined();
        expect(Assessment.parse(JSON.parse(serialise(end)))).toEqual(JSON.parse(serialise(end)));
      }),
      { numRuns: 60 },
    );
  });

  test('a chain over versions gives what step by step gives', () => {
    fc.assert(
      fc.property(anyAnswers, answers => {
        const start = on(first, answers);
        const middle = upgradedAlong(start, VERSIONS, '2024-02', NOW);
        const stepwise = middle && upgradedAlong(middle, VERSIONS, '2026-02', NOW);
        expect(upgradedAlong(start, VERSIONS, '2026-02', NOW)).toEqual(stepwise);
        expect(stepwise?.upgrades?.map(one => [one.from, one.to])).toEqual([
          ['2021-q4', '2024-02'],
          ['2024-02', '2026-02'],
        ]);
      }),
      { numRuns: 30 },
    );
  });

  test('no note, evidence or owner is lost, and nothing to be confirmed is met', () => {
    fc.assert(
      fc.property(anyAnswers, answers => {
        const after = both(on(first, answers));
        const kept = JSON.stringify([after.answers, after.retired]);
        for (const [id, { note, owner, evidence }] of Object.entries(answers)) {
          if (note) expect(kept, id).toContain(JSON.stringify(note).slice(1, -1));
          if (owner) expect(kept, id).toContain(owner);
          if (evidence) expect(kept, id).toContain(`evidence of ${id}`);
        }
        for (const [id, answer] of Object.entries(after.answers)) {
          if (answer.confirm) expect(answer.status, id).toBeUndefined();
        }
        const anew = (third.changes?.changes ?? []).filter(one => ASK_ANEW.includes(one.kind));
        for (const id of anew.flatMap(one => one.new ?? []).filter(one => after.answers[one])) {
          expect(after.answers[id], id).toHaveProperty('confirm');
        }
      }),
      { numRuns: 60 },
    );
  });

  test('every answer fits the version that it is on', () => {
    fc.assert(
      fc.property(anyAnswers, answers => {
        const after = both(on(first, answers));
        const items = new Map(allItems(third).map(item => [item.id, item]));
        for (const [id, { checks = {} }] of Object.entries(after.answers)) {
          const known = items.get(id)?.checks;
          const leaves = known ? checkList(known).map(({ leaf }) => leaf.id) : [];
          expect(
            Object.keys(checks).filter(one => !leaves.includes(one)),
            id,
          ).toEqual([]);
        }
        expect(Object.keys(after.gates).every(id => third.gates?.some(gate => gate.id === id))).toBe(true);
      }),
      { numRuns: 30 },
    );
  });
});

describe('the FTR from 2021 to 2026', () => {
  const met = (note: string): Answer => ({ status: 'met', note, evidence: [{ id: 'e1', what: note }] });
  const after = both(
    on(first, {
      'CTL-001': met('org trail'),
      'DR-002': { ...met('20 hours'), values: { rto: '20h' } },
      'ARC-001': met('locked away'),
      'ARC-003': met('MFA everywhere'),
    }),
  );

  test('what is unchanged stays met', () => {
    expect(after.answers['ARC-001']).toMatchObject({ status: 'met', note: 'locked away' });
  });

  test('the RTO has to be confirmed under its new id, with both changes told', () => {
    const answer = after.answers['RES-002'] ?? {};
    expect(isToConfirm(answer)).toBe(true);
    expect(answer).toMatchObject({
      note: '20 hours',
      values: { rto: '20h' },
      confirm: { from: '2021-q4', item: 'DR-002', was: 'met' },
    });
    expect(answer.confirm?.note.en).toContain('24');
    expect(after.answers).not.toHaveProperty('DR-002');
  });

  test('CloudTrail and the MFA of root are kept as retired', () => {
    expect(after.retired?.map(one => [one.item, one.version, one.answer.note])).toEqual([
      ['CTL-001', '2021-q4', 'org trail'],
      ['ARC-003', '2024-02', 'MFA everywhere'],
    ]);
  });

  test('a new answer confirms', () => {
    const done = applyEdit(after, { type: 'answer', item: 'RES-002', set: { status: 'met' }, at: NOW });
    expect(done.answers['RES-002']).not.toHaveProperty('confirm');
    const noted = applyEdit(after, { type: 'answer', item: 'RES-002', set: { note: 'x' }, at: NOW });
    expect(noted.answers['RES-002']).toHaveProperty('confirm');
  });

  test('the ledger tells of every requirement of both versions', () => {
    for (const [at, list] of [second, third].entries()) {
      const entries = after.upgrades?.[at]?.ledger ?? [];
      expect(new Set(entries.flatMap(one => one.new))).toEqual(new Set(allItems(list).map(item => item.id)));
    }
  });
});

describe('the Operational Excellence pillar from October 2023 to June 2024', () => {
  const october = version('ops-pillar@2023-10-03');
  const june = version('ops-pillar@2024-06');
  const taken = (answers: Record<string, Answer>) => upgraded(on(october, answers), october, june, NOW);

  test.each([
    ['met', 'not-met', 'not-met'],
    ['partly', 'met', 'partly'],
    ['met', 'unknown', 'unknown'],
    ['not-applicable', 'met', 'met'],
    ['met', 'met', 'met'],
  ] as const)('of two practices that became one, %s and %s count as %s', (one, other, was) => {
    const { answers } = taken({ 'OPS01-BP06': { status: one }, 'OPS01-BP07': { status: other } });
    expect(answers['OPS01-BP06']).toMatchObject({ confirm: { item: 'OPS01-BP06, OPS01-BP07', was } });
  });

  test('a practice that was met says nothing about the other one, which nobody answered', () => {
    const { answers } = taken({
      'OPS02-BP05': { status: 'met', note: 'one page', evidence: [{ id: 'e1', what: 'page' }] },
    });
    expect(answers['OPS02-BP04']).toMatchObject({ note: 'one page', evidence: [{ what: 'page' }] });
    expect(answers['OPS02-BP04']?.confirm).toBeDefined();
    expect(answers['OPS02-BP04']?.confirm).not.toHaveProperty('was');
  });

  test('an id that now means another practice takes the answer of the practice, not of the id', () => {
    const { answers, retired } = taken({
      'OPS02-BP05': { status: 'met', note: 'lookup' },
      'OPS02-BP06': { status: 'partly', note: 'requests' },
      'OPS02-BP07': { status: 'not-met', note: 'agreements' },
      'OPS03-BP08': { status: 'met', note: 'opinions' },
      'OPS06-BP08': { status: 'met', note: 'rollback' },
    });
    expect(answers['OPS02-BP05']).toEqual({ status: 'partly', note: 'requests' });
    expect(answers['OPS02-BP06']).toEqual({ status: 'not-met', note: 'agreements' });
    expect(answers['OPS06-BP04']).toEqual({ status: 'met', note: 'rollback' });
    expect(Object.keys(answers).toSorted()).toEqual(['OPS02-BP04', 'OPS02-BP05', 'OPS02-BP06', 'OPS06-BP04']);
    expect(retired).toMatchObject([{ item: 'OPS03-BP08', answer: { note: 'opinions' } }]);
  });
});
