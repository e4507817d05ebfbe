import { describe, expect, test } from 'vitest';
import { applyEdit, type Edit } from '../../src/assessment/answers/edit.ts';
import type { Assessment } from '../../src/assessment/assessment.ts';
import { rebased } from '../../src/assessment/merging/rebase.ts';
import { NOW, openState, type Session, sampleAssessment, startSession, walkOn } from '../support/session.ts';

const ITEM = 'ARC-001';
const answer = (set: Extract<Edit, { type: 'answer'; unit?: undefined }>['set']): Edit => ({
  type: 'answer',
  item: ITEM,
  set,
  at: NOW,
});
const shownIn = ({ getState }: Session): Assessment => getState().open?.assessment ?? sampleAssessment();
const answerIn = (assessment: Assessment) => assessment.answers[ITEM];

/** Somebody presses keys, another program writes, and they press the rest; what the screen and the file hold then. */
function meeting(before: Edit[], keys: string[], theirs: Edit[], rest: string[]) {
  const start = before.reduce(applyEdit, sampleAssessment());
  const session = startSession(openState(walkOn(ITEM), {}, start));
  session.keys(...keys);
  let disk = theirs.reduce(applyEdit, start);
  session.dispatch({ type: 'saved', assessment: disk, pending: [] });
  session.keys(...rest);
  for (const effect of session.taken())
    if (effect.type === 'save') disk = rebased(disk, { base: effect.base, edits: effect.edits });
  return { session, shown: shownIn(session), disk };
}

describe('what another program writes while a person types', () => {
  test('into the same note is kept beside theirs, and told', () => {
    const { session, shown, disk } = meeting([], ['n', '私の言葉'], [answer({ note: '別の言葉' })], ['ctrl+s']);
    for (const one of [shown, disk])
      expect(
        answerIn(one)
          ?.differs?.['note']?.map(rival => rival.value)
          .sort(),
      ).toEqual(['別の言葉', '私の言葉']);
    expect(session.getState().notice).toMatchObject({ key: 'save.differ', values: { id: ITEM }, tone: 'bad' });
  });

  test('into a note that they leave as it is stays', () => {
    const { shown, disk } = meeting([answer({ note: '元' })], ['n'], [answer({ note: '別' })], ['esc']);
    expect([answerIn(shown)?.note, answerIn(disk)?.note]).toEqual(['別', '別']);
  });

  test('into the same owner and due date is kept beside theirs', () => {
    const owner = meeting([], ['o', '佐藤'], [answer({ owner: '鈴木' })], ['enter']);
    expect(answerIn(owner.disk)?.differs?.['owner']).toHaveLength(2);
    const due = meeting([], ['d', '2026-12-01'], [answer({ due: '2026-12-02' })], ['enter']);
    expect(answerIn(due.disk)?.differs?.['due']).toHaveLength(2);
  });

  test('as evidence is there beside the piece that they add', () => {
    const { shown, disk } = meeting(
      [],
      ['e', 'enter', '私の証拠'],
      [answer({ evidence: [{ id: 'e1', what: '別の証拠' }] })],
      ['ctrl+s'],
    );
    for (const one of [shown, disk])
      expect(answerIn(one)?.evidence?.map(({ id, what }) => `${id} ${what}`)).toEqual(['e1 別の証拠', 'e2 私の証拠']);
  });

  test('as evidence is there, when they rewrite the piece that it replaces', () => {
    const first = { id: 'e1', what: '元', date: '2026-11-01' };
    const { disk } = meeting(
      [answer({ evidence: [first] })],
      ['e', 'enter', '私'],
      [answer({ evidence: [{ ...first, what: '別' }] })],
      ['ctrl+s'],
    );
    expect(
      answerIn(disk)
        ?.evidence?.map(one => one.what)
        .sort(),
    ).toEqual(['元私', '別'].sort());
  });
});

test('a note that differs opens with everything that was written, so that nothing is replaced unseen', () => {
  const differing = {
    ...sampleAssessment(),
    answers: { [ITEM]: { differs: { note: [{ value: '甲' }, { value: '乙' }] } } },
  };
  const session = startSession(openState(walkOn(ITEM), {}, differing));
  session.keys('n');
  expect(session.getState().overlay).toMatchObject({ kind: 'field', area: { text: '甲\n乙' } });
  session.keys('esc');
  expect(answerIn(shownIn(session))?.differs?.['note']).toHaveLength(2);
  session.keys('n', '、丙', 'ctrl+s');
  expect(answerIn(shownIn(session))).toMatchObject({ note: '甲\n乙、丙' });
  expect(answerIn(shownIn(session))?.differs).toBeUndefined();
});
