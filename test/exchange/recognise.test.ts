import { readFileSync } from 'node:fs';
import { deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { KINDS } from '../../src/exchange/kinds.ts';
import { RECOGNISE_BYTES, recognise } from '../../src/exchange/recognise.ts';
import { LANGS, translator } from '../../src/i18n/index.ts';
import { serialise } from '../../src/store/format.ts';
import { FOREIGN } from '../support/foreign-files.ts';
import { sampleAssessment } from '../support/session.ts';
import { SMALL_LIST } from '../support/small-list.ts';
import { workbookOf, zipOf } from '../support/zip.ts';

const kindOf = (content: Uint8Array | string, name = 'x'): string =>
  recognise(typeof content === 'string' ? Buffer.from(content) : content, name).kind;

test.each(FOREIGN)('%s is %s, whatever it is called', (name, kind, content) => {
  expect(kindOf(content, name)).toBe(kind);
  if (kind !== 'markdown') expect(kindOf(content, 'renamed.yaml')).toBe(kind);
});

describe('files of ours', () => {
  const answers = serialise(sampleAssessment());

  test('a copy, also cut in the middle or in another order', () => {
    expect(kindOf(answers, 'a.json')).toBe('answers');
    expect(kindOf(JSON.stringify(sampleAssessment()))).toBe('answers');
    expect(kindOf(answers.slice(0, -20))).toBe('answers');
  });

  test('a list, in YAML or JSON, also with the mistakes that people make', () => {
    for (const text of [
      SMALL_LIST,
      readFileSync('docs/example-list.yaml', 'utf8'),
      SMALL_LIST.replaceAll('\n', '\r\n'),
      `\ufeff${SMALL_LIST}`,
      SMALL_LIST.replace(/^publisher: /m, 'publisher：'),
      SMALL_LIST.replace(/^sections:/m, 'section:'),
      '{"id":"a","version":"1","title":{},"publisher":{},"passRule":"x","sections":[]}',
    ])
      expect(kindOf(text)).toBe('questionnaire');
  });
});

describe('letters', () => {
  const answers = serialise(sampleAssessment());
  const wide = Buffer.from(`\ufeff${answers}`, 'utf16le');

  test('UTF-16 as Windows PowerShell 5 writes it, in either order, with and without a mark', () => {
    expect(recognise(wide, 'a.json')).toEqual({ kind: 'answers', encoding: 'utf-16' });
    expect(recognise(Buffer.from(wide).swap16(), 'a.json')).toEqual({ kind: 'answers', encoding: 'utf-16' });
    expect(recognise(wide.subarray(2), 'a.json')).toEqual({ kind: 'answers', encoding: 'utf-16' });
  });

  test('Shift_JIS', () => {
    const list = Buffer.concat([
      Buffer.from('id: a\nversion: "1"\npublisher: '),
      Buffer.from([0x93, 0xfa, 0x96, 0x7b]),
      Buffer.from('\nsections: []\n'),
    ]);
    expect(recognise(list, 'a.yaml')).toEqual({ kind: 'questionnaire', encoding: 'shift-jis' });
  });
});

describe('workbooks', () => {
  test('the part that names the sheets may be compressed, of unknown size, or cut off', () => {
    const xml = deflateRawSync('<workbook><sheets><sheet name="Partner Hosted FTR Requirements"/></sheets></workbook>');
    const head = Buffer.alloc(30);
    head.writeUInt32LE(0x04034b50, 0);
    head.writeUInt16LE(8, 6);
    head.writeUInt16LE(8, 8);
    head.writeUInt16LE('xl/workbook.xml'.length, 26);
    const whole = Buffer.concat([
      head,
      Buffer.from('xl/workbook.xml'),
      xml,
      Buffer.from('PK\x07\x08............'),
      workbookOf([]),
    ]);
    expect(kindOf(whole)).toBe('ftr-workbook');
    expect(kindOf(whole.subarray(0, 60))).toBe('excel');
  });

  test('a bomb is not blown up', () => {
    const head = Buffer.alloc(30);
    head.writeUInt32LE(0x04034b50, 0);
    head.writeUInt16LE(8, 8);
    head.writeUInt16LE('xl/workbook.xml'.length, 26);
    const bomb = deflateRawSync(Buffer.alloc(60_000_000));
    const before = process.memoryUsage().arrayBuffers;
    expect(kindOf(Buffer.concat([head, Buffer.from('xl/workbook.xml'), bomb]))).toBe('excel');
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(20_000_000);
  });

  test('names with parts of names in them', () => {
    expect(kindOf(workbookOf(['Cover letter']))).toBe('excel');
    expect(kindOf(zipOf({ 'a/xl/workbook.xml': '<sheet name="FTR Requirements"/>' }))).toBe('zip');
  });
});

describe('bounds', () => {
  const MB = 4;
  test.each([
    ['brackets', '['],
    ['braces', '{"a":'],
    ['quotes', '"'],
    ['keys', '{"a":1},'],
    ['lines with keys', 'a:\n'],
    ['blank', ' '],
    ['commas', ','],
    ['headings', '# a\n'],
    ['sheets', 'PK\x03\x04'],
    ['half a heading', '# a '],
    ['quotes in rows', 'a,"\n'],
  ])('%s without end take time in proportion', (_, piece) => {
    const bytes = Buffer.from(piece.repeat(Math.ceil((MB * 1024 * 1024) / piece.length)));
    const start = performance.now();
    recognise(Buffer.concat([Buffer.from(piece === 'PK\x03\x04' ? '' : '['), bytes]), 'x');
    recognise(bytes, 'x');
    // Some hundred milliseconds at most; what grows with the square of the size takes minutes.
    expect(performance.now() - start).toBeLessThan(10_000);
  });

  test('no more than the limit is looked at, and a letter that it cuts does not matter', () => {
    const bytes = Buffer.concat([
      Buffer.from('id: a\npublisher: x\nsections:\n# '),
      Buffer.from('日'.repeat(3_000_000)),
    ]);
    expect(bytes.length).toBeGreaterThan(RECOGNISE_BYTES);
    expect(recognise(bytes, 'x')).toEqual({ kind: 'questionnaire', encoding: 'utf-8' });
  });

  test('any bytes are of some kind', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.uint8Array({ maxLength: 300 }),
          fc.string().map(text => Buffer.from(`PK\x03\x04${text}`)),
        ),
        bytes => {
          expect(KINDS).toContain(recognise(bytes, 'x').kind);
        },
      ),
    );
  });
});

test('each kind has its words in both languages', () => {
  for (const t of LANGS.map(translator)) for (const kind of KINDS) expect(t(`kind.${kind}`)).not.toContain('kind.');
});

test.each(['{\\rtf1\\ansi checklist}', '[profile one]\nregion = ap-northeast-1\n', '[default]\r\nkey = 1\r\n'])(
  '%j is no JSON',
  text => {
    expect(recognise(new TextEncoder().encode(text), 'file').kind).not.toBe('json');
  },
);

test.each(['[true]', '[null]\n', '["a"]', '[1]', '{"a": 1}'])('%j is JSON', text => {
  expect(recognise(new TextEncoder().encode(text), 'file').kind).toBe('json');
});
