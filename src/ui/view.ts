import type { T } from '../i18n/index.ts';
import type { State } from '../session/core/state.ts';
import type { Row } from './parts/row.ts';
import type { Theme } from './theme.ts';

/** Something with its own component: a short closed menu. */
export type Menu = { labels: string[]; index: number | undefined; indent: number };
/** Lines, or a menu that takes as many lines as it has labels. */
export type Block = { rows: Row[] } | { menu: Menu };

/**
 * What a screen shows between header and footer. `cursor` is where the real cursor stands, in cells from the top left
 * of the body; `lastScroll` is the last position of what can be scrolled.
 */
export type Body = { blocks: Block[]; cursor?: { x: number; y: number }; lastScroll?: number };

/** What a screen is drawn with; `width` and `height` are the cells of the body. */
export type Canvas = { t: T; theme: Theme; width: number; height: number; state: State };

/** The lines that a block takes. */
export function blockHeight(block: Block): number {
  return 'rows' in block ? block.rows.length : block.menu.labels.length;
}

/** A body of lines only. */
export function rowsBody(rows: Row[], cursor?: Body['cursor']): Body {
  return { blocks: [{ rows }], ...(cursor && { cursor }) };
}
