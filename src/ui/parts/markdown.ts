import type { Token } from 'marked';
import { sanitise } from '../../text/sanitise.ts';
import type { Colours } from '../theme.ts';
import { cleanLine, wrapStyled } from './markdown/ansi.ts';
import { drawBlocks } from './markdown/blocks.ts';
import { makeLook } from './markdown/look.ts';
import type { Page } from './markdown/page.ts';
import { loadTypesetter } from './markdown/typesetter.ts';

/** How wide the lines may be, in which colours they are, and whether frames and marks are drawn in ASCII. */
interface MarkdownOptions {
  width: number;
  colours: Colours;
  ascii: boolean;
}

/**
 * A report or plan in Markdown as lines of a terminal, none wider than `width` cells and each with its own styles
 * switched off at its end, so that every line can be drawn alone. The libraries are loaded at the first call.
 */
export async function renderMarkdown(markdown: string, options: MarkdownOptions): Promise<string[]> {
  const width = Math.max(1, Math.floor(options.width));
  const look = makeLook(options);
  const source = sanitise(markdown);
  const typesetter = await loadTypesetter(look);
  const page: Page = { look, depth: 0, inline: typesetter.inline, leaf: typesetter.leaf, blocks: drawBlocks };
  return linesOf(page, source, typesetter.lex, width).map(line => cleanLine(line, options.colours > 0));
}

function linesOf(page: Page, source: string, lex: (source: string) => Token[], width: number): string[] {
  try {
    return page.blocks(page, lex(source), width);
  } catch (error) {
    // Thousands of nested quotes or lists exhaust the stack of the parser: better the bare text than no report.
    if (!(error instanceof RangeError)) throw error;
    return source.split('\n').flatMap(line => wrapStyled(line, width));
  }
}
