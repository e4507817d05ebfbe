import type { PhrasingContent } from 'mdast';

/** Only plain ASCII web addresses: no pipes, quotes or brackets that a table cell or an autolink could trip over. */
const WEB_ADDRESS = /https?:\/\/[A-Za-z0-9][A-Za-z0-9\-._~:/?#@!$&()*+,;=%]*[A-Za-z0-9/#=)]/g;
/** A text that is one address and nothing else may hold letters of any language. */
const ONE_ADDRESS = /^https?:\/\/[A-Za-z0-9][\p{L}\p{M}\p{N}\-._~:/?#@!$&()*+,;=%]*[\p{L}\p{M}\p{N}/#=)]$/u;
const CODE = /`([^`\n]*)`/g;

/** Text of a questionnaire: backticks make code, web addresses make links, everything else is text. */
export function rich(text: string): PhrasingContent[] {
  if (!text.includes('`')) return plain(text);
  return pieces(text, CODE, code => {
    const value = code.slice(1, -1).trim();
    return value === '' ? { type: 'text', value: code } : { type: 'inlineCode', value };
  }).flatMap(node => (node.type === 'text' ? plain(node.value) : [node]));
}

/** Text of a person: web addresses make links that show where they lead, everything else is text. */
export function plain(text: string): PhrasingContent[] {
  if (!text.includes('://')) return [{ type: 'text', value: text }];
  if (ONE_ADDRESS.test(text) && balanced(text) === text) return [linkOf(text)];
  return pieces(text, WEB_ADDRESS, linkOf, balanced);
}

function linkOf(url: string): PhrasingContent {
  return { type: 'link', url, children: [{ type: 'text', value: url }] };
}

/** A bracket at the end belongs to an address that opened it: `…/Inspection_(disambiguation)`. */
function balanced(url: string): string {
  const count = (sign: string): number => url.split(sign).length;
  if (!url.endsWith(')') || count('(') >= count(')')) return url;
  return balanced(url.slice(0, -1).replace(/[^A-Za-z0-9/#=)]+$/, ''));
}

function pieces(
  text: string,
  pattern: RegExp,
  make: (found: string) => PhrasingContent,
  trim = (found: string): string => found,
): PhrasingContent[] {
  const nodes: PhrasingContent[] = [];
  let at = 0;
  for (const match of text.matchAll(pattern)) {
    if (match.index > at) nodes.push({ type: 'text', value: text.slice(at, match.index) });
    const found = trim(match[0]);
    nodes.push(make(found));
    at = match.index + found.length;
  }
  if (at < text.length || nodes.length === 0) nodes.push({ type: 'text', value: text.slice(at) });
  return nodes;
}
