import { expect, test } from 'vitest';
import { valueWords } from '../../src/assessment/merging/tell.ts';

const words = (path: string, value: unknown): string => valueWords(path, value, status => `<${status}>`);

test('a status is told in words, with its reason or note', () => {
  expect(words('status', 'met')).toBe('<met>');
  expect(words('status', { status: 'not-applicable', reason: { code: 'OTHER', text: 'none' } })).toBe(
    '<not-applicable> (OTHER: none)',
  );
  expect(words('votes.Aoki', { status: 'partly', note: 'two left' })).toBe('<partly> (two left)');
});

test.each(['done', 7, null, { status: 'done' }, ['met'], 'constructor'])(
  '%j in place of a status is told as it is',
  value => {
    expect(words('status', value)).toBe(typeof value === 'string' ? value : JSON.stringify(value));
  },
);
