import stringWidth from 'string-width';

let ambiguousIsNarrow = true;
const wideKnown = new Map<number, 1 | 2>();

/**
 * Says how many cells characters of ambiguous width (※ ① → …) take in the terminal: two in many that are set up for
 * Japanese. The one switch for all that is wrapped, padded and cut.
 */
export function countAmbiguousAs(cells: 1 | 2): void {
  ambiguousIsNarrow = cells === 1;
}

/** Width of a text in cells as string-width counts it, with characters of ambiguous width as the terminal has them. */
export function cellsOf(text: string): number {
  return ambiguousIsNarrow ? stringWidth(text) : stringWidth(text, { ambiguousIsNarrow });
}

let made: Intl.Segmenter | undefined;
/** Made for the first text that needs it: the first one of a process takes 5 ms. */
const segmenterOf = (): Intl.Segmenter => (made ??= new Intl.Segmenter('ja', { granularity: 'grapheme' }));

/** A range of characters with their width in cells. */
type Range = readonly [first: number, last: number, cells: 1 | 2];

/**
 * Characters that never join another one of these tables. Asking `Intl.Segmenter` costs 3.5 µs a grapheme (70 ms for
 * a long note) and string-width up to 20, so both are asked only around other characters: between two of these there
 * is always a boundary. A test compares the widths with string-width.
 */
const PLAIN: readonly Range[] = [
  [0x20, 0x7e, 1],
  [0x3041, 0x3096, 2],
  [0x30a0, 0x30ff, 2],
  [0x4e00, 0x9fff, 2],
  [0x3000, 0x3029, 2],
  [0xff01, 0xff60, 2],
  [0xff61, 0xff9d, 1],
  [0x309b, 0x309f, 2],
  [0x3400, 0x4dbf, 2],
  [0xac00, 0xd7a3, 2],
  [0xa1, 0xac, 1],
  [0xae, 0x2ff, 1],
  [0x391, 0x3ff, 1],
  [0x400, 0x482, 1],
  [0x2010, 0x2027, 1],
  [0x2030, 0x205e, 1],
  [0x2190, 0x22ff, 1],
  [0x2460, 0x25fc, 1],
];

/** The same beyond the basic plane: emoji that are one code point (no skin tones, no flags) and rare kanji. */
const PLAIN_PAIRS: readonly Range[] = [
  [0x1f400, 0x1f43e, 2],
  [0x1f442, 0x1f4fc, 2],
  [0x1f5fb, 0x1f64f, 2],
  [0x1f680, 0x1f6c5, 2],
  [0x1f90c, 0x1f93a, 2],
  [0x1f947, 0x1f9ff, 2],
  [0x1f337, 0x1f37c, 2],
  [0x1f3a0, 0x1f3ca, 2],
  [0x20000, 0x2fa1d, 2],
];

/** The combining voiced and semi-voiced sound marks, frequent in kana that came from a Mac file name. */
const isVoicing = (code: number) => code === 0x3099 || code === 0x309a;

/** Width of a character of the tables; 0 when only the segmenter can tell. */
function plainCells(code: number): 0 | 1 | 2 {
  if (code >= 0x20 && code <= 0x7e) return 1;
  const table = code > 0xffff ? PLAIN_PAIRS : PLAIN;
  for (const [first, last, cells] of table)
    if (code >= first && code <= last) return ambiguousIsNarrow || cells === 2 ? cells : wideCells(code);
  return 0;
}

/** Width of one of the characters of the tables that are narrow where ambiguous ones are. */
function wideCells(code: number): 1 | 2 {
  const known = wideKnown.get(code);
  if (known !== undefined) return known;
  const cells = cellsOf(String.fromCodePoint(code)) === 2 ? 2 : 1;
  wideKnown.set(code, cells);
  return cells;
}

/** The code point at an offset; 0 at the end, where every grapheme ends. */
const codeAt = (text: string, at: number, to: number) => (at < to ? (text.codePointAt(at) ?? 0) : 0);

/** Length of a code point in UTF-16 units. */
const lengthOf = (code: number) => (code > 0xffff ? 2 : 1);

/** Called with the offsets and the width in cells of one grapheme. */
export type GraphemeVisitor = (start: number, end: number, cells: number) => void;

/** Widths already asked for: a text repeats the emoji it has. */
type Widths = Map<string, number>;

/** Visits every grapheme between two grapheme boundaries of a text, in order. */
export function eachGrapheme(text: string, from: number, to: number, visit: GraphemeVisitor): void {
  const widths: Widths = new Map();
  let at = from;
  let code = codeAt(text, at, to);
  let cells = plainCells(code);
  while (at < to) {
    let end = at + lengthOf(code);
    let next = codeAt(text, end, to);
    if (isVoicing(next)) next = codeAt(text, ++end, to);
    let nextCells = plainCells(next);
    if (cells > 0 && (nextCells > 0 || end >= to)) {
      visit(at, end, cells);
    } else {
      end = visitKnot(text, { from: at, to, widths }, visit);
      next = codeAt(text, end, to);
      nextCells = plainCells(next);
    }
    at = end;
    code = next;
    cells = nextCells;
  }
}

/** Segments up to the next place where two plain characters meet, and returns that place. */
function visitKnot(text: string, at: { from: number; to: number; widths: Widths }, visit: GraphemeVisitor): number {
  let end = at.from;
  let cells = 0;
  while (end < at.to) {
    const code = codeAt(text, end, at.to);
    const next = plainCells(code);
    if (cells > 0 && next > 0) break;
    cells = next;
    end += lengthOf(code);
  }
  for (const { segment, index } of segmenterOf().segment(text.slice(at.from, end))) {
    const width = at.widths.get(segment) ?? cellsOf(segment);
    at.widths.set(segment, width);
    visit(at.from + index, at.from + index + segment.length, width);
  }
  return end;
}

/** Number of graphemes. */
export function countGraphemes(text: string): number {
  let count = 0;
  eachGrapheme(text, 0, text.length, () => count++);
  return count;
}

/** The boundary at an offset, or the last one before it. */
export function boundaryBefore(text: string, offset: number): number {
  if (offset <= 0) return 0;
  return segmenterOf().segment(text).containing(offset)?.index ?? text.length;
}

/** The boundary at an offset, or the first one after it. */
export function boundaryAfter(text: string, offset: number): number {
  return boundaryBefore(text, offset) === offset ? offset : nextBoundary(text, offset);
}

/** The offset one grapheme to the left. */
export function previousBoundary(text: string, offset: number): number {
  return boundaryBefore(text, offset - 1);
}

/** The offset one grapheme to the right. */
export function nextBoundary(text: string, offset: number): number {
  const cluster = segmenterOf().segment(text).containing(Math.max(0, offset));
  return cluster ? cluster.index + cluster.segment.length : text.length;
}
