import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { StoreError } from '../../src/store/errors.ts';
import { assessmentText, parseAssessment, parseJson } from '../../src/store/format.ts';
import { type Sandbox, sandbox, started } from '../cli/support/cli.ts';
import { sampleAssessment } from '../support/session.ts';

const isLong = process.env.TENKEN_LONG !== undefined;
const encoder = new TextEncoder();
const bytesOf = (source: string | number[]) =>
  typeof source === 'string' ? encoder.encode(source) : Buffer.from(source);

/** What is no JSON, each for one reason. */
const NO_JSON: (string | number[])[] = [
  ...['', ' ', '\ufeff', '[', ']', '{', '}', '[1,]', '[,1]', '[1 2]', '[1,,2]', '[1', '{"a"}', '{"a":}', '{"a":1,}'],
  ...['{"a" 1}', '{"a"::1}', '{,"a":1}', '{a:1}', "{'a':1}", '{"a":1 "b":2}', '{1:1}', '{null:1}', '{"a":1}}', '[]]'],
  ...[
    '[+1]',
    '[01]',
    '[-01]',
    '[1.]',
    '[.5]',
    '[1e]',
    '[1e+]',
    '[0x1]',
    '[1_000]',
    '[-]',
    '[--1]',
    '[NaN]',
    '[Infinity]',
  ],
  ...['"', '"a', "'a'", '["\\x41"]', '["\\u12"]', '["\\u12G4"]', '["\\"]', '["\t"]', '["\n"]', '["\u0000"]', '["\\a"]'],
  ...[
    'True',
    'nul',
    'nulll',
    'undefined',
    '[tru]',
    '#1',
    '//1\n1',
    '/*1*/1',
    '1 2',
    '{}{}',
    '[]\u0000',
    '\u00a01',
    '\u20281',
  ],
  ...['<a/>', '---\na: 1', '<<<<<<< ours\n{}\n=======\n{}\n>>>>>>> theirs'],
  [0xff],
  [0x22, 0xff, 0x22],
  [0x22, 0xc0, 0xaf, 0x22],
  [0x22, 0xed, 0xa0, 0x80, 0x22],
  [0x22, 0xe3, 0x81, 0x22],
  [0xfe, 0xff, 0x00, 0x7b, 0x00, 0x7d],
  [0xff, 0xfe, 0x7b, 0x00, 0x7d, 0x00],
];

/** What is JSON, and stays what it is. */
const JSON_TEXTS: [string, unknown][] = [
  ['[]', []],
  [' {"a" : [ 1 , -0.5e-3, 1E+2 ] } ', { a: [1, -0.0005, 100] }],
  ['"\\u3042\\ud83d\\ude00\\/\\b\\f\\n\\r\\t\\"\\\\"', 'あ😀/\b\f\n\r\t"\\'],
  ['{"":0}', { '': 0 }],
  ['{"a":{"a":{"a":1}}}', { a: { a: { a: 1 } } }],
  ['[1e400, -1e400]', [Infinity, -Infinity]],
  ['["\u007f\u2028\uffff"]', ['\u007f\u2028\uffff']],
];

describe('as an answers file', () => {
  test.each(NO_JSON)('%j is damaged', source => {
    expect(() => parseJson(bytesOf(source), '/a.json')).toThrow(expect.objectContaining({ code: 'damaged' }));
  });

  test.each(JSON_TEXTS)('%s is read as it is', (text, value) => {
    expect(parseJson(bytesOf(text), '/a.json')).toEqual(value);
  });

  test.each(JSON_TEXTS)('%s is no assessment', text => {
    expect(() => parseAssessment(bytesOf(text), 'a', '/a.json')).toThrow(StoreError);
  });

  test.each([
    ['brackets', '['.repeat(1_000_000) + ']'.repeat(1_000_000)],
    ['braces', `${'{"a":'.repeat(500_000)}1${'}'.repeat(500_000)}`],
    ['open brackets', '['.repeat(2_000_000)],
  ])('a million nested %s are damaged, not a crash', (_what, text) => {
    expect(() => parseJson(encoder.encode(text), '/a.json')).toThrow(expect.objectContaining({ code: 'damaged' }));
  });

  test('a million keys are read in time that grows with their number', () => {
    const took = (count: number) => {
      const text = JSON.stringify(Object.fromEntries(Array.from({ length: count }, (_, at) => [`k${at}`, at])));
      const from = performance.now();
      parseJson(encoder.encode(text), '/a.json');
      return performance.now() - from;
    };
    took(10_000);
    expect(took(1_000_000)).toBeLessThan(10_000);
  });

  test('prototype keys change nothing but what they stand in', () => {
    const text = assessmentText(sampleAssessment({ answers: { A: { status: 'met' } } }), 'a')
      .replace('{', '{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},')
      .replace('"answers": {', '"answers": {"__proto__":{"status":"met"},');
    const { answers, ...rest } = parseAssessment(encoder.encode(text), 'a', '/a.json');
    expect([answers, rest, {}].map(one => (one as { polluted?: unknown }).polluted)).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
    expect(Object.getPrototypeOf(answers)).toBe(Object.prototype);
    expect((answers as { status?: unknown }).status).toBeUndefined();
  });

  test('any value in the place of any other is read or refused, and what is read can be written', () => {
    const good = JSON.parse(
      assessmentText(sampleAssessment({ answers: { A: { status: 'met', evidence: [{ id: 'e', what: 'w' }] } } }), 'a'),
    );
    const places = pathsOf(good);
    fc.assert(
      fc.property(fc.constantFrom(...places), fc.jsonValue({ maxDepth: 4 }), (path, value) => {
        const text = JSON.stringify(changed(good, path, value));
        try {
          const read = parseAssessment(encoder.encode(text), 'a', '/a.json');
          expect(parseAssessment(encoder.encode(assessmentText(read, 'a')), 'a', '/a.json')).toEqual(read);
        } catch (error) {
          expect(error).toBeInstanceOf(StoreError);
        }
      }),
      { numRuns: isLong ? 50_000 : 1000 },
    );
  }, 300_000);
});

function pathsOf(value: unknown, path: string[] = []): string[][] {
  if (value === null || typeof value !== 'object') return [path];
  return [path, ...Object.entries(value).flatMap(([key, one]) => pathsOf(one, [...path, key]))];
}

function changed(value: unknown, [key, ...rest]: string[], put: unknown): unknown {
  if (key === undefined) return put;
  const one = value as Record<string, unknown>;
  const inner = changed(one[key], rest, put);
  return Array.isArray(value) ? value.map((old, at) => (String(at) === key ? inner : old)) : { ...one, [key]: inner };
}

/** A refusal that says which file, keeps what is there and says what to do next. */
async function refuses(box: Sandbox, argv: string[], path: string): Promise<void> {
  const before = filesOf(box);
  const { code, stdout, stderr } = await box.tenken(argv);
  expect([[2, 4].includes(code), stdout]).toEqual([true, '']);
  expect(stderr).toContain(path);
  expect(stderr).toMatch(/^\s*Next: /m);
  expect(stderr).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/);
  expect(filesOf(box)).toEqual(before);
}

const filesOf = (box: Sandbox) =>
  readdirSync(join(box.home, 'assessments')).map(name => [
    name,
    readFileSync(join(box.home, 'assessments', name), 'latin1'),
  ]);

describe('as a copy of somebody', () => {
  test('what is no JSON is refused by merge and take', async () => {
    const box = await sandbox();
    const id = await started(box);
    for (const source of NO_JSON) {
      writeFileSync(join(box.cwd, 'bad.json'), bytesOf(source));
      await refuses(box, ['merge', id, 'bad.json'], 'bad.json');
    }
    await refuses(box, ['take', 'bad.json'], 'bad.json');
    console.info(`${NO_JSON.length} texts that are no JSON: refused, with what is there as it was`);
  }, 60_000);

  test.each([
    ['a folder', (path: string) => mkdirSync(path)],
    ['a pipe', (path: string) => execFileSync('mkfifo', [path])],
    ['nothing', () => undefined],
    ['nine megabytes', (path: string) => writeFileSync(path, ' '.repeat(9 * 1024 * 1024))],
    ['a terabyte of nothing', (path: string) => sparse(path, 2 ** 40)],
    [
      'a hundred thousand brackets',
      (path: string) => writeFileSync(path, `{"x":${'['.repeat(1e5)}${']'.repeat(1e5)}}`),
    ],
    ['a key twice', (path: string) => writeFileSync(path, '{"answers":{},"answers":{}}')],
  ] as const)('%s is refused by merge, take and start', async (_what, make) => {
    const box = await sandbox();
    const id = await started(box);
    make(join(box.cwd, 'bad.json'));
    await refuses(box, ['merge', id, 'bad.json'], 'bad.json');
    await refuses(box, ['take', 'bad.json'], 'bad.json');
    const list = join(box.cwd, 'bad.yaml');
    make(list);
    await refuses(box, ['start', './bad.yaml', '--no-open'], 'bad.yaml');
  });
});

/** A file of so many bytes, all of them zero, that takes no room. */
function sparse(path: string, bytes: number): void {
  writeFileSync(path, '');
  truncateSync(path, bytes);
}

test('a file in the data folder that cannot be read hides no other, whatever it is', async () => {
  const box = await sandbox();
  const id = await started(box);
  const folder = join(box.home, 'assessments');
  sparse(join(folder, 'huge.json'), 3 * 2 ** 30);
  sparse(join(folder, 'large.json'), 65 * 2 ** 20);
  writeFileSync(join(folder, 'deep.json'), '['.repeat(100_000) + ']'.repeat(100_000));
  writeFileSync(join(folder, 'bytes.json'), Buffer.from([0xff, 0xfe, 0x00]));
  mkdirSync(join(folder, 'folder.json'));
  const { code, stdout, stderr } = await box.tenken(['list']);
  expect([code, stdout]).toEqual([0, expect.stringContaining(id)]);
  for (const name of ['huge', 'large', 'deep', 'bytes', 'folder']) expect(stdout + stderr).toContain(name);
  expect(statSync(join(folder, 'huge.json')).size).toBe(3 * 2 ** 30);
});
