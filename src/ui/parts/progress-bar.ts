import type { Theme } from '../theme.ts';

/** A bar of `cells` marks. */
export function progressBar(done: number, total: number, cells: number, theme: Theme): string {
  const full = total === 0 ? 0 : Math.floor((done / total) * cells);
  return theme.marks.full.repeat(full) + theme.marks.empty.repeat(cells - full);
}
