import type { Token } from 'marked';
import { styledWidth, wrapStyled } from './ansi.ts';
import type { Look } from './look.ts';

/** What every part of a document needs to draw itself. The parts call `blocks` for what they contain. */
export interface Page {
  look: Look;
  /** How many lists are around this place. */
  depth: number;
  /** Inline tokens as styled text; line feeds are hard breaks. */
  inline(tokens: Token[]): string;
  /** A heading or paragraph as styled text. */
  leaf(token: Token): string;
  /** Blocks one below the other; `tight` leaves out the blank lines between them. */
  blocks(page: Page, tokens: Token[], width: number, tight?: boolean): string[];
}

/** Fewer cells than this are no room for text. */
const LEAST = 6;

/**
 * Lines behind a mark: `first` before the first line, `rest` (as wide) before the others. Where nesting has used up
 * the width, the mark gets lines of its own and the text starts again at the left.
 */
export function behind(first: string, rest: string, width: number, draw: (room: number) => string[]): string[] {
  const room = width - styledWidth(first);
  if (room < LEAST) return [...wrapStyled(first.trimEnd(), width), ...draw(width)];
  const lines = draw(room);
  return (lines.length > 0 ? lines : ['']).map((line, index) => ((index === 0 ? first : rest) + line).trimEnd());
}
