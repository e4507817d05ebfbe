import fc from 'fast-check';
import { lint } from 'markdownlint/sync';
import type { Nodes } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import { describe, expect, test } from 'vitest';
import type { Assessment } from '../../src/assessment/assessment.ts';
import type { Questionnaire } from '../../src/questionnaire/schema/schema.ts';
import { gapReport } from '../../src/report/gap-report.ts';
import { improvementPlanReport } from '../../src/report/improvement-plan.ts';
import { quotation, said, table } from '../../src/report/markdown/nodes.ts';
import { serialise } from '../../src/report/markdown/serialise.ts';
import { ganttLabel } from '../../src/report/parts/gantt.ts';
import { assessment, model, pair, questionnaire } from './support.ts';

const HOSTILE = [
  'a | b || c',
  '`code` ``',
  '```\nfence\n```',
  '~~~mermaid\nx\n~~~',
  '<script>alert(1)</script>',
  '<!-- x',
  '--> <b>',
  '[x](javascript:alert(1))',
  '![x](http://e.example/a.png)',
  '[ref]: http://e.example',
  '# H\n## H2',
  'x\n===',
  '---',
  '- a\n  - b',
  '1. a',
  '> q',
  '* * *',
  '**a** _b_ ~~c~~',
  '| a |\n| - |',
  '\\',
  'a\\',
  '&lt;b&gt; &#60;',
  'https://e.example/a|b',
  'www.example.com',
  'me@example.com',
  '[^1]',
  '- [x] done',
  '\u001b[31mred\u001b[0m',
  'a\u202eb\u2066c\u0000d',
  '\ud800',
  '  lead  \n\n\n  trail  ',
  'x :crit, a1, 2026-01-01, 1d; section y # %% click z',
  '決済：サービス。',
  '<https://e.example>',
  'http://e.example/)]>"',
  'a  b\tc',
];

/** Answers whose every word comes from `next`. */
const fromHostile = (next: () => string): Assessment => {
  const base = assessment();
  const answers = Object.fromEntries(
    Object.entries(base.answers).map(([id, answer]) => [
      id,
      {
        ...answer,
        note: next(),
        owner: next(),
        evidence: [{ id: 'e', what: next(), where: next(), owner: next(), date: '2026-01-01' }],
        ...(answer.reason ? { reason: { code: 'OTHER' as const, text: next() } } : {}),
      },
    ]),
  );
  return { ...base, name: next(), participants: [{ name: next(), role: 'technical' }], answers };
};

/** Every word of the questionnaire from `next`. */
const hostileQuestionnaire = (next: () => string): Questionnaire => {
  const both = () => pair(next(), next());
  const sample = questionnaire();
  const sections = sample.sections.map(section => ({
    ...section,
    title: both(),
    items: section.items.map(item => ({
      ...item,
      title: both(),
      ask: both(),
      note: both(),
      why: both(),
      steps: { ja: [next()], en: [next()] },
      good: { ja: [next(), next()], en: [next()] },
    })),
  }));
  return { ...sample, title: both(), label: both(), sections, notice: both() };
};

/** Gives the hostile words in turn, so that other places meet other words on every start. */
const from = (start: number) => {
  let at = start;
  return () => HOSTILE[at++ % HOSTILE.length] ?? '';
};

type Shape = { headings: number; tables: number; code: number; html: string[]; links: string[]; images: number };

function shapeOf(text: string): Shape {
  const shape: Shape = { headings: 0, tables: 0, code: 0, html: [], links: [], images: 0 };
  const walk = (node: Nodes): void => {
    if (node.type === 'heading') shape.headings += 1;
    if (node.type === 'table') shape.tables += 1;
    if (node.type === 'code') shape.code += 1;
    if (node.type === 'image' || node.type === 'imageReference') shape.images += 1;
    if (node.type === 'html') shape.html.push(node.value);
    if (node.type === 'link') shape.links.push(node.url);
    if ('children' in node) node.children.forEach(walk);
  };
  walk(fromMarkdown(text, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] }));
  return shape;
}

const plainWords = () => {
  let at = 0;
  return () => `plain ${at++}`;
};

const STARTS = [0, 5, 11, 17, 23, 29];
const SAFE_LINK = /^(https?:\/\/|mailto:|#)/;
const UNSEEN = /(?!\n)[\p{Cc}\u202a-\u202e\u2066-\u2069]/u;

describe.each([
  ['gap report', gapReport],
  ['improvement plan', improvementPlanReport],
] as const)('%s', (_, render) => {
  const shapeFor = (answers: Assessment) => shapeOf(render(model({ assessment: answers }), 'en'));
  const expected = shapeFor(fromHostile(plainWords()));

  test.each(STARTS)('words of a person stay words (%i)', start => {
    const written = render(model({ assessment: fromHostile(from(start)) }), 'en');
    const shape = shapeOf(written);
    expect({ ...shape, links: [] }).toEqual({ ...expected, links: [] });
    expect(shape.links.filter(link => !SAFE_LINK.test(link))).toEqual([]);
    expect(written).not.toMatch(UNSEEN);
    expect(lint({ strings: { text: written } }).text).toEqual([]);
  });

  test.each(STARTS)('words of a questionnaire stay words or code (%i)', start => {
    const written = render(model({ questionnaire: hostileQuestionnaire(from(start)) }), 'both');
    const { html, images, links, code } = shapeOf(written);
    expect({ html, images, code }).toEqual({ html: expected.html, images: 0, code: expected.code });
    expect(links.filter(link => !SAFE_LINK.test(link))).toEqual([]);
    expect(written).not.toMatch(UNSEEN);
  });
});

test('any words of a person stay words', () => {
  const piece = fc.oneof(
    fc.constantFrom(...HOSTILE, '\n', ' ', '|', '*', '_', '<', '>', '`', '~', '#', '&', '!', '['),
    fc.string({ unit: 'grapheme' }),
  );
  const words = fc.array(piece, { minLength: 1, maxLength: 5 }).map(parts => parts.join(''));
  fc.assert(
    fc.property(words, text => {
      const shape = shapeOf(serialise([quotation(`x${text}`), quotation(text), table(['a'], [[said(text)]])]));
      expect({ ...shape, html: shape.html.length, links: shape.links.filter(link => !SAFE_LINK.test(link)) }).toEqual({
        headings: 0,
        tables: 1,
        code: 0,
        html: 1,
        links: [],
        images: 0,
      });
    }),
    { numRuns: 300 },
  );
});

test.each([
  ['a: b; c # d', 'a b c d'],
  ['`x`\n%% y', 'x y'],
  ['A-1 5%削減, 10 % off', 'A-1 5%削減, 10 % off'],
  ['5%削減', '5 削減'],
  [': %x', 'x'],
  ['a%;b%%c#1;', 'a b c 1'],
  ['section z', '- section z'],
  ['決済：サービス', '決済：サービス'],
  ['', '-'],
  [';;', '-'],
])('a chart label keeps only what is a name: %j', (text, label) => {
  expect(ganttLabel(text)).toBe(label);
});
