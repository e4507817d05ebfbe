import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, addMonths, daysBetween, isAbsentDay, lastDay, parseDay } from '../../src/assessment/day.ts';

const day = fc
  .date({ min: new Date('1900-01-01T00:00:00Z'), max: new Date('2199-12-31T00:00:00Z'), noInvalidDate: true })
  .map(date => date.toISOString().slice(0, 10));
const few = fc.integer({ min: -5000, max: 5000 });

describe('a day as people write it', () => {
  test.each([
    ['2026-02-05', '2026-02-05'],
    ['2026-2-5', '2026-02-05'],
    ['2026/2/5', '2026-02-05'],
    ['2026.02.05', '2026-02-05'],
    ['2026年2月5日', '2026-02-05'],
    ['２０２６年２月５日', '2026-02-05'],
    ['２０２６／０２／０５', '2026-02-05'],
    ['  2026-02-05\u3000', '2026-02-05'],
    ['2024-02-29', '2024-02-29'],
    ['2000-02-29', '2000-02-29'],
    ['20260205', '2026-02-05'],
    ['２０２６０２０５', '2026-02-05'],
    ['2022-01-02T00:00:00+00:00', '2022-01-02'],
    ['2022-01-02T23:59:59Z', '2022-01-02'],
    ['2022-01-02T23:59:59.123456+0900', '2022-01-02'],
    ['2022-01-02 08:30', '2022-01-02'],
    ['令和8年12月20日', '2026-12-20'],
    ['令和 8 年 12 月 20 日', '2026-12-20'],
    ['2026 年 12 月 20 日', '2026-12-20'],
    ['令和元年5月1日', '2019-05-01'],
    ['㋿8年12月20日', '2026-12-20'],
    ['R8.12.20', '2026-12-20'],
    ['Ｒ８．１２．２０', '2026-12-20'],
    ['r08/1/2', '2026-01-02'],
    ['平成31年4月30日', '2019-04-30'],
    ['H31.4.30', '2019-04-30'],
    ['2026年12月20日（日）', '2026-12-20'],
    ['2026-12-20 (日曜日)', '2026-12-20'],
    ['2026年 2月 5日', '2026-02-05'],
  ])('%s', (text, expected) => {
    expect(parseDay(text)).toBe(expected);
  });

  test.each([
    '',
    ' ',
    '2026',
    '2026-02',
    '2026-02-30',
    '2026-02-29',
    '1900-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-01-00',
    '26-02-05',
    '02/05/2026',
    '5 Feb 2026',
    '2026-02-05 x',
    '-2026-02-05',
    'tomorrow',
    '2026020',
    '202602055',
    '2/5',
    '2月5日',
    '昭和50年2月5日',
    '2026-02-05T25',
  ])('%j is none', text => {
    expect(parseDay(text)).toBeUndefined();
  });

  test('every day is read back from every way to write it', () => {
    fc.assert(
      fc.property(day, fc.constantFrom('-', '/', '.'), fc.boolean(), (one, mark, full) => {
        const [year, month, date] = one.split('-').map(Number);
        expect(parseDay(one)).toBe(one);
        expect(parseDay([year, month, date].join(mark))).toBe(one);
        const japanese = `${year}年${month}月${date}日`;
        expect(
          parseDay(
            full ? japanese.replace(/\d/g, digit => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)) : japanese,
          ),
        ).toBe(one);
      }),
    );
  });

  test('a year before 100 is not moved by 1900', () => {
    expect(parseDay('0026-02-05')).not.toBe('1926-02-05');
  });
});

describe('counting', () => {
  test('days there and back', () => {
    fc.assert(
      fc.property(day, few, (one, days) => {
        const later = addDays(one, days);
        expect(daysBetween(one, later)).toBe(days);
        expect(addDays(later, -days)).toBe(one);
        expect(later > one).toBe(days > 0);
      }),
    );
  });

  test.each([
    ['2026-08-31', 6, '2027-02-28'],
    ['2027-08-31', 6, '2028-02-29'],
    ['2026-11-30', 3, '2027-02-28'],
    ['2026-01-31', 1, '2026-02-28'],
    ['2026-12-15', 1, '2027-01-15'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2024-02-29', 48, '2028-02-29'],
    ['2026-03-31', -1, '2026-02-28'],
    ['2026-05-05', 0, '2026-05-05'],
  ])('%s and %i months is %s', (from, months, expected) => {
    expect(addMonths(from, months)).toBe(expected);
  });

  test('a month later is the next month, on the same day or its last', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: -600, max: 600 }), (one, months) => {
        const later = addMonths(one, months);
        const index = (text: string) => Number(text.slice(0, 4)) * 12 + Number(text.slice(5, 7));
        expect(index(later) - index(one)).toBe(months);
        expect(
          later.slice(8) === one.slice(8) || (later.slice(8) < one.slice(8) && later === lastDay(later.slice(0, 7))),
        ).toBe(true);
      }),
    );
  });

  test('a month ends on its last day, a day on itself', () => {
    expect(['2026-02', '2028-02', '2026-12', '2026-04', '2026-02-26'].map(lastDay)).toEqual([
      '2026-02-28',
      '2028-02-29',
      '2026-12-31',
      '2026-04-30',
      '2026-02-26',
    ]);
  });
});

describe('a day without a year', () => {
  const today = '2026-11-30';
  test.each([
    ['12/20', '2026-12-20'],
    ['12-20', '2026-12-20'],
    ['12月20日', '2026-12-20'],
    ['１２／２０', '2026-12-20'],
    ['12/20（日）', '2026-12-20'],
    ['11/30', '2026-11-30'],
    ['11/29', '2027-11-29'],
    ['1/4', '2027-01-04'],
    ['2/29', '2028-02-29'],
  ])('%s is the next one', (text, expected) => {
    expect(parseDay(text, { today })).toBe(expected);
  });

  test.each([
    ['12/20', '2025-12-20'],
    ['11/30', '2026-11-30'],
    ['11/29', '2026-11-29'],
    ['2/29', '2024-02-29'],
  ])('%s of what has happened is the last one', (text, expected) => {
    expect(parseDay(text, { today, past: true })).toBe(expected);
  });

  test('the next leap day may be eight years away', () => {
    expect(parseDay('2/29', { today: '2096-03-01' })).toBe('2104-02-29');
  });
});

test.each(['2027-02-29', '20270229', '令和9年2月29日', '2/30', '2026-13-01', '2026-01-00', '2026/4/31'])(
  '%s is written well, but does not exist',
  text => {
    expect([isAbsentDay(text), parseDay(text, { today: '2026-11-30' })]).toEqual([true, undefined]);
  },
);

test.each(['', 'tomorrow', '2026', '2026-02', '2027-02-28', '2/29', '12/20'])('%j is not said to be missing', text => {
  expect(isAbsentDay(text)).toBe(false);
});
