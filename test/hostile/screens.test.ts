import { cleanup } from 'ink-testing-library';
import { afterAll, describe, expect, test } from 'vitest';
import type { State } from '../../src/session/core/state.ts';
import { NAUGHTY } from '../support/naughty.ts';
import { createOracle } from '../support/oracle.ts';
import { STATES } from '../support/states.ts';
import { stage } from '../ui/stage.tsx';
import { HIDDEN, inTurn } from './hostile-world.ts';
import { ESCAPES, GOOD, UNSEEN } from './payloads.ts';

const isLong = process.env.TENKEN_LONG !== undefined;

/** What Ink itself says to a terminal inside a frame. */
const OURS = new Set(['CSI m']);

/** Fields whose text a person wrote, or the author of a list; all others are ids, dates and words of ours. */
const WRITTEN = new Set(
  'ja en note what where owner text title decision reason action role author by value path lines said detail'.split(
    ' ',
  ),
);
const NAMES = new Set(['participants', 'dissent', 'units', 'assessment', 'listed', 'milestones']);

/** The same value with words from `next` behind every text that somebody else may have written. */
function poisoned(value: unknown, next: () => string, field = '', inside = ''): unknown {
  if (typeof value === 'string') {
    const isName = field === 'name' && NAMES.has(inside);
    return WRITTEN.has(field) || isName ? `${value}${next()}` : value;
  }
  if (Array.isArray(value)) return value.map(one => poisoned(one, next, field, field));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => [key, poisoned(one, next, key, field || inside)] as const),
  );
}

/** A text area is a state of its own: where the cursor stands has to fit the text. */
function poisonedState(state: State, next: () => string): State {
  const { screen, overlay, ...rest } = state;
  const shown = poisoned(rest, next) as Omit<State, 'screen' | 'overlay'>;
  const lines = overlay?.kind === 'problems' ? { overlay: poisoned(overlay, next) as typeof overlay } : { overlay };
  return { ...shown, screen, ...(overlay && lines) } as State;
}

const KINDS = [
  ['escape sequences', ESCAPES, isLong ? 45 : 5],
  ['characters that are not seen', UNSEEN, isLong ? 13 : 3],
  ['naughty strings', NAUGHTY, isLong ? 60 : 4],
] as const;

const SIZES = [
  { columns: 80, rows: 24 },
  { columns: 40, rows: 15 },
  { columns: 20, rows: 5 },
] as const;

let frames = 0;
afterAll(() => {
  const words = KINDS.map(([kind, all]) => `${all.length} ${kind}`).join(', ');
  console.info(`${words}, in every text, on ${Object.keys(STATES).length} screens: ${frames} frames, 0 did anything`);
});

describe.each(KINDS)('%s, in every text of a list and of answers', (_kind, words, starts) => {
  test.each(Object.keys(STATES) as (keyof typeof STATES)[])(
    'do nothing to the terminal on the screen of: %s',
    async context => {
      const oracle = createOracle();
      for (let start = 0; start < starts; start += 1) {
        for (const size of SIZES) {
          const step = Math.ceil(words.length / starts);
          const state = poisonedState(STATES[context], inTurn(words, start * step));
          const { text } = stage({ ...state, lang: start % 2 === 0 ? 'ja' : 'en' }, size);
          const { acted } = await oracle(text());
          expect(acted.filter(what => !OURS.has(what))).toEqual([]);
          expect(HIDDEN.exec(text())?.[0]).toBeUndefined();
          expect(text().split('\n').length).toBeLessThanOrEqual(size.rows);
          frames += 1;
          cleanup();
        }
      }
    },
    isLong ? 300_000 : 20_000,
  );
});

test.each(GOOD)('%s comes through unchanged', words => {
  const state = poisonedState(STATES.walk, () => ` ${words} `);
  const { text } = stage(state, { columns: 200, rows: 60 });
  const seen = text().replace(/\u001b\[[\d;]*m/g, '');
  for (const word of words.split(' ')) expect(seen).toContain(word);
});
