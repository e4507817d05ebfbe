import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { EDITS, edited, MAY_BE_EMOJI } from '../../scripts/library-edits.mjs';

// The compiler does not know this flag for the oldest Node yet.
const SETS = 'v';
const ALL = new RegExp(String.raw`^\p{RGI_Emoji}$`, SETS);
const FAMILY = ['👩‍❤️‍💋‍👨', '🏴󠁧󠁢󠁷󠁬󠁳󠁿', '👩🏽‍🚀', '🏳️‍🌈', '👨‍👩‍👧‍👦', '🇯🇵', '1️⃣', '☝🏿', '⛹🏻‍♀️'];

test('whatever is an emoji of two cells is taken for one that may be', () => {
  let seen = 0;
  const missed: string[] = [];
  for (let code = 0; code <= 0x10_ff_ff; code += 1) {
    const alone = String.fromCodePoint(code);
    for (const text of [alone, `${alone}\ufe0f`, `${alone}\ufe0f\u20e3`, `${alone}\u{1f3fd}`]) {
      if (!ALL.test(text)) continue;
      seen += 1;
      if (!MAY_BE_EMOJI.test(text)) missed.push(text);
    }
  }
  expect(missed).toEqual([]);
  expect(seen).toBeGreaterThan(1400);
  expect(FAMILY.filter(one => !ALL.test(one) || !MAY_BE_EMOJI.test(one))).toEqual([]);
});

test('what the program itself writes is none', () => {
  for (const lang of ['ja', 'en']) {
    const texts = Object.entries<string>(JSON.parse(readFileSync(`locales/${lang}.json`, 'utf8')));
    expect(texts.filter(([, text]) => MAY_BE_EMOJI.test(text))).toEqual([]);
  }
});

describe.each(Object.keys(EDITS))('%s', module => {
  const source = readFileSync(`node_modules/${module}`, 'utf8');

  test('is edited everywhere', () => {
    const result = edited(module, source);
    for (const [from, to] of EDITS[module] ?? [])
      expect(result.split(to).length, to).toBeGreaterThanOrEqual(source.split(from).length);
  });

  test('is refused where it is another source than the one that was edited', () => {
    for (const [from] of EDITS[module] ?? [])
      expect(() => edited(module, source.replaceAll(from, ''))).toThrow(`${module} does not hold: ${from}`);
  });
});
