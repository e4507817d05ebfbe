import type { MarkedToken, Token, Tokens } from 'marked';
import { styledWidth, wrapStyled } from './ansi.ts';
import { ganttLines } from './gantt.ts';
import { listLines } from './list.ts';
import { behind, type Page } from './page.ts';
import { tableLines } from './table.ts';
import { htmlText } from './typesetter.ts';

type Draw = {
  [Type in MarkedToken['type']]?: (page: Page, token: Extract<MarkedToken, { type: Type }>, width: number) => string[];
};

/** How each kind of block is drawn; kinds that are not here have nothing to show. */
const DRAW: Draw = {
  heading: headingLines,
  paragraph: (page, token, width) => wrapStyled(page.leaf(token), width),
  text: (page, token, width) => wrapStyled(page.inline(token.tokens ?? [token]), width),
  list: listLines,
  table: tableLines,
  code: codeLines,
  html: (page, { text }, width) => {
    const words = page.look.plain(htmlText(text)).trim();
    return words === '' ? [] : wrapStyled(words, width);
  },
  blockquote: (page, { tokens }, width) => {
    const bar = page.look.dim(page.look.marks.quote);
    return behind(bar, bar, width, room => page.blocks(page, tokens, room));
  },
  hr: ({ look }, _, width) => [look.dim(look.marks.rule.repeat(width))],
};

/** Blocks one below the other, with a blank line between them where that helps. */
export function drawBlocks(page: Page, tokens: Token[], width: number, tight = false): string[] {
  const lines: string[] = [];
  let previous: Token | undefined;
  for (const token of tokens) {
    const draw = DRAW[token.type as MarkedToken['type']] as
      | ((page: Page, token: Token, width: number) => string[])
      | undefined;
    const drawn = draw?.(page, token, width) ?? [];
    if (drawn.length === 0) continue;
    if (previous && !tight && (!isLabel(previous) || token.type === 'heading')) lines.push('');
    lines.push(...drawn);
    previous = token;
  }
  return lines;
}

/** Whether a block is a bold label of what follows it. */
const isLabel = (token: Token) =>
  token.type === 'paragraph' &&
  token.tokens?.length === 1 &&
  token.tokens[0]?.type === 'strong' &&
  /[:：]\*\*$/.test(token.raw.trimEnd());

/** The two highest headings are underlined, the others have a mark before them. */
function headingLines(page: Page, token: Tokens.Heading, width: number): string[] {
  const { look } = page;
  const text = page.leaf(token);
  if (text === '') return [];
  const mark = look.marks.headings[token.depth - 3];
  if (mark !== undefined)
    return behind(look.title(mark), ' '.repeat(styledWidth(mark)), width, room => wrapStyled(text, room));
  const lines = wrapStyled(text, width);
  const length = Math.min(width, Math.max(...lines.map(styledWidth)));
  const underline = look.marks.underlines[token.depth - 1] ?? look.marks.rule;
  return [...lines, look.dim(underline.repeat(length))];
}

function codeLines(page: Page, { text, lang }: Tokens.Code, width: number): string[] {
  const chart = lang === 'mermaid' ? ganttLines(page, text, width) : undefined;
  if (chart) return chart;
  return behind('  ', '  ', width, room => text.split('\n').flatMap(line => wrapStyled(page.look.plain(line), room)));
}
