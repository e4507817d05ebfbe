import type { Heading, PhrasingContent, Table } from 'mdast';
import type { Info, State } from 'mdast-util-to-markdown';

/**
 * What Markdown could act on wherever it stands in a text, and the ends of a text that could form such a thing with
 * what is next to them. Wider than the rules of the serialiser: what is found here is left to it.
 */
const MARKED = /[\t\r\n*[\\\]_`|~@]|[!#]$|[&<](?! )|[Ww]\.(?! )|:\/|^[./]/;

/** What Markdown could act on at the start of a line, and a space that would be lost at the end of one. */
const LINE_EDGE = /^(?:[ #+\-:=>]|\d+[.)])| $/;
/** A line break inside a paragraph as every Markdown program reads it; some show a backslash as such. */
export const HARD_BREAK = '  \n';
const SPACE_EDGE = /^\s|\s$/;
const PLAIN_FRAGMENT = /^#[\p{L}\p{M}\p{N}-]+$/u;

/**
 * Lets the serialiser write at once the lines, headings and tables in which there is nothing to escape. It takes dozens of
 * patterns to each piece of a line otherwise, which is most of the time that a report takes.
 */
export function writePlainAtOnce(state: State): void {
  const thorough = state.containerPhrasing;
  state.containerPhrasing = (parent, info) =>
    plainPhrasing(parent.children as PhrasingContent[], info) ?? thorough.call(state, parent, info);
  const { handlers } = state;
  const { heading, table } = handlers;
  handlers.heading = (node: Heading, ...rest) => plainHeading(node) ?? heading(node, ...rest);
  handlers.table = (node: Table, ...rest) => plainTable(node) ?? table(node, ...rest);
}

function plainHeading({ depth, children }: Heading): string | undefined {
  const text = plainPhrasing(children, { before: '# ', after: '\n' });
  return text === undefined ? undefined : `${'#'.repeat(depth)} ${text}`;
}

/** Only where every row has as many cells as the others; see `DELIMITER_LENGTH` for the line below the head. */
function plainTable({ align, children: rows }: Table): string | undefined {
  if (align) return undefined;
  const width = rows[0]?.children.length ?? 0;
  const lines: string[] = [];
  for (const { children: cells } of rows) {
    if (cells.length !== width || width === 0) return undefined;
    let line = '|';
    for (const { children } of cells) {
      const text = plainPhrasing(children, { before: '|', after: '|' });
      if (text === undefined) return undefined;
      line += ` ${text} |`;
    }
    lines.push(line);
    if (lines.length === 1) lines.push(`|${' --- |'.repeat(width)}`);
  }
  return lines.length === 0 ? undefined : lines.join('\n');
}

/** The Markdown of the content of a paragraph, heading or cell, or `undefined` if anything in it needs a closer look. */
function plainPhrasing(children: PhrasingContent[], { before, after }: Pick<Info, 'before' | 'after'>) {
  const inParagraph = before === '\n' && after === '\n';
  if (!inParagraph && !(before === '|' && after === '|') && !(before === '# ' && after === '\n')) return undefined;
  let done = '';
  let line = '';
  let previous = '';
  for (const child of children) {
    if (child.type === 'break') {
      if (!inParagraph || !isPlainLine(line)) return undefined;
      done += `${line}${HARD_BREAK}`;
      line = '';
      previous = '';
      continue;
    }
    const piece = pieceOf(child);
    if (piece === undefined) return undefined;
    if (piece === '') continue;
    // Only between spaces are the marks of bold text sure to be read as such.
    if (child.type === 'strong' && previous !== '' && !previous.endsWith(' ')) return undefined;
    if (previous.endsWith('**') && !piece.startsWith(' ')) return undefined;
    line += piece;
    previous = piece;
  }
  return isPlainLine(line) ? done + line : undefined;
}

function isPlainLine(line: string): boolean {
  return line !== '' && !LINE_EDGE.test(line);
}

function pieceOf(node: PhrasingContent): string | undefined {
  switch (node.type) {
    case 'text':
      return MARKED.test(node.value) ? undefined : node.value;
    case 'strong': {
      const text = textOf(node.children);
      return text === undefined || text === '' || SPACE_EDGE.test(text) ? undefined : `**${text}**`;
    }
    case 'link': {
      const text = PLAIN_FRAGMENT.test(node.url) && !node.title ? textOf(node.children) : undefined;
      return text === undefined ? undefined : `[${text}](${node.url})`;
    }
    default:
      return undefined;
  }
}

function textOf(children: PhrasingContent[]): string | undefined {
  let text = '';
  for (const child of children) {
    if (child.type !== 'text' || MARKED.test(child.value)) return undefined;
    text += child.value;
  }
  return text;
}
