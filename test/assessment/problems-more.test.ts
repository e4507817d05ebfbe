import { describe, expect, test } from 'vitest';
import { itemStates } from '../../src/assessment/answers/item-state.ts';
import { isLocalPath, maskPeopleInPaths } from '../../src/assessment/answers/local-path.ts';
import type { Answer, Assessment, Evidence } from '../../src/assessment/assessment.ts';
import { maskAssessment } from '../../src/assessment/leaks/mask.ts';
import { findings } from '../../src/assessment/review/problems.ts';
import { readiness } from '../../src/assessment/review/readiness.ts';
import type { Questionnaire } from '../../src/questionnaire/schema/schema.ts';
import { sampleAssessment, sampleQuestionnaire, TODAY, unitQuestionnaire } from '../support/session.ts';

const GATES = { s3: 'yes', phi: 'no' } as const;
const PROOF = { id: 'e1', what: 'Credential report' };
const FAKE_KEY = `AKIA${'IOSFODNN7EXAMPLE'}`;

function foundIn(change: Partial<Assessment>, questionnaire: Questionnaire = sampleQuestionnaire(), today = TODAY) {
  const assessment = sampleAssessment({ gates: GATES, ...change });
  return findings(questionnaire, assessment, itemStates(questionnaire, assessment, today), today);
}

const foundOn = (answer: Answer) =>
  foundIn({ answers: { 'ARC-001': { status: 'met', note: 'checked by hand', ...answer } } });
const withEvidence = (change: Partial<Evidence>) => foundOn({ evidence: [{ ...PROOF, ...change }] });

describe('evidence that nobody else can open', () => {
  test.each([
    ['C:\\Users\\sato.taro\\Desktop\\cred.csv', 'C:\\Users\\***\\Desktop\\cred.csv'],
    ['c:/Users/Taro Sato/cred.csv', 'c:/Users/***/cred.csv'],
    ['C:¥Users¥佐藤¥a.png', 'C:¥Users¥***¥a.png'],
    ['D:\\evidence\\a.png', 'D:\\evidence\\a.png'],
    ['/home/taro/x.png', '/home/***/x.png'],
    ['/Users/taro/x.png', '/Users/***/x.png'],
    ['see /mnt/c/Users/taro/x.png', 'see /mnt/c/Users/***/x.png'],
    ['file:///home/taro/x.png', 'file:///home/***/x.png'],
    ['file:///C:/Users/taro/x.png', 'file:///C:/Users/***/x.png'],
    ['/tmp/x', '/tmp/x'],
    ['~/Desktop/x.png', '~/Desktop/x.png'],
    ['%USERPROFILE%\\x.png', '%USERPROFILE%\\x.png'],
    ['$HOME/x.png', '$HOME/x.png'],
    ['http://localhost:3000/board', 'http://localhost:3000/board'],
  ])('%s', (where, shown) => {
    expect(withEvidence({ where })).toEqual([
      { kind: 'evidence-local', item: 'ARC-001', values: { what: PROOF.what, where: shown } },
    ]);
    const masked = maskAssessment(sampleAssessment({ answers: { 'ARC-001': { evidence: [{ ...PROOF, where }] } } }));
    expect(masked.answers['ARC-001']?.evidence?.[0]?.where).toBe(shown);
  });

  test.each([
    '\\\\server\\share\\taro\\x.png',
    'file://server/share/x.png',
    'https://wiki.example.com/home/taro',
    'https://example.com/C:/x',
    's3://bucket/home/x',
    'Wiki: FTR/対応記録',
    'evidence/home/x.png',
    '比率 1:/2',
  ])('not %s', where => {
    expect(isLocalPath(where)).toBe(false);
    expect(maskPeopleInPaths(where)).toBe(where);
  });

  test('a path as the name of the evidence', () => {
    expect(withEvidence({ what: '/home/taro/x.png' })).toEqual([
      { kind: 'evidence-local', item: 'ARC-001', values: { what: '/home/***/x.png', where: '/home/***/x.png' } },
    ]);
  });
});

describe('dates and names of evidence', () => {
  test.each([
    [{ date: TODAY }, []],
    [{ date: '2026-11-23' }, ['evidence-future']],
    [{ date: '2026-11-01', validUntil: '2027-11-01' }, []],
    [{ date: '2026-11-01', validUntil: '2026-10-31' }, ['evidence-order']],
    [{ date: '2027-03-01', validUntil: '2027-02-01' }, ['evidence-future', 'evidence-order']],
    [{ date: '2026-11-01', validUntil: '2026-11-01' }, ['evidence-expired']],
    [{ what: ' \u3000' }, ['evidence-unnamed']],
  ])('%j', (change, kinds) => {
    expect(withEvidence(change).map(one => one.kind)).toEqual(kinds);
  });
});

describe('required values', () => {
  const ready = (values: Record<string, string>) => {
    const questionnaire = sampleQuestionnaire();
    const met = (id: string): [string, Answer] => [id, { status: 'met', evidence: [PROOF], note: id }];
    const answers = Object.fromEntries(['ARC-001', 'IAM-002', 'DR-002', 'BAR-001', 'S3-001', 'S3-002'].map(met));
    const assessment = sampleAssessment({
      gates: GATES,
      answers: { ...answers, 'DR-002': { ...answers['DR-002'], values } },
    });
    const states = itemStates(questionnaire, assessment, TODAY);
    return {
      ...readiness(states, questionnaire.passRule),
      kinds: findings(questionnaire, assessment, states, TODAY).flatMap(one =>
        one.item === 'DR-002' ? [one.kind] : [],
      ),
    };
  };
  const ALL = { rto: '4h', 'last-test': '2026-10-01', next: 'in spring' };

  test('that are all there', () => {
    expect(ready(ALL)).toMatchObject({ ready: true, blocking: [], kinds: [] });
  });

  test.each(Object.keys(ALL))('without %s an item does not count as met, and nothing is ready', missing => {
    const { [missing as keyof typeof ALL]: _, ...rest } = ALL;
    const { ready: isReady, blocking, counts, kinds } = ready(rest);
    expect({ isReady, kinds }).toEqual({ isReady: false, kinds: ['value-missing'] });
    expect(blocking.map(one => [one.item.id, one.status])).toEqual([['DR-002', 'unknown']]);
    expect(counts).toMatchObject({ met: 5, unknown: 1 });
  });

  test('a duration of nothing is questioned, and counts', () => {
    expect(ready({ ...ALL, rto: '0m' })).toMatchObject({ ready: true, kinds: ['value-zero'] });
  });
});

describe('the version', () => {
  const kinds = (today: string, reviewDate?: string) =>
    foundIn({ ...(reviewDate && { reviewDate }) }, sampleQuestionnaire(), today).map(one => [
      one.kind,
      one.values.date,
    ]);

  test.each([
    ['2026-11-29', undefined, []],
    ['2026-11-30', undefined, [['version-last-day', '2026-11-30']]],
    ['2026-12-01', undefined, [['version-past', '2026-11-30']]],
    ['2026-11-22', '2026-12-18', [['version-past', '2026-11-30']]],
    ['2026-11-22', '2026-11-30', [['version-last-day', '2026-11-30']]],
  ])('on %s with a review on %s', (today, reviewDate, expected) => {
    expect(kinds(today, reviewDate)).toEqual(expected);
  });
});

describe('what is about no single item', () => {
  test('sub-questions that nobody answered are one line', () => {
    const questionnaire = unitQuestionnaire();
    const both: Answer = { status: 'met', note: 'done', evidence: [PROOF], values: { format: 'blog' } };
    const found = foundIn(
      { gates: GATES, units: { u1: { name: 'A' }, u2: { name: 'B' } }, answers: { 'CASE-001': both } },
      { ...questionnaire, units: { ...questionnaire.units, values: undefined } as NonNullable<Questionnaire['units']> },
    );
    expect(found).toEqual([{ kind: 'checks-open', values: { n: '4', items: 'CASE-001', first: 'CASE-001' } }]);
  });

  test('units without a name are told by their id, for views to name', () => {
    const found = foundIn({ gates: GATES, units: { u2: { name: ' ' } } }, unitQuestionnaire());
    expect(found.filter(one => one.kind === 'unit-unnamed').map(one => one.values.unit)).toEqual(['u1', 'u2']);
  });

  test('credentials outside of the answers, and empty names', () => {
    const found = foundIn({ name: ' ', participants: [{ name: FAKE_KEY }, { name: '　' }] });
    expect(found).toEqual([
      { kind: 'name-empty', values: { path: 'name' } },
      { kind: 'name-empty', values: { path: 'participants' } },
      { kind: 'secret-elsewhere', values: { path: 'participants' } },
    ]);
  });

  test('not applicable where the official list never allows it', () => {
    const questionnaire = sampleQuestionnaire({ alwaysApplies: ['ARC-001'] });
    const reason = { code: 'OUT_OF_SCOPE' } as const;
    const answers: Assessment['answers'] = {
      'ARC-001': { status: 'not-applicable', reason },
      'IAM-002': { status: 'not-applicable', reason },
    };
    expect(foundIn({ answers }, questionnaire)).toEqual([{ kind: 'always-applies', item: 'ARC-001', values: {} }]);
  });

  test('met with nothing to send', () => {
    expect(foundOn({ note: ' ' }).map(one => one.kind)).toEqual(['no-response']);
    expect(foundOn({}).map(one => one.kind)).toEqual(['no-evidence']);
  });
});
