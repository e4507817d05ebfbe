import { expect, test } from 'vitest';
import { turned } from '../../src/session/ways.ts';

test('a sub-question turns from open to yes to no to open', () => {
  expect([turned(undefined), turned('yes'), turned('no')]).toEqual(['yes', 'no', null]);
});
