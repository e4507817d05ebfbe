import { describe, expect, test } from 'vitest';
import { applyEdit } from '../../src/assessment/answers/edit.ts';
import { itemStates } from '../../src/assessment/answers/item-state.ts';
import { compared, frozen } from '../../src/assessment/review/milestones.ts';
import { NOW, sampleAssessment, sampleQuestionnaire, TODAY, unitQuestionnaire } from '../support/session.ts';

describe('what moved', () => {
  test.each([
    ['met', 'not-met', 'regressed'],
    ['not-applicable', 'partly', 'regressed'],
    ['met', 'to-confirm', 'new'],
    ['not-met', 'to-confirm', 'still-open'],
    ['met', 'unanswered', 'regressed'],
    ['not-met', 'met', 'resolved'],
    ['unknown', 'not-applicable', 'resolved'],
    ['partly', undefined, 'resolved'],
    ['partly', 'not-met', 'still-open'],
    ['unanswered', 'unanswered', 'still-open'],
    ['unanswered', 'not-met', 'new'],
    [undefined, 'not-met', 'new'],
    [undefined, 'unanswered', 'new'],
    ['met', 'met', undefined],
    [undefined, 'met', undefined],
    ['met', undefined, undefined],
    ['unanswered', undefined, undefined],
  ] as const)('from %s to %s is %s', (was, is, movement) => {
    const side = (status: string | undefined) => (status === undefined ? {} : { 'A-1': { status } });
    expect(compared(side(was), side(is)).map(one => one.movement)).toEqual(movement ? [movement] : []);
  });

  test('units move by themselves', () => {
    const questionnaire = unitQuestionnaire();
    const states = (second: 'met' | 'not-met') =>
      frozen(
        itemStates(
          questionnaire,
          sampleAssessment({ answers: { 'TV-001': { status: 'met', units: { u2: { status: second } } } } }),
          TODAY,
        ),
      );
    const moved = compared(states('met'), states('not-met')).filter(one => one.item === 'TV-001');
    expect(moved).toContainEqual({ item: 'TV-001', unit: 'u2', was: 'met', is: 'not-met', movement: 'regressed' });
    expect(moved.map(one => one.unit)).not.toContain('u1');
  });
});

test('what an upgrade asks anew is kept as that', () => {
  const confirm = {
    from: '2024-02',
    item: 'ARC-001',
    change: 'meaning',
    note: { ja: '', en: '' },
    was: 'met',
  } as const;
  const states = itemStates(sampleQuestionnaire(), sampleAssessment({ answers: { 'ARC-001': { confirm } } }), TODAY);
  expect(frozen(states)['ARC-001']).toEqual({ status: 'to-confirm' });
});

test('what is switched off is not frozen', () => {
  const questionnaire = sampleQuestionnaire();
  const all = frozen(itemStates(questionnaire, sampleAssessment({ gates: {} }), TODAY));
  const less = frozen(itemStates(questionnaire, sampleAssessment({ gates: { s3: 'no' } }), TODAY));
  expect(Object.keys(less).length).toBeLessThan(Object.keys(all).length);
});

test('a milestone is added, replaced by its id, and removed', () => {
  const milestone = { id: 'm1', name: '自己点検', at: NOW, version: '1', items: {} };
  const one = applyEdit(sampleAssessment({}), { type: 'milestone', milestone, at: NOW });
  expect(one.milestones).toEqual([milestone]);
  const again = applyEdit(one, { type: 'milestone', milestone: { ...milestone, name: 'x' }, at: NOW });
  expect(again.milestones?.map(({ name }) => name)).toEqual(['x']);
  expect(applyEdit(again, { type: 'milestone', remove: 'm1', at: NOW }).milestones).toEqual([]);
});
