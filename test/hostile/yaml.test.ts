import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { loadFile } from '../../src/questionnaire/load/load-file.ts';
import { readYaml } from '../../src/questionnaire/load/read-yaml.ts';
import { LIMITS } from '../../src/questionnaire/load/yaml-subset.ts';
import { LIST, lines } from '../questionnaire/list-file.ts';

const isLong = process.env.TENKEN_LONG !== undefined;
const rulesOf = (source: string | Uint8Array) => loadFile('list.yaml', source).problems.map(one => one.rule);
const many = (count: number, part: (at: number) => string) =>
  Array.from({ length: count }, (_, at) => part(at)).join('');

/** Two megabytes of what parsers find hard. */
const HARD: [string, string][] = [
  ['quotes', '"'.repeat(LIMITS.bytes)],
  ['single quotes', "'".repeat(LIMITS.bytes)],
  ['pairs of quotes', '"" '.repeat(LIMITS.bytes / 3)],
  ['colons', ':'.repeat(LIMITS.bytes)],
  ['keys of keys', 'a: '.repeat(LIMITS.bytes / 3)],
  ['keys on a line', many(100_000, at => `k${at}: 1\n`)],
  ['keys in braces', `{${many(100_000, at => `k${at}: 1, `)}}`],
  ['the same key', 'a: 1\n'.repeat(LIMITS.bytes / 5)],
  ['question marks', '? '.repeat(LIMITS.bytes / 2)],
  ['dashes', '- '.repeat(LIMITS.bytes / 2)],
  ['dashes on lines', '- 1\n'.repeat(LIMITS.bytes / 4)],
  ['open brackets', '['.repeat(LIMITS.bytes)],
  ['closing brackets', ']'.repeat(LIMITS.bytes)],
  ['open braces', '{a: '.repeat(LIMITS.bytes / 4)],
  ['commas', `[${','.repeat(LIMITS.bytes - 2)}]`],
  ['stairs', many(1990, at => `${' '.repeat(at)}a:\n`)],
  ['anchors', '- &a 1\n'.repeat(LIMITS.bytes / 7)],
  ['aliases', `- &a 1\n${'- *a\n'.repeat(LIMITS.bytes / 5 - 2)}`],
  ['tags', '!'.repeat(LIMITS.bytes)],
  ['tags of their own', '- !a 1\n'.repeat(LIMITS.bytes / 7)],
  ['percent signs', '%a\n'.repeat(LIMITS.bytes / 3)],
  ['documents', '---\n'.repeat(LIMITS.bytes / 4)],
  ['ends of documents', '...\n'.repeat(LIMITS.bytes / 4)],
  ['comments', '#\n'.repeat(LIMITS.bytes / 2)],
  ['a block of lines', `a: |\n${' x\n'.repeat(LIMITS.bytes / 3 - 4)}`],
  ['a folded block', `a: >\n${' x\n\n'.repeat(LIMITS.bytes / 4 - 4)}`],
  ['a block without an indent', `a: |9\n${' x\n'.repeat(LIMITS.bytes / 3 - 4)}`],
  ['a text over many lines', `a: ${'x\n '.repeat(LIMITS.bytes / 3 - 4)}`],
  ['escapes', `a: "${'\\x41'.repeat(LIMITS.bytes / 4 - 4)}"`],
  ['broken escapes', `a: "${'\\q'.repeat(LIMITS.bytes / 2 - 4)}"`],
  ['blanks', `a: ${' '.repeat(LIMITS.bytes - 4)}x`],
  ['empty lines', '\n'.repeat(LIMITS.bytes)],
  ['carriage returns', '\r'.repeat(LIMITS.bytes)],
  ['zero bytes', '\u0000'.repeat(LIMITS.bytes)],
  ['byte order marks', '\ufeff'.repeat(LIMITS.bytes / 3)],
  ['lone surrogates', '\ud800'.repeat(LIMITS.bytes / 3)],
  ['a number', `a: ${'9'.repeat(LIMITS.bytes - 4)}`],
  ['an octal number', `a: 0o${'7'.repeat(LIMITS.bytes - 6)}`],
  ['a number with a point', `a: ${'1'.repeat(LIMITS.bytes / 2 - 4)}.${'1'.repeat(LIMITS.bytes / 2 - 4)}e`],
  ['merge keys', '<<: {}\n'.repeat(LIMITS.bytes / 7)],
];

let slowest = 0;
afterAll(() => {
  console.info(`${HARD.length} kinds of two megabytes of YAML: refused, the slowest after ${Math.round(slowest)} ms`);
});

describe('two megabytes of', () => {
  test.each(HARD)('%s are refused within five seconds', (_what, text) => {
    const from = performance.now();
    const { questionnaire, problems } = loadFile('list.yaml', text);
    const took = performance.now() - from;
    slowest = Math.max(slowest, took);
    expect(took).toBeLessThan(5000);
    expect(questionnaire).toBeUndefined();
    expect(problems.length).toBeGreaterThan(0);
    expect(problems.length).toBeLessThanOrEqual(3 * LIMITS.problems);
  });
});

test('the time for keys grows with their number, not with its square', () => {
  const took = (count: number) => {
    const text = many(count, at => `k${at}: 1\n`);
    const from = performance.now();
    readYaml('x', text);
    return performance.now() - from;
  };
  took(2000);
  const once = Math.min(took(4000), took(4000), took(4000));
  expect(Math.min(took(32_000), took(32_000))).toBeLessThan(24 * once + 100);
});

describe('bytes', () => {
  const encoder = new TextEncoder();
  const utf16 = (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le');
  const shiftJis = Buffer.concat([Buffer.from('id: a\nlabel:\n  ja: '), Buffer.from([0x93, 0x5f, 0x8c, 0x9f])]);

  test('a byte order mark is no part of the text', () => {
    expect(loadFile('x', encoder.encode(`\ufeff${LIST}`)).questionnaire?.id).toBe('house-list');
  });

  test.each([
    ['UTF-16', utf16(LIST), '1:1 not-utf8'],
    ['Shift_JIS', shiftJis, '3:7 not-utf8'],
    ['half a character at the end', encoder.encode('a: 1\nb: 点').subarray(0, -1), '2:4 not-utf8'],
    ['a wide character before it', Buffer.concat([encoder.encode('点検: '), Buffer.from([0xff])]), '1:5 not-utf8'],
    ['an overlong slash', Buffer.from([0x61, 0xc0, 0xaf]), '1:2 not-utf8'],
    ['a surrogate', Buffer.from([0xed, 0xa0, 0x80]), '1:1 not-utf8'],
  ])('%s is named with its place', (_what, bytes, problem) => {
    expect(lines(loadFile('x', bytes).problems)).toEqual([problem]);
  });

  test('a replacement character that is written is no fault of the bytes', () => {
    expect(rulesOf(encoder.encode('a: \ufffd\n'))).not.toContain('not-utf8');
    expect(lines(loadFile('x', Buffer.concat([encoder.encode('a: \ufffd'), Buffer.from([0xff])])).problems)).toEqual([
      '1:5 not-utf8',
    ]);
  });

  test('any bytes at all are read or refused', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), bytes => {
        expect(loadFile('x', bytes).problems.length).toBeGreaterThan(0);
      }),
      { numRuns: isLong ? 20_000 : 500 },
    );
  });
});

describe('hidden characters', () => {
  const titled = (title: string) => LIST.replace('ja: 題名', `ja: ${JSON.stringify(title)}`);

  test.each([
    ['an escape sequence', '題\u001b]0;owned\u0007名'],
    ['bidi', '題\u202e名'],
    ['a zero width space', '題\u200b名'],
    ['tags', '題\u{e0041}名'],
  ])('%s is taken out, and told with its place', (_what, title) => {
    const { questionnaire, problems } = loadFile('list.yaml', titled(title));
    expect(questionnaire?.sections[0]?.items[0]?.title.ja).toBe('題名');
    expect(lines(problems)).toEqual([expect.stringMatching(/^\d+:\d+ hidden-characters$/)]);
    expect(problems[0]).toMatchObject({ severity: 'warning', values: { path: 'sections.0.items.0.title.ja' } });
  });

  test('emoji, joined kana and tabs are not hidden', () => {
    const { questionnaire, problems } = loadFile('x', titled('題\t👨‍👩‍👧‍👦 か\u3099 葛\u{e0100}'));
    expect(problems).toEqual([]);
    expect(questionnaire?.sections[0]?.items[0]?.title.ja).toBe('題  👨‍👩‍👧‍👦 か\u3099 葛\u{e0100}');
  });

  test('the content hash is that of what is read', () => {
    expect(loadFile('x', titled('題\u202e名')).questionnaire?.contentHash).toBe(
      loadFile('x', LIST).questionnaire?.contentHash,
    );
  });
});

test.each(['constructor', 'toString', 'valueOf', 'hasOwnProperty', '__proto__'])('%s is the id of no item', id => {
  expect(loadFile('x', LIST.replaceAll('ONE-1', id)).questionnaire).toBeUndefined();
});

test('a good file with anything done to it is read or refused with a place inside it', () => {
  const signs = fc.constantFrom(...':{}[],&*!|>\'"%@`#?-\t\n\r\0 ~<=点\u202e\u001b'.split(''), '<<: ', '? ', '\n---\n');
  const edit = fc.record({ at: fc.nat(LIST.length), cut: fc.nat(12), put: fc.string({ unit: signs, maxLength: 6 }) });
  const rows = LIST.split('\n').length + 12;
  fc.assert(
    fc.property(fc.array(edit, { minLength: 1, maxLength: 4 }), edits => {
      const text = edits.reduce((all, { at, cut, put }) => all.slice(0, at) + put + all.slice(at + cut), LIST);
      const { questionnaire, problems } = loadFile('list.yaml', text);
      expect(questionnaire !== undefined || problems.length > 0).toBe(true);
      for (const { line, col } of problems) {
        expect(line).toBeGreaterThan(0);
        expect(line).toBeLessThanOrEqual(rows + edits.length * 18);
        expect(col).toBeGreaterThan(0);
      }
    }),
    { numRuns: isLong ? 20_000 : 400 },
  );
}, 300_000);
