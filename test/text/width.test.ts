import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import published from 'string-width';
import { expect, test } from 'vitest';
import { stringWidth } from '../../src/text/width.ts';
import { anyText, HARD } from '../session/text/texts.ts';

// The compiler does not know this flag for the oldest Node yet.
const SETS = 'v';
const ALL_EMOJI = new RegExp(String.raw`^\p{RGI_Emoji}$`, SETS);
const WAYS = [undefined, { ambiguousIsNarrow: false }, { countAnsiEscapeCodes: true }] as const;

/** What differs from string-width, which is the oracle; each text is asked for twice, as the second answer is remembered. */
const differing = (texts: readonly string[]): string[] =>
  texts.filter(text => WAYS.some(way => [1, 2].some(() => stringWidth(text, way) !== published(text, way))));

/** The same for many texts: line breaks count nothing and part clusters, so that a block of lines tells of all in it. */
function differingLines(lines: readonly string[]): string[] {
  const blocks = Array.from({ length: Math.ceil(lines.length / 100) }, (_, at) =>
    lines.slice(at * 100, at * 100 + 100),
  );
  return blocks.filter(block => differing([block.join('\n')]).length > 0).flatMap(differing);
}

/** Kanji, Hangul syllables and characters for private use are alike; most planes beyond them are empty. */
const isUniform = (code: number): boolean =>
  (code > 0x3400 && code < 0x9ff0) || (code > 0xac00 && code < 0xf8f0) || (code > 0x1_70_00 && code < 0x1_87_00);

function everyCharacter(): string[] {
  const all: string[] = [];
  const step = (code: number): number => (code > 0x2_00_00 && code < 0xe_00_00 ? 211 : isUniform(code) ? 16 : 1);
  for (let code = 0; code <= 0xe_02_00; code += step(code)) all.push(String.fromCodePoint(code));
  return all;
}

test('every character has the width that string-width gives it', () => {
  expect(differingLines(everyCharacter())).toEqual([]);
});

test('so has every emoji, with a selector, in a keycap and with a skin tone', () => {
  const emoji: string[] = [];
  for (const character of everyCharacter())
    for (const text of [character, `${character}\ufe0f`, `${character}\ufe0f\u20e3`, `${character}\u{1f3fd}`])
      if (ALL_EMOJI.test(text)) emoji.push(text, `${text}\u200d${text}`, `${text}a`, `${text}\u0301`);
  expect(emoji.length).toBeGreaterThan(4 * 1400);
  expect(differingLines(emoji)).toEqual([]);
});

test('so have any texts, styled or not', () => {
  const styled = fc.array(
    fc.oneof(anyText, fc.constantFrom('\u001b[31m', '\u001b[39m', '\u009b1m', '\u001b]8;;x\u0007')),
  );
  fc.assert(
    fc.property(
      fc.oneof(
        anyText,
        styled.map(parts => parts.join('')),
      ),
      text => {
        expect(differing([text])).toEqual([]);
      },
    ),
    { numRuns: 2000 },
  );
});

test('so have clusters of hard characters, old Hangul letters among them', () => {
  const letters = fc.constantFrom(
    'ᄀ',
    'ᅡ',
    'ᆨ',
    'ꥠ',
    'ힰ',
    'ퟋ',
    '가',
    '각',
    '\u1160',
    '\u115f',
    '\u302e',
    '漢',
    'a',
    '\u0903',
  );
  const clusters = fc
    .array(fc.oneof(letters, fc.constantFrom(...HARD)), { maxLength: 12 })
    .map(parts => parts.join(''));
  fc.assert(
    fc.property(clusters, text => {
      expect(differing([text])).toEqual([]);
    }),
    { numRuns: 3000 },
  );
});

test('a text longer than is remembered, and more texts than are', () => {
  expect(differing(['漢'.repeat(501), `${'👩‍'.repeat(30)}x`, `1${'\u0301'.repeat(60)}\u20e3`])).toEqual([]);
  expect(differing(Array.from({ length: 2100 }, (_, index) => `項目 ${index}`))).toEqual([]);
});

test('what the program writes by itself never asks for the table of all emoji, which takes 30 ms to make', () => {
  const mayBeEmoji = /[\p{Emoji_Presentation}\p{Regional_Indicator}]|\u200d|\u20e3|\ufe0f/u;
  for (const lang of ['ja', 'en']) {
    const texts = Object.values<string>(JSON.parse(readFileSync(`locales/${lang}.json`, 'utf8')));
    expect(texts.filter(text => mayBeEmoji.test(text))).toEqual([]);
  }
});
