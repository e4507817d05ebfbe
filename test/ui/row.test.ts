import { expect, test } from 'vitest';
import { isSameRow, type Row } from '../../src/ui/parts/row.ts';

const ROW: Row = [
  { text: 'a', tone: 'dim' },
  { text: 'b', bold: true },
];

test('two lines look the same only if every run of text does', () => {
  expect(isSameRow(ROW, structuredClone(ROW))).toBe(true);
  expect(isSameRow([], [])).toBe(true);
  const [first, second] = ROW as [Row[number], Row[number]];
  const others: Row[] = [
    [],
    [first],
    [...ROW, { text: '' }],
    [second, first],
    [first, { ...second, text: 'c' }],
    [first, { ...second, bold: false }],
    [first, { ...second, inverse: true }],
    [first, { ...second, styled: true }],
    [{ ...first, tone: 'bad' }, second],
  ];
  for (const other of others) expect(isSameRow(ROW, other), JSON.stringify(other)).toBe(false);
});
