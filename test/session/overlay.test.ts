import { describe, expect, test } from 'vitest';
import type { Answer } from '../../src/assessment/assessment.ts';
import { searchRows } from '../../src/session/core/select.ts';
import type { Overlay, State } from '../../src/session/core/state.ts';
import { homeState, LISTED, NOW, openState, type Session, startSession, walkOn } from '../support/session.ts';
import { STATES } from '../support/states.ts';

const begin = (
  item = 'ARC-001',
  answers: Record<string, Answer> = {},
  gates: Record<string, 'yes' | 'no'> = {},
): Session => startSession(openState(walkOn(item), {}, { answers, gates }));
const over = ({ getState }: Session): Overlay | undefined => getState().overlay;
const screenOf = ({ getState }: Session) => getState().screen;
const answerOf = (session: Session, item: string): Answer | undefined =>
  session.getState().open?.assessment.answers[item];

describe('the reason', () => {
  test.each([
    ['1', 'OUT_OF_SCOPE'],
    ['2', 'BUSINESS_PRIORITIES'],
    ['3', 'ARCHITECTURE_CONSTRAINTS'],
  ] as const)('%s is %s and moves on', (key, code) => {
    const session = begin().keys('4', key);
    expect(answerOf(session, 'ARC-001')).toEqual({ status: 'not-applicable', reason: { code }, updatedAt: NOW });
    expect([over(session), screenOf(session)]).toEqual([undefined, walkOn('IAM-002')]);
    expect(session.getState().notice?.values).toEqual({ id: 'ARC-001', status: '@status.not-applicable' });
  });

  test('is chosen with arrows too, and Esc leaves the item as it was', () => {
    const session = begin('ARC-001', { 'ARC-001': { status: 'partly' } }).keys('4', 'down', 'down', 'up', 'enter');
    expect(answerOf(session, 'ARC-001')?.reason).toEqual({ code: 'BUSINESS_PRIORITIES' });
    const left = begin('ARC-001', { 'ARC-001': { status: 'partly' } }).keys('4', 'esc');
    expect([over(left), left.effects, answerOf(left, 'ARC-001')]).toEqual([undefined, [], { status: 'partly' }]);
    expect(over(begin().keys('4', 'left'))).toBeUndefined();
  });

  test('OTHER asks for words, then moves on', () => {
    const session = begin().keys('4', '4', '親会社が契約', 'enter');
    expect(answerOf(session, 'ARC-001')).toEqual({
      status: 'not-applicable',
      reason: { code: 'OTHER', text: '親会社が契約' },
      updatedAt: NOW,
    });
    expect(screenOf(session)).toEqual(walkOn('IAM-002'));
    expect(answerOf(begin().keys('4', '４', 'enter'), 'ARC-001')?.reason).toEqual({ code: 'OTHER' });
  });

  test('Esc in the words answers nothing', () => {
    const session = begin().keys('4', '4', '親会社', 'esc');
    expect([answerOf(session, 'ARC-001'), over(session), screenOf(session)]).toEqual([
      undefined,
      undefined,
      walkOn('ARC-001'),
    ]);
  });

  test('words that were there come back to be changed', () => {
    const session = begin('ARC-001', {
      'ARC-001': { status: 'not-applicable', reason: { code: 'OTHER', text: '古い' } },
    }).keys('4', '4');
    expect(over(session)).toMatchObject({ kind: 'field', area: { text: '古い' } });
  });

  test('5 and other keys do nothing there', () => {
    expect(over(begin().keys('4', '5', 'n', 'e'))).toMatchObject({ kind: 'reason', index: 0 });
  });

  test('after the last item the walk ends as after any answer', () => {
    expect(screenOf(begin('PHI-001').keys('4', '1'))).toMatchObject({ name: 'map', filter: 'unanswered' });
  });
});

describe('help and guide', () => {
  test.each([
    ['?', 'help'],
    ['g', 'guide'],
    ['tab', 'guide'],
    ['ctrl+g', 'guide'],
  ])('%s opens the %s', (key, kind) => {
    expect(over(begin().keys(key))).toMatchObject({ kind, scroll: 0 });
  });

  test('Esc closes both, and so does the key that opens', () => {
    expect(over(begin().keys('?', 'esc'))).toBeUndefined();
    expect(over(begin().keys('g', 'esc'))).toBeUndefined();
    expect(over(begin().keys('?', '?'))).toBeUndefined();
    expect(over(begin().keys('g', 'g'))).toBeUndefined();
    expect(over(begin().keys('tab', 'tab'))).toBeUndefined();
  });

  test('they scroll and are held to their last line', () => {
    const session = begin().keys('g', 'down', 'pagedown', ' ', 'up');
    expect(over(session)).toMatchObject({ scroll: 36 });
    session.dispatch({ type: 'scrollable', last: 5 });
    expect(over(session)).toMatchObject({ scroll: 5 });
    expect(over(session.keys('home'))).toMatchObject({ scroll: 0 });
    expect(over(session.keys('end'))).toMatchObject({ scroll: 5 });
  });

  test('help is there on every screen, also without an assessment', () => {
    expect(over(startSession(homeState()).keys('?'))).toMatchObject({ kind: 'help' });
    for (const state of [STATES['start-list'], STATES['start-gates'], STATES.settings])
      expect(over(startSession(state).keys('?'))).toMatchObject({ kind: 'help' });
    for (const key of ['m', 'c', 'r', 'p', 's', ','])
      expect(over(begin().keys(key, '?'))).toMatchObject({ kind: 'help' });
  });
});

describe('search', () => {
  const found = (session: Session) => {
    const overlay = over(session);
    return overlay?.kind === 'search'
      ? searchRows(session.getState(), overlay.area.text).map(one => one.item.id)
      : undefined;
  };

  test('finds while one types, in both languages', () => {
    expect(found(begin().keys('/', 's3'))).toEqual(['S3-001', 'S3-002']);
    expect(found(begin().keys('/', 'ｓ３－００２'))).toEqual(['S3-002']);
    expect(found(begin().keys('ctrl+f', 'title of arc'))).toEqual(['ARC-001']);
  });

  test('Enter goes to the row, typing starts at the top again', () => {
    const session = begin().keys('/', 's3', 'down');
    expect(over(session)).toMatchObject({ index: 1 });
    expect(screenOf(session.keys('enter'))).toEqual(walkOn('S3-002'));
    expect(over(session)).toBeUndefined();
    expect(over(begin().keys('/', 's3', 'down', '-'))).toMatchObject({ index: 0 });
  });

  test('Enter on nothing stays, Esc closes', () => {
    const session = begin().keys('/', '量子', 'enter');
    expect(over(session)).toMatchObject({ kind: 'search' });
    expect([over(session.keys('esc')), screenOf(session)]).toEqual([undefined, walkOn('ARC-001')]);
  });

  test('finds nothing that is out of scope', () => {
    expect(found(begin('ARC-001', {}, { s3: 'no' }).keys('/', 's3-'))).toEqual([]);
  });

  test('from another screen leads to the walk and back', () => {
    const session = begin().keys('p', '/', 'bar', 'enter');
    expect(screenOf(session)).toEqual(walkOn('BAR-001'));
    expect(screenOf(session.keys('esc'))).toMatchObject({ name: 'plan' });
  });

  test('is not there without an assessment', () => {
    expect(over(startSession(homeState()).keys('/'))).toBeUndefined();
    expect(over(startSession(homeState()).keys(',', '/'))).toBeUndefined();
  });
});

describe('deleting', () => {
  const atHome = () => startSession(homeState());

  test('asks first, and Enter does it', () => {
    const session = atHome().keys('x');
    expect(over(session)).toEqual({ kind: 'confirm-delete', id: 'payment', name: '決済 SaaS' });
    expect(session.keys('enter').effects).toEqual([{ type: 'remove', id: 'payment' }]);
    expect(over(session)).toBeUndefined();
  });

  test.each(['esc', 'left'])('%s keeps it', key => {
    const session = atHome().keys('delete', key);
    expect([over(session), session.effects]).toEqual([undefined, []]);
  });

  test('other keys neither delete nor keep', () => {
    const session = atHome().keys('x', 'y', 'x', ' ', '1', 'right');
    expect([over(session)?.kind, session.effects]).toEqual(['confirm-delete', []]);
  });

  test('a damaged one goes by its id, a questionnaire not at all', () => {
    expect(over(atHome().keys('down', 'x'))).toMatchObject({ id: 'broken', name: 'broken' });
    expect(over(atHome().keys('end', 'x'))).toBeUndefined();
  });

  test('afterwards the cursor stays in the list', () => {
    const session = atHome().keys('end');
    expect(screenOf(session)).toMatchObject({ index: 3 });
    session.dispatch({ type: 'listed', listed: [] });
    expect(screenOf(session)).toMatchObject({ index: 1 });
    session.dispatch({ type: 'listed', listed: LISTED });
    expect(screenOf(session)).toMatchObject({ index: 1 });
  });
});

describe('trouble', () => {
  const troubled = (code: string, backup?: string): Session => {
    const session = startSession(homeState());
    session.dispatch({ type: 'trouble', id: 'broken', code, path: '/home/broken.json', ...(backup && { backup }) });
    return session;
  };

  test('is shown with what is known', () => {
    expect(over(troubled('damaged', '/b/1.json'))).toEqual({
      kind: 'trouble',
      id: 'broken',
      code: 'damaged',
      path: '/home/broken.json',
      backup: '/b/1.json',
    });
  });

  test('Enter restores the backup of a damaged file', () => {
    const session = troubled('damaged', '/b/1.json').keys('enter');
    expect([session.effects, over(session)]).toEqual([
      [{ type: 'restore', id: 'broken', backup: '/b/1.json' }],
      undefined,
    ]);
    expect(troubled('damaged').keys('enter').effects).toEqual([{ type: 'restore', id: 'broken' }]);
  });

  test.each(['newer', 'questionnaire-missing', 'denied'])('%s is only explained', code => {
    const session = troubled(code, '/b/1.json').keys('enter', ' ', 'r');
    expect([session.effects, over(session)?.kind]).toEqual([[], 'trouble']);
    expect(over(session.keys('esc'))).toBeUndefined();
  });
});

test('a failure with much to say opens, one with a line is a notice', () => {
  const session = startSession(homeState());
  session.dispatch({ type: 'failed', message: { key: 'error.x', values: { path: 'a' } } });
  expect(session.getState().notice).toEqual({ key: 'error.x', values: { path: 'a' }, tone: 'bad' });
  session.dispatch({
    type: 'failed',
    message: { key: 'error.x', lines: ['list.yaml:1:1 missing', 'list.yaml:2:1 missing'] },
  });
  expect(over(session)).toEqual({
    kind: 'problems',
    lines: ['list.yaml:1:1 missing', 'list.yaml:2:1 missing'],
    scroll: 0,
  });
  expect(over(session.keys('down', 'esc'))).toBeUndefined();
});

test('B shows both languages over any of it, L changes them, and nothing else changes', () => {
  const without = ({ lang: _, sideBySide: __, notice: ___, ...rest }: State) => rest;
  for (const keys of [[], ['g'], ['g', 'down']]) {
    const session = begin().keys(...keys);
    const before = session.getState();
    session.keys('B', 'L');
    expect([session.getState().lang, session.getState().sideBySide]).toEqual(['en', true]);
    expect(without(session.getState())).toEqual(without(before));
    expect(session.effects.slice(-3)).toEqual([
      { type: 'prefer', key: 'sideBySide', value: true },
      { type: 'redraw' },
      { type: 'prefer', key: 'lang', value: 'en' },
    ]);
  }
});
