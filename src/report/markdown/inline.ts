import type { PhrasingContent } from 'mdast';

/** Only plain ASCII web addresses: no pipes, quotes or brackets that a table cell or an autolink could trip over. */
const WEB_ADDRESS = /https?:\/\/[A-Za-z0-9][A-Za-z0-9\-._~:/?#@!$&()*+,;=%]*[A-Za-z0-9/#=]/g;
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
  return pieces(text, WEB_ADDRESS, url => ({ type: 'link', url, children: [{ type: 'text', value: url }] }));
}

function pieces(text: string, pattern: RegExp, make: (found: string) => PhrasingContent): PhrasingContent[] {
  const nodes: PhrasingContent[] = [];
  let at = 0;
  for (const match of text.matchAll(pattern)) {
    if (match.index > at) nodes.push({ type: 'text', value: text.slice(at, match.index) });
    nodes.push(make(match[0]));
    at = match.index + match[0].length;
  }
  if (at < text.length || nodes.length === 0) nodes.push({ type: 'text', value: text.slice(at) });
  return nodes;
}
