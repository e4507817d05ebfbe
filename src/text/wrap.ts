import { cellsOf, eachGrapheme } from './graphemes.ts';

/** What a line must not start with. */
const NOT_FIRST = new Set(
  '、。，．」』）】〕〉》！？ー・：；々ゝゞ％ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ)]}.,;:!?%',
);

/** What a line must not end with. */
const NOT_LAST = new Set('「『（【〔〈《([{');

/** How good a place is to start a line: the best that fits is taken, and of equals the last. */
const NEVER = 0;
const IN_WORD = 1;
const IN_CODE = 2;
const FREE = 3;

interface Grapheme {
  start: number;
  end: number;
  cells: number;
  blank: boolean;
  /** How good it is to start a line here. */
  before: number;
}

/** A visible character beside a possible break. */
interface Neighbour {
  character: string;
  /** Whether a line may end after it and start with it without a space. */
  dense: boolean;
}

/**
 * Cuts a text into lines of at most `width` cells by the Japanese rules for line starts and ends: a character that
 * may not start a line takes the one before it along. Only a single grapheme wider than the width stands out.
 */
export function wrapText(text: string, width: number): string[] {
  return text.split('\n').flatMap(paragraph => wrapParagraph(paragraph, Math.max(1, width)));
}

function wrapParagraph(text: string, width: number): string[] {
  const graphemes = graphemesOf(text, width);
  const lines: string[] = [];
  let from = 0;
  while (from < graphemes.length) {
    const to = lineEnd(graphemes, from, width);
    const last = graphemes.slice(from, to).findLast(grapheme => !grapheme.blank);
    // Without a last one this is an indent that leaves no room for the word after it: no line of its own.
    if (last) lines.push(text.slice(graphemes[from]?.start, last.end));
    from = to;
  }
  return lines.length > 0 ? lines : [''];
}

function graphemesOf(text: string, width: number): Grapheme[] {
  const graphemes: Grapheme[] = [];
  const runs = codeRuns(text, width);
  let visible: Neighbour | undefined;
  let afterBlank = false;
  eachGrapheme(text, 0, text.length, (start, end, cells) => {
    const character = String.fromCodePoint(text.codePointAt(start) ?? 0);
    const blank = end === start + 1 && (character === ' ' || character === '\u3000');
    const next = { character, dense: isDense(character, cells) };
    const quality = blank ? NEVER : breakQuality(visible, next, afterBlank);
    const inCode = quality === FREE && runs.some(run => run.start < start && start < run.end);
    graphemes.push({ start, end, cells, blank, before: inCode ? IN_CODE : quality });
    afterBlank = blank;
    if (!blank) visible = next;
  });
  return graphemes;
}

/** The runs in backticks that fit on one line. */
function codeRuns(text: string, width: number): { start: number; end: number }[] {
  return [...text.matchAll(/`[^`]+`/g)]
    .filter(([run]) => cellsOf(run) <= width)
    .map(({ 0: run, index }) => ({ start: index, end: index + run.length }));
}

function breakQuality(previous: Neighbour | undefined, next: Neighbour, afterBlank: boolean): number {
  if (!previous) return afterBlank ? FREE : NEVER;
  if (NOT_FIRST.has(next.character) || NOT_LAST.has(previous.character)) return NEVER;
  return afterBlank || previous.dense || next.dense ? FREE : IN_WORD;
}

/** Whether words are not told apart by spaces: Japanese, half-width kana, emoji. */
const isDense = (character: string, cells: number) =>
  character >= '\u2e80' && (cells === 2 || (character >= '\uff61' && character <= '\uff9f'));

/** The index at which the next line starts. */
function lineEnd(graphemes: Grapheme[], from: number, width: number): number {
  let used = 0;
  let best = from;
  let quality = NEVER;
  for (let at = from; at < graphemes.length; at++) {
    const { blank, before, cells } = graphemes[at] as Grapheme;
    if (at > from && before > NEVER && before >= quality) {
      best = at;
      quality = before;
    }
    // Blanks at the end of a line are not drawn, so they never make it too long.
    if (at > from && !blank && used + cells > width) return quality > NEVER ? best : at;
    used += cells;
  }
  return graphemes.length;
}

/** A text cut to `width` cells at a grapheme boundary, ending in an ellipsis where something was cut. */
export function truncateText(text: string, width: number, ellipsis = '…'): string {
  if (textWidth(text) <= width) return text;
  const mark = textWidth(ellipsis) <= width ? ellipsis : '';
  const room = width - textWidth(mark);
  let used = 0;
  let kept = 0;
  eachGrapheme(text, 0, text.length, (_start, end, cells) => {
    used += cells;
    if (used <= room) kept = end;
  });
  return text.slice(0, kept) + mark;
}

/** A text filled up with spaces to `width` cells. */
export function padText(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - textWidth(text)));
}

/** Width of a text in cells. */
export function textWidth(text: string): number {
  if (/[\u0000-\u001f\u007f-\u009f]/.test(text)) return cellsOf(text);
  let width = 0;
  eachGrapheme(text, 0, text.length, (_, __, cells) => {
    width += cells;
  });
  return width;
}
