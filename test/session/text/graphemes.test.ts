import fc from 'fast-check';
import stringWidth from 'string-width';
import { expect, test } from 'vitest';
import {
  boundaryAfter,
  boundaryBefore,
  countGraphemes,
  eachGrapheme,
  nextBoundary,
  previousBoundary,
} from '../../../src/text/graphemes.ts';
import { anyText, boundariesOf } from './texts.ts';

const visited = (text: string) => {
  const all: { text: string; cells: number }[] = [];
  eachGrapheme(text, 0, text.length, (start, end, cells) => all.push({ text: text.slice(start, end), cells }));
  return all;
};

const expected = (text: string) => {
  const bounds = boundariesOf(text);
  return bounds.slice(0, -1).map((start, index) => {
    const grapheme = text.slice(start, bounds[index + 1]);
    return { text: grapheme, cells: stringWidth(grapheme) };
  });
};

test('the fast path gives the graphemes and widths of the platform', () => {
  fc.assert(
    fc.property(anyText, text => {
      expect(visited(text)).toEqual(expected(text));
    }),
    { numRuns: 1000 },
  );
});

test('characters keep their width between plain neighbours', () => {
  const uniform = (code: number) => (code > 0x3400 && code < 0x9ff0) || (code > 0xac00 && code < 0xf8f0);
  const step = (code: number) => (code > 0x1fb00 ? 101 : uniform(code) ? 16 : 1);
  for (let code = 0; code <= 0x3ffff; code += step(code)) {
    if (code > 0xffff && code < 0x1f000) continue;
    const character = String.fromCodePoint(code);
    const text = `a${character}${character}漢`;
    const seen = visited(text);
    const wanted = expected(text);
    const same = seen.length === wanted.length && seen.every(({ cells }, index) => cells === wanted[index]?.cells);
    if (!same) expect(seen, code.toString(16)).toEqual(wanted);
  }
});

test('each step goes to the next boundary', () => {
  fc.assert(
    fc.property(anyText, text => {
      const bounds = boundariesOf(text);
      for (let at = 0; at <= text.length; at++) {
        expect(nextBoundary(text, at)).toBe(bounds.find(bound => bound > at) ?? text.length);
        expect(previousBoundary(text, at)).toBe(bounds.findLast(bound => bound < at) ?? 0);
        expect(boundaryBefore(text, at)).toBe(bounds.findLast(bound => bound <= at) ?? 0);
        expect(boundaryAfter(text, at)).toBe(bounds.find(bound => bound >= at));
      }
    }),
  );
});

test('counts what a person would count', () => {
  expect(countGraphemes('か\u3099👨‍👩‍👧‍👦🇯🇵☕\ufe0f𠮷क्षि')).toBe(6);
  expect(countGraphemes('')).toBe(0);
});
