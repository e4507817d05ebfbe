import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import type { Nodes } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import stringWidth from 'string-width';
import { describe, expect, test } from 'vitest';
import { quotation, said, table } from '../../src/report/markdown/nodes.ts';
import { serialise } from '../../src/report/markdown/serialise.ts';
import { renderMarkdown } from '../../src/ui/parts/markdown.ts';

const NOT_FIRST = /^[、。，．」』）】〕〉》！？ー・：；々ゝゞ％ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ)\]},;:?%]/;
const NOT_LAST = /[「『（【〔〈《([{]$/;
const SGR = /\x1b\[(\d+)m/g;

const golden = (name: string) => readFileSync(new URL(`../golden/report/${name}.md`, import.meta.url), 'utf8');
const plainly = (source: string, width = 40) => renderMarkdown(source, { width, colours: 0, ascii: false });
const colored = (source: string, width = 40) => renderMarkdown(source, { width, colours: 16, ascii: false });
const bare = (text: string) => text.replace(/[\s│|]/g, '');

/** The texts of a document, each without blanks; those of tables and charts apart, because columns cut them up. */
function textsOf(source: string): { running: string[]; celled: string[] } {
  const texts = { running: [] as string[], celled: [] as string[] };
  const walk = (node: Nodes, celled: boolean): void => {
    const inside = celled || node.type === 'table';
    if (node.type === 'text' || node.type === 'inlineCode')
      (inside ? texts.celled : texts.running).push(bare(node.value));
    if ('children' in node) for (const child of node.children) walk(child, inside);
  };
  walk(fromMarkdown(source, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] }), false);
  return texts;
}

function countOf(text: string): Map<string, number> {
  const count = new Map<string, number>();
  for (const character of text) count.set(character, (count.get(character) ?? 0) + 1);
  return count;
}

/** The codes that a line leaves switched on. */
function leftOn(line: string): number[] {
  let on: number[] = [];
  for (const [, digits] of line.matchAll(SGR)) {
    const code = Number(digits);
    const ends = (open: number) => (open === 1 ? 22 : open < 10 ? open + 20 : 39) === code;
    on = on.some(ends) ? on.filter(open => !ends(open)) : [...on, code];
  }
  return on;
}

/** What has to be true of every document. */
function expectDrawable(lines: string[], width: number): void {
  for (const line of lines) {
    const visible = line.replace(SGR, '');
    if ([...new Intl.Segmenter().segment(visible)].length > 1)
      expect.soft(stringWidth(line), visible).toBeLessThanOrEqual(width);
    expect.soft(visible).not.toMatch(/[\x00-\x1f\x7f-\x9f]/);
    expect.soft(leftOn(line), line).toEqual([]);
  }
}

const documents = ['gap-report', 'improvement-plan'].flatMap(kind =>
  ['ja', 'en', 'both'].map(lang => `${kind}.${lang}`),
);

describe.each(documents)('%s', name => {
  const source = golden(name);

  test.each([80, 60, 40, 20])('at %i columns every line can be drawn alone', async width => {
    expectDrawable(await colored(source, width), width);
    expectDrawable(await renderMarkdown(source, { width, colours: 16, ascii: true }), width);
  });

  test.each([80, 40, 20])('at %i columns every word is there', async width => {
    const shown = bare((await plainly(source, width)).join(''));
    const { running, celled } = textsOf(source);
    for (const text of running) expect.soft(shown).toContain(text);
    const there = countOf(shown);
    for (const [character, count] of countOf([...running, ...celled].join(''))) {
      expect.soft(there.get(character) ?? 0, character).toBeGreaterThanOrEqual(count);
    }
  });

  test('without colour there is no style, and with it the same words', async () => {
    const plain = await plainly(source, 60);
    expect(plain.join('')).not.toContain('\x1b');
    expect((await colored(source, 60)).map(line => line.replace(SGR, ''))).toEqual(plain);
  });

  test('ASCII leaves only signs of the texts', async () => {
    const lines = await renderMarkdown(source, { width: 60, colours: 0, ascii: true });
    expect(lines.join('')).not.toMatch(/[─═│■▸•◦✓█░→·…—]/);
  });

  test('neither comments nor Markdown are left', async () => {
    const shown = (await plainly(source, 80)).join('\n');
    expect(shown).not.toMatch(/markdownlint|\*\*|^#|\]\(#|^> |```|dateFormat|:milestone|:crit|\| ---/m);
  });
});

test.each([80, 40, 24])('lines start and end by the Japanese rules at %i columns', async width => {
  const source = golden('gap-report.ja')
    .replace(/^\|.*\n/gm, '')
    .replace(/```[\s\S]*?```/g, '');
  for (const line of await plainly(source, width)) {
    expect.soft(line.replace(/^[ │•◦■▸]+/, '')).not.toMatch(NOT_FIRST);
    expect.soft(line).not.toMatch(NOT_LAST);
  }
});

describe('text', () => {
  test('styles go on after a break and end with every line', async () => {
    expect(await colored('a **bold words and `code here`** b', 12)).toEqual([
      'a \x1b[1mbold words\x1b[22m',
      '\x1b[1mand\x1b[22m',
      '\x1b[1m\x1b[35m`code here`\x1b[39m\x1b[22m',
      'b',
    ]);
    expect(await colored('**重要な点検の結果**', 8)).toEqual(['\x1b[1m重要な点\x1b[22m', '\x1b[1m検の結果\x1b[22m']);
  });

  test('links inside the document are text, others name their address', async () => {
    expect(
      await plainly('[BAR-001](#bar-001) <https://a.example/x> me@a.example [there](https://b.example)', 80),
    ).toEqual(['BAR-001 https://a.example/x me@a.example there (https://b.example)']);
    expect((await colored('[there](https://b.example)')).join('')).not.toContain('\x1b]8');
  });

  test('character references are resolved once, escaped ones never', async () => {
    expect(await plainly('&amp;lt; \\&lt; &#x3042;&#38;gt; `&amp;` a\\*b c:d `e:f` :smile:')).toEqual([
      '&lt; &lt; あ&gt; `&amp;` a*b c:d',
      '`e:f` :smile:',
    ]);
  });

  test('hard breaks stay, soft ones close up in Japanese', async () => {
    expect(await plainly('一行\\\n二行\n続き\n\na\nb')).toEqual(['一行', '二行続き', '', 'a b']);
  });

  test('comments are dropped, other HTML is text', async () => {
    expect(await plainly('<!-- a -->\n\nb <!-- c --> d <b>\n\n<div>\nx\n</div>\n')).toEqual([
      'b  d <b>',
      '',
      '<div>',
      'x',
      '</div>',
    ]);
  });

  test('headings, quotes and labels', async () => {
    expect(
      await plainly(
        '# 点検リスト\n\n## Two\n\n### Three words\n\n#### Four\n\n**Note:**\n\n> one two three\n>\n> > four\n',
        12,
      ),
    ).toEqual([
      '点検リスト',
      '══════════',
      '',
      'Two',
      '───',
      '',
      '■ Three',
      '  words',
      '',
      '▸ Four',
      '',
      'Note:',
      '│ one two',
      '│ three',
      '│',
      '│ │ four',
    ]);
  });
});

describe('lists', () => {
  test('points hang behind bullets, ticks and numbers', async () => {
    const source =
      '- one two three four\n  - nested **bold** words\n    1. first\n    2. second\n- [x] done\n- [ ] open item here\n';
    expect(await plainly(source, 18)).toEqual([
      '• one two three',
      '  four',
      '  ◦ nested bold',
      '    words',
      '    1. first',
      '    2. second',
      '[✓] done',
      '[ ] open item here',
    ]);
    expect(await renderMarkdown('- a\n  - [x] b', { width: 20, colours: 0, ascii: true })).toEqual(['- a', '  [x] b']);
  });

  test('numbers start where the list starts and line up', async () => {
    expect(await plainly('9. nine\n10. ten\n')).toEqual([' 9. nine', '10. ten']);
  });

  test('loose lists keep their paragraphs, empty points their bullet', async () => {
    expect(await plainly('- [x] a\n\n  b\n- c\n-\n')).toEqual(['[✓] a', '', '    b', '', '• c', '', '•']);
  });

  test('nesting deeper than the width starts again at the left', async () => {
    const source = Array.from({ length: 12 }, (_, depth) => `${'  '.repeat(depth)}- at${depth}`).join('\n');
    const lines = await plainly(source, 12);
    expectDrawable(lines, 12);
    expect(lines.join(' ')).toContain('at11');
  });
});

describe('tables', () => {
  const source =
    '| ID | 題名 | 状態 |\n| --- | --- | --- |\n| A-1 | `MFA` を設定する | **適合** |\n| A-2 | 鍵を定期的に入れ替える | 0 |\n';

  test('columns take what they need', async () => {
    expect(await plainly(source, 60)).toEqual([
      'ID   題名                    状態',
      '───  ──────────────────────  ────',
      'A-1  `MFA` を設定する        適合',
      'A-2  鍵を定期的に入れ替える  0',
    ]);
  });

  test('cells are wrapped', async () => {
    expect(await plainly(source, 26)).toEqual([
      'ID   題名             状態',
      '───  ───────────────  ────',
      'A-1  `MFA` を設定す   適合',
      '     る',
      '',
      'A-2  鍵を定期的に入   0',
      '     れ替える',
    ]);
  });

  test('records where columns are too narrow, with numbers side by side', async () => {
    expect(await plainly(source, 18)).toEqual([
      '• ID: A-1',
      '  題名: `MFA` を',
      '    設定する',
      '  状態: 適合',
      '',
      '• ID: A-2',
      '  題名: 鍵を定期',
      '    的に入れ替える',
      '  状態: 0',
    ]);
    const numbers = `| ${'abcdefgh | '.repeat(4)}\n| ${'--- | '.repeat(4)}\n| ${'1 | '.repeat(4)}`;
    expect(await plainly(numbers, 32)).toEqual(['• abcdefgh: 1', '  abcdefgh: 1  abcdefgh: 1', '  abcdefgh: 1']);
  });

  test('a table without rows shows its head', async () => {
    expect(await plainly('| a | b |\n| --- | --- |')).toEqual(['a  b', '─  ─']);
    expect(await plainly('| first | second |\n| --- | --- |', 8)).toEqual(['first', 'second']);
  });
});

describe('charts', () => {
  const chart =
    '```mermaid\ngantt\n    dateFormat YYYY-MM-DD\n    axisFormat %Y-%m-%d\n    section 最初\n    A-1 鍵 :crit, a1, 2026-11-05, 2027-02-04\n    section Dates\n    Review :milestone, m1, 2026-12-10, 0d\n```';

  test('name and dates stand side by side or one below the other', async () => {
    expect(await plainly(chart, 40)).toEqual([
      '最初',
      '! A-1 鍵  2026-11-05 → 2027-02-03',
      '',
      'Dates',
      '  Review  2026-12-10',
    ]);
    expect(await plainly(chart, 28)).toEqual([
      '最初',
      '! A-1 鍵',
      '    2026-11-05 → 2027-02-03',
      '',
      'Dates',
      '  Review',
      '    2026-12-10',
    ]);
  });

  test('other code stays code', async () => {
    expect(await plainly('```mermaid\npie\n```\n\n```js\nif (a) {\n  b: c\n}\n```')).toEqual([
      '  pie',
      '',
      '  if (a) {',
      '    b: c',
      '  }',
    ]);
  });
});

describe('hostile input', () => {
  const PIECES = [
    '\x1b[31mred\x1b[0m',
    '\x1b]8;;http://e.example\x07x\x1b]8;;\x07',
    '\x9b2J',
    '&#27;[2J',
    '&#x9b;31m',
    '\x07',
    'a\u202eb',
    '\ud800',
    '&#0;',
    '&#xd800;',
    '&#1114112;',
    '*#COLON|*',
    '^*||*^',
    '*|*|*|*',
    '* ',
    '1. ',
    '- [x] ',
    '> ',
    '# ',
    '| a | b |\n| - | - |\n| 1 |',
    '```\n',
    '~~~mermaid\ngantt\nx :a, 2026-99-99, 2026-13-01\n',
    '<!-- x',
    '-->',
    '<b>',
    '[a](javascript:x)',
    '![i](http://e.example/\x1b[2J)',
    '**',
    '_',
    '`',
    '~~',
    '\n',
    '\n\n',
    '    ',
    '👨‍👩‍👧‍👦',
    'が',
    '点検、',
    '「',
    'word ',
  ];

  test('whatever is in a document, its lines can be drawn', async () => {
    const anything = fc.array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ unit: 'grapheme', maxLength: 5 })), {
      maxLength: 25,
    });
    await fc.assert(
      fc.asyncProperty(anything, fc.integer({ min: 1, max: 50 }), fc.boolean(), async (pieces, width, ascii) => {
        const lines = await renderMarkdown(pieces.join(''), { width, colours: 16, ascii });
        expectDrawable(lines, width);
        expect(lines.join('')).not.toMatch(/\x1b\[(?!([12349]|22|23|24|29|31|35|39)m)/);
      }),
      { numRuns: 400 },
    );
  });

  test.each(PIECES)('our own report shows %j as a person wrote it', async piece => {
    const text = `x${piece}y`;
    const lines = await colored(serialise([quotation(text), table(['a'], [[said(text)]])]), 60);
    expectDrawable(lines, 60);
    expect(lines.join('')).toMatch(/x.*y/);
  });

  test('nesting without end does not end the program', async () => {
    const lines = await plainly(`${'>'.repeat(20_000)} deep`, 40);
    expectDrawable(lines, 40);
    expect(lines.join('')).toContain('deep');
  });

  test('nothing is nothing', async () => {
    expect(await plainly('')).toEqual([]);
    expect(await plainly('<!-- x -->\n')).toEqual([]);
  });
});
