import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { lateEmoji, MAY_BE_EMOJI } from '../../scripts/late-emoji.mjs';

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

test('the source is edited in both places, and another source is refused', () => {
  const source = readFileSync('node_modules/string-width/index.js', 'utf8');
  const late = lateEmoji(source);
  expect(late).not.toMatch(/^const \w+ = (new Intl\.Segmenter|\/.*RGI_Emoji)/m);
  expect(late).toMatch(/made \?\?= new Intl\.Segmenter\(\)/);
  expect(late).toContain(String.raw`allEmoji ??= new RegExp('^\\p{RGI_Emoji}$', 'v')`);
  expect(lateEmoji(source.replaceAll('RGI_Emoji', 'Emoji'))).toBeUndefined();
});
