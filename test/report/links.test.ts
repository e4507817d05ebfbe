import type { PhrasingContent } from 'mdast';
import { expect, test } from 'vitest';
import { gapReport } from '../../src/report/gap-report.ts';
import { anchor, linkTo } from '../../src/report/markdown/anchor.ts';
import { plain } from '../../src/report/markdown/inline.ts';
import { paragraph, table } from '../../src/report/markdown/nodes.ts';
import { serialise } from '../../src/report/markdown/serialise.ts';
import { assessment, model, pair, questionnaire } from './support.ts';

test.each([
  ['1-2 ①認証の当番（m²）', '#1-2-認証の当番m'],
  ['½ ③ ⑳ ¹ of x', '#----of-x'],
  ['Ⅳ 章 Ⓐ', '#ⅳ-章-ⓐ'],
  ['IAM-001 `AWS` の「鍵」', '#iam-001-aws-の鍵'],
  ['snake_case‿x', '#snake_case‿x'],
  ['か\u3099 é １２', '#か\u3099-é-１２'],
])('GitHub finds %j under %s', (heading, right) => {
  expect(anchor(heading)).toBe(right);
});

const linksIn = (text: string): string[] => plain(text).flatMap(node => (node.type === 'link' ? [node.url] : []));

test.each([
  [
    'https://en.wikipedia.org/wiki/Inspection_(disambiguation)',
    'https://en.wikipedia.org/wiki/Inspection_(disambiguation)',
  ],
  ['see https://en.wikipedia.org/wiki/A_(b) and more', 'https://en.wikipedia.org/wiki/A_(b)'],
  ['(see https://example.com/a)', 'https://example.com/a'],
  ['(see https://example.com/a_(b)).', 'https://example.com/a_(b)'],
  ['https://demo.backlog.jp/wiki/PROJ/証跡/当番表', 'https://demo.backlog.jp/wiki/PROJ/証跡/当番表'],
  ['https://example.com/aを参照', 'https://example.com/a'],
  ['https://example.com/a, https', 'https://example.com/a'],
  ['https://example.com/a.', 'https://example.com/a'],
])('in %j the link is whole', (text, url) => {
  // Without a blank nobody can tell where an address ends, unless it stands alone.
  const expected = text === 'https://example.com/aを参照' ? text : url;
  expect(linksIn(text)).toEqual([expected]);
  const written = plain(text).map(node => (node.type === 'text' ? node.value : node.type === 'link' ? node.url : ''));
  expect(written.join('')).toBe(text);
});

test('the place of evidence is a link as a whole', () => {
  const where = 'https://demo.backlog.jp/wiki/PROJ/証跡/当番表';
  const answers = { 'IAM-001': { status: 'met' as const, evidence: [{ id: 'e1', what: '表', where }] } };
  expect(gapReport(model({ assessment: assessment({ answers }) }), 'ja')).toContain(`<${where}>`);
});

const textOf = (nodes: PhrasingContent[]): string =>
  nodes.map(node => ('value' in node ? node.value : 'children' in node ? textOf(node.children) : '')).join('');

test('a web address in a title stays in what links to it', () => {
  expect(textOf(linkTo('IAM-001 See https://example.com/x for `it`'))).toBe('IAM-001 See https://example.com/x for it');
});

test('backticks of a title that is not linked make code, too', () => {
  const asked = questionnaire();
  const title = pair('`aws` の鍵', '`aws` keys');
  const sections = asked.sections.map(one => ({ ...one, items: one.items.map(item => ({ ...item, title })) }));
  const text = gapReport(
    model({ questionnaire: { ...asked, sections }, assessment: assessment({ answers: {} }) }),
    'en',
  );
  expect(text).not.toContain('\\`aws\\`');
});

test('a line break is two blanks, which every program reads; in a table it is one', () => {
  const broken: PhrasingContent[] = [
    { type: 'text', value: 'one*' },
    { type: 'break' },
    { type: 'text', value: '- two' },
  ];
  expect(serialise([paragraph(broken)])).toContain('one\\*  \n\\- two');
  expect(
    serialise([paragraph([{ type: 'text', value: 'a' }, { type: 'break' }, { type: 'text', value: 'b' }])]),
  ).toContain('a  \nb');
  expect(serialise([table(['h'], [[broken]])])).toContain('| one\\* - two |');
  expect(gapReport(model(), 'both')).not.toMatch(/\\\n/);
});
