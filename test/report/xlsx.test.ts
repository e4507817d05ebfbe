import { readXlsx } from 'hucre';
import { describe, expect, test } from 'vitest';
import type { Answer } from '../../src/assessment/assessment.ts';
import { type Remark, render } from '../../src/report/formats/render.ts';
import type { ReportLang } from '../../src/report/voice.ts';
import { assessment, model } from './support.ts';

const LIMIT = 32_767;

async function workbookOf(answer: Answer, lang: ReportLang = 'en') {
  const base = assessment();
  const remarks: Remark[] = [];
  const of = model({ assessment: { ...base, answers: { ...base.answers, 'IAM-003': { status: 'met', ...answer } } } });
  const bytes = (await render(of, 'gap-report', lang, 'xlsx', one => remarks.push(one))) as Uint8Array;
  const { sheets } = await readXlsx(bytes);
  const answers = sheets.at(-1);
  const row = answers?.rows.find(cells => cells[1] === 'IAM-003') ?? [];
  return { bytes, sheets, row, remarks, at: answers?.rows.indexOf(row) ?? 0 };
}

describe('a text that looks like an escape of the format', () => {
  test.each(['_x0041_', 'a_x000D_b', '_x005F_x0041_', '__x0041__', '_xZZZZ_', 'x_y_z'])(
    '%j stays as typed',
    async note => {
      const { row } = await workbookOf({ note });
      expect(row[5]).toBe(note);
    },
  );
});

describe('a cell that is too long', () => {
  test.each([
    ['ascii', 'a'.repeat(40_000)],
    ['Japanese', '点検'.repeat(20_000)],
    ['pairs', '𠮷'.repeat(20_000)],
    ['escapes', '_x0041_'.repeat(6_000)],
  ])('%s is cut with a mark, and told', async (_kind, note) => {
    const { row, remarks } = await workbookOf({ note });
    const cell = String(row[5]);
    expect(cell.length).toBeLessThanOrEqual(LIMIT);
    expect(cell.length).toBeGreaterThan(LIMIT - 100);
    expect(cell.endsWith(`… (cut, ${[...note].length} characters: see the Markdown report)`)).toBe(true);
    expect(cell.isWellFormed()).toBe(true);
    expect(remarks).toEqual([{ kind: 'cut', n: 1, most: LIMIT }]);
  });

  test('exactly as long as a cell takes, it is whole and nothing is told', async () => {
    const { row, remarks } = await workbookOf({ note: 'a'.repeat(LIMIT) });
    expect([String(row[5]).length, remarks]).toEqual([LIMIT, []]);
  });

  test('CSV keeps it whole and says that Excel would not', async () => {
    const base = assessment();
    const remarks: Remark[] = [];
    const answers = { ...base.answers, 'IAM-003': { status: 'met' as const, note: 'a'.repeat(40_000) } };
    const of = model({ assessment: { ...base, answers } });
    const csv = String(await render(of, 'gap-report', 'en', 'csv', one => remarks.push(one)));
    expect(csv).toContain('a'.repeat(40_000));
    expect(remarks).toEqual([{ kind: 'long-cells', n: 1, most: LIMIT }]);
  });
});

describe('a sheet', () => {
  test('is printed as wide as the page, on its side, with the head on each page', async () => {
    const { sheets } = await workbookOf({});
    for (const { pageSetup, name } of sheets)
      expect(pageSetup, name).toMatchObject({
        orientation: 'landscape',
        fitToPage: true,
        fitToWidth: 1,
        fitToHeight: 0,
      });
  });

  test.each(['ja', 'both'] as const)('has a name without gaps in %s', async lang => {
    const { sheets } = await workbookOf({}, lang);
    for (const { name } of sheets) expect(name).not.toMatch(/\s\s|^\s|\s$/);
    expect(sheets[0]?.name).toBe(lang === 'ja' ? '表紙' : '表紙 Cover');
  });

  test('has rows as high as their longest text', async () => {
    const short = await workbookOf({ note: 'one line' });
    const lines = await workbookOf({ note: Array.from({ length: 12 }, () => '一行').join('\n') });
    const long = await workbookOf({ note: '点検の記録を残す。'.repeat(30) });
    const heightOf = ({ sheets, at }: typeof short): number => sheets.at(-1)?.rowDefs?.get(at)?.height ?? 0;
    expect(heightOf(short)).toBeGreaterThan(14);
    expect(heightOf(short)).toBeLessThan(60);
    expect(heightOf(lines)).toBeGreaterThanOrEqual(12 * 18);
    // 540 half-width columns in a cell of 60.
    expect(heightOf(long)).toBeGreaterThanOrEqual(9 * 18);
    expect(heightOf(long)).toBeLessThan(14 * 18);
  });

  test('sets what and where of evidence apart by lines', async () => {
    const where = 'Confluence FTR/ACOM-011';
    const { row } = await workbookOf({
      evidence: [
        { id: 'e1', what: 'Screenshot', where, date: '2026-10-01', owner: 'Ken' },
        { id: 'e2', what: 'Report' },
      ],
    });
    expect(String(row[7]).split('\n')).toEqual([
      expect.stringMatching(/^E\d+ Screenshot$/),
      where,
      'Date: 2026-10-01 / Owner: Ken',
      expect.stringMatching(/^E\d+ Report$/),
    ]);
  });
});

test.each([
  ['2026-11-01', 'overdue'],
  ['2026-11-06', 'later than its due date'],
  ['2027-12-31', ''],
])('a row of the plan due on %s says what is wrong with its dates: %j', async (due, remark) => {
  const base = assessment();
  const { reviewDate: _, ...rest } = base;
  const of = model({ assessment: { ...rest, answers: { 'IAM-003': { status: 'not-met', due } } } });
  const { sheets } = await readXlsx((await render(of, 'gap-report', 'en', 'xlsx')) as Uint8Array);
  const plan = sheets.find(one => one.rows.some(cells => cells.includes('Remark')));
  const at = plan?.rows[0]?.indexOf('Remark') ?? -1;
  expect(plan?.rows.find(cells => cells[0] === 'IAM-003')?.[at] ?? '').toBe(remark);
});
