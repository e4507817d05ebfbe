import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sanitise } from '../../src/text/sanitise.ts';
import { createOracle, screenOf } from '../support/oracle.ts';

const INTRODUCERS = [
  '\x1b',
  '\x1b[',
  '\x1b]',
  '\x1bP',
  '\x1b^',
  '\x1b_',
  '\x1bX',
  '\x9b',
  '\x9d',
  '\x90',
  '\x9e',
  '\x9f',
  '\x98',
];
const ENDS = [
  '\x07',
  '\x1b\\',
  '\x9c',
  '\x18',
  '\x1a',
  '\x00',
  '\x0e',
  '\x0f',
  '\x08',
  '\x0b',
  '\x0c',
  '\r',
  '\n',
  '\t',
  '\x7f',
  '\x85',
  '\x84',
];
const INSIDES = [
  '31m',
  '2J',
  '?1049h',
  '6n',
  'c',
  '52;c;cm0=',
  '0;title',
  '8;;http://x',
  '(0',
  '#8',
  '7',
  ' q',
  '!p',
  '1;2',
  'q#0~',
  '点検',
  'abc',
  ' ',
];
const hostile = fc
  .array(
    fc.oneof(
      fc.constantFrom(...INTRODUCERS, ...ENDS, ...INSIDES),
      fc.string({ unit: 'binary', maxLength: 4 }),
      fc.integer({ min: 0, max: 0xffff }).map(code => String.fromCharCode(code)),
      fc.constantFrom(
        '\u202e',
        '\u2066',
        '\u200f',
        '\u2028',
        '\ufeff',
        '\u{e0041}',
        '\ufdd0',
        '\u200d',
        '\ufe0f',
        '👨‍👩‍👧‍👦',
      ),
    ),
    { maxLength: 25 },
  )
  .map(parts => parts.join(''));

describe('a terminal', () => {
  const run = createOracle();

  test('acts on the raw text: the oracle can see', async () => {
    for (const raw of [
      '\x1b[31m',
      '\x1b]0;t\x07',
      '\x1bc',
      '\x9b?25l',
      '\x1bP1$qm\x1b\\',
      '\x1b(0',
      '\x07',
      '\x1b[6n',
      '\x9d52;c;x\x9c',
    ]) {
      expect((await run(raw)).acted, JSON.stringify(raw)).not.toEqual([]);
    }
  });

  test('does nothing but print the sanitised text', async () => {
    await fc.assert(
      fc.asyncProperty(hostile, async raw => {
        const { acted, terminal } = await run(sanitise(raw));
        expect(acted).toEqual([]);
        expect(terminal.buffer.active.type).toBe('normal');
        expect(terminal.modes.insertMode || terminal.modes.originMode || terminal.modes.bracketedPasteMode).toBe(false);
      }),
      { numRuns: 1500 },
    );
  });

  test('shows plain text as it is written', async () => {
    for (const text of ['点検 abc\n  二行目（例）', 'ﾃｽﾄ 𠮷野家 é ①…']) {
      const { terminal } = await run(sanitise(text));
      expect(screenOf(terminal)).toBe(text);
    }
  });
});

describe('any text', () => {
  test('has no control, no bidi, no lone surrogate left, and is not changed again', () => {
    fc.assert(
      fc.property(fc.oneof(hostile, fc.string({ unit: 'binary' })), raw => {
        const clean = sanitise(raw);
        expect(clean).not.toMatch(
          /(?!\n)[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}\p{Surrogate}\p{Noncharacter_Code_Point}]/u,
        );
        expect(clean).not.toMatch(/[\u{e0000}-\u{e007f}\ufeff\ufff9-\ufffb]/u);
        expect(sanitise(clean)).toBe(clean);
      }),
      { numRuns: 2000 },
    );
  });
});

test.each([
  ['a sequence leaves nothing behind', 'a\x1b[1;31mb\x1b[0mc', 'abc'],
  ['nor one in 8-bit controls', 'a\x9b31mb\x9d0;t\x9cc', 'abc'],
  ['a title', 'a\x1b]0;owned\x07b', 'ab'],
  ['a clipboard write', 'a\x1b]52;c;cm0gLXJm\x1b\\b', 'ab'],
  ['a link keeps its words', '\x1b]8;;http://x\x07見る\x1b]8;;\x07', '見る'],
  ['a sixel over lines', 'a\x1bPq#0\n~~\x1b\\b', 'ab'],
  ['a string without an end takes no more than its line', 'a\x1b]0;t\nb', 'a\nb'],
  ['a character set', '\x1b(0abc', 'abc'],
  ['line ends', 'a\r\nb\rc\u2028d\u2029e\x85f', 'a\nb\nc\nd\ne\nf'],
  ['a tab', 'a\tb', 'a  b'],
  ['reordering', 'a\u202eb\u2066c\u200fd\u061ce', 'abcde'],
  ['half a character', 'a\ud83d', 'a\ufffd'],
  ['halves that a removal would join', '\ud83d\x00\ude00', '\ufffd\ufffd'],
  ['hidden tags', 'a\u{e0041}\u{e007f}b', 'ab'],
  ['joined emoji', '👨‍👩‍👧‍👦❤️‍🔥1\ufe0f\u20e3👍🏽🇯🇵', '👨‍👩‍👧‍👦❤️‍🔥1\ufe0f\u20e3👍🏽🇯🇵'],
  ['a joiner that joins nothing', 'a\u200db\u200c \ufe0f', 'ab '],
  ['kanji variants and voiced kana', '葛\u{e0100}飾区か\u3099', '葛\u{e0100}飾区か\u3099'],
  ['scripts that need joiners', 'क्\u200dष', 'क्\u200dष'],
])('%s', (_name, raw, clean) => {
  expect(sanitise(raw)).toBe(clean);
});
