import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Assessment } from '../../src/assessment/assessment.ts';
import { StoreError } from '../../src/store/errors.ts';
import { encodeAssessment, parseAssessment, serialise } from '../../src/store/format.ts';
import { anAssessment } from './support/temporary-home.ts';

const bytes = (value: unknown): Uint8Array => Buffer.from(typeof value === 'string' ? value : JSON.stringify(value));

function codeOf(work: () => unknown): string | undefined {
  try {
    work();
    return undefined;
  } catch (error) {
    return error instanceof StoreError ? error.code : String(error);
  }
}

test('keys are sorted at every level, lists keep their order, the file ends in a newline', () => {
  expect(serialise({ b: [{ d: 1, c: 2 }, 1], a: { z: null, y: 'x' } })).toBe(
    `${JSON.stringify({ a: { y: 'x', z: null }, b: [{ c: 2, d: 1 }, 1] }, null, 2)}\n`,
  );
});

test('the same value gives the same text, whatever the order of its keys, and reads back', () => {
  fc.assert(
    fc.property(fc.jsonValue({ noUnicodeString: false }), value => {
      const text = serialise(value);
      const again: unknown = JSON.parse(text);
      expect(again).toEqual(JSON.parse(JSON.stringify(value).toWellFormed()));
      expect(serialise(again)).toBe(text);
    }),
  );
});

test('a lone surrogate is replaced in texts and keys, pairs and emoji stay', () => {
  const read: unknown = JSON.parse(serialise({ 'k\uD800': '絵文字 👩‍👩‍👧 \uDC00' }));
  expect(read).toEqual({ 'k\uFFFD': '絵文字 👩‍👩‍👧 \uFFFD' });
});

test('unknown fields survive a read and a write at every level', () => {
  const stored = {
    ...anAssessment(),
    updatedAt: '2026-11-05T00:00:00Z',
    future: { a: [1] },
    questionnaire: { ...anAssessment().questionnaire, label: 'x' },
    participants: [{ name: '佐藤', phone: '1' }],
    answers: {
      'ARC-001': {
        status: 'met',
        moods: { x: 1 },
        evidence: [{ id: 'e', what: 'w', size: 3 }],
        reason: { code: 'OTHER', by: 'me' },
      },
    },
  };
  const { text } = encodeAssessment(parseAssessment(bytes(stored), 'acme', 'p'), 'acme', 'p');
  expect(JSON.parse(text)).toEqual(stored);
});

test.each([
  ['', 'damaged'],
  ['{"schemaVersion": 1', 'damaged'],
  ['null', 'damaged'],
  ['[]', 'damaged'],
  ['{}', 'damaged'],
  ['<<<<<<< ours\n{}', 'damaged'],
  ['\0\0\0\0', 'damaged'],
  ['{"schemaVersion": "2"}', 'damaged'],
  ['{"schemaVersion": 2}', 'newer'],
  [{ ...anAssessment(), schemaVersion: 2, answers: 'elsewhere' }, 'newer'],
  [{ ...anAssessment(), answers: { 'ARC-001': { status: 'maybe' } } }, 'damaged'],
  [anAssessment(), undefined],
  [`\uFEFF${JSON.stringify(anAssessment())}`, undefined],
])('%j is %s', (stored, code) => {
  expect(codeOf(() => parseAssessment(bytes(stored), 'acme', 'p'))).toBe(code);
});

test('bytes that are no UTF-8 are damaged, not replaced', () => {
  const latin1 = Buffer.from(serialise(anAssessment({ name: 'Züri' })), 'latin1');
  expect(codeOf(() => parseAssessment(latin1, 'acme', 'p'))).toBe('damaged');
});

test('the file name decides the id, so that a copied file is its own assessment', () => {
  expect(parseAssessment(bytes(anAssessment({ id: 'acme' })), 'acme-copy', 'p').id).toBe('acme-copy');
});

test('an assessment that could not be read back is refused', () => {
  const broken = anAssessment({ updatedAt: 'yesterday' });
  expect(codeOf(() => encodeAssessment(broken, 'acme', 'p'))).toBe('invalid');
});

test('the file does not repeat the date of its newest answer, and reads it back', () => {
  const at = '2026-11-05T00:00:00Z';
  const answers = { 'A-1': { status: 'met', updatedAt: '2026-11-03T00:00:00Z' }, 'A-2': { updatedAt: at } } as const;
  const once = encodeAssessment({ ...anAssessment(), answers, updatedAt: at }, 'acme', 'p');
  expect(JSON.parse(once.text)).not.toHaveProperty('updatedAt');
  expect(once.assessment.updatedAt).toBe(at);
  const later = encodeAssessment({ ...once.assessment, updatedAt: '2026-11-06T00:00:00Z' }, 'acme', 'p');
  expect(JSON.parse(later.text)).toHaveProperty('updatedAt', '2026-11-06T00:00:00Z');
  expect(parseAssessment(bytes(later.text), 'acme', 'p').updatedAt).toBe('2026-11-06T00:00:00Z');
});

const oddKeys = fc.oneof(
  fc.constantFrom(
    '__proto__',
    'constructor',
    '10',
    '9',
    '01',
    'k\uD800',
    'a b',
    '"answers": 0',
    '\n  "answers": 0',
    '',
  ),
  fc.string({ maxLength: 6 }),
);
const oddAnswer = fc.record(
  {
    status: fc.constantFrom('met', 'partly', undefined),
    note: fc.oneof(
      fc.string({ unit: 'binary', maxLength: 8 }),
      fc.constantFrom('a\n  "answers": 0\n', '\uDC00', '点\u2028'),
    ),
    checks: fc.dictionary(fc.string({ maxLength: 3 }), fc.constantFrom('yes', 'no')),
    updatedAt: fc.constantFrom('2026-01-02T00:00:00.000Z', '2026-12-02T00:00:00.000Z'),
    future: fc.jsonValue({ maxDepth: 2 }),
  },
  { requiredKeys: [] },
);

test('whatever is written, the text is that of the whole value, and what comes back is what a read gives', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(oddKeys, oddAnswer), { maxLength: 6 }), fc.jsonValue(), (entries, future) => {
      const answers = Object.fromEntries(entries) as Assessment['answers'];
      const given = { ...anAssessment({ answers, updatedAt: '2026-06-01T00:00:00.000Z' }), future };
      const { text, assessment } = encodeAssessment(given, 'acme', 'p');
      expect(text).toBe(
        serialise({ ...given, id: 'acme', ...(text.includes('\n  "updatedAt"') ? {} : { updatedAt: undefined }) }),
      );
      expect(assessment).toEqual(parseAssessment(bytes(text), 'acme', 'p'));
      const [key = '', answer] = Object.entries(assessment.answers)[0] ?? [];
      const changed = { ...assessment, answers: { ...assessment.answers, [key]: { ...answer, owner: '佐藤' } } };
      const again = encodeAssessment(changed, 'acme', 'p');
      expect(again.assessment).toEqual(parseAssessment(bytes(again.text), 'acme', 'p'));
      expect(encodeAssessment(again.assessment, 'acme', 'p').text).toBe(again.text);
    }),
    { numRuns: 400 },
  );
});

test('an answer that is none is named by its field, also behind many that are', () => {
  const answers = { A: { status: 'met' }, B: { status: 'maybe' } } as unknown as Assessment['answers'];
  expect(() => encodeAssessment(anAssessment({ answers }), 'acme', 'p')).toThrow(
    expect.objectContaining({ code: 'invalid', detail: 'answers.B.status' }),
  );
});
