import { describe, expect, test } from 'vitest';
import { Assessment, type Evidence } from '../../src/assessment/assessment.ts';
import { createEngine } from '../../src/runtime/engine.ts';
import type { Overlay } from '../../src/session/core/state.ts';
import { NOW, openState, type Session, startSession, TODAY, walkOn } from '../support/session.ts';

const SCREEN: Evidence = {
  id: 'e1',
  what: '設定の画面',
  where: 'https://wiki.example.com/',
  date: '2026-11-01',
  validUntil: '2027-11-01',
  owner: '田中',
};
const LOG: Evidence = { id: 'e7', what: '記録' };

const begin = (...evidence: Evidence[]): Session =>
  startSession(
    openState(walkOn('ARC-001'), {}, { answers: evidence.length > 0 ? { 'ARC-001': { evidence } } : {} }),
  ).keys('e');
const over = ({ getState }: Session): Overlay | undefined => getState().overlay;
const evidenceOf = ({ getState }: Session) => getState().open?.assessment.answers['ARC-001']?.evidence;
const formOf = (session: Session) => {
  const overlay = over(session);
  if (overlay?.kind !== 'evidence-form') throw new Error(`no form but ${overlay?.kind}`);
  return overlay;
};

describe('the list', () => {
  test('opens on the first, the row after the last adds one', () => {
    expect(over(begin(SCREEN, LOG))).toEqual({ kind: 'evidence', item: 'ARC-001', index: 0 });
    expect(formOf(begin(SCREEN, LOG).keys('end', 'enter'))).toMatchObject({
      id: 'e8',
      row: 0,
      draft: { what: '', date: TODAY },
    });
    expect(formOf(begin().keys('enter')).id).toBe('e1');
    expect(formOf(begin(SCREEN).keys('a')).id).toBe('e2');
  });

  test('Esc closes it', () => {
    expect(over(begin().keys('esc'))).toBeUndefined();
  });

  test('deletes the row, and the field with the last one', () => {
    const session = begin(SCREEN, LOG).keys('x');
    expect(evidenceOf(session)).toEqual([LOG]);
    expect(evidenceOf(session.keys('delete'))).toBeUndefined();
    expect(session.keys('x').effects).toHaveLength(2);
  });
});

describe('the form', () => {
  test('goes field by field with Enter and saves after the last', () => {
    const session = begin().keys(
      'enter',
      '画面',
      'enter',
      'Box',
      'enter',
      'ctrl+u',
      '2026/11/1',
      'enter',
      '2027年11月1日',
      'enter',
      '田中',
      'enter',
    );
    expect(evidenceOf(session)).toEqual([
      { id: 'e1', what: '画面', where: 'Box', date: '2026-11-01', validUntil: '2027-11-01', owner: '田中' },
    ]);
    expect(over(session)).toEqual({ kind: 'evidence', item: 'ARC-001', index: 0 });
    expect(session.effects).toHaveLength(1);
  });

  test('saves from any field with Ctrl+S; what is empty is left out', () => {
    const session = begin().keys('enter', '画面', 'ctrl+s');
    expect(evidenceOf(session)).toEqual([{ id: 'e1', what: '画面', date: TODAY }]);
    const assessment = session.getState().open?.assessment;
    expect(Assessment.parse(JSON.parse(JSON.stringify(assessment)))).toEqual(assessment);
  });

  test('moves with Tab and arrows, round at both ends, and keeps what was typed', () => {
    const session = begin(SCREEN).keys('enter', '（新）', 'tab', 'down', 'up', 'shift+tab');
    expect(formOf(session)).toMatchObject({
      row: 0,
      draft: { what: '設定の画面（新）' },
      area: { text: '設定の画面（新）' },
    });
    expect(formOf(session.keys('up')).row).toBe(4);
    expect(formOf(session.keys('tab')).row).toBe(0);
  });

  test('changes a piece in its place', () => {
    const session = begin(SCREEN, LOG).keys('enter', 'ctrl+u', '別の画面', 'ctrl+s');
    expect(evidenceOf(session)).toEqual([{ ...SCREEN, what: '別の画面' }, LOG]);
    expect(over(session)).toMatchObject({ kind: 'evidence', index: 0 });
    const emptied = begin(SCREEN).keys('enter', 'tab', 'ctrl+u', 'ctrl+s');
    expect(evidenceOf(emptied)?.[0]).toEqual({
      id: 'e1',
      what: '設定の画面',
      date: '2026-11-01',
      validUntil: '2027-11-01',
      owner: '田中',
    });
  });

  test('Esc drops what was typed and goes back to the list', () => {
    const session = begin(SCREEN, LOG).keys('down', 'enter', 'x', 'esc');
    expect([over(session), session.effects]).toEqual([{ kind: 'evidence', item: 'ARC-001', index: 1 }, []]);
  });

  test('goes to the field that is wrong', () => {
    expect(formOf(begin().keys('enter', 'tab', 'Box', 'ctrl+s'))).toMatchObject({
      row: 0,
      error: { key: 'field.error.what' },
    });
    const session = begin(SCREEN).keys('enter', 'tab', 'tab', 'tab', 'ctrl+u', '2027-02-30', 'ctrl+s');
    expect(formOf(session)).toMatchObject({
      row: 3,
      error: { key: 'field.error.no-such-day' },
      area: { text: '2027-02-30' },
    });
    expect(evidenceOf(session.keys('backspace', 'backspace', '28', 'ctrl+s'))?.[0]?.validUntil).toBe('2027-02-28');
  });

  test('stops complaining when it is mended', () => {
    expect(formOf(begin().keys('enter', 'ctrl+s', '画面', 'tab'))).not.toHaveProperty('error');
  });
});

test('new evidence is dated with the day of the person', () => {
  const session = startSession(openState(walkOn('ARC-001'), { today: '2026-11-23' })).keys('e', 'enter');
  expect(NOW.slice(0, 10)).toBe('2026-11-22');
  expect(formOf(session).draft.date).toBe('2026-11-23');
});

test('after midnight the next key has the new day', () => {
  let now = '2026-11-30T23:59:59.000Z';
  const initial = openState(walkOn('ARC-001'), { today: '2026-11-30' });
  const engine = createEngine(
    initial,
    () => undefined,
    () => new Date(now),
    [],
    at => at.toISOString().slice(0, 10),
  );
  engine.press([{ text: 'e' }, { key: 'enter' }]);
  const dated = () => engine.getState().overlay as { draft?: { date: string } };
  expect(dated().draft?.date).toBe('2026-11-30');
  engine.press([{ key: 'esc' }]);
  now = '2026-12-01T00:00:00.000Z';
  engine.press([{ key: 'enter' }]);
  expect(dated().draft?.date).toBe('2026-12-01');
  now = '2026-12-02T00:00:00.000Z';
  engine.newDay();
  expect(engine.getState().today).toBe('2026-12-02');
});

describe('one document for several items', () => {
  const BASIC: Evidence = { id: 'e1', what: '基本設計書', where: 'Box', date: '2026-11-01' };
  const answers = {
    'ARC-001': { evidence: [LOG] },
    'ARC-002': { evidence: [BASIC] },
    'ARC-003': { evidence: [SCREEN, { ...BASIC, id: 'e9' }] },
  };
  const shared = () => startSession(openState(walkOn('ARC-001'), {}, { answers })).keys('e');
  const of = ({ getState }: Session, item: string) => getState().open?.assessment.answers[item]?.evidence;

  test('is taken from other items with Enter, what serves most of them first', () => {
    const session = shared().keys('down', 'down', 'enter');
    expect(of(session, 'ARC-001')).toEqual([LOG, { ...BASIC, id: 'e8' }]);
    expect(over(session)).toEqual({ kind: 'evidence', item: 'ARC-001', index: 1 });
    expect(session.effects).toHaveLength(1);
  });

  test('is offered once and not when the item has it', () => {
    const session = shared().keys('end');
    expect(over(session)).toMatchObject({ index: 3 });
    expect(over(session.keys('enter', 'end'))).toMatchObject({ index: 3 });
    expect(of(session, 'ARC-001')?.map(one => one.what)).toEqual(['記録', '設定の画面']);
  });

  test('is changed everywhere at once, in one save, and deleted only here', () => {
    const linked = shared().keys('down', 'down', 'enter');
    const session = linked.keys('enter', 'ctrl+u', '基本設計書 2.0 版', 'ctrl+s');
    const names = ['ARC-001', 'ARC-002', 'ARC-003'].map(id => of(session, id)?.map(({ id: own, what }) => [own, what]));
    expect(names).toEqual([
      [
        ['e7', '記録'],
        ['e8', '基本設計書 2.0 版'],
      ],
      [['e1', '基本設計書 2.0 版']],
      [
        ['e1', '設定の画面'],
        ['e9', '基本設計書 2.0 版'],
      ],
    ]);
    expect(session.getState().notice).toMatchObject({ key: 'evidence.shared', values: { n: 2 } });
    const deleted = session.keys('x');
    expect(of(deleted, 'ARC-001')).toEqual([LOG]);
    expect(of(deleted, 'ARC-002')).toHaveLength(1);
  });
});

test('v notes that somebody has seen a document, for every item that it serves, and takes it back', () => {
  const shared: Evidence = { id: 'e1', what: '基本設計書', where: 'Box' };
  const answers = { 'ARC-001': { evidence: [shared] }, 'ARC-002': { evidence: [{ ...shared, id: 'e4' }] } };
  const session = startSession(openState(walkOn('ARC-001'), {}, { answers })).keys('e', 'v');
  const sighted = () =>
    ['ARC-001', 'ARC-002'].map(id => session.getState().open?.assessment.answers[id]?.evidence?.[0]?.sighted);
  expect(sighted()).toEqual([TODAY, TODAY]);
  session.keys('v');
  expect(sighted()).toEqual([undefined, undefined]);
});
