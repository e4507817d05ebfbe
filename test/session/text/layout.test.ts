import fc from 'fast-check';
import stringWidth from 'string-width';
import { expect, test } from 'vitest';
import { cursorPosition, layoutText, offsetAt } from '../../../src/session/text/layout.ts';
import { cleanInput } from '../../../src/text/clean.ts';
import { countGraphemes } from '../../../src/text/graphemes.ts';
import { anyText, boundariesOf, typedText } from './texts.ts';

const clean = anyText.map(text => cleanInput(text, true));
const width = fc.integer({ min: 1, max: 24 });
const rows = (text: string, cells: number) => layoutText(text, cells).lines.map(line => line.text);

test('rows put together give the text back', () => {
  fc.assert(
    fc.property(clean, width, (text, cells) => {
      const { lines } = layoutText(text, cells);
      const joined = lines.map((line, index) => (lines[index - 1]?.end === line.start - 1 ? '\n' : '') + line.text);
      expect(joined.join('')).toBe(text);
      for (const line of lines) expect(text.slice(line.start, line.end)).toBe(line.text);
    }),
  );
});

test('no row is wider than the width, but for a single grapheme that is', () => {
  fc.assert(
    fc.property(clean, width, (text, cells) => {
      for (const row of rows(text, cells)) {
        if (countGraphemes(row) > 1) expect(stringWidth(row)).toBeLessThanOrEqual(cells);
      }
    }),
  );
});

test('rows are cut at grapheme boundaries', () => {
  fc.assert(
    fc.property(clean, width, (text, cells) => {
      const bounds = boundariesOf(text);
      for (const { start, end } of layoutText(text, cells).lines) {
        expect(bounds).toContain(start);
        expect(bounds).toContain(end);
      }
    }),
  );
});

test('a place and its offset lead back to each other', () => {
  fc.assert(
    fc.property(typedText, width, (text, cells) => {
      const bounds = boundariesOf(text);
      const places = bounds.map(cursor => cursorPosition(text, cursor, cells));
      for (const [index, place] of places.entries()) {
        const back = offsetAt(text, place.row, place.column, cells);
        expect(cursorPosition(text, back, cells)).toEqual(place);
        const shared = places.filter(other => other.row === place.row && other.column === place.column);
        if (shared.length === 1) expect(back).toBe(bounds[index]);
      }
    }),
    { numRuns: 500 },
  );
});

test('two offsets share a place only around a grapheme without width', () => {
  fc.assert(
    fc.property(typedText, width, (text, cells) => {
      const bounds = boundariesOf(text);
      for (const [index, at] of bounds.entries()) {
        const next = bounds[index + 1];
        if (next === undefined || (stringWidth(text.slice(at, next)) === 0 && text[at] !== '\n')) continue;
        expect(cursorPosition(text, next, cells)).not.toEqual(cursorPosition(text, at, cells));
      }
    }),
  );
});

test('the cursor stays inside the width', () => {
  fc.assert(
    fc.property(typedText, width, (text, cells) => {
      for (const at of boundariesOf(text)) expect(cursorPosition(text, at, cells).column).toBeLessThan(cells);
    }),
  );
});

test('the cursor behind a full row stands at the start of the next one', () => {
  expect(rows('abcd', 4)).toEqual(['abcd', '']);
  expect(cursorPosition('abcd', 4, 4)).toEqual({ row: 1, column: 0 });
  expect(cursorPosition('abcde', 4, 4)).toEqual({ row: 1, column: 0 });
  expect(rows('点検\nx', 4)).toEqual(['点検', '', 'x']);
});

test('a wide character that does not fit goes to the next row whole', () => {
  expect(rows('点検表', 5)).toEqual(['点検', '表']);
  expect(cursorPosition('点検表', 2, 5)).toEqual({ row: 1, column: 0 });
  expect(rows('点検', 1)).toEqual(['点', '検', '']);
});

test('there is no kinsoku: what is edited is exactly what is seen', () => {
  expect(rows('点検、済', 4)).toEqual(['点検', '、済', '']);
});

test('a place outside the text is its nearest offset', () => {
  expect(offsetAt('abc\nde', 9, 9, 10)).toBe(6);
  expect(offsetAt('abc\nde', 0, 9, 10)).toBe(3);
  expect(offsetAt('abc\nde', -1, -1, 10)).toBe(0);
  expect(offsetAt('abcdef', 0, 9, 4)).toBe(3);
  expect(offsetAt('点検', 0, 3, 10)).toBe(1);
});

test('an empty text has one empty row', () => {
  expect(layoutText('', 10).lines).toEqual([{ text: '', start: 0, end: 0 }]);
});
