import { eastAsianWidth } from 'get-east-asian-width';
import stripAnsi from 'strip-ansi';

/** How a text is counted; the names are those of string-width, whose place this module takes for the libraries we bundle. */
export type WidthOptions = {
  /** Whether characters of ambiguous width (※ ① → …) take one cell; true where nothing is said. */
  readonly ambiguousIsNarrow?: boolean;
  /** Whether escape codes count as the characters that they consist of. */
  readonly countAnsiEscapeCodes?: boolean;
};

const ASCII = /^[ -~]*$/;
/** A character that shows something; a cluster starts with one, or with what is prepended to it. */
const VISIBLE =
  /[^\p{Default_Ignorable_Code_Point}\p{Control}\p{Format}\p{Nonspacing_Mark}\p{Enclosing_Mark}\p{Surrogate}]/u;
const SPACING_MARK = /\p{Spacing_Mark}/u;
const PICTOGRAPH = /\p{Extended_Pictographic}/gu;
const KEYCAP = /^[\d#*]\u20e3$/;
/** Every emoji that a terminal shows in two cells holds one of these; few other texts do. */
const MAY_BE_EMOJI = /[\p{Emoji_Presentation}\p{Regional_Indicator}]|\u200d|\u20e3|\ufe0f/u;
/** No emoji is longer, in UTF-16 units. */
const LONGEST_EMOJI = 50;

/** Made for the first text that needs them: the table of all emoji takes 30 ms, a tenth of a start, the segmenter 5. */
let allEmoji: RegExp | undefined;
let segmenter: Intl.Segmenter | undefined;
// As a literal it would be compiled on loading; the type checker does not know the flag for the oldest Node.
const SETS = 'v';

/** Widths that were asked for lately. A frame asks for the width of every text in it, and nearly all were in the last one. */
const known = new Map<string, number>();
const MOST_KNOWN = 2000;
const LONGEST_KNOWN = 500;

/**
 * Width of a text in terminal cells, the same as string-width gives, without escape codes. Control characters and line
 * breaks count nothing.
 */
export function stringWidth(text: string, options?: WidthOptions): number {
  if (typeof text !== 'string') return 0;
  if (options !== undefined || text.length > LONGEST_KNOWN) return measured(text, options);
  let width = known.get(text);
  if (width === undefined) {
    if (known.size >= MOST_KNOWN) known.clear();
    width = measured(text);
    known.set(text, width);
  }
  return width;
}

function measured(
  input: string,
  { ambiguousIsNarrow = true, countAnsiEscapeCodes = false }: WidthOptions = {},
): number {
  const text = !countAnsiEscapeCodes && /[\u001b\u009b]/.test(input) ? stripAnsi(input) : input;
  if (ASCII.test(text)) return text.length;
  const cells = (code: number): number => eastAsianWidth(code, { ambiguousAsWide: !ambiguousIsNarrow });
  let width = 0;
  segmenter ??= new Intl.Segmenter();
  for (const { segment } of segmenter.segment(text)) width += clusterWidth(segment, cells);
  return width;
}

/** Cells of a code point on its own. */
type CellsOf = (code: number) => number;

function clusterWidth(cluster: string, cells: CellsOf): number {
  const start = cluster.search(VISIBLE);
  if (start === -1) return 0;
  if (isWideEmoji(cluster)) return 2;
  const codes = Array.from(cluster.slice(start), character => character.codePointAt(0) ?? 0);
  const [first = 0, ...rest] = codes;
  if (isJamo(first)) return jamoWidth(codes.filter(isVisible), cells);
  return rest.filter(addsWidth).reduce((sum, code) => sum + cells(code), cells(first));
}

const isVisible = (code: number): boolean => VISIBLE.test(String.fromCodePoint(code));

/** Spacing marks, and the halfwidth sound marks that join the kana before them. */
const addsWidth = (code: number): boolean =>
  (code >= 0xff00 && code <= 0xffef) || SPACING_MARK.test(String.fromCodePoint(code));

function isWideEmoji(cluster: string): boolean {
  if (!MAY_BE_EMOJI.test(cluster)) return false;
  allEmoji ??= new RegExp(String.raw`^\p{RGI_Emoji}$`, SETS);
  if (allEmoji.test(cluster)) return true;
  if (cluster.length > LONGEST_EMOJI) return false;
  // Terminals join those as well that somebody typed without a variation selector.
  return KEYCAP.test(cluster) || (cluster.includes('\u200d') && (cluster.match(PICTOGRAPH) ?? []).length > 1);
}

/** Old Hangul letters: a leading consonant, a vowel and a trailing consonant make a syllable of two cells. */
const isLeading = (code: number): boolean => (code >= 0x1100 && code <= 0x115f) || (code >= 0xa960 && code <= 0xa97c);
const isVowel = (code = 0): boolean => (code >= 0x1160 && code <= 0x11a7) || (code >= 0xd7b0 && code <= 0xd7c6);
const isTrailing = (code = 0): boolean => (code >= 0x11a8 && code <= 0x11ff) || (code >= 0xd7cb && code <= 0xd7fb);
const isJamo = (code: number): boolean => isLeading(code) || isVowel(code) || isTrailing(code);

/** Letters that make no syllable are shown side by side. */
function jamoWidth(codes: readonly number[], cells: CellsOf): number {
  let width = 0;
  for (let at = 0; at < codes.length; ) {
    const code = codes[at] ?? 0;
    const isSyllable = isLeading(code) && isVowel(codes[at + 1]);
    width += isSyllable ? 2 : cells(code);
    at += isSyllable ? (isTrailing(codes[at + 2]) ? 3 : 2) : 1;
  }
  return width;
}
