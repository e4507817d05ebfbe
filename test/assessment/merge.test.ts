import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { Assessment } from '../../src/assessment/assessment.ts';
import { answerFields, answerOfCopy, profileFields } from '../../src/assessment/merging/copy.ts';
import type { Fields } from '../../src/assessment/merging/fields.ts';
import { merged, mergeRefusal } from '../../src/assessment/merging/merge.ts';
import { pathOf } from '../../src/assessment/merging/paths.ts';
import { serialise } from '../../src/store/format.ts';
import { anyBaseOfUnnamedUnits, anyCopy, anyCopyOfNamedUnits, anyCopyOfSameUnits } from '../support/copies.ts';

/** 10,000 cases with TENKEN_LONG=1. */
const numRuns = process.env['TENKEN_LONG'] ? 10_000 : 120;
// The long form gives its own time.
if (!process.env['TENKEN_LONG']) vi.setConfig({ testTimeout: 60_000 });

const bytes = (one: Assessment): string => serialise(one);
const maybe = fc.option(anyCopy, { nil: undefined });

/** A customer who was told apart from another one has left their place. */
const atHome = (path: string): string => path.replace(/^(units\.u\d+)-[0-9a-f]{8}/, '$1');

/** Every value that a copy holds, as `item path value`. */
function valuesOf(all: [string, Fields][]): Set<string> {
  return new Set(
    all.flatMap(([item, fields]) =>
      [...fields].flatMap(([path, values]) => [...values.keys()].map(key => `${item} ${atHome(path)} ${key}`)),
    ),
  );
}
const held = (one: Assessment): Set<string> =>
  valuesOf([
    ['', profileFields(one)],
    ...Object.entries(one.answers).map(([item, answer]): [string, Fields] => [item, answerFields(answer)]),
  ]);

describe('whatever copies hold', () => {
  test('the order of two does not matter', () => {
    fc.assert(
      fc.property(maybe, anyCopy, anyCopy, (base, a, b) => {
        expect(bytes(merged(a, b, base))).toBe(bytes(merged(b, a, base)));
      }),
      { numRuns },
    );
  });

  test('it does not matter how three are grouped', () => {
    fc.assert(
      fc.property(
        fc.option(anyCopyOfSameUnits, { nil: undefined }),
        anyCopyOfSameUnits,
        anyCopyOfSameUnits,
        anyCopyOfSameUnits,
        (base, a, b, c) => {
          const left = merged(merged(a, b, base), c, base);
          expect(bytes(merged(a, merged(b, c, base), base))).toBe(bytes(left));
        },
      ),
      { numRuns },
    );
  });

  test('it does not matter either where they name different customers in one place', () => {
    fc.assert(
      fc.property(
        fc.option(anyBaseOfUnnamedUnits, { nil: undefined }),
        anyCopyOfNamedUnits,
        anyCopyOfNamedUnits,
        anyCopyOfNamedUnits,
        (base, a, b, c) => {
          const left = merged(merged(a, b, base), c, base);
          expect(bytes(merged(a, merged(b, c, base), base))).toBe(bytes(left));
          expect(bytes(merged(left, b, base))).toBe(bytes(left));
        },
      ),
      { numRuns: Math.ceil(numRuns / 2) },
    );
  });

  test('bringing in the same again changes nothing, and the outcome is an assessment', () => {
    fc.assert(
      fc.property(maybe, anyCopy, anyCopy, (base, a, b) => {
        const once = merged(a, b, base);
        expect(bytes(merged(once, once, base))).toBe(bytes(once));
        expect(bytes(merged(once, b, base))).toBe(bytes(once));
        expect(bytes(merged(a, a))).toBe(bytes(merged(merged(a, a), a)));
        expect(Assessment.parse(JSON.parse(bytes(once)))).toEqual(JSON.parse(bytes(once)));
      }),
      { numRuns },
    );
  });

  test('without a base no value disappears, and none is made up but the vote of an author', () => {
    fc.assert(
      fc.property(anyCopy, anyCopy, (a, b) => {
        const after = held(merged(a, b));
        const before = new Set([...held(a), ...held(b)]);
        expect([...before].filter(one => !after.has(one))).toEqual([]);
        const votes = [a, b].flatMap(one =>
          Object.keys(one.answers).map((item): [string, Fields] => [item, answerOfCopy(one, item, undefined)]),
        );
        const known = new Set([...before, ...valuesOf(votes)]);
        expect([...after].filter(one => !known.has(one))).toEqual([]);
      }),
      { numRuns },
    );
  });

  test('with a base only what a copy has taken away disappears', () => {
    fc.assert(
      fc.property(anyCopy, anyCopy, anyCopy, (base, a, b) => {
        const [before, mine, yours, after] = [base, a, b, merged(a, b, base)].map(held) as [
          Set<string>,
          Set<string>,
          Set<string>,
          Set<string>,
        ];
        const revoted = [a.author, b.author].flatMap(name => (name === undefined ? [] : [pathOf('votes', name)]));
        // Who answers anew in a copy of their own votes anew.
        const lost = [...mine, ...yours].filter(
          one => !after.has(one) && !revoted.some(path => one.includes(` ${path} `)),
        );
        expect(lost.filter(one => !before.has(one) || (mine.has(one) && yours.has(one)))).toEqual([]);
      }),
      { numRuns },
    );
  });
});

test('copies of other questionnaires, versions, contents and ways are refused', () => {
  fc.assert(
    fc.property(anyCopy, one => {
      expect(mergeRefusal(one, one)).toBeUndefined();
      const other = (change: object) => ({ ...one, questionnaire: { ...one.questionnaire, ...change } });
      expect(mergeRefusal(one, other({ id: 'another' }))?.code).toBe('questionnaire');
      expect(mergeRefusal(one, other({ version: '0' }))?.code).toBe('version');
      expect(mergeRefusal(one, other({ contentHash: 'f'.repeat(64) }))?.code).toBe('content');
      const step = { from: '0', to: one.questionnaire.version, at: one.createdAt, ledger: [], before: {} };
      // A copy that began on this version has come by the end of the way.
      expect(mergeRefusal(one, { ...one, upgrades: [step] })).toBeUndefined();
      const [mine, yours] = [step, { ...step, from: '00' }].map(way => ({ ...one, upgrades: [way] }));
      if (mine && yours) expect(mergeRefusal(mine, yours)?.code).toBe('upgrades');
    }),
    { numRuns: 5 },
  );
});
