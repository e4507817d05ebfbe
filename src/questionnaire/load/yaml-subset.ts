import {
  type Document,
  isAlias,
  isMap,
  isNode,
  isScalar,
  Lexer,
  type Node,
  type Pair,
  visit,
  type YAMLMap,
} from 'yaml';
import type { Problem } from '../lint/problem.ts';

/**
 * Limits for files from others: bytes, nesting depth, YAML nodes, tokens (which bound the time that parsing takes), and how
 * many problems of form are listed.
 */
export const LIMITS = { bytes: 2_000_000, depth: 24, nodes: 100_000, tokens: 500_000, problems: 1000 };

type Found = Pick<Problem, 'rule' | 'values'>;

/**
 * What forbids to parse a text at all: brackets nested too deeply (the parser recurses over them) or too many tokens. The
 * time it takes grows with the length of the text only.
 */
export function overLimit(text: string): Found | undefined {
  let depth = 0;
  let tokens = 0;
  for (const token of new Lexer().lex(text)) {
    tokens += 1;
    if (token === '[' || token === '{') depth += 1;
    if (token === ']' || token === '}') depth -= 1;
    if (depth > LIMITS.depth) return { rule: 'too-deep', values: { limit: LIMITS.depth } };
    if (tokens > LIMITS.tokens) return { rule: 'too-many-nodes', values: { limit: LIMITS.nodes } };
  }
  return undefined;
}

/** What in a parsed document is no part of the house subset; `offset` counts characters. Linear in the number of nodes. */
export function subsetProblems(doc: Document): (Found & { offset: number })[] {
  const found: (Found & { offset: number })[] = [];
  const say = (node: Node | null | undefined, rule: string, values: Problem['values'] = {}): void => {
    if (found.length < LIMITS.problems) found.push({ offset: node?.range?.[0] ?? 0, rule, values });
  };
  let nodes = 0;
  visit(doc, (_at, node, path) => {
    nodes += 1;
    const over = nodes > LIMITS.nodes ? 'too-many-nodes' : path.length > LIMITS.depth * 2 ? 'too-deep' : undefined;
    if (over) {
      say(undefined, over, { limit: over === 'too-deep' ? LIMITS.depth : LIMITS.nodes });
      return visit.BREAK;
    }
    if (!isNode(node)) return undefined;
    if (isAlias(node) || ('anchor' in node && node.anchor)) say(node, 'no-anchors');
    if (node.tag) say(node, 'no-tags');
    if (isMap(node)) checkKeys(node, say);
    return undefined;
  });
  return found;
}

/** Keys are single values, each stands once, and none has a meaning of its own. */
function checkKeys(
  { items }: YAMLMap,
  say: (node: Node | null, rule: string, values?: Problem['values']) => void,
): void {
  const seen = new Set<string>();
  for (const { key } of items as Pair<Node | null>[]) {
    // A key that is not there is written as nothing; it reads as an empty one.
    const text = key === null ? '' : isScalar(key) ? String(key.value ?? '') : undefined;
    if (text === undefined) say(key, 'yaml', { detail: 'KEY' });
    else if (text === '<<') say(key, 'no-merge-keys');
    else if (text === '__proto__') say(key, 'unknown-key', { key: text });
    else if (seen.has(text)) say(key, 'yaml', { detail: 'DUPLICATE_KEY' });
    else seen.add(text);
  }
}
