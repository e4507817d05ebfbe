import type { PhrasingContent } from 'mdast';
import { oneLine } from './clean.ts';
import { rich } from './inline.ts';
import { headingText } from './nodes.ts';

/** What GitHub leaves out of the address of a heading: all but what Ruby takes for a part of a word, `-` and blanks. */
const DROPPED = /[^\p{Alphabetic}\p{M}\p{Nd}\p{Pc}\- ]/gu;

/** The address of a heading, given its text as it is shown. Digits such as ① and ² go, letters such as Ⅳ and Ⓐ stay. */
export function slugOf(shown: string): string {
  return shown.toLowerCase().replace(DROPPED, '').replace(/ /g, '-');
}

/**
 * The fragment under which GitHub finds a heading with this text.
 *
 * @internal Exported for its tests.
 */
export function anchor(text: string): string {
  return `#${slugOf(headingText(text))}`;
}

/** A link to the heading `target` inside the same document. */
export function linkTo(target: string, text = target): PhrasingContent[] {
  // A link holds no other link: a web address in a title is text there.
  const children = rich(oneLine(text)).map(
    (node): PhrasingContent => (node.type === 'link' ? { type: 'text', value: node.url } : node),
  );
  return [{ type: 'link', url: anchor(target), children }];
}
