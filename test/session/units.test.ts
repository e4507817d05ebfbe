import { describe, expect, test } from 'vitest';
import { contextOf } from '../../src/session/core/context.ts';
import { mapRows } from '../../src/session/core/select.ts';
import { focusOf } from '../../src/session/focus.ts';
import { type Session, startSession, unitsState, walkOn } from '../support/session.ts';

const begin = (item: string, answers = {}): Session => startSession(unitsState(walkOn(item), { answers }));
const answers = (session: Session, item: string) => session.getState().open?.assessment.answers[item];
const place = (session: Session) => {
  const { screen } = session.getState();
  return screen.name === 'walk' ? [screen.item, screen.unit] : screen.name;
};

describe('a unit on the walk', () => {
  test('one key turns from the common answer to each unit and round', () => {
    const session = begin('TV-001');
    const seen = [']', ']', ']', '['].map(key => place(session.keys(key))[1]);
    expect(seen).toEqual(['u1', 'u2', undefined, 'u2']);
  });

  test('an answer for a unit stays with it and leads to the next one', () => {
    const session = begin('TV-001', { 'TV-001': { status: 'met' } }).keys(']', '3');
    expect(answers(session, 'TV-001')).toMatchObject({ status: 'met', units: { u1: { status: 'not-met' } } });
    expect(place(session.keys('1'))).toEqual(['TV-001', 'u2']);
  });

  test('one key gives every unit the answer of this one', () => {
    const session = begin('TV-001', { 'TV-001': { units: { u1: { status: 'not-met' }, u2: { status: 'met' } } } });
    session.keys(']', '=');
    const focus = (unit: string) => {
      const state = session.getState();
      return focusOf(state, { name: 'walk', item: 'TV-001', row: undefined, unit })?.unit?.status;
    };
    expect([focus('u1'), focus('u2')]).toEqual(['not-met', 'not-met']);
  });

  test("the organisation's part comes first, then each unit", () => {
    const session = begin('SOP-001').keys('1');
    expect(place(session)).toEqual(['SOP-001', 'u1']);
    expect(answers(session, 'SOP-001')).toEqual({ status: 'met', updatedAt: expect.any(String) });
  });

  test('a note belongs to the unit', () => {
    const session = begin('TV-001').keys(']', 'n', '店', '舗', 'ctrl+s');
    expect(answers(session, 'TV-001')).toMatchObject({ units: { u1: { note: '店舗' } } });
  });

  test('not applicable for a unit asks why and keeps the reason there', () => {
    const session = begin('TV-001').keys(']', '4', '1');
    expect(answers(session, 'TV-001')?.units?.u1).toEqual({
      status: 'not-applicable',
      reason: { code: 'OUT_OF_SCOPE' },
    });
  });
});

describe('a choice', () => {
  test('opens its options; Enter keeps one', () => {
    const session = begin('CASE-001').keys(']', 'down', 'down', 'down', 'enter');
    expect(contextOf(session.getState())).toBe('options');
    session.keys('down', 'enter');
    expect(answers(session, 'CASE-001')?.units?.u1?.values).toEqual({ format: 'paper' });
  });
});

describe('the table of units', () => {
  test('names one and fills in its date', () => {
    const session = startSession(unitsState({ name: 'units', index: 0 })).keys('enter', '青', 'enter', 'down', 'enter');
    session.keys(...'2026-01-10', 'enter');
    expect(session.getState().open?.assessment.units).toEqual({
      u1: { name: '青', values: { 'go-live': '2026-01-10' } },
    });
  });

  test('adds one', () => {
    const session = startSession(unitsState({ name: 'units', index: 0 })).keys('a', 'C', 'enter');
    expect(session.getState().open?.assessment.units).toEqual({ u3: { name: 'C' } });
  });

  test('is there from anywhere, and only where items are asked per unit', () => {
    expect(begin('TV-001').keys('#').getState().screen.name).toBe('units');
  });
});

describe('many items at once on the map', () => {
  const onMap = () => startSession(unitsState({ name: 'map', index: 0, filter: 'all' }));

  test('Space marks, one key answers what is marked', () => {
    const session = onMap().keys(' ', 'down', ' ', '1');
    expect(Object.keys(session.getState().open?.assessment.answers ?? {})).toEqual(['CASE-001', 'TV-001']);
    expect(answers(session, 'TV-001')?.status).toBe('met');
  });

  test('one key marks all that is listed, and takes the marks off again', () => {
    const marks = (session: Session) => {
      const { screen } = session.getState();
      return screen.name === 'map' ? screen.marked : undefined;
    };
    expect(marks(onMap().keys(' ', 'a'))).toHaveLength(mapRows(onMap().getState(), 'all').length);
    expect(marks(onMap().keys('a', 'a'))).toBeUndefined();
    expect(Object.keys(onMap().keys('a', '1').getState().open?.assessment.answers ?? {})).toContain('SOP-001');
  });

  test('every part of an item gets the answer, units that are answered apart too', () => {
    const said = answers(onMap().keys('a', '1'), 'SOP-001');
    expect(said?.status).toBe('met');
    expect(Object.values(said?.units ?? {}).map(one => one.status)).toEqual(['met', 'met']);
  });

  test('without marks the item under the cursor is answered', () => {
    const session = onMap().keys('5');
    expect(answers(session, 'CASE-001')?.status).toBe('unknown');
  });

  test('not applicable asks once for all', () => {
    const session = onMap().keys(' ', ' ', '4', '2');
    const said = answers(session, 'SOP-001');
    expect([answers(session, 'CASE-001')?.reason, said?.reason]).toEqual([
      { code: 'BUSINESS_PRIORITIES' },
      { code: 'BUSINESS_PRIORITIES' },
    ]);
  });

  test('roles filter what is shown', () => {
    const { getState } = onMap();
    expect(mapRows(getState(), 'technical')).toHaveLength(3);
    expect(mapRows(getState(), 'business')).toEqual([]);
  });
});
