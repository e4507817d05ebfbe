import type { Assessment } from '../../src/assessment/assessment.ts';
import type { OpenAssessment } from '../../src/assessment/open-assessment.ts';
import type { Questionnaire } from '../../src/questionnaire/schema/schema.ts';
import type { Screen, State } from '../../src/session/core/state.ts';
import { anItem, NOW, openState, pair, sampleAssessment, sampleQuestionnaire, unitQuestionnaire } from './session.ts';

const reference = ({ id, version, contentHash }: Questionnaire) => ({ id, version, contentHash });

/** The sample as it was: one item that is gone since, one by its old number. */
export const BEFORE = sampleQuestionnaire({
  version: '2024-02',
  sections: [
    { id: 'root', title: pair('ルート', 'Root'), items: [anItem('ARC-001'), anItem('OLD-001'), anItem('IAM-009')] },
  ],
});

/** The sample, with what became of the earlier version, and what it shares with the list of customers. */
export const AFTER = sampleQuestionnaire({
  changes: {
    from: '2024-02',
    same: ['ARC-001'],
    changes: [
      { kind: 'removed', old: ['OLD-001'], note: pair('なくなりました。', 'It is gone.') },
      { kind: 'meaning', old: ['IAM-009'], new: ['IAM-002'], note: pair('意味が変わりました。', 'It means more.') },
      {
        kind: 'added',
        new: ['DR-002', 'BAR-001', 'S3-001', 'S3-002', 'PHI-001'],
        note: pair('新しい項目です。', 'They are new.'),
      },
    ],
  },
  also: {
    'IAM-002': [
      {
        list: 'unit-sample',
        version: '2026-02',
        ids: ['CASE-001'],
        strength: 'equivalent',
        note: pair('同じ。', 'Same.'),
      },
    ],
    'DR-002': [
      {
        list: 'unit-sample',
        version: '2026-02',
        ids: ['SOP-001'],
        strength: 'subset',
        meets: 'other',
        note: pair('一部。', 'A part.'),
      },
    ],
  } as unknown as NonNullable<Questionnaire['also']>,
});

/** An assessment of another list whose answers can be offered. */
function otherOpen(): OpenAssessment {
  const questionnaire = unitQuestionnaire();
  return {
    questionnaire,
    assessment: sampleAssessment({
      id: 'customers',
      name: '別のリスト',
      questionnaire: reference(questionnaire),
      answers: {
        'CASE-001': {
          status: 'met',
          note: '向こうのメモ',
          evidence: [{ id: 'e1', what: '向こうの記録' }],
          values: { format: 'blog' },
        },
        'SOP-001': { status: 'met', note: '手順書あり' },
      },
    }),
  };
}

const FROZEN = { 'ARC-001': { status: 'met' }, 'IAM-002': { status: 'not-met' }, 'DR-002': { status: 'unanswered' } };

/** Two moments that somebody kept. */
export const MILESTONES: NonNullable<Assessment['milestones']> = [
  { id: 'm1', name: '自己点検', at: '2026-10-01T00:00:00.000Z', version: '2026-02', items: FROZEN },
  {
    id: 'm2',
    name: 'リハーサル',
    at: '2026-11-01T00:00:00.000Z',
    version: '2026-02',
    items: { ...FROZEN, 'IAM-002': { status: 'met' } },
  },
];

/** The newer version open, after an upgrade and with two milestones; the older one and another list around it. */
export function historyState(screen: Screen, change: Partial<Assessment> = {}): State {
  const before = sampleAssessment({ questionnaire: reference(BEFORE) });
  const assessment = sampleAssessment({
    questionnaire: reference(AFTER),
    answers: { 'ARC-001': { status: 'not-met' } },
    milestones: MILESTONES,
    upgrades: [
      {
        from: '2024-02',
        to: '2026-02',
        at: NOW,
        ledger: [],
        before: { kept: { questionnaire: before.questionnaire, updatedAt: before.updatedAt, answers: before.answers } },
      },
    ],
    ...change,
  });
  return openState(screen, {
    open: { questionnaire: AFTER, assessment },
    around: { versions: [BEFORE, AFTER], others: [otherOpen()] },
  });
}

/** The older version open, with answers to everything. */
export function olderState(screen: Screen): State {
  const answers: Assessment['answers'] = {
    'ARC-001': { status: 'met' },
    'OLD-001': { status: 'met', note: '古いメモ' },
    'IAM-009': { status: 'met' },
  };
  const assessment = sampleAssessment({ questionnaire: reference(BEFORE), answers });
  return openState(screen, {
    open: { questionnaire: BEFORE, assessment },
    around: { versions: [BEFORE, AFTER], others: [] },
  });
}
