import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkList, parseValue, proposedStatus, valueStates } from '../../src/assessment/answers/checks.ts';
import type { Check, ValueField } from '../../src/questionnaire/schema/schema.ts';

const text = { ja: '問い', en: 'Question' };
const leaf = (id: string): Check => ({ id, text });

/** A tree of sub-questions whose ids are all different. */
const tree: fc.Arbitrary<Check> = fc
  .letrec<{ node: Check }>(tie => ({
    node: fc.oneof(
      { maxDepth: 3, withCrossShrink: true },
      fc.constant(leaf('x')),
      fc.array(tie('node'), { minLength: 1, maxLength: 3 }).map(all => ({ all })),
      fc.array(tie('node'), { minLength: 1, maxLength: 3 }).map(any => ({ any })),
    ),
  }))
  .node.map(renamed);

function renamed(check: Check): Check {
  let count = 0;
  const walk = (one: Check): Check => {
    if ('all' in one) return { all: one.all.map(walk) };
    if ('any' in one) return { any: one.any.map(walk) };
    count += 1;
    return leaf(`q${count}`);
  };
  return walk(check);
}

const idsOf = (check: Check) => checkList(check).map(one => one.leaf.id);

/** Two-valued logic, by the book. */
function holds(check: Check, yes: Set<string>): boolean {
  if ('all' in check) return check.all.every(one => holds(one, yes));
  return 'any' in check ? check.any.some(one => holds(one, yes)) : yes.has(check.id);
}

/** What every way to answer the open questions would give. */
function outcomes(check: Check, ticks: Record<string, 'yes' | 'no'>): Set<boolean> {
  const open = idsOf(check).filter(id => !(id in ticks));
  const found = new Set<boolean>();
  for (let bits = 0; bits < 2 ** open.length; bits += 1) {
    const yes = new Set([
      ...Object.keys(ticks).filter(id => ticks[id] === 'yes'),
      ...open.filter((_, at) => bits & (2 ** at)),
    ]);
    found.add(holds(check, yes));
  }
  return found;
}

describe('what the ticks speak for', () => {
  const any: Check = { any: [leaf('roles'), { all: [leaf('rotation'), leaf('inventory')] }] };

  test.each([
    [{}, undefined],
    [{ roles: 'yes' }, 'met'],
    [{ roles: 'no' }, undefined],
    [{ rotation: 'yes' }, undefined],
    [{ rotation: 'yes', inventory: 'yes' }, 'met'],
    [{ roles: 'no', rotation: 'yes', inventory: 'yes' }, 'met'],
    [{ roles: 'no', rotation: 'no' }, 'not-met'],
    [{ roles: 'no', rotation: 'yes', inventory: 'no' }, 'partly'],
    [{ rotation: 'no', inventory: 'yes' }, undefined],
  ] as const)('%j: %s', (ticks, status) => {
    expect(proposedStatus(any, ticks)).toBe(status);
  });

  test('is decided exactly when no open question can change it', () => {
    fc.assert(
      fc.property(tree, fc.infiniteStream(fc.constantFrom('yes', 'no', undefined)), (check, stream) => {
        const ids = idsOf(check).slice(0, 9);
        fc.pre(ids.length === idsOf(check).length);
        const ticks = Object.fromEntries(
          ids.flatMap(id => {
            const tick = stream.next().value;
            return tick ? [[id, tick] as const] : [];
          }),
        );
        const possible = outcomes(check, ticks);
        const proposed = proposedStatus(check, ticks);
        if (possible.size === 2) expect(proposed).toBeUndefined();
        else if (possible.has(true)) expect(proposed).toBe('met');
        else expect(proposed).toBe(Object.values(ticks).includes('yes') ? 'partly' : 'not-met');
      }),
      { numRuns: 500 },
    );
  });

  test('keeps the order of the questions and says what joins each, or the group it opens, to the one before', () => {
    const check: Check = { all: [leaf('a'), { any: [leaf('b'), leaf('c')] }, leaf('d')] };
    expect(checkList(check).map(({ leaf: one, depth, join }) => [one.id, depth, join])).toEqual([
      ['a', 0, undefined],
      ['b', 1, 'all'],
      ['c', 1, 'any'],
      ['d', 0, 'all'],
    ]);
    expect(checkList(leaf('a'))).toEqual([{ leaf: leaf('a'), depth: 0 }]);
  });
});

describe('values against their limits', () => {
  const rto: ValueField = { id: 'rto', kind: 'duration', label: text, maxHours: 24 };
  const tested: ValueField = { id: 'tested', kind: 'date', label: text, maxAgeMonths: 12 };
  const stateOf = (field: ValueField, value: string | undefined, today = '2026-11-22') =>
    valueStates([field], value === undefined ? {} : { [field.id]: value }, today)[0];

  test.each([
    ['24h', 'ok'],
    ['1440m', 'ok'],
    ['1441m', 'over'],
    ['25h', 'over'],
    ['0m', 'ok'],
    ['1d', 'ok'],
    ['1d 1m', 'over'],
    ['soon', 'missing'],
    ['', 'missing'],
    [undefined, 'missing'],
  ])('an RTO of %s within 24 hours: %s', (value, state) => {
    expect(stateOf(rto, value)?.state).toBe(state);
  });

  test.each([
    ['2025-11-22', '2026-11-22', 'ok', '2026-11-22'],
    ['2025-11-22', '2026-11-23', 'expired', '2026-11-22'],
    ['2025-11-21', '2026-11-22', 'expired', '2026-11-21'],
    ['2024-02-29', '2025-02-28', 'ok', '2025-02-28'],
    ['2024-02-29', '2025-03-01', 'expired', '2025-02-28'],
    ['2026-11-22', '2026-11-22', 'ok', '2027-11-22'],
  ])('a test of %s, on %s: %s', (value, today, state, expires) => {
    expect(stateOf(tested, value, today)).toMatchObject({ state, expires, text: value });
  });

  test('without a limit any value of its kind will do', () => {
    const { maxHours: _, ...free } = rto;
    const { maxAgeMonths: __, ...undated } = tested;
    expect(stateOf(free, '9000h')?.state).toBe('ok');
    expect(stateOf(undated, '1999-01-01')).toEqual({ field: undated, text: '1999-01-01', state: 'ok' });
    expect(stateOf({ id: 'next', kind: 'text', label: text }, '  ')?.state).toBe('missing');
    expect(valueStates(undefined, {}, '2026-11-22')).toEqual([]);
    expect(valueStates([rto], undefined, '2026-11-22')).toEqual([{ field: rto, state: 'missing' }]);
  });
});

test('what is typed becomes the form that is kept', () => {
  expect(parseValue({ kind: 'duration' }, '１日')).toBe('24h');
  expect(parseValue({ kind: 'duration' }, '1時間30分')).toBe('90m');
  expect(parseValue({ kind: 'date' }, '2026年2月5日')).toBe('2026-02-05');
  expect(parseValue({ kind: 'text' }, '  4 月の第 1 営業日 ')).toBe('4 月の第 1 営業日');
  expect([
    parseValue({ kind: 'duration' }, 'x'),
    parseValue({ kind: 'date' }, '2026-02-30'),
    parseValue({ kind: 'text' }, '\u3000'),
  ]).toEqual([undefined, undefined, undefined]);
});

test('what is kept stays as it is', () => {
  fc.assert(
    fc.property(fc.nat(1_000_000), minutes => {
      const kept = parseValue({ kind: 'duration' }, `${minutes}m`) ?? '';
      expect(parseValue({ kind: 'duration' }, kept)).toBe(kept);
    }),
  );
});
