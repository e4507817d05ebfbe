import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Assessment } from '../../src/assessment/assessment.ts';
import { keyEvents } from '../../src/runtime/key-names.ts';
import { CONTEXTS, contextOf } from '../../src/session/core/context.ts';
import type { State } from '../../src/session/core/state.ts';
import { BINDINGS } from '../../src/session/keys/bindings.ts';
import type { TextArea } from '../../src/session/text/text-area.ts';
import { asEvents, startSession } from '../support/session.ts';
import { answerEffects, STATES } from '../support/states.ts';

const NAMED = [...new Set(BINDINGS.flatMap(binding => binding.keys))].map(key => (key === 'space' ? ' ' : key));
/** What leaves an assessment comes seldom, or every walk would be short. */
const LEAVING = ['q', 'ctrl+q', 'esc', 'x', 'enter', 'i'];
const TYPED = ['点', 'か\u3099', '👨‍👩‍👧‍👦', '4h', '2026-11-01', 'abc', '１', 'Ｌ', '、', 'f9'];

const key = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...NAMED.filter(one => !LEAVING.includes(one))) },
  { weight: 1, arbitrary: fc.constantFrom(...LEAVING) },
  { weight: 1, arbitrary: fc.constantFrom(...TYPED) },
);
const place = fc.constantFrom(...CONTEXTS);

test('there is a state for every context, and it is there that keys land', () => {
  for (const context of CONTEXTS) expect(contextOf(STATES[context])).toBe(context);
});

test('no keys in any order, from anywhere, break the session', () => {
  const seen = new Set<string>();
  fc.assert(
    fc.property(place, fc.array(key, { maxLength: 40 }), fc.boolean(), (context, keys, prompt) => {
      const session = startSession(STATES[context]);
      for (const one of keys) {
        session.keys(one);
        if (prompt) answerEffects(session);
        seen.add(contextOf(session.getState()));
      }
      answerEffects(session);
      const { open, screen } = session.getState();
      if (open) expect(Assessment.safeParse(JSON.parse(JSON.stringify(open.assessment))).error).toBeUndefined();
      if (!open) expect(['home', 'start', 'settings']).toContain(screen.name);
    }),
    { numRuns: 2000 },
  );
  expect([...seen].sort()).toEqual([...CONTEXTS].sort());
});

describe('a burst of keys', () => {
  /** How the typing was cut into pieces shows only in what one undo takes back. */
  const settled = (state: State): unknown =>
    JSON.parse(JSON.stringify(state), (name, value: Partial<TextArea>) => {
      if (name !== 'area') return value;
      const { undo: _, redo: __, run: ___, ...rest } = value;
      return rest;
    });

  test('comes to the same as the keys one by one', () => {
    const twenty = fc.array(
      key.filter(one => one !== 'ctrl+c'),
      { minLength: 20, maxLength: 20 },
    );
    fc.assert(
      fc.property(place, twenty, (context, keys) => {
        const burst = startSession(STATES[context]);
        burst.press(asEvents(keys));
        const single = startSession(STATES[context]).keys(...keys);
        answerEffects(burst);
        answerEffects(single);
        expect(burst.getState()).toEqual(single.getState());
        expect(burst.effects).toEqual(single.effects);
      }),
      { numRuns: 1000 },
    );
  });

  const characters = fc.array(fc.constantFrom(...'1234509nogeduafmcrpsxbBLqkjhl/?, \r\t', '点', '検'), {
    minLength: 1,
    maxLength: 20,
  });

  test('in one write comes to the same as each in its own, in every place', () => {
    const plain = { ctrl: false, meta: false } as Parameters<typeof keyEvents>[1];
    fc.assert(
      fc.property(place, characters, (context, typed) => {
        const together = startSession(STATES[context]);
        together.press(keyEvents(typed.join(''), plain));
        const apart = startSession(STATES[context]);
        for (const one of typed) apart.press(keyEvents(one, plain));
        expect(settled(together.getState())).toEqual(settled(apart.getState()));
      }),
      { numRuns: 1000 },
    );
  });

  test('types what was typed, also behind the key that opens the field', () => {
    const session = startSession(STATES.walk);
    session.press([{ text: 'o（株）ＡＢＣ' }]);
    expect(session.getState().overlay).toMatchObject({ area: { text: '（株）ＡＢＣ' } });
  });
});

describe('while something is being opened', () => {
  const opening = (...keys: string[]) => startSession(STATES.home).keys('enter', ...keys);

  test('keys wait for what comes, and are then taken there in their order', () => {
    const session = opening('1', 'n', 'メモ', 'esc');
    expect([session.getState(), session.effects]).toEqual([STATES.home, [{ type: 'open', id: 'payment' }]]);
    answerEffects(session);
    expect(session.getState()).toMatchObject({ screen: { name: 'walk', item: 'IAM-002' } });
    expect(session.getState().open?.assessment.answers).toMatchObject({
      'ARC-001': { status: 'met' },
      'IAM-002': { note: expect.stringMatching(/メモ$/) },
    });
  });

  test('a failure lets them go on where they are', () => {
    const session = opening('end');
    session.dispatch({ type: 'failed', message: { key: 'error.x' } });
    expect(session.getState().screen).toEqual({ name: 'home', index: 3 });
  });

  test('Ctrl+C waits for nothing', () => {
    expect(opening('ctrl+c').effects.at(-1)).toEqual({ type: 'exit', code: 130 });
  });

  test('not even in the write that opens', () => {
    const session = startSession(STATES.home);
    session.press(asEvents(['enter', 'ctrl+c']));
    expect(session.effects.at(-1)).toEqual({ type: 'exit', code: 130 });
  });

  test('a paste waits its turn', () => {
    const session = startSession(STATES.home).keys('end', 'enter', 'A');
    session.paste('B');
    answerEffects(session);
    expect(session.getState().screen).toMatchObject({ name: 'start', area: { text: 'AB' } });
  });
});

test('Esc and the key behind it in one write are two keys, unless they mean something together', () => {
  const session = startSession(STATES.guide);
  session.press([{ key: 'meta+1' }]);
  expect(session.getState().overlay).toBeUndefined();
  expect(session.getState().open?.assessment.answers['DR-002']?.status).toBe('met');
  const typing = startSession(STATES.field);
  typing.press([{ key: 'meta+b' }]);
  expect(typing.getState().overlay).toMatchObject({ area: { cursor: 0 } });
});

// The name of the key behind Alt is taken for text: Alt+Left on the walk is Esc, then l, e, f and t.
test.each(['meta+left', 'meta+up', 'meta+backspace', 'meta+pagedown'])(
  '%s that means nothing does nothing but Esc',
  pressed => {
    const session = startSession(STATES.guide);
    session.press([{ key: pressed }]);
    const escaped = startSession(STATES.guide).keys('esc', pressed.slice('meta+'.length));
    expect(session.getState()).toEqual(escaped.getState());
  },
);

test('leaving from outside saves a note that is being typed, and ends with the code that was asked for', () => {
  const typed = startSession(STATES.note).keys('追記');
  typed.leave(143);
  expect(typed.effects).toMatchObject([{ type: 'save' }, { type: 'exit', code: 143 }]);
  const idle = startSession(STATES.walk);
  idle.leave(129);
  expect(idle.effects).toEqual([{ type: 'exit', code: 129 }]);
});

test('a paste is text where one types, a key where it is one character, and else nothing', () => {
  const pasted = (state: State, text: string) => {
    const session = startSession(state);
    session.paste(text);
    return session;
  };
  expect(pasted(STATES.note, '\n一\n二').getState().overlay).toMatchObject({
    area: { text: '本番だけ\n検証はまだ\n一\n二' },
  });
  expect(pasted(STATES.field, '様\n').getState().overlay).toMatchObject({ area: { text: '佐藤様 ' } });
  expect(pasted(STATES.walk, '3').effects).toHaveLength(1);
  expect(pasted(STATES.walk, '３').effects).toHaveLength(1);
  expect(pasted(STATES.walk, '33\n').effects).toEqual([]);
  expect(pasted(STATES.walk, '').getState()).toEqual(STATES.walk);
});
