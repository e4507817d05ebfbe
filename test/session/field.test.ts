import { describe, expect, test } from 'vitest';
import type { Answer, Assessment } from '../../src/assessment/assessment.ts';
import type { Overlay } from '../../src/session/core/state.ts';
import { peopleIn } from '../../src/session/field.ts';
import { NOW, openState, type Session, startSession, walkOn } from '../support/session.ts';

const begin = (answer: Answer = {}, assessment: Partial<Assessment> = {}): Session =>
  startSession(openState(walkOn('ARC-001'), {}, { answers: { 'ARC-001': answer }, ...assessment }));
const over = ({ getState }: Session): Overlay | undefined => getState().overlay;
const answerOf = ({ getState }: Session) => getState().open?.assessment.answers['ARC-001'];
const profile = ({ getState }: Session) => getState().open?.assessment;
const saved = (session: Session) => session.effects.filter(effect => effect.type === 'save');

describe('a note', () => {
  test('takes several lines and is kept with Esc', () => {
    const session = begin().keys('n', '本番だけ', 'enter', '検証はまだ', 'esc');
    expect(answerOf(session)).toEqual({ note: '本番だけ\n検証はまだ', updatedAt: NOW });
    expect(over(session)).toBeUndefined();
  });

  test('or with Ctrl+S, and opens again as it is', () => {
    const session = begin({ note: '前の' }).keys('ctrl+n', 'メモ', 'ctrl+s');
    expect(answerOf(session)?.note).toBe('前のメモ');
    expect(over(session.keys('n'))).toMatchObject({ kind: 'field', area: { text: '前のメモ', multiline: true } });
  });

  test('emptied is removed, blanks around are cut', () => {
    expect(answerOf(begin({ note: '前の' }).keys('n', 'ctrl+u', 'esc'))).toEqual({ updatedAt: NOW });
    expect(answerOf(begin().keys('n', '  メモ', 'enter', 'esc'))?.note).toBe('メモ');
  });

  test('letters that are commands elsewhere are letters', () => {
    expect(answerOf(begin().keys('n', 'q', '1', '?', 'L', '/', ' ', 'x', 'esc'))?.note).toBe('q1?L/ x');
  });

  test('a paste comes as it is, line ends and all', () => {
    const session = begin().keys('n');
    session.paste('一\r\n二\t三');
    expect(over(session)).toMatchObject({ area: { text: '一\n二  三' } });
  });

  test('goes to the editor and comes back saved', () => {
    const session = begin({ note: '前の' }).keys('n', 'ctrl+g');
    const [effect] = session.effects;
    if (effect?.type !== 'editor') throw new Error('no editor');
    expect(effect).toMatchObject({ text: '前の', stored: '前の' });
    session.dispatch({ type: 'edited', note: effect.note, before: ['前の'], text: '一\n二\n', at: NOW });
    expect([answerOf(session)?.note, over(session)]).toEqual(['一\n二', undefined]);
  });

  test('that was only looked at is not written', () => {
    expect(saved(begin({ note: '前の' }).keys('n', 'esc'))).toEqual([]);
  });
});

describe('a line', () => {
  test('is saved with Enter, dropped with Esc', () => {
    expect(answerOf(begin().keys('o', '佐藤', 'enter'))?.owner).toBe('佐藤');
    const dropped = begin({ owner: '佐藤' }).keys('ctrl+o', '様', 'esc');
    expect([answerOf(dropped), saved(dropped)]).toEqual([{ owner: '佐藤' }, []]);
  });

  test('is one line whatever is pasted', () => {
    const session = begin().keys('o');
    session.paste('佐藤\n鈴木');
    expect(answerOf(session.keys('enter'))?.owner).toBe('佐藤 鈴木');
  });

  test('a due date is read as people write it, and an empty one removes it', () => {
    expect(answerOf(begin().keys('d', '２０２７年１月５日', 'enter'))?.due).toBe('2027-01-05');
    expect(answerOf(begin({ due: '2027-01-05' }).keys('ctrl+d', 'ctrl+u', 'enter'))).not.toHaveProperty('due');
  });

  test('a date that is none stays open with a message until one types', () => {
    const session = begin().keys('d', '2027-02-30', 'enter');
    expect(over(session)).toMatchObject({ area: { text: '2027-02-30' }, error: { key: 'field.error.no-such-day' } });
    expect(saved(session)).toEqual([]);
    expect(over(session.keys('backspace'))).not.toHaveProperty('error');
    expect(answerOf(session.keys('backspace', '28', 'enter'))?.due).toBe('2027-02-28');
  });
});

describe('the profile, in the settings', () => {
  const settings = (...keys: string[]) => begin().keys(',', ...keys);

  test('language and both languages', () => {
    const session = settings('enter', 'down', ' ');
    expect([session.getState().lang, session.getState().sideBySide]).toEqual(['en', true]);
    expect(session.effects).toEqual([
      { type: 'redraw' },
      { type: 'prefer', key: 'lang', value: 'en' },
      { type: 'prefer', key: 'sideBySide', value: true },
    ]);
  });

  test('the name, which must not be empty', () => {
    const session = settings('down', 'down', 'enter', 'ctrl+u', 'enter');
    expect(over(session)).toMatchObject({ error: { key: 'field.error.name' } });
    expect(profile(session.keys('新しい名前', 'enter'))?.name).toBe('新しい名前');
  });

  test('the review date', () => {
    const session = settings('down', 'down', 'down', 'enter', '2027/1/15', 'enter');
    expect(profile(session)?.reviewDate).toBe('2027-01-15');
    expect(profile(session.keys('enter', 'ctrl+u', 'enter'))).not.toHaveProperty('reviewDate');
  });

  test('the people; who stays keeps the role', () => {
    const session = settings('down', 'down', 'down', 'down', 'enter');
    expect(over(session)).toMatchObject({ area: { text: '田中, Suzuki' } });
    expect(profile(session.keys('ctrl+u', 'Sato、田中', 'enter'))?.participants).toEqual([
      { name: 'Sato' },
      { name: '田中', role: 'facilitator' },
    ]);
  });

  test('the scope has its own screen', () => {
    expect(settings('end', 'enter').getState().screen).toEqual({ name: 'gates', index: 0 });
    expect(settings('end', 'enter', 'esc').getState().screen).toMatchObject({ name: 'settings' });
  });
});

test('names are separated by any comma', () => {
  expect(peopleIn(' 田中,鈴木、 Sato ，\nLee,, ', [])).toEqual([
    { name: '田中' },
    { name: '鈴木' },
    { name: 'Sato' },
    { name: 'Lee' },
  ]);
  expect(peopleIn('', [{ name: '田中' }])).toEqual([]);
});
