import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Nodes, Root } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';

/** Every Markdown document of ours, as a path from the root of the project. */
export const DOCUMENTS: string[] = [
  ...readdirSync('.').filter(name => name.endsWith('.md')),
  ...readdirSync('docs', { recursive: true, encoding: 'utf8' })
    .filter(name => name.endsWith('.md'))
    .map(name => join('docs', name)),
].sort();

/** The documents that exist in both languages. */
export const PAIRS: [en: string, ja: string][] = [
  ['README.md', 'README.ja.md'],
  ['SECURITY.md', 'SECURITY.ja.md'],
  ['docs/guide.md', 'docs/guide.ja.md'],
  ['docs/authoring.md', 'docs/authoring.ja.md'],
];

export function parse(file: string): Root {
  return fromMarkdown(readFileSync(file, 'utf8'), { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });
}

/** All nodes of a document in reading order. */
export function nodesOf(node: Nodes): Nodes[] {
  return [node, ...('children' in node ? node.children.flatMap(child => nodesOf(child as Nodes)) : [])];
}

export function textOf(node: Nodes): string {
  if ('value' in node) return node.value;
  return 'children' in node ? node.children.map(child => textOf(child as Nodes)).join('') : '';
}

/** The anchors of a document's headings, as GitHub makes them. */
export function anchorsOf(file: string): string[] {
  return nodesOf(parse(file))
    .filter(node => node.type === 'heading')
    .map(heading =>
      textOf(heading)
        .toLowerCase()
        .replaceAll(/[^\p{L}\p{N}\p{M}\s_-]/gu, '')
        .replaceAll(' ', '-'),
    );
}
