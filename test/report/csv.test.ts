import { parse as parseCsv } from 'csv-parse/sync';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import type { Assessment } from '../../src/assessment/assessment.ts';
import { csvText } from '../../src/report/formats/csv.ts';
import { render } from '../../src/report/formats/render.ts';
import { TARGETS } from '../../src/report/formats/targets.ts';
import { trackerFiles } from '../../src/report/formats/trackers.ts';
import type { ReportLang } from '../../src/report/voice.ts';
import { assessment, model } from './support.ts';

const LANGS: ReportLang[] = ['ja', 'en', 'both'];

/** The rows as two parsers read them; they must agree. */
function rowsOf(csv: string): string[][] {
  expect(csv.startsWith('\ufeff')).toBe(true);
  const one = parseCsv(csv, { bom: true }) as string[][];
  expect(Papa.parse<string[]>(csv.slice(1), { skipEmptyLines: true, newline: '\r\n' }).data).toEqual(one);
  expect(Papa.parse<string[]>(csv.slice(1), { skipEmptyLines: true, delimiter: ',' }).data).toEqual(one);
  return one;
}

/** Lines without a comma or a quote, with every line break that text can hold. */
const TWO_LINES = '手順を書く\n二行目';
const filled = (note: string): Assessment => {
  const base = assessment();
  const answers = Object.entries(base.answers).map(([id, answer]) => [
    id,
    { ...answer, status: 'not-met' as const, note, reason: { code: 'OTHER' as const, text: note } },
  ]);
  return { ...base, answers: Object.fromEntries(answers) };
};

describe('every CSV holds its rows together', () => {
  const notes = [TWO_LINES, 'a\rb', 'a\r\nb', 'a\u2028b\u2029c', 'a\vb\fc\u0085d', ' lead', 'a\tb', 'a;b', '「"」'];

  test.each(LANGS.flatMap(lang => notes.map(note => [lang, note] as const)))('in %s with %j', async (lang, note) => {
    const of = model({ assessment: filled(note) });
    const texts = [
      ...TARGETS.flatMap(target => trackerFiles(of, lang, target).map(({ content }) => content)),
      String(await render(of, 'gap-report', lang, 'csv')),
      String(await render(of, 'improvement-plan', lang, 'csv')),
    ];
    for (const text of texts) {
      const rows = rowsOf(text);
      expect(rows.length).toBeGreaterThan(5);
      expect(new Set(rows.map(row => row.length)).size).toBe(1);
    }
  });
});

describe('a field', () => {
  test.each([
    'a\nb',
    'a\rb',
    'a\r\nb',
    'a\u2028b',
    'a\u2029b',
    'a\vb',
    'a\fb',
    'a\u0085b',
    'a\tb',
    'a;b',
    'a,b',
    'a"b',
    ' a',
    'a ',
    '　a',
    'a|b',
  ])('%j comes back as it was, between quotes', field => {
    const csv = csvText(['head', 'other'], [[field, 'end']]);
    expect(csv.split('\r\n')[1]?.startsWith('"') || csv.includes('\r\n"')).toBe(true);
    expect(rowsOf(csv)).toEqual([
      ['head', 'other'],
      [field, 'end'],
    ]);
  });

  test.each(['=1+1', '+81', '-1', '@x', '＝1', '＋1', '－1', '＠x'])('%j starts no formula', field => {
    expect(rowsOf(csvText(['head'], [[field]]))[1]).toEqual([`'${field}`]);
  });

  test.each([
    ['a;=1+1', "a;'=1+1"],
    ['a; @sum', "a; '@sum"],
    ['a\n=1+1', "a\n'=1+1"],
    ['a\t-1', "a\t'-1"],
    ['a;＋1', "a;'＋1"],
    ['plan\n- one\n- two', 'plan\n- one\n- two'],
    ['a = b; c', 'a = b; c'],
  ])('%j starts none either where it is split at another sign', (field, right) => {
    const csv = csvText(['head'], [[field]]);
    expect(rowsOf(csv)[1]).toEqual([right]);
    const cells = csv.split(/[;\t]|\r?\n/).map(cell => cell.trim());
    for (const cell of cells) expect(cell).not.toMatch(/^[=@＝＠]|^[+\-＋－]\S/);
  });
});
