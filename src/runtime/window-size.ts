type Size = { columns: number; rows: number };
type Output = Pick<NodeJS.WriteStream, 'columns' | 'rows' | 'on' | 'removeListener'>;

/** The size of a terminal; 80 by 24 where it does not say, as some serial lines do not. */
export function windowSize({ columns, rows }: Pick<Output, 'columns' | 'rows'>): Size {
  return { columns: columns || 80, rows: rows || 24 };
}

/** Tells the size of a terminal, now and whenever it changes; gives back how to stop that. */
export function onResize(stdout: Output, tell: (size: Size) => void): () => void {
  const changed = (): void => tell(windowSize(stdout));
  changed();
  stdout.on('resize', changed);
  return () => stdout.removeListener('resize', changed);
}
