import type { BlockContent, PhrasingContent, RootContent } from 'mdast';
import { lines, oneLine } from '../markdown/clean.ts';
import { plain, rich } from '../markdown/inline.ts';
import { list, point, stacked } from '../markdown/nodes.ts';
import { markdownOf } from '../markdown/serialise.ts';
import type { Target } from './targets.ts';

/**
 * A piece of the text of an issue: words of the program or a questionnaire, numbered steps, or what a person wrote, which
 * must stay words in the markup of the tracker.
 */
export type Piece = { kind: 'title' | 'words' | 'said'; text: string } | { kind: 'steps'; steps: string[] };

/** The text of an issue in the markup of a tracker. */
export function trackerText(target: Target, pieces: Piece[]): string {
  return target === 'github'
    ? markdownOf(pieces.flatMap(blocksOf))
    : pieces.map(one => marked(target, one)).join('\n\n');
}

function blocksOf(piece: Piece): RootContent[] {
  switch (piece.kind) {
    case 'steps': {
      const steps = piece.steps.map(step => point(paragraphs(step, rich)));
      return [list(steps, true)];
    }
    case 'said':
      return [{ type: 'blockquote', children: paragraphs(piece.text, plain) }];
    case 'title':
      return [{ type: 'paragraph', children: [{ type: 'strong', children: inline(oneLine(piece.text), rich) }] }];
    case 'words':
      return paragraphs(piece.text, rich);
  }
}

/** Lines one below the other; a blank line begins a new paragraph. */
function paragraphs(text: string, read: typeof plain): BlockContent[] {
  const groups = lines(text)
    .join('\n')
    .trim()
    .split(/\n{2,}/);
  return groups.map(group => ({
    type: 'paragraph',
    children: stacked(group.split('\n').map(line => inline(line, read))),
  }));
}

function inline(line: string, read: typeof plain): PhrasingContent[] {
  return read(line).flatMap(node => (node.type === 'text' ? apart(node.value) : [node]));
}

/**
 * GitHub makes links and messages of `@name`, `#12` and `GH-12` after it has read the Markdown, so that no backslash keeps
 * it from doing so. A comment, which nobody sees, sets the sign apart.
 */
const REFERENCE = /(?<![\p{L}\p{N}_])@(?=[\p{L}\p{N}])|#(?=\d)|\bGH-(?=\d)/giu;
const APART: PhrasingContent = { type: 'html', value: '<!-- -->' };

function apart(text: string): PhrasingContent[] {
  const nodes: PhrasingContent[] = [];
  let at = 0;
  for (const { 0: sign, index } of text.matchAll(REFERENCE)) {
    const end = index + sign.length;
    nodes.push({ type: 'text', value: text.slice(at, end) }, APART);
    at = end;
  }
  return [...nodes, { type: 'text', value: text.slice(at) }];
}

const WEB_ADDRESS = /(https?:\/\/[A-Za-z0-9\-._~:/?#@!$&()*+,;=%]+)/;

/** Jira's wiki markup: signs that open something anywhere, that do so at the edge of a word, and pictures of faces. */
const JIRA: [RegExp, string][] = [
  [/[\\{}[\]|!*^~]|\?\?|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\$&'],
  [/(?<=^|[\s([])[-+](?=\S)|(?<=\S)[-+](?=$|[\s)\],.;:!?、。])|--+/g, '\\$&'],
  [/\((?=(?:[xyi/!?+*-]|on|off|\*[rgby]|flag|flagoff)\))|(?<=[:;])[-)(DPp]/g, '\\$&'],
  [/^(\s*)([#*-])(?=[#*-]*\s)/, '$1\\$2'],
  [/^(\s*(?:h[1-6]|bq))\./i, '$1&#46;'],
];

/** Backlog has a notation of its own or Markdown, as the project chose; both take a backslash. */
const BACKLOG: [RegExp, string][] = [
  [/[\\*`{}[\]|]|''+|%%+|~~+|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\$&'],
  [/<(?=[A-Za-z/!?])|&(?=#?[A-Za-z0-9]+[;(])|#(?=image|thumbnail|attach|contents|rev|cvs)/g, '\\$&'],
  [/^(\s*)([-+#>=])/, '$1\\$2'],
  [/^(\s*\d+)([.)])(?=\s|$)/, '$1\\$2'],
];

function marked(target: Exclude<Target, 'github'>, piece: Piece): string {
  const { lines: found, numbered } =
    piece.kind === 'steps' ? { lines: piece.steps, numbered: true } : { lines: lines(piece.text), numbered: false };
  const own = piece.kind !== 'said';
  const written = found.map((line, at) => `${numbered ? `${at + 1}. ` : ''}${escaped(target, line, own)}`);
  return written.join('\n').trim();
}

/**
 * A line in which nothing is markup, but for backticks in words of a questionnaire, which make code. A web address stays
 * as it is: both programs make a link of it before they look for other markup.
 */
function escaped(target: Exclude<Target, 'github'>, line: string, own: boolean): string {
  const rules = target === 'jira' ? JIRA : BACKLOG;
  const kept = own ? new RegExp(`${WEB_ADDRESS.source}|(\`[^\`]+\`)`) : WEB_ADDRESS;
  return line
    .split(kept)
    .map(part => {
      if (part === undefined || WEB_ADDRESS.test(part)) return part ?? '';
      if (own && /^`[^`]+`$/.test(part)) return target === 'jira' ? `{{${part.slice(1, -1)}}}` : part;
      return rules.reduce((text, [pattern, by]) => text.replace(pattern, by), part);
    })
    .join('');
}
