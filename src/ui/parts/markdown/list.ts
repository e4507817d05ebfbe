import type { Tokens } from 'marked';
import { styledWidth } from './ansi.ts';
import { behind, type Page } from './page.ts';

/** The points of a list, each behind its number, tick or bullet. */
export function listLines(page: Page, list: Tokens.List, width: number): string[] {
  const markers = list.items.map((item, index) => marker(page, list, item, index));
  const indent = list.ordered ? Math.max(...markers.map(styledWidth)) : 0;
  return list.items.flatMap((item, index) => {
    const mark = ' '.repeat(Math.max(0, indent - styledWidth(markers[index] ?? ''))) + (markers[index] ?? '');
    const inside = { ...page, depth: page.depth + 1 };
    const lines = behind(mark, ' '.repeat(styledWidth(mark)), width, room =>
      page.blocks(inside, item.tokens, room, !list.loose),
    );
    return list.loose && index > 0 ? ['', ...lines] : lines;
  });
}

function marker(
  { look: { marks, dim }, depth }: Page,
  list: Tokens.List,
  item: Tokens.ListItem,
  index: number,
): string {
  if (item.task) return item.checked ? marks.ticks.yes : marks.ticks.no;
  if (list.ordered) return `${Number(list.start || 1) + index}. `;
  return dim(marks.bullets[depth % marks.bullets.length] ?? marks.bullets[0]);
}
