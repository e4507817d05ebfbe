import { describe, expect, test } from 'vitest';
import { upgradedAlong } from '../../src/assessment/versions/upgrade.ts';
import type { Screen } from '../../src/session/core/state.ts';
import { historyRows, movedRows, reuseRows } from '../../src/session/history.ts';
import { AFTER, BEFORE, historyState, olderState } from '../support/around.ts';
import { NOW, type Session, startSession, walkOn } from '../support/session.ts';

const HISTORY = { name: 'history', index: 0 } as const;
const kinds = ({ getState }: Session) => historyRows(getState()).map(row => row.kind);
const screenOf = ({ getState }: Session): Screen => getState().screen;
const at = (session: Session, kind: string, nth = 0): Session => {
  const index = kinds(session).flatMap((one, place) => (one === kind ? [place] : []))[nth] ?? -1;
  return session.keys('home', ...Array.from({ length: index }, () => 'down'));
};

describe('the history', () => {
  test('is reached from the walk and asks what lies around', () => {
    const session = startSession(historyState(walkOn('ARC-001'))).keys('t');
    expect(screenOf(session)).toEqual(HISTORY);
    expect(session.taken()).toEqual([{ type: 'around' }]);
    expect(screenOf(session.keys('esc'))).toEqual(walkOn('ARC-001'));
  });

  test('lists versions to look back at, the way back, milestones newest first and other lists', () => {
    const session = startSession(historyState(HISTORY));
    expect(kinds(session)).toEqual(['since', 'undo', 'add', 'milestone', 'milestone', 'reuse']);
    expect(historyRows(session.getState()).at(-1)).toMatchObject({ items: 2, of: 7 });
    expect(kinds(startSession(olderState(HISTORY)))).toEqual(['upgrade', 'add']);
  });

  test('a name keeps what counts now', () => {
    const session = at(startSession(historyState(HISTORY)), 'add').keys('enter', '審', '査', 'enter');
    const kept = session.getState().open?.assessment.milestones?.at(-1);
    expect(kept).toMatchObject({ id: 'm3', name: '審査', items: { 'ARC-001': { status: 'not-met' } } });
    expect(session.taken()).toEqual([
      { type: 'save', id: 'payment', edits: [expect.objectContaining({ milestone: kept })], base: expect.anything() },
    ]);
  });

  test('an empty name is no name', () => {
    const session = startSession(historyState(HISTORY)).keys('n', 'enter');
    expect(session.getState().overlay).toMatchObject({ error: { key: 'field.error.name' } });
    expect(session.taken()).toEqual([]);
  });

  test('a milestone is compared with now, or with one that is marked, the earlier first', () => {
    const first = at(startSession(historyState(HISTORY)), 'milestone').keys('enter');
    expect(screenOf(first)).toEqual({ name: 'moved', from: 'm2', index: 0 });
    expect(movedRows(first.getState(), { name: 'moved', from: 'm2', index: 0 })).toContainEqual({
      item: 'ARC-001',
      was: 'met',
      is: 'not-met',
      movement: 'regressed',
    });
    const two = at(startSession(historyState(HISTORY)), 'milestone').keys(' ', 'down', 'enter');
    expect(screenOf(two)).toEqual({ name: 'moved', from: 'm1', to: 'm2', index: 0 });
    expect(movedRows(two.getState(), { name: 'moved', from: 'm1', to: 'm2', index: 0 })[0]).toMatchObject({
      item: 'IAM-002',
      movement: 'resolved',
    });
    expect(screenOf(two.keys('enter'))).toMatchObject({ name: 'walk', item: 'IAM-002' });
  });

  test('a mark is taken off with the key that set it, and a milestone is forgotten with one key', () => {
    const session = at(startSession(historyState(HISTORY)), 'milestone').keys(' ');
    expect(screenOf(session)).toMatchObject({ marked: 'm2' });
    expect(screenOf(session.keys(' '))).not.toHaveProperty('marked');
    const { milestones } = session.keys('x').getState().open?.assessment ?? {};
    expect(milestones?.map(one => one.id)).toEqual(['m1']);
  });
});

describe('another version', () => {
  test('is shown first, and taken with Enter only where it is the way on', () => {
    const session = startSession(olderState(HISTORY)).keys('enter');
    expect(screenOf(session)).toEqual({ name: 'versions', from: '2024-02', to: '2026-02', scroll: 0 });
    session.taken();
    expect(session.keys('enter').taken()).toEqual([{ type: 'upgrade', id: 'payment', to: '2026-02' }]);
    const back = startSession(historyState(HISTORY)).keys('enter', 'enter');
    expect(screenOf(back)).toMatchObject({ name: 'versions', from: '2024-02', to: '2026-02' });
    expect(back.taken()).toEqual([]);
  });

  test('the change is taken back without a version, once somebody has said so', () => {
    const session = at(startSession(historyState(HISTORY)), 'undo').keys('enter');
    expect([session.taken(), session.getState().overlay]).toEqual([[], { kind: 'confirm-undo' }]);
    expect(session.keys('esc').getState().overlay).toBeUndefined();
    expect(session.keys('enter', 'enter').taken()).toEqual([{ type: 'upgrade', id: 'payment' }]);
  });

  test('the example stays on its version', () => {
    const session = startSession({ ...olderState(HISTORY), demo: true }).keys('enter', 'enter');
    expect(session.taken()).toEqual([]);
    expect(session.getState().notice).toMatchObject({ key: 'history.not-in-demo' });
  });

  test('once there, the walk begins with what has to be confirmed', () => {
    const state = olderState(HISTORY);
    const before = state.open?.assessment;
    if (!before) throw new Error('nothing is open');
    const assessment = upgradedAlong(before, [BEFORE, AFTER], '2026-02', NOW);
    if (!assessment) throw new Error('there is a way');
    const session = startSession(state);
    session.dispatch({ type: 'upgraded', open: { questionnaire: AFTER, assessment }, from: '2024-02' });
    expect(screenOf(session)).toMatchObject({ name: 'walk', item: 'IAM-002' });
    expect(session.getState().notice).toMatchObject({
      key: 'history.upgraded',
      values: { from: '2024-02', version: '2026-02', n: 1 },
    });
    expect(session.getState().around).toBeUndefined();
  });
});

describe('what another list offers', () => {
  const REUSE = { name: 'reuse', other: 'customers', index: 0 } as const;
  const answers = (session: Session) => session.getState().open?.assessment.answers ?? {};

  test('an equivalent answer is taken with status, note and evidence, and leaves the list', () => {
    const session = startSession(historyState(REUSE)).keys(' ');
    expect(answers(session)['IAM-002']).toMatchObject({
      status: 'met',
      note: '向こうのメモ',
      evidence: [{ what: '向こうの記録' }],
    });
    expect(reuseRows(session.getState(), REUSE).map(one => one.item.id)).toEqual(['DR-002']);
  });

  test('a part brings its words only, once, and never a status', () => {
    const session = startSession(historyState(REUSE)).keys('down', ' ', ' ');
    expect(answers(session)['DR-002']).toMatchObject({ note: '手順書あり' });
    expect(answers(session)['DR-002']).not.toHaveProperty('status');
    expect(session.taken().filter(effect => effect.type === 'save')).toHaveLength(1);
  });

  test('a section is taken as a whole, and no other one', () => {
    const session = startSession(historyState(REUSE)).keys('a');
    expect(Object.keys(answers(session))).toEqual(['ARC-001', 'IAM-002']);
  });

  test('Enter goes to the item', () => {
    expect(screenOf(startSession(historyState(REUSE)).keys('down', 'enter'))).toMatchObject({ item: 'DR-002' });
  });
});
