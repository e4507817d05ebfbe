import { readFileSync, writeFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { parse as parseCsv } from 'csv-parse/sync';
import type { Element, Nodes } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { HtmlValidate } from 'html-validate';
import { readXlsx } from 'hucre';
import mermaid from 'mermaid';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import type { Assessment } from '../../src/assessment/assessment.ts';
import { FORMATS, render } from '../../src/report/formats/render.ts';
import { gapReport } from '../../src/report/gap-report.ts';
import { improvementPlanReport } from '../../src/report/improvement-plan.ts';
import { lines } from '../../src/report/markdown/clean.ts';
import { hasWords } from '../../src/report/markdown/nodes.ts';
import type { ReportLang } from '../../src/report/voice.ts';
import { NAUGHTY } from '../support/naughty.ts';
import { assessment, model } from './support.ts';

const LANGS: ReportLang[] = ['ja', 'en', 'both'];
const KINDS = ['gap-report', 'improvement-plan'] as const;
const TEXTS = FORMATS.filter(one => one !== 'md' && one !== 'xlsx');
const all = KINDS.flatMap(kind => LANGS.map(lang => [kind, lang] as const));

const text = async (format: (typeof FORMATS)[number], kind: (typeof KINDS)[number], lang: ReportLang, of = model()) =>
  String(await render(of, kind, lang, format));

describe.each(TEXTS)('%s', format => {
  test.each(all)('%s in %s is the golden file, twice', async (kind, lang) => {
    const file = new URL(`../golden/report/${kind}.${lang}.${format}`, import.meta.url);
    const first = await text(format, kind, lang);
    if (process.env['UPDATE_GOLDEN']) writeFileSync(file, first);
    expect(first).toBe(readFileSync(file, 'utf8'));
    expect(await text(format, kind, lang)).toBe(first);
  });
});

describe('html', () => {
  test.each(all)('%s in %s is valid, fetches nothing and runs nothing', async (kind, lang) => {
    const html = await text('html', kind, lang);
    const { results } = await new HtmlValidate({ extends: ['html-validate:recommended'] }).validateString(html);
    expect(
      results.flatMap(one => one.messages.map(({ ruleId, message, line }) => `${line} ${ruleId} ${message}`)),
    ).toEqual([]);
    expect(html).toContain('default-src &#x27;none&#x27;');
    expect(html).not.toMatch(/<(script|link|img|iframe|object)\b|@import|url\(/);
  });

  test('links inside the page lead to a heading', async () => {
    const html = await text('html', 'gap-report', 'en');
    const targets = [...html.matchAll(/href="#([^"]+)"/g)].map(([, id]) => decodeURIComponent(id ?? ''));
    expect(targets.length).toBeGreaterThan(3);
    for (const id of targets) expect(html).toContain(`id="${id}"`);
  });

  test('gaps can be hidden by risk and status', async () => {
    const html = await text('html', 'gap-report', 'ja');
    for (const id of ['high', 'medium', 'low', 'partly', 'not-met']) expect(html).toContain(`id="show-${id}"`);
    expect(html).toContain('data-risk="high"');
  });

  test('pictures say in words what they show', async () => {
    const labels = [...(await text('html', 'gap-report', 'en')).matchAll(/aria-label="([^"]+)"/g)].map(
      ([, one]) => one,
    );
    expect(labels).toHaveLength(2);
    expect(labels[0]).toContain('Met');
    expect(labels[1]).toContain('BAR-001');
  });
});

describe('csv', () => {
  test.each(all)('%s in %s is read alike by two parsers', async (kind, lang) => {
    const csv = await text('csv', kind, lang);
    expect(csv.startsWith('\ufeff')).toBe(true);
    const one = parseCsv(csv, { bom: true });
    const two = Papa.parse<string[]>(csv.slice(1), { skipEmptyLines: true }).data;
    expect(one).toEqual(two);
    expect(one.length).toBeGreaterThan(2);
    expect(csv.split('\r\n').length).toBeGreaterThanOrEqual(one.length);
  });
});

test.each(all)('the JSON of %s in %s fits the published schema', async (kind, lang) => {
  const schema = JSON.parse(readFileSync(new URL('../../docs/report.schema.json', import.meta.url), 'utf8'));
  const check = new Ajv2020({ strict: false, validateFormats: false }).compile(schema);
  check(JSON.parse(await text('json', kind, lang)));
  expect(check.errors).toBeNull();
});

test.each(LANGS)('every Mermaid block in %s is read by Mermaid', async lang => {
  const markdown = gapReport(model(), lang) + improvementPlanReport(model(), lang);
  const blocks = [...markdown.matchAll(/```mermaid\n([\s\S]*?)```/g)].map(([, block]) => block ?? '');
  expect(blocks.length).toBeGreaterThan(2);
  const kinds = await Promise.all(blocks.map(async block => (await mermaid.parse(block)) && block.split(/\s/)[0]));
  expect(new Set(kinds)).toEqual(new Set(['pie', 'gantt']));
});

test.each(LANGS)('a workbook in %s has five sheets with filters, a fixed head and real dates', async lang => {
  const bytes = (await render(model(), 'gap-report', lang, 'xlsx')) as Uint8Array;
  const { sheets } = await readXlsx(bytes);
  expect(sheets).toHaveLength(5);
  for (const { rows, freezePane, autoFilter, name } of sheets) {
    expect([name, freezePane?.rows]).toEqual([name, 1]);
    if (rows.length > 1) expect(autoFilter, name).toBeDefined();
  }
  const [, , plan] = sheets;
  expect(plan?.rows[1]?.some(cell => cell instanceof Date)).toBe(true);
});

test('a calendar has CRLF, short lines and days', async () => {
  const ics = await text('ics', 'gap-report', 'ja');
  for (const line of ics.split('\r\n')) {
    expect(line).not.toContain('\n');
    expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  }
  expect(ics).toContain('DTSTART;VALUE=DATE:');
  expect(ics).toContain('RRULE:FREQ=MONTHLY;INTERVAL=');
});

describe('what people write stays text', () => {
  /** Every word that a person can write is the same string. */
  const filled = (word: string): Assessment => {
    const base = assessment();
    const answers = Object.fromEntries(
      Object.entries(base.answers).map(([id, answer]) => [
        id,
        { ...answer, note: word, owner: word, evidence: [{ id: 'e1', what: word || 'x', where: word, owner: word }] },
      ]),
    );
    return { ...base, name: word || 'x', answers };
  };
  // What cannot be seen counts as nothing written.
  const words = NAUGHTY.filter(hasWords);
  /** Blanks are drawn together and characters that cannot be shown left out. */
  const bare = (of: string): string => of.replace(/[^\p{L}\p{N}\p{P}\p{S}]/gu, '');

  const isPlainAddress = ({ tagName, properties, children: [only] }: Element): boolean =>
    tagName === 'a' &&
    /^https?:/.test(String(properties['href'])) &&
    only?.type === 'text' &&
    only.value.startsWith('http');

  const tags = (html: string): string => {
    const found: string[] = [];
    const visit = (node: Nodes): void => {
      // A web address may be followed, and shows where it leads.
      if (node.type === 'element' && !isPlainAddress(node)) found.push(node.tagName);
      if ('children' in node) for (const child of node.children) visit(child);
    };
    visit(fromHtml(html));
    // Lines of a text, and the findings that words may lead to, differ by right.
    return found.filter(one => !['br', 'p', 'ul', 'li', 'strong'].includes(one)).join(' ');
  };

  test('no naughty string makes an element or a hidden link in HTML', async () => {
    const harmless = tags(await text('html', 'gap-report', 'en', model({ assessment: filled('plain') })));
    for (const word of words) {
      const html = await text('html', 'gap-report', 'en', model({ assessment: filled(word) }));
      expect(tags(html), word).toBe(harmless);
    }
  }, 120_000);

  test('JSON and the workbook hold the very words', async () => {
    for (const word of words.filter((_, index) => index % 6 === 0)) {
      const of = model({ assessment: filled(word) });
      const { items } = JSON.parse(await text('json', 'gap-report', 'en', of)) as { items: { note?: string }[] };
      expect(items.map(one => one.note).find(Boolean), word).toBe(word);
      const { sheets } = await readXlsx((await render(of, 'gap-report', 'en', 'xlsx')) as Uint8Array);
      const cells =
        sheets
          .at(-1)
          ?.rows.flat()
          .filter(cell => typeof cell === 'string') ?? [];
      const seen = lines(word).join('');
      expect(
        cells.some(cell => bare(cell).includes(bare(seen))),
        word,
      ).toBe(true);
    }
  }, 120_000);

  test('a calendar with any name is still a calendar', async () => {
    for (const word of words) {
      const ics = await text('ics', 'gap-report', 'en', model({ assessment: filled(word) }));
      const unfolded = ics.replace(/\r\n[ \t]/g, '');
      const begun = unfolded.match(/^BEGIN:VEVENT\r$/gm)?.length;
      expect([begun, unfolded.match(/^END:VEVENT\r$/gm)?.length], word).toEqual([begun, begun]);
      for (const line of unfolded.trim().split('\r\n')) expect(line, word).toMatch(/^[A-Z-]+[:;]/);
    }
  }, 60_000);

  test('nor a formula in CSV, and both parsers read the same', async () => {
    for (const word of words) {
      const csv = await text('csv', 'gap-report', 'en', model({ assessment: filled(word) }));
      const rows = parseCsv(csv, { bom: true }) as string[][];
      expect(rows, word).toEqual(Papa.parse<string[]>(csv.slice(1), { skipEmptyLines: true }).data);
      for (const cell of rows.flat()) expect(cell, word).not.toMatch(/^[=+\-@\t\r＝＋－＠]/);
    }
  }, 60_000);
});
