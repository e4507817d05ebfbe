import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatDuration, parseDuration } from '../../src/assessment/duration.ts';

test.each([
  ['4h', 240],
  ['4 h', 240],
  ['4H', 240],
  ['90m', 90],
  ['1d', 1440],
  ['1d 12h', 2160],
  ['1d12h30m', 2190],
  ['1.5h', 90],
  ['0.5d', 720],
  ['0', 0],
  ['0h', 0],
  ['24 時間', 1440],
  ['24時間', 1440],
  ['２４時間', 1440],
  ['1時間30分', 90],
  ['1 時間 30 分', 90],
  ['30分間', 30],
  ['2日', 2880],
  ['2 日間', 2880],
  ['1日6時間', 1800],
])('%s is %i minutes', (text, minutes) => {
  expect(parseDuration(text)).toBe(minutes);
});

test.each([
  ['90 min', 90],
  ['90 mins', 90],
  ['90 minutes', 90],
  ['4 hours', 240],
  ['1 hour', 60],
  ['3 hrs', 180],
  ['1 day', 1440],
  ['2 days', 2880],
  ['1 day 2 hours', 1560],
])('%s is %i minutes', (text, minutes) => {
  expect(parseDuration(text)).toBe(minutes);
});

test.each([
  '',
  ' ',
  'h',
  '4',
  '4x',
  '4h x',
  '-4h',
  '4h30',
  '1:30',
  'four hours',
  '時間',
  'すぐ',
  '4,5h',
  '1e3h',
  'Infinityh',
  'NaN h',
])('%j is none', text => {
  expect(parseDuration(text)).toBeUndefined();
});

describe('the form that is kept', () => {
  test('is hours where they are whole', () => {
    expect([0, 1, 59, 60, 90, 1440, 2160].map(formatDuration)).toEqual(['0m', '1m', '59m', '1h', '90m', '24h', '36h']);
  });

  test('is read back as it was written', () => {
    fc.assert(
      fc.property(fc.nat(5_256_000), minutes => {
        expect(parseDuration(formatDuration(minutes))).toBe(minutes);
      }),
    );
  });

  test('is the same whatever language it was typed in', () => {
    fc.assert(
      fc.property(fc.nat(30), fc.nat(23), fc.nat(59), (days, hours, minutes) => {
        const total = days * 1440 + hours * 60 + minutes;
        expect(parseDuration(`${days}d ${hours}h ${minutes}m`)).toBe(total);
        expect(parseDuration(`${days}日${hours}時間${minutes}分`)).toBe(total);
      }),
    );
  });
});

// Beyond what a number holds exactly it is written with an exponent, which is not read back.
test.each(['9'.repeat(30), '9'.repeat(400)])('%s hours are no duration, or one that is read back', hours => {
  const minutes = parseDuration(`${hours}h`);
  if (minutes !== undefined) expect(parseDuration(formatDuration(minutes))).toBe(minutes);
});
