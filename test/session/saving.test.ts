import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applyEdit, type Edit } from '../../src/assessment/answers/edit.ts';
import type { Assessment } from '../../src/assessment/assessment.ts';
import { NOW, openState, type Session, sampleAssessment, startSession, walkOn } from '../support/session.ts';

const note = (item: string, text: string): Edit => ({ type: 'answer', item, set: { note: text }, at: NOW });
const withEdits = (edits: Edit[], from: Assessment = sampleAssessment()) => edits.reduce(applyEdit, from);
const assessmentOf = ({ getState }: Session) => getState().open?.assessment;
const editsOf = (session: Session) => session.effects.flatMap(effect => (effect.type === 'save' ? effect.edits : []));

describe('what comes back from the disk', () => {
  test('is taken over: another program may have written too', () => {
    const session = startSession(openState()).keys('1');
    const theirs = withEdits([...editsOf(session), note('BAR-001', '別の人のメモ')]);
    session.dispatch({ type: 'saved', assessment: theirs, pending: [] });
    expect(assessmentOf(session)).toEqual(theirs);
    expect(session.getState().saving).toEqual({ state: 'saved' });
  });

  test('lies under the edits that are still on their way', () => {
    const session = startSession(openState()).keys('1', '1');
    const [first, second, ...rest] = editsOf(session);
    if (!first || !second) throw new Error('no edits');
    session.dispatch({
      type: 'saved',
      assessment: withEdits([first, second, note('BAR-001', '別の人')]),
      pending: [{ base: withEdits([first, second]), edits: rest }],
    });
    expect(assessmentOf(session)?.answers).toMatchObject({
      'ARC-001': { status: 'met' },
      'IAM-002': { status: 'met' },
      'BAR-001': { note: '別の人' },
    });
    expect(session.getState().saving).toEqual({ state: 'saving' });
  });

  test('never takes away what was just answered, however the writes fall', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('1', '2', '3', '5', 'right', 'f', '0'), { minLength: 1, maxLength: 15 }),
        fc.nat(),
        (keys, cut) => {
          const session = startSession(openState()).keys(...keys);
          const shown = assessmentOf(session);
          const all = editsOf(session);
          const taken = cut % (all.length + 1);
          const disk = withEdits(all.slice(0, taken));
          session.dispatch({ type: 'saved', assessment: disk, pending: [{ base: disk, edits: all.slice(taken) }] });
          expect(assessmentOf(session)).toEqual(shown);
        },
      ),
    );
  });

  test('of another assessment is not taken', () => {
    const session = startSession(openState());
    session.dispatch({ type: 'saved', assessment: sampleAssessment({ id: 'other', name: '別' }), pending: [] });
    expect(assessmentOf(session)).toEqual(sampleAssessment());
    const home = startSession(openState()).keys('q');
    home.dispatch({ type: 'saved', assessment: sampleAssessment(), pending: [] });
    expect(home.getState().open).toBeUndefined();
  });

  test('does not move the walk or close what is being typed', () => {
    const session = startSession(openState(walkOn('BAR-001'))).keys('n', '書きかけ');
    session.dispatch({ type: 'saved', assessment: sampleAssessment({ position: 'ARC-001' }), pending: [] });
    expect(session.getState()).toMatchObject({
      screen: walkOn('BAR-001'),
      overlay: { kind: 'field', area: { text: '書きかけ' } },
    });
  });
});

describe('a write that fails', () => {
  const failed = () => {
    const session = startSession(openState()).keys('1');
    session.dispatch({ type: 'save-failed', message: { key: 'error.no-space', values: { path: '/x' } } });
    return session;
  };

  test('is said, and the answer stays on the screen', () => {
    expect(failed().getState().saving).toEqual({
      state: 'failed',
      message: { key: 'error.no-space', values: { path: '/x' } },
    });
    expect(assessmentOf(failed())?.answers['ARC-001']?.status).toBe('met');
  });

  test('stays said through keys that write nothing, until a write comes through', () => {
    const session = failed().keys('?', 'esc', 'm', 'esc');
    expect(session.getState().saving.state).toBe('failed');
    session.keys('1');
    session.dispatch({ type: 'saved', assessment: withEdits(editsOf(session)), pending: [] });
    expect(session.getState().saving).toEqual({ state: 'saved' });
  });
});

describe('Ctrl+C', () => {
  test('saves a note that is being typed, then leaves', () => {
    const session = startSession(openState()).keys('n', '書きかけ', 'ctrl+c');
    expect(session.effects).toEqual([
      { type: 'save', id: 'payment', edits: [note('ARC-001', '書きかけ')], base: sampleAssessment() },
      { type: 'exit', code: 130 },
    ]);
    expect(assessmentOf(session)?.answers['ARC-001']?.note).toBe('書きかけ');
  });

  test('saves a line and a form that are being typed, then leaves', () => {
    const line = startSession(openState()).keys('o', '佐藤', 'ctrl+c');
    expect(line.effects.map(effect => effect.type)).toEqual(['save', 'exit']);
    expect(assessmentOf(line)?.answers['ARC-001']?.owner).toBe('佐藤');
    const form = startSession(openState()).keys('e', 'a', '画面', 'ctrl+c');
    expect(form.effects.map(effect => effect.type)).toEqual(['save', 'exit']);
    expect(assessmentOf(form)?.answers['ARC-001']?.evidence).toMatchObject([{ what: '画面' }]);
  });

  test.each([
    ['on the walk', []],
    ['in the help', ['?']],
    ['in the search', ['/', 'x']],
    ['in a line that is wrong', ['d', 'いつか']],
    ['in a form without a name', ['e', 'a']],
    ['in the reason', ['4']],
  ])('%s leaves at once', (_where, keys) => {
    const session = startSession(openState()).keys(...keys, 'ctrl+c');
    expect(session.effects).toEqual([{ type: 'exit', code: 130 }]);
  });
});

describe('another language', () => {
  test('keeps everything, whatever is on the screen', () => {
    for (const keys of [
      [],
      ['down'],
      ['2'],
      ['n', '書きかけ'],
      ['e', 'a', '画面'],
      ['4'],
      ['/', 's3'],
      ['m', 'f'],
      ['r', 'right'],
      ['g', 'down'],
      ['s', 'down'],
    ]) {
      const session = startSession(openState()).keys(...keys);
      const { lang: _, notice: __, ...before } = session.getState();
      const { lang, notice: ___, ...after } = session.keys('ctrl+l').getState();
      expect(lang).toBe('en');
      expect(after, keys.join(' ')).toEqual(before);
      expect(session.effects.at(-1)).toEqual({ type: 'prefer', key: 'lang', value: 'en' });
    }
  });
});
