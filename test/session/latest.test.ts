import { expect, test } from 'vitest';
import { latest } from '../../src/session/core/latest.ts';

test('works once for the same arguments, and again for others', () => {
  const worked: unknown[] = [];
  const list = latest((of: object, word: string) => {
    worked.push(of);
    return [of, word];
  });
  const one = {};
  const first = list(one, 'a');
  expect(list(one, 'a')).toBe(first);
  expect(list(one, 'b')).toEqual([one, 'b']);
  expect(list({}, 'b')).toEqual([{}, 'b']);
  expect(list(one, 'a')).toEqual(first);
  expect(worked).toHaveLength(4);
});
