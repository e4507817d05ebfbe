import { describe, expect, test } from 'vitest';
import { itemStates } from '../../src/assessment/answers/item-state.ts';
import type { Answer } from '../../src/assessment/assessment.ts';
import { findings } from '../../src/assessment/review/problems.ts';
import { isKey } from '../../src/i18n/index.ts';
import { sampleAssessment, sampleQuestionnaire, TODAY } from '../support/session.ts';

const questionnaire = sampleQuestionnaire();
const SCOPED = { s3: 'yes', phi: 'no' } as const;
/** Built from parts, so that scanners of this repository do not stumble. */
const FAKE_KEY = `AKIA${'IOSFODNN7EXAMPLE'}`;
const PROOF = { id: 'e1', what: '設定の画面' };

function found(answers: Record<string, Answer>, gates: Record<string, 'yes' | 'no'> = SCOPED) {
  const assessment = sampleAssessment({ answers, gates });
  return findings(questionnaire, assessment, itemStates(questionnaire, assessment, TODAY), TODAY);
}

const kindsOf = (item: string, answer: Answer) => found({ [item]: answer }).map(one => one.kind);

test('nothing is found in answers that are fine', () => {
  expect(found({})).toEqual([]);
  expect(kindsOf('ARC-001', { status: 'met', evidence: [PROOF] })).toEqual([]);
  expect(kindsOf('ARC-001', { status: 'not-met', note: '対応中', due: TODAY, owner: '佐藤' })).toEqual([]);
  expect(kindsOf('ARC-001', { status: 'not-applicable', reason: { code: 'OUT_OF_SCOPE' } })).toEqual([]);
});

test('a scope question without an answer', () => {
  expect(found({}, { s3: 'no' })).toEqual([{ kind: 'gate-open', values: { gate: 'phi' } }]);
  expect(found({}, {}).map(one => one.values['gate'])).toEqual(['s3', 'phi']);
});

test('an e-mail address, a note of two letters, and one that was copied', () => {
  expect(kindsOf('ARC-001', { status: 'partly', note: 'ask ken@example.com' })).toEqual(['email']);
  expect(kindsOf('ARC-001', { status: 'met', note: 'OK', evidence: [PROOF] })).toEqual(['short']);
  const note = 'すべてのアカウントで確認済みです';
  const copied = found({ 'ARC-001': { status: 'partly', note }, 'IAM-002': { status: 'partly', note: ` ${note}` } });
  expect(copied.map(one => [one.kind, one.item, one.values['items']])).toEqual([
    ['copied', 'ARC-001', 'IAM-002'],
    ['copied', 'IAM-002', 'ARC-001'],
  ]);
  expect(
    found({ 'ARC-001': { status: 'partly', note: '対応中' }, 'IAM-002': { status: 'partly', note: '対応中' } }),
  ).toEqual([]);
});

test('met without evidence', () => {
  const note = '全アカウントで確認済み';
  expect(kindsOf('ARC-001', { status: 'met', note })).toEqual(['no-evidence']);
  expect(kindsOf('ARC-001', { status: 'met', note, evidence: [] })).toEqual(['no-evidence']);
  expect(kindsOf('ARC-001', { status: 'partly' })).toEqual([]);
});

test('not applicable without a reason, or with OTHER and no words', () => {
  expect(kindsOf('ARC-001', { status: 'not-applicable' })).toEqual(['no-reason']);
  expect(kindsOf('ARC-001', { status: 'not-applicable', reason: { code: 'OTHER' } })).toEqual(['no-reason']);
  expect(kindsOf('ARC-001', { status: 'not-applicable', reason: { code: 'OTHER', text: ' \u3000' } })).toEqual([
    'no-reason',
  ]);
  expect(kindsOf('ARC-001', { status: 'not-applicable', reason: { code: 'OTHER', text: '親会社が契約' } })).toEqual([]);
  expect(kindsOf('ARC-001', { status: 'not-applicable', reason: { code: 'BUSINESS_PRIORITIES' } })).toEqual([]);
});

test.each([
  ['2026-11-21', ['evidence-expired']],
  ['2026-11-22', ['evidence-expiring']],
  ['2026-12-22', ['evidence-expiring']],
  ['2026-12-23', []],
  [undefined, []],
])('evidence valid until %s: %j', (validUntil, kinds) => {
  const evidence = [{ ...PROOF, ...(validUntil && { validUntil }) }];
  expect(kindsOf('ARC-001', { status: 'met', evidence })).toEqual(kinds);
  for (const one of found({ 'ARC-001': { evidence } }))
    expect(one.values).toEqual({ what: '設定の画面', date: validUntil });
});

describe('values', () => {
  const met = (values: Record<string, string>) => found({ 'DR-002': { status: 'met', evidence: [PROOF], values } });

  test('that are missing', () => {
    expect(met({ rto: '4h' }).map(one => [one.kind, one.values['field']])).toEqual([
      ['value-missing', 'last-test'],
      ['value-missing', 'next'],
    ]);
  });

  test('over the limit, and expired', () => {
    expect(met({ rto: '25h', 'last-test': '2025-11-21', next: '4 月' })).toEqual([
      { kind: 'value-over', item: 'DR-002', values: { field: 'rto', value: '25h', limit: '24h' } },
      { kind: 'value-expired', item: 'DR-002', values: { field: 'last-test', date: '2026-11-21' } },
    ]);
    expect(met({ rto: '24h', 'last-test': '2025-11-22', next: '4 月' }).map(one => one.kind)).toEqual([
      'value-expiring',
    ]);
    expect(met({ rto: '24h', 'last-test': '2026-01-22', next: '4 月' })).toEqual([]);
  });

  test('are of no interest before the item is met', () => {
    expect(kindsOf('DR-002', { status: 'partly', values: { rto: '25h' } })).toEqual([]);
  });
});

test('met, but the ticks say otherwise', () => {
  const met = (checks: Answer['checks']) => kindsOf('IAM-002', { status: 'met', evidence: [PROOF], checks });
  expect(met({ roles: 'no', rotation: 'no' })).toEqual(['contradiction']);
  expect(met({ roles: 'no', rotation: 'yes', inventory: 'no' })).toEqual(['contradiction']);
  expect(met({ roles: 'no' })).toEqual(['checks-open']);
  expect(met({ roles: 'yes', rotation: 'no' })).toEqual([]);
  expect(kindsOf('IAM-002', { status: 'not-met', checks: { roles: 'yes' } })).toEqual([]);
});

test('past its due date, while it is open', () => {
  const due = '2026-11-21';
  expect(found({ 'ARC-001': { status: 'partly', due } })).toEqual([
    { kind: 'overdue', item: 'ARC-001', values: { date: due } },
  ]);
  expect(kindsOf('ARC-001', { due })).toEqual(['overdue']);
  expect(kindsOf('ARC-001', { status: 'met', evidence: [PROOF], due })).toEqual([]);
  expect(kindsOf('ARC-001', { status: 'not-met', due: TODAY })).toEqual([]);
});

test('credentials and account ids', () => {
  expect(kindsOf('ARC-001', { note: 'AKIAIOSFODNN7EXAMPLE' })).toEqual(['secret']);
  expect(kindsOf('ARC-001', { evidence: [{ ...PROOF, where: 'arn:aws:iam::123456789012:role/x' }] })).toEqual([
    'account-id',
  ]);
});

test('of an item out of scope only a credential is told, which stays in the file', () => {
  expect(found({ 'PHI-001': { status: 'met', note: 'mail ken@example.com', due: '2020-01-01' } })).toEqual([]);
  expect(found({ 'PHI-001': { status: 'met', note: FAKE_KEY, due: '2020-01-01' } })).toEqual([
    { kind: 'secret-off', item: 'PHI-001', values: { gate: 'phi' } },
  ]);
});

test('they stand in the order of the list, scope first, and each has its words', () => {
  const all = found(
    { 'S3-001': { status: 'met' }, 'ARC-001': { status: 'met', due: '2020-01-01' }, 'DR-002': { status: 'met' } },
    {},
  );
  expect(all.map(one => one.item)).toEqual([
    undefined,
    undefined,
    'ARC-001',
    'DR-002',
    'DR-002',
    'DR-002',
    'DR-002',
    'S3-001',
  ]);
  for (const one of all) expect(isKey(`check.${one.kind}`)).toBe(true);
});
