/** A part of a text, from its first character to the one behind its last. */
export type Span = readonly [start: number, end: number];

/** What may follow the beginning of a token and belongs to it. */
const TAIL = /[\w+/=.~%-]*/y;

/** All places where a pattern matches: its first group if it has one, else the whole of it. `d` gives where groups lie. */
export function placesOf(pattern: RegExp, text: string): Span[] {
  return [...text.matchAll(pattern)].flatMap(({ indices, index, 0: { length } }): Span[] => {
    const [start, end] = indices?.slice(1).find(one => one !== undefined) ?? [index, index + length];
    return end > start ? [[start, end]] : [];
  });
}

/** The same, up to the end of the token that the pattern is only the beginning of. */
export function tokensOf(pattern: RegExp, text: string): Span[] {
  const found: Span[] = [];
  let last = 0;
  for (const { index, 0: head } of text.matchAll(pattern)) {
    if (index < last) continue;
    TAIL.lastIndex = index + head.length;
    TAIL.test(text);
    last = Math.max(TAIL.lastIndex, index + head.length);
    found.push([index, last]);
  }
  return found;
}

/** The same parts in order, those that overlap or touch as one. */
export function united(spans: Span[]): Span[] {
  const all: [number, number][] = [];
  for (const [start, end] of [...spans].sort((a, b) => a[0] - b[0])) {
    const before = all.at(-1);
    if (before && start <= before[1]) before[1] = Math.max(before[1], end);
    else all.push([start, end]);
  }
  return all;
}

/** A text with these parts, in order and apart, made unreadable. */
export function withoutSpans(text: string, spans: Span[], mark = '***'): string {
  let from = 0;
  const kept = spans.map(([start, end]) => {
    const before = text.slice(from, start);
    from = end;
    return before + mark;
  });
  return kept.join('') + text.slice(from);
}
