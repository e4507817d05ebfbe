/**
 * The points that a line takes: of Latin letters, and of the fonts that Japanese text is shown in. LibreOffice and others
 * do not grow the rows of a file that says no height, so wrapped text would be cut.
 */
const LATIN_LINE = 15;
const JAPANESE_LINE = 18;
const PADDING = 3;
/** No row is higher. */
const MOST_POINTS = 409;
/** What spreadsheets leave free beside the text of a cell, in characters. */
const MARGIN = 1;

const FIRST_WIDE = 0x2e80;

/** The height in points that a row needs for its wrapped texts, each with the width of its column in characters. */
export function rowHeight(cells: { text: string; width: number }[]): number {
  const needed = cells.map(({ text, width }) => {
    const line = [...text].some(letter => isWide(letter)) ? JAPANESE_LINE : LATIN_LINE;
    return linesOf(text, Math.max(width - MARGIN, 1)) * line;
  });
  return Math.min(Math.max(LATIN_LINE, ...needed) + PADDING, MOST_POINTS);
}

/** The lines that a text takes: words go on the next line whole where they fit there, Japanese breaks anywhere. */
function linesOf(text: string, width: number): number {
  return text.split('\n').reduce((sum, paragraph) => sum + linesOfParagraph(paragraph, width), 0);
}

function linesOfParagraph(paragraph: string, width: number): number {
  let lines = 1;
  let used = 0;
  for (const [piece] of paragraph.matchAll(/[^\s\u2e80-\uffff]+\s*|[\s\S]/gu)) {
    const length = widthOf(piece.trimEnd());
    if (used + length > width && used > 0) {
      lines += 1;
      used = 0;
    }
    lines += Math.max(0, Math.ceil(length / width) - 1);
    used = (used + widthOf(piece)) % (width + 1);
  }
  return lines;
}

function widthOf(text: string): number {
  return [...text].reduce((sum, letter) => sum + (isWide(letter) ? 2 : 1), 0);
}

function isWide(letter: string): boolean {
  return (letter.codePointAt(0) ?? 0) >= FIRST_WIDE;
}
