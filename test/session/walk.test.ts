import { describe, expect, test } from 'vitest';
import type { Answer } from '../../src/assessment/assessment.ts';
import { proposalOf } from '../../src/session/screens/walk.ts';
import { NOW, openState, type Session, startSession, walkOn } from '../support/session.ts';

const begin = (
  item = 'ARC-001',
  row?: number,
  answers: Record<string, Answer> = {},
  gates: Record<string, 'yes' | 'no'> = {},
): Session => startSession(openState(walkOn(item, row), {}, { answers, gates }));
const answerOf = (session: Session, item: string): Answer | undefined =>
  session.getState().open?.assessment.answers[item];
const at = ({ getState }: Session) => {
  const { screen } = getState();
  return screen.name === 'walk' ? screen.item : screen.name;
};
const rowOf = ({ getState }: Session) => {
  const { screen } = getState();
  return screen.name === 'walk' ? screen.row : undefined;
};
const noticeOf = ({ getState }: Session) => getState().notice?.key;
const edits = (session: Session) => session.effects.flatMap(effect => (effect.type === 'save' ? effect.edits : []));

describe('an answer costs one key', () => {
  test.each([
    ['1', 'met'],
    ['5', 'unknown'],
  ] as const)('%s is %s and moves on', (key, status) => {
    const session = begin().keys(key);
    expect(answerOf(session, 'ARC-001')).toEqual({ status, updatedAt: NOW });
    expect(at(session)).toBe('IAM-002');
    expect(session.getState().notice).toEqual({
      key: 'walk.answered',
      values: { id: 'ARC-001', status: `@status.${status}` },
      tone: 'good',
    });
    expect(edits(session)).toEqual([
      { type: 'answer', item: 'ARC-001', set: { status, reason: null }, at: NOW },
      { type: 'position', item: 'IAM-002' },
    ]);
    expect(session.getState().saving).toEqual({ state: 'saving' });
  });

  test.each([
    ['2', 'partly'],
    ['3', 'not-met'],
  ] as const)('%s is %s, stays and offers a note', (key, status) => {
    const session = begin().keys(key);
    expect(answerOf(session, 'ARC-001')?.status).toBe(status);
    expect([at(session), noticeOf(session)]).toEqual(['ARC-001', 'walk.offer-note']);
    session.keys('enter');
    expect(at(session)).toBe('IAM-002');
  });

  test('full-width digits count too', () => {
    expect(answerOf(begin().keys('１'), 'ARC-001')?.status).toBe('met');
  });

  test('4 asks why first', () => {
    const session = begin().keys('4');
    expect(session.getState().overlay).toEqual({ kind: 'reason', items: ['ARC-001'], unit: undefined, index: 0 });
    expect(answerOf(session, 'ARC-001')).toBeUndefined();
    session.keys('2');
    expect(answerOf(session, 'ARC-001')).toEqual({
      status: 'not-applicable',
      reason: { code: 'BUSINESS_PRIORITIES' },
      updatedAt: NOW,
    });
    expect(at(session)).toBe('IAM-002');
  });

  test('another answer takes the reason away', () => {
    const session = begin('ARC-001', undefined, {
      'ARC-001': { status: 'not-applicable', reason: { code: 'OUT_OF_SCOPE' } },
    }).keys('3');
    expect(answerOf(session, 'ARC-001')).toEqual({ status: 'not-met', updatedAt: NOW });
  });

  test('0 takes answer and reason away, and keeps the note', () => {
    const session = begin('ARC-001', undefined, {
      'ARC-001': { status: 'not-applicable', reason: { code: 'OTHER', text: '理由' }, note: 'メモ' },
    }).keys('0');
    expect(answerOf(session, 'ARC-001')).toEqual({ note: 'メモ', updatedAt: NOW });
    expect(at(session)).toBe('ARC-001');
  });

  test('f flags and unflags', () => {
    const session = begin().keys('f');
    expect(answerOf(session, 'ARC-001')?.flag).toBe(true);
    expect(answerOf(session.keys('ctrl+x'), 'ARC-001')).not.toHaveProperty('flag');
  });
});

describe('rows', () => {
  test('down goes from the first row to the last, up from the last, and both stop there', () => {
    const session = begin('IAM-002').keys('down');
    expect(rowOf(session)).toBe(0);
    expect(rowOf(session.keys('up'))).toBe(0);
    expect(rowOf(session.keys(...Array(20).fill('down')))).toBe(7);
    expect(rowOf(begin('IAM-002').keys('up'))).toBe(7);
  });

  test('Enter and Space on an answer row give that answer', () => {
    const session = begin('ARC-001', 2).keys('enter');
    expect(answerOf(session, 'ARC-001')?.status).toBe('not-met');
    expect(answerOf(begin('ARC-001', 1).keys(' '), 'ARC-001')?.status).toBe('partly');
    expect(begin('ARC-001', 3).keys('enter').getState().overlay?.kind).toBe('reason');
  });

  test('without a row Enter goes on and Space does nothing', () => {
    expect(at(begin().keys('enter'))).toBe('IAM-002');
    const still = begin().keys(' ');
    expect([at(still), still.effects]).toEqual(['ARC-001', []]);
  });

  test('rows that an answer leaves behind are left behind', () => {
    expect(rowOf(begin('ARC-001', 2).keys('3'))).toBeUndefined();
    expect(rowOf(begin('ARC-001', 2).keys('right', 'left'))).toBeUndefined();
  });
});

describe('ticks', () => {
  const ticks = (session: Session) => answerOf(session, 'IAM-002')?.checks;

  test('Space goes from open to yes to no to open and stays', () => {
    const session = begin('IAM-002', 1).keys(' ');
    expect(ticks(session)).toEqual({ rotation: 'yes' });
    expect(ticks(session.keys(' '))).toEqual({ rotation: 'no' });
    expect(ticks(session.keys(' '))).toEqual({});
    expect(rowOf(session)).toBe(1);
  });

  test('Enter ticks and goes down', () => {
    const session = begin('IAM-002', 0).keys('enter', 'enter', 'enter');
    expect(ticks(session)).toEqual({ roles: 'yes', rotation: 'yes', inventory: 'yes' });
    expect(rowOf(session)).toBe(3);
  });

  test('Enter on a tick that is there leaves it there', () => {
    expect(ticks(begin('IAM-002', 0, { 'IAM-002': { checks: { roles: 'yes' } } }).keys('enter'))).toEqual({
      roles: 'yes',
    });
  });

  test('propose a status once they decide, and a person overrules them', () => {
    const proposed = (session: Session) => proposalOf(session.getState(), walkOn('IAM-002'));
    const session = begin('IAM-002', 1).keys(' ');
    expect(proposed(session)).toBeUndefined();
    expect(proposed(session.keys('down', ' '))).toBe('met');
    session.keys('3');
    expect([answerOf(session, 'IAM-002')?.status, proposed(session)]).toEqual(['not-met', 'met']);
    expect(proposed(session.keys('1', 'left'))).toBeUndefined();
    expect(proposalOf(session.getState(), walkOn('ARC-001'))).toBeUndefined();
  });
});

describe('values', () => {
  const value = (session: Session) => answerOf(session, 'DR-002')?.values;

  test('met with a value missing stays and leads to it', () => {
    const session = begin('DR-002').keys('1');
    expect([at(session), rowOf(session), noticeOf(session)]).toEqual(['DR-002', 0, 'walk.offer-value']);
    expect(answerOf(session, 'DR-002')?.status).toBe('met');
  });

  test('with all values met moves on', () => {
    const values = { rto: '4h', 'last-test': '2026-11-01', next: '4 月' };
    expect(at(begin('DR-002', undefined, { 'DR-002': { values } }).keys('1'))).toBe('BAR-001');
  });

  test('are kept in one form, whatever was typed', () => {
    const session = begin('DR-002', 0).keys('enter', '1', '日', 'enter');
    expect(value(session)).toEqual({ rto: '24h' });
    expect(value(session.keys('enter', '2026/11/1', 'enter'))).toMatchObject({ 'last-test': '2026-11-01' });
    expect(value(session.keys('enter', ' 4 月 ', 'enter'))).toMatchObject({ next: '4 月' });
  });

  test('that are none are refused where they are typed, and emptying removes', () => {
    const session = begin('DR-002', 0, { 'DR-002': { values: { rto: '4h' } } }).keys(
      'enter',
      'ctrl+u',
      'soon',
      'enter',
    );
    expect(session.getState().overlay).toMatchObject({ kind: 'field', error: { key: 'field.error.duration' } });
    expect(value(session.keys('ctrl+u', 'enter'))).toEqual({});
    expect(session.getState().overlay).toBeUndefined();
    expect(begin('DR-002', 1).keys('enter', '2026-02-30', 'enter').getState().overlay).toMatchObject({
      error: { key: 'field.error.no-such-day' },
    });
  });

  test('a field opens with what is there', () => {
    const session = begin('DR-002', 0, { 'DR-002': { values: { rto: '4h' } } }).keys('enter');
    expect(session.getState().overlay).toMatchObject({ kind: 'field', area: { text: '4h', cursor: 2 } });
  });

  test('Enter after a value goes on', () => {
    const session = begin('DR-002', 0).keys('enter', '4h', 'enter', 'enter');
    expect(session.getState().overlay?.kind === 'field' && rowOf(session) === 0).toBe(false);
  });
});

describe('moving', () => {
  test.each([
    ['right', 'ARC-001', 'IAM-002'],
    ['left', 'IAM-002', 'ARC-001'],
    ['left', 'ARC-001', 'ARC-001'],
    ['end', 'ARC-001', 'PHI-001'],
    ['home', 'S3-001', 'ARC-001'],
    ['pagedown', 'ARC-001', 'DR-002'],
    ['pagedown', 'PHI-001', 'S3-001'],
    ['pageup', 'BAR-001', 'ARC-001'],
    ['pageup', 'ARC-001', 'ARC-001'],
  ])('%s on %s leads to %s', (key, from, to) => {
    const session = begin(from).keys(key);
    expect(at(session)).toBe(to);
    const positions = edits(session).map(edit => (edit.type === 'position' ? edit.item : edit.type));
    if (from !== to) expect(positions).toEqual([to]);
  });

  test('skips what a scope question switched off', () => {
    const session = begin('BAR-001', undefined, {}, { s3: 'no' });
    expect(at(session.keys('right'))).toBe('PHI-001');
    expect(at(session.keys('left'))).toBe('BAR-001');
    expect(at(begin('ARC-001', undefined, {}, { s3: 'no', phi: 'no' }).keys('end'))).toBe('BAR-001');
  });

  test('u leads round to the next item without an answer, then to what is unknown', () => {
    const done = (status: 'met' | 'unknown'): Answer => ({ status });
    const answers = {
      'ARC-001': done('met'),
      'IAM-002': done('unknown'),
      'DR-002': { ...done('met'), values: { rto: '4h', 'last-test': '2026-11-01', next: '春' } },
      'BAR-001': done('met'),
      'S3-001': done('met'),
      'S3-002': done('met'),
    };
    expect(at(begin('DR-002', undefined, answers).keys('u'))).toBe('PHI-001');
    expect(at(begin('PHI-001', undefined, { ...answers, 'PHI-001': done('met') }).keys('ctrl+u'))).toBe('IAM-002');
    const none = begin('ARC-001', undefined, { ...answers, 'PHI-001': done('met'), 'IAM-002': done('met') }).keys('u');
    expect([at(none), none.getState().notice]).toEqual([
      'ARC-001',
      { key: 'walk.none-open', values: {}, tone: 'good' },
    ]);
  });

  test('the last item leads to what is left', () => {
    const session = begin('PHI-001').keys('1');
    expect(session.getState().screen).toEqual({ name: 'map', index: 0, filter: 'unanswered' });
    expect(session.getState().notice).toEqual({ key: 'walk.end-open', values: { n: 6 }, tone: 'plain' });
    expect(at(session.keys('esc'))).toBe('PHI-001');
  });

  test('and to the report when nothing is left', () => {
    const answers = Object.fromEntries(
      ['ARC-001', 'IAM-002', 'DR-002', 'BAR-001', 'S3-001', 'S3-002'].map(id => [id, { status: 'not-met' as const }]),
    );
    expect(begin('PHI-001', undefined, answers).keys('1').getState().screen).toMatchObject({
      name: 'report',
      which: 'gap',
      lang: 'ja',
    });
  });

  test('a notice lasts until the next key', () => {
    expect(noticeOf(begin().keys('2', 'down'))).toBeUndefined();
  });
});

describe('an item that a scope question switches off while the walk is on it', () => {
  const back = () => begin('S3-001').keys('s', 'n', 'esc');

  test('gives way to the next one that is asked, or to the last', () => {
    expect(at(back())).toBe('PHI-001');
    expect(at(begin('PHI-001').keys('s', 'down', 'n', 'esc'))).toBe('S3-002');
    expect(at(begin('S3-001').keys('s', 'n', 'down', 'n', 'esc'))).toBe('BAR-001');
  });

  test('takes no answer', () => {
    const session = back().keys('1');
    expect(answerOf(session, 'S3-001')).toBeUndefined();
    expect(answerOf(session, 'PHI-001')?.status).toBe('met');
  });

  test('comes back with the scope', () => {
    expect(at(begin('S3-001').keys('s', 'n', 'y', 'esc'))).toBe('S3-001');
  });
});
