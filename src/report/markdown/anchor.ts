import type { PhrasingContent } from 'mdast';
import { oneLine } from './clean.ts';
import { rich } from './inline.ts';
import { headingText } from './nodes.ts';

/** The fragment under which GitHub finds a heading with this text. */
export function anchor(text: string): string {
  const slug = headingText(text)
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}\p{Pc}\- ]/gu, '')
    .replace(/ /g, '-');
  return `#${slug}`;
}

/** A link to the heading `target` inside the same document. */
export function linkTo(target: string, text = target): PhrasingContent[] {
  const children = rich(oneLine(text)).filter(node => node.type === 'text' || node.type === 'inlineCode');
  return [{ type: 'link', url: anchor(target), children }];
}
