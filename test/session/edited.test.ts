import { describe, expect, test } from 'vitest';
import { afterEditor } from '../../src/session/edited.ts';
import { TEXT_LIMIT } from '../../src/session/text/text-area.ts';
import { NOW, openState, startSession, walkOn } from '../support/session.ts';

const ITEM = 'ARC-001';

/** A walk on an item with a note, and the keys that were pressed there. */
function walk(stored: string, ...keys: string[]) {
  const state = openState(walkOn(ITEM), {}, { answers: { [ITEM]: { note: stored } } });
  const session = startSession(state).keys(...keys);
  const { id } = state.open?.assessment ?? { id: '' };
  const back = (text: string, more: object = {}) =>
    session.dispatch({ type: 'edited', note: { id, item: ITEM }, before: [stored], text, at: NOW, ...more });
  const note = () => session.getState().open?.assessment.answers[ITEM]?.note;
  return { session, back, note, field: () => session.getState().overlay };
}

describe('a note after an editor', () => {
  test.each([
    ['前', ['前'], '後', '後'],
    ['打った', ['前', '打った'], '後', '後'],
    ['前', ['前'], '前', undefined],
    ['前', ['前'], '', ''],
    ['前\n', ['前'], '前', undefined],
    ['人の', ['前'], '前', undefined],
    ['人の', ['前', '打った'], '打った', '人の\n\n打った'],
    ['人の', ['前'], '後', '人の\n\n後'],
    ['人の後', ['前'], '後', undefined],
    ['人の', ['前'], '', undefined],
    ['', ['前'], '後', '後'],
  ])('%j, that was %j, with %j: %j', (current, before, text, expected) =>
    expect(afterEditor(current, { before, text })).toBe(expected),
  );
});

test('what a failing editor saved stands in the field with the reason, and can be undone', () => {
  const { session, back, note, field } = walk('前', 'n', 'ctrl+g');
  const problem = { key: 'editor.failed', values: { editor: 'ed', code: 1 } };
  back('後', { problem });
  expect(field()).toMatchObject({ kind: 'field', area: { text: '後' }, error: problem });
  expect(note()).toBe('前');
  session.keys('ctrl+_');
  expect(field()).toMatchObject({ area: { text: '前' } });
});

test('what an editor saves after it returned goes into the open field, below what was typed there', () => {
  const same = walk('前', 'n');
  same.back('後', { later: true });
  expect(same.field()).toMatchObject({ area: { text: '後' }, error: { key: 'editor.returned' } });
  const other = walk('前', 'n', 'x');
  other.back('後', { later: true });
  expect(other.field()).toMatchObject({ area: { text: '前x\n\n後' } });
});

test('without its field it goes into the note, which is told', () => {
  const { session, back, note } = walk('前', 'n', 'esc');
  back('後', { later: true });
  expect(note()).toBe('後');
  expect(session.getState().notice).toMatchObject({ key: 'editor.taken', values: { items: ITEM } });
  expect(session.effects.at(-1)).toMatchObject({ type: 'save' });
});

test('a field that was closed while the editor worked loses nothing', () => {
  const { back, note } = walk('前', 'n', 'ctrl+g', 'esc');
  back('後');
  expect(note()).toBe('後');
});

test('nothing is cut: a note that would grow too long stays as it is', () => {
  const { back, note } = walk('人の', 'n', 'esc');
  back('x'.repeat(TEXT_LIMIT), { later: true, before: ['前'] });
  expect(note()).toBe('人の');
});
