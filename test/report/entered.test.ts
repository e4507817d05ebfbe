import { parse as parseCsv } from 'csv-parse/sync';
import { readXlsx } from 'hucre';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import type { Answer, Assessment } from '../../src/assessment/assessment.ts';
import { render } from '../../src/report/formats/render.ts';
import { assessment, model, pair, questionnaire } from './support.ts';

/** A word of its own for each field, so that it is found or missed alone. */
const T = (field: string): string => `tok-${field}-x`;

const base = { risk: 'high', effort: 'low', retrofit: 'easy', impact: 'low', who: ['technical'] } as const;
const asked = questionnaire({
  sections: [
    {
      id: 'all',
      title: pair('全部', 'All'),
      items: [
        {
          id: 'ONE-1',
          ...base,
          who: ['technical'],
          title: pair('題名', 'Title'),
          ask: pair('はい？', 'Yes?'),
          checks: {
            all: [
              { id: 'a', text: pair('小問その一', 'first check') },
              { id: 'b', text: pair('小問その二', 'second check') },
            ],
          },
          values: [{ id: 'v', kind: 'text', label: pair('値', 'Value') }],
          perUnit: {
            need: 'all',
            checks: { id: 'c', text: pair('単位の小問', 'unit check') },
            values: [{ id: 'w', kind: 'text', label: pair('単位の値', 'Unit value') }],
          },
        },
      ],
    },
  ],
  units: {
    name: pair('顧客', 'Customer'),
    title: pair('顧客', 'Customers'),
    count: 1,
    values: [{ id: 'p', kind: 'text', label: pair('規模', 'Size') }],
  },
});

const ANSWER: Answer = {
  status: 'partly',
  reason: { code: 'OTHER', text: T('reason') },
  note: `${T('note-1')}\n${T('note-2')}`,
  evidence: [
    {
      id: 'e1',
      what: T('what'),
      where: T('where'),
      date: '2025-01-02',
      validUntil: '2027-03-04',
      owner: T('keeper'),
      sighted: '2025-05-06',
    },
  ],
  owner: T('owner'),
  due: '2027-07-08',
  plan: {
    progress: 'in-progress',
    days: 77.5,
    action: T('action'),
    reason: T('accepted'),
    role: T('role'),
    until: '2027-09-10',
  },
  checks: { a: 'yes', b: 'no' },
  values: { v: T('value') },
  units: {
    u1: { status: 'partly', note: T('unit-note'), values: { w: T('unit-value') }, checks: { c: 'yes' } },
  },
  votes: { [T('voter')]: { status: 'partly', confidence: 'low', note: T('vote-note') } },
  decision: T('decision'),
  dissent: [{ name: T('dissenter'), reason: T('dissent') }],
};

/** Every word and day of an answer, and the words that its choices are told in. */
const OF_ANSWER = [
  ...['reason', 'note-1', 'note-2', 'what', 'where', 'keeper', 'owner', 'action', 'accepted', 'role', 'value'].map(T),
  ...['unit-note', 'unit-value', 'voter', 'vote-note', 'decision', 'dissenter', 'dissent'].map(T),
  ...['2025-01-02', '2027-03-04', '2025-05-06', '2027-07-08', '2027-09-10', '77.5'],
];
const IN_WORDS = ['first check', 'second check → No', 'unit check', 'In progress', 'not sure'];
const OF_ASSESSMENT = [T('person'), T('parked'), T('unit'), T('size')];

const filled = (): Assessment =>
  assessment({
    answers: { 'ONE-1': ANSWER },
    participants: [{ name: T('person'), role: 'facilitator', perWeek: 1.5 }],
    units: { u1: { name: T('unit'), values: { p: T('size') } } },
    parking: [{ id: 'p1', text: T('parked'), item: 'ONE-1', at: '2026-11-01T00:00:00Z' }],
    gates: { s3: 'no', phi: 'yes' },
  });

const rendered = async (format: 'md' | 'json' | 'csv', answer: Answer = ANSWER): Promise<string> => {
  const of = model({ questionnaire: asked, assessment: { ...filled(), answers: { 'ONE-1': answer } } });
  return String(await render(of, 'gap-report', 'en', format));
};

async function sheetText(): Promise<string> {
  const of = model({ questionnaire: asked, assessment: filled() });
  const { sheets } = await readXlsx((await render(of, 'gap-report', 'en', 'xlsx')) as Uint8Array);
  const cell = (one: unknown): string => (one instanceof Date ? one.toISOString().slice(0, 10) : String(one ?? ''));
  return sheets.flatMap(({ rows }) => rows.flat().map(cell)).join('\n');
}

/** Markdown without its escapes. */
const unescaped = (text: string): string => text.replace(/\\(?=[!-/:-@[-`{-~])/g, '');

describe('everything that was entered', () => {
  test('is in Markdown', async () => {
    const text = unescaped(await rendered('md'));
    for (const token of [...OF_ANSWER, ...IN_WORDS, ...OF_ASSESSMENT, 'Facilitator', 'Do you handle health data?'])
      expect(text, token).toContain(token);
  });

  test('is in JSON', async () => {
    const text = await rendered('json');
    for (const token of [...OF_ANSWER, ...OF_ASSESSMENT, 'facilitator', '"phi"']) expect(text, token).toContain(token);
  });

  test('is in CSV, as two parsers read it', async () => {
    const csv = await rendered('csv');
    const rows = parseCsv(csv, { bom: true }) as string[][];
    expect(Papa.parse<string[]>(csv.slice(1), { skipEmptyLines: true }).data).toEqual(rows);
    for (const token of [...OF_ANSWER, ...IN_WORDS]) expect(rows.flat().join('\n'), token).toContain(token);
  });

  test('is in the workbook', async () => {
    const text = await sheetText();
    for (const token of [...OF_ANSWER, ...IN_WORDS, ...OF_ASSESSMENT, 'Facilitator', 'Do you handle health data?'])
      expect(text, token).toContain(token);
  });
});

test('the appendix has the response, the values and the sub-questions of an item that is met', async () => {
  const text = unescaped(await rendered('md', { ...ANSWER, status: 'met' }));
  const row = text.split('\n').findLast(line => line.startsWith('| ONE-1 | Title |'));
  for (const token of [
    T('note-1'),
    T('value'),
    T('unit-note'),
    T('unit-value'),
    '☑ first check',
    '☒ second check → No',
  ])
    expect(unescaped(row ?? text), token).toContain(token);
});

test('what was entered for an item that is switched off is said to be left out', async () => {
  const off = {
    ...asked,
    sections: asked.sections.map(one => ({ ...one, items: one.items.map(i => ({ ...i, gate: 's3' })) })),
  };
  const of = model({ questionnaire: off, assessment: filled() });
  for (const format of ['md', 'csv'] as const) {
    const text = String(await render(of, 'gap-report', 'en', format));
    expect(text).toContain('is kept in tenken and left out here');
    expect(text).not.toContain(T('note-1'));
  }
});
