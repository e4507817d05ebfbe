import fc from 'fast-check';
import { expect, test } from 'vitest';
import { jsonFlaw } from '../../src/store/json-flaw.ts';

test.each([
  ['{"a":1,"a":2}', 'a'],
  ['{"a":{"b":1},"c":[{"b":1},{"b":2,"b":3}]}', 'b'],
  ['{"\\u0061":1,"a":2}', 'a'],
  ['{"a\\"":1, "a\\"" : 2}', 'a"'],
  ['{"a\\\\":1,"a\\\\":2}', 'a\\'],
  ['{"__proto__":1,"__proto__":2}', '__proto__'],
])('%s says %s twice', (json, key) => {
  expect(jsonFlaw(json)).toBe(`"${key}" 2x`);
});

test.each(['{"a":{"a":{"a":1}}}', '[{"a":1},{"a":1}]', '{"a":"a:\\"a\\":","b":"{\\"a\\":1"}', '"a"', 'null', '{}'])(
  '%s says nothing twice',
  json => {
    expect(jsonFlaw(json)).toBeUndefined();
  },
);

test('nothing that JSON.stringify writes says a key twice, however it is indented', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.constantFrom(0, 2), (value, indent) => {
      expect(jsonFlaw(JSON.stringify(value, null, indent))).toBeUndefined();
    }),
  );
});

test('an object with one key repeated anywhere is found', () => {
  const keys = fc.uniqueArray(fc.string(), { minLength: 1, maxLength: 8 });
  fc.assert(
    fc.property(keys, fc.nat(), (all, at) => {
      const twice = all[at % all.length] ?? '';
      const members = [...all, twice].map(key => `${JSON.stringify(key)}:${JSON.stringify(key)}`);
      expect(jsonFlaw(`{${members.join(',')}}`)).toBe(`"${twice}" 2x`);
    }),
  );
});

test('takes time that grows with the length, not with its square', () => {
  const took = (count: number): number => {
    const json = JSON.stringify(
      Object.fromEntries(Array.from({ length: count }, (_, at) => [`k${at}`, '\\"'.repeat(5)])),
    );
    const from = performance.now();
    jsonFlaw(json);
    return performance.now() - from;
  };
  took(1000);
  expect(took(100_000)).toBeLessThan(2000);
});
