import type { BlockContent, Heading, ListItem, PhrasingContent, Table } from 'mdast';
import { lines, oneLine } from './clean.ts';
import { plain, rich } from './inline.ts';

/** What stands in a cell that has nothing to say. */
export const NOTHING = '—';

/** A heading; a final stop is dropped, because headings do not end in one. */
export function heading(depth: Heading['depth'], text: string): Heading {
  return { type: 'heading', depth, children: rich(headingText(text)) };
}

/** The text of a heading as it is shown; anchors are made from the same text. */
export function headingText(text: string): string {
  return oneLine(text).replace(/[\s.,;:!。，；：！]+$/, '');
}

/** A paragraph of inline parts; strings may hold code in backticks. */
export function paragraph(...parts: (string | PhrasingContent[])[]): BlockContent & { type: 'paragraph' } {
  return {
    type: 'paragraph',
    children: parts.flatMap(part => (typeof part === 'string' ? rich(oneLine(part)) : part)),
  };
}

/** What a person wrote, on one line. */
export function said(text: string | undefined): PhrasingContent[] {
  const one = oneLine(text ?? '');
  return one === '' ? [] : plain(one);
}

/** Bold text. What follows it must start with a space, or Japanese text would keep it from being bold. */
export function strong(text: string): PhrasingContent[] {
  return [{ type: 'strong', children: rich(oneLine(text)) }];
}

/** Inline parts with the same separator between them. */
export function joined(parts: PhrasingContent[][], separator: string): PhrasingContent[] {
  const nodes: PhrasingContent[] = [];
  for (const [index, part] of parts.entries()) {
    if (index > 0) nodes.push({ type: 'text', value: separator });
    for (const node of part) nodes.push(node);
  }
  return nodes;
}

/** Inline parts, one per line. */
export function stacked(parts: PhrasingContent[][]): PhrasingContent[] {
  return parts.flatMap((part, index): PhrasingContent[] => (index === 0 ? part : [{ type: 'break' }, ...part]));
}

/** One point of a list. */
export function point(children: BlockContent[], checked?: boolean): ListItem {
  return { type: 'listItem', spread: false, checked: checked ?? null, children };
}

/** A list without blank lines between its points. */
export function list(points: ListItem[], ordered = false): BlockContent & { type: 'list' } {
  return { type: 'list', ordered, start: ordered ? 1 : null, spread: false, children: points };
}

export type Cell = string | PhrasingContent[];

/** A table; an empty cell shows a dash. Strings may hold code in backticks. */
export function table(head: string[], rows: Cell[][]): Table {
  return {
    type: 'table',
    children: [head, ...rows].map(cells => ({
      type: 'tableRow',
      children: cells.map(cell => ({ type: 'tableCell', children: cellContent(cell) })),
    })),
  };
}

function cellContent(cell: Cell): PhrasingContent[] {
  if (typeof cell !== 'string') return cell.length === 0 ? plain(NOTHING) : cell;
  return rich(oneLine(cell) || NOTHING);
}

/** Whether a person wrote anything that can be seen. */
export function hasWords(text: string | undefined): text is string {
  return oneLine(text ?? '') !== '';
}

/** What a person wrote, as a quotation with its line breaks. */
export function quotation(text: string): BlockContent {
  const groups: string[][] = [[]];
  for (const line of lines(text)) {
    if (line === '') groups.push([]);
    else groups.at(-1)?.push(line);
  }
  const paragraphs = groups.filter(group => group.length > 0);
  return {
    type: 'blockquote',
    children: paragraphs.map(group => ({ type: 'paragraph', children: stacked(group.map(plain)) })),
  };
}
