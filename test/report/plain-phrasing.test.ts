import fc from 'fast-check';
import type { AlignType, PhrasingContent, RootContent, Text } from 'mdast';
import { gfmToMarkdown } from 'mdast-util-gfm';
import { defaultHandlers, toMarkdown } from 'mdast-util-to-markdown';
import { expect, test } from 'vitest';
import { serialise } from '../../src/report/markdown/serialise.ts';

const LONG = process.env.TENKEN_LONG === '1';
const TIMEOUT = { timeout: LONG ? 600_000 : 20_000 };

/** The serialiser without our shortcut. */
function thorough(children: RootContent[]): string {
  return toMarkdown(
    { type: 'root', children: [{ type: 'html', value: '<!-- markdownlint-disable MD013 -->' }, ...children] },
    {
      bullet: '-',
      emphasis: '*',
      fences: true,
      listItemIndent: 'one',
      rule: '-',
      handlers: { break: (...args) => defaultHandlers.break(...args).replace(/^\\\n$/, '  \n') },
      extensions: [gfmToMarkdown({ stringLength: () => 3 })],
    },
  );
}

/** Every sign that Markdown knows, alone and where it means something, between letters, blanks and scripts. */
const SNIPPETS = [
  ...Array.from({ length: 128 }, (_, code) => String.fromCharCode(code)),
  ...['www.a', 'w', '.', '.a', 'http', 's', 'p', ':', '://a', '/', 'a@b.c', '1.', '1)', '12', '- ', '+ ', '# ', '> '],
  ...['=', '==', '---', '| - |', ':-', '-:', '&amp;', '&#x41;', '<a>', '</a', '<!--', '![', '[', '](', ']:', '[^1]'],
  ...['**', '*a*', '_', '__', 'a_b', '~~', '``', '```', '\\', '\\\\', '\r\n', '\n\n', '  ', '\t', ' \n', '\n '],
  ...['word', 'Two words', 'ITEM-1', 'IAM-001', '2026-11-05', '3/50', 'the review.', 'Note:', ' / ', ', ', ' · '],
  ...[
    '日本語',
    '項目です。',
    'ラベル：',
    '（注）',
    '「か」',
    '、',
    '—',
    '█░',
    '\u3000',
    '\u00a0',
    '\u2028',
    '\u200b',
    '\u0301',
  ],
  ...['😀', '\ud83d', '\ude00', 'é', 'Ω', '¡', '“a”', '\u0000', '\ufffd', '\u{1f468}\u200d\u{1f469}'],
];
/** Signs that mean something only beside certain others, so that most lines of them need no escape but some do. */
const TAME = [
  'word',
  'ITEM-1',
  '項目です。',
  ' ',
  'Note:',
  '（注）',
  '(2)',
  'w',
  's',
  '.',
  '/',
  ':',
  '-',
  '=',
  '1',
  ')',
  '!',
  '#',
  '&',
  '<',
  '>',
];
const tame = fc.constantFrom(...TAME, 'www', '.a', 's:', '//', '1.', '1)', '+');
const value = fc.oneof(
  { weight: 3, arbitrary: fc.array(tame, { maxLength: 4 }).map(parts => parts.join('')) },
  { weight: 1, arbitrary: fc.array(fc.constantFrom(...SNIPPETS), { maxLength: 4 }).map(parts => parts.join('')) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 6 }) },
);
const text = value.map((one): PhrasingContent => ({ type: 'text', value: one }));
const texts = fc.array(text, { maxLength: 3 });
const url = fc.oneof(
  fc.constant('#item-1'),
  fc.constantFrom('#a', '#item-1-日本語', '#', '', '#a(b)', '#a b', '#a_b', 'https://a.b/?c&d', 'mailto:a@b.c', 'a:b'),
  value.map(one => `#${one}`),
);
const phrasing: fc.Arbitrary<PhrasingContent> = fc.oneof(
  { weight: 6, arbitrary: text },
  { weight: 2, arbitrary: texts.map((children): PhrasingContent => ({ type: 'strong', children })) },
  {
    weight: 2,
    arbitrary: fc.tuple(url, texts).map(([to, children]) => ({ type: 'link' as const, url: to, children })),
  },
  { weight: 1, arbitrary: fc.constant<PhrasingContent>({ type: 'break' }) },
  { weight: 1, arbitrary: value.map((one): PhrasingContent => ({ type: 'inlineCode', value: one })) },
  { weight: 1, arbitrary: texts.map((children): PhrasingContent => ({ type: 'emphasis', children })) },
);
const calm = fc
  .constantFrom('word', 'ITEM-1', '項目です。')
  .map((one): PhrasingContent[] => [{ type: 'text', value: one }]);
const tameText = tame.map((one): Text => ({ type: 'text', value: one }));
const tamePhrasing = fc.oneof(
  tameText,
  fc.constantFrom<PhrasingContent>({ type: 'text', value: '' }, { type: 'break' }),
  tameText.map((one): PhrasingContent => ({ type: 'strong', children: [one] })),
  tameText.map((one): PhrasingContent => ({ type: 'link', url: '#a', children: [one] })),
);
const line = fc.oneof(
  calm,
  fc.array(phrasing, { maxLength: 6 }),
  fc.array(tamePhrasing, { maxLength: 4 }),
  fc.array(text, { minLength: 1, maxLength: 3 }),
);
const paragraph = line.map(children => ({ type: 'paragraph' as const, children }));
const rows = fc.oneof(
  fc.array(fc.array(line, { minLength: 0, maxLength: 3 }), { minLength: 0, maxLength: 3 }),
  fc.integer({ min: 1, max: 3 }).chain(width => fc.array(fc.array(calm, { minLength: width, maxLength: width }))),
);
const block: fc.Arbitrary<RootContent> = fc.oneof(
  paragraph,
  fc.tuple(fc.constantFrom(1, 2, 3, 4, 5, 6), line).map(([depth, children]) => ({
    type: 'heading' as const,
    depth: depth as 1,
    children,
  })),
  fc
    .tuple(fc.constantFrom<AlignType[] | undefined>(undefined, undefined, ['right', null]), rows)
    .map(([align, rows]) => ({
      type: 'table' as const,
      ...(align && { align }),
      children: rows.map(cells => ({
        type: 'tableRow' as const,
        children: cells.map(children => ({ type: 'tableCell' as const, children })),
      })),
    })),
  fc.array(fc.tuple(fc.constantFrom(true, false, null), paragraph), { minLength: 1, maxLength: 3 }).map(points => ({
    type: 'list' as const,
    children: points.map(([checked, one]) => ({ type: 'listItem' as const, checked, spread: false, children: [one] })),
  })),
  paragraph.map(one => ({ type: 'blockquote' as const, children: [one] })),
);

test('what is written at once is what the serialiser writes', TIMEOUT, () => {
  fc.assert(
    fc.property(fc.array(block, { maxLength: 3 }), blocks => {
      expect(serialise(blocks)).toBe(thorough(blocks));
    }),
    { numRuns: LONG ? 300_000 : 5000 },
  );
});

test('a long document, written run by run, is what it is when written whole', TIMEOUT, () => {
  fc.assert(
    fc.property(fc.array(block, { minLength: 20, maxLength: 40 }), blocks => {
      const long = Array.from({ length: Math.ceil(500 / blocks.length) }, () => blocks).flat();
      expect(serialise(long)).toBe(thorough(long));
    }),
    { numRuns: LONG ? 500 : 20 },
  );
});
