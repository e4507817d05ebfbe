import { describe, expect, test } from 'vitest';
import { loadFile } from '../../src/questionnaire/load/load-file.ts';
import { readYaml } from '../../src/questionnaire/load/read-yaml.ts';
import { LIMITS } from '../../src/questionnaire/load/yaml-subset.ts';
import { LIST, lines, problemsOf } from './list-file.ts';

const rulesIn = (text: string) => lines(readYaml('list.yaml', text).problems);

describe('the house subset', () => {
  test.each([
    ['a tab', 'a:\n  b: 1\n\tc: 2\n', ['3:1 no-tabs']],
    ['a tab behind blanks', 'a:\n  \tb: 1\n', ['2:3 no-tabs']],
    ['an anchor', 'a: 1\nb: &x 2\n', ['2:7 no-anchors']],
    ['an alias', 'a: &x 1\nb: *x\n', ['1:7 no-anchors', '2:4 no-anchors']],
    ['an alias to nothing', 'a: 1\nb: *x\n', ['2:4 no-anchors']],
    ['a local tag', 'a: 1\nb: !env HOME\n', ['2:9 no-tags']],
    ['a tag on a mapping', 'a: !point {x: 1}\n', ['1:11 no-tags']],
    ['a key twice', 'a: 1\nb: 2\na: 3\n', ['3:1 yaml']],
    ['a key twice, deeper', 'a:\n  - x: 1\n    x: 2\n', ['3:5 yaml']],
    ['a bracket that stays open', 'a: [1, 2\n', ['2:1 yaml']],
  ])('%s', (_what, text, problems) => {
    expect(rulesIn(text)).toEqual(problems);
    expect(readYaml('list.yaml', text).data).toBeUndefined();
  });

  test('a duplicate key is named as such', () => {
    expect(readYaml('x', 'a: 1\na: 2\n').problems[0]?.values).toEqual({
      detail: 'DUPLICATE_KEY',
      cause: 'twice',
      text: 'a: 2',
    });
  });

  test('two documents', () => {
    expect(rulesIn('a: 1\n---\nb: 2\n')).toEqual(['2:1 yaml']);
  });

  test('a tag of YAML itself', () => {
    expect(rulesIn('a: !!str 1\n')).toEqual(['1:10 no-tags']);
  });

  test.each([
    ['a merge key', 'b: 2\n<<: {a: 1}\n', ['2:1 no-merge-keys']],
    ['a key that is a list', '? [a]\n: 1\n', ['1:3 yaml']],
    ['a prototype', '__proto__: {a: 1}\n', ['1:1 unknown-key']],
    ['the same key in two ways', '1: a\n"1": b\n', ['2:1 yaml']],
    ['no key twice', '? \n: a\n"": b\n', ['3:1 yaml']],
  ])('%s', (_what, text, problems) => {
    expect(rulesIn(text)).toEqual(problems);
  });

  test('tabs inside a text are no matter', () => {
    expect(readYaml('x', 'a: "b\\tc"\nd: e\tf\n')).toMatchObject({ problems: [], data: { a: 'b\tc', d: 'e\tf' } });
  });

  test('words of YAML 1.1 and dates stay text', () => {
    expect(readYaml('x', 'a: no\nb: on\nc: 2026-02-26\nd: 12:30\n').data).toEqual({
      a: 'no',
      b: 'on',
      c: '2026-02-26',
      d: '12:30',
    });
  });
});

describe('limits', () => {
  const nested = (depth: number) => '['.repeat(depth) + ']'.repeat(depth);

  test('a file that is too large is not parsed', () => {
    expect(rulesIn(`a: ${'x'.repeat(LIMITS.bytes)}`)).toEqual(['1:1 too-large']);
    expect(rulesIn(`a: ${'点'.repeat(LIMITS.bytes / 3)}`)).toEqual(['1:1 too-large']);
    expect(rulesIn(`a: ${'x'.repeat(LIMITS.bytes - 3)}`)).toEqual([]);
  });

  test('nor is one that is nested too deeply taken', () => {
    expect(rulesIn(nested(20))).toEqual([]);
    expect(rulesIn(nested(60))).toContain('1:1 too-deep');
    expect(rulesIn(nested(400))).toContain('1:1 too-deep');
  });

  test('nor one with too many values', () => {
    expect(rulesIn(`[${'1,'.repeat(LIMITS.nodes + 1)}]`)).toEqual(['1:1 too-many-nodes']);
    expect(rulesIn(`[${'1,'.repeat(1000)}]`)).toEqual([]);
  });

  test('a billion laughs are not laughed', () => {
    const lols = Array.from(
      { length: 9 },
      (_, at) => `l${at + 1}: &l${at + 1} [${Array(9).fill(`*l${at}`).join(', ')}]`,
    );
    const started = Date.now();
    const { data, problems } = readYaml('x', `l0: &l0 lol\n${lols.join('\n')}\n`);
    expect(data).toBeUndefined();
    expect(new Set(problems.map(one => one.rule))).toEqual(new Set(['no-anchors']));
    expect(problems).toHaveLength(10 + 81);
    expect(Date.now() - started).toBeLessThan(2000);
  });

  test('a file of commas or of nothing is no list', () => {
    for (const text of ['', '\n', '#\n', ',,,', '%', '\ufeff', '-', '? ?', '\u0000', '"'])
      expect(loadFile('x', text).questionnaire).toBeUndefined();
  });
});

describe('whatever is wrong', () => {
  const text = 'a: &x 1\nb: !t 2\nc: *x\nd: 1\nd: 2\n';
  const wrong = ['1:7 no-anchors', '2:7 no-tags', '3:4 no-anchors', '5:1 yaml'];

  test('is listed whole', () => {
    expect(problemsOf(text).sort()).toEqual(wrong);
  });

  test('is listed in the order of the file', () => {
    expect(problemsOf(text)).toEqual(wrong);
  });
});

test('positions lead to the value, or to the nearest thing above that is there', () => {
  const { at, keysAt } = readYaml('x', 'a:\n  b:\n    - c: 1\n      d: 2\n');
  expect(at(['a', 'b', 0, 'd'])).toEqual({ line: 4, col: 10 });
  expect(at(['a', 'b', 0, 'zzz'])).toEqual({ line: 3, col: 7 });
  expect(at(['a', 'b', 7])).toEqual({ line: 3, col: 5 });
  expect(at([])).toEqual({ line: 1, col: 1 });
  expect(keysAt(['a', 'b', 0])).toEqual(['c', 'd']);
  expect(keysAt(['a', 'b'])).toEqual([]);
});

test('a file with nothing wrong is read', () => {
  expect(loadFile('list.yaml', LIST)).toMatchObject({
    problems: [],
    questionnaire: { id: 'house-list', contentHash: expect.stringMatching(/^[0-9a-f]{64}$/) },
  });
});
