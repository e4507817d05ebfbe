import fc from 'fast-check';
import { expect, test } from 'vitest';
import { clean, oneLine } from '../../src/report/markdown/clean.ts';

const UNSEEN = /(?!\u200c|\u200d|\n)[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/gu;

/** The same said without shortcuts. */
function thorough(text: string): string {
  return text
    .replace(/\r\n?|[\v\f\u0085\u2028\u2029]/g, '\n')
    .replace(/\t/g, ' ')
    .replace(UNSEEN, '');
}

test('every character of the first plane stays or goes as its kind says', () => {
  for (let code = 0; code <= 0xff_ff; code += 1) {
    const text = `a${String.fromCharCode(code)}b`;
    if (clean(text) !== thorough(text)) expect(clean(text), code.toString(16)).toBe(thorough(text));
  }
});

test('a text on one line has no two blanks in a row and none at its ends', () => {
  const blank = fc.constantFrom(
    ' ',
    '\n',
    '\t',
    '\r',
    '\u3000',
    '\u00a0',
    '\u2028',
    '\ufeff',
    '\u200b',
    'a',
    '。',
    '…',
    '\ud800',
  );
  const text = fc.oneof(
    fc.array(blank, { maxLength: 6 }).map(parts => parts.join('')),
    fc.string({ unit: 'binary' }),
  );
  fc.assert(
    fc.property(text, one => {
      expect(clean(one)).toBe(thorough(one));
      expect(oneLine(one)).toBe(thorough(one).replace(/\s+/g, ' ').trim());
    }),
    { numRuns: 20_000 },
  );
});
