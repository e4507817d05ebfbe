import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Assessment } from '../../src/assessment/assessment.ts';
import { CONTEXTS, contextOf } from '../../src/session/context.ts';
import type { State } from '../../src/session/state.ts';
import type { TextArea } from '../../src/session/text/text-area.ts';
import { keyEvents } from '../../src/ui/key-names.ts';
import { BINDINGS } from '../../src/ui/keys.ts';
import { answerEffects, asEvents, STATES, startSession } from '../support/session.ts';

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
      const { open, screen, behind } = session.getState();
      if (open) expect(Assessment.safeParse(JSON.parse(JSON.stringify(open.assessment))).error).toBeUndefined();
      if (!open) expect(['home', 'start', 'settings']).toContain(screen.name);
      expect(behind.length).toBeLessThanOrEqual(keys.length + 1);
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
    fc.assert(
      fc.property(place, fc.array(key, { minLength: 20, maxLength: 20 }), (context, keys) => {
        const burst = startSession(STATES[context]);
        burst.press(asEvents(keys));
        const single = startSession(STATES[context]).keys(...keys);
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

  // What follows the key that opens a field is folded to half width as if it were keys.
  test.fails('types what was typed, also behind the key that opens the field', () => {
    const session = startSession(STATES.walk);
    session.press([{ text: 'o（株）ＡＢＣ' }]);
    expect(session.getState().overlay).toMatchObject({ area: { text: '（株）ＡＢＣ' } });
  });
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
