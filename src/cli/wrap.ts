import stringWidth from 'string-width';

const WIDE = /[\u3000-\u9fff\uff00-\uffef]/;
/** What must not begin a line in Japanese. */
const NO_START = /^[、。，．・：；？！ー」』）］｝〉》ぁぃぅぇぉっゃゅょァィゥェォッャュョ々)\]}.,:;?!]/;

/** How many cells a text takes. */
export function cellsOf(text: string): number {
  return stringWidth(text);
}

/** Cuts a text into lines of at most `width` cells: at spaces, and between wide characters. */
export function wrap(text: string, width: number): string[] {
  return text.split('\n').flatMap(one => wrapLine(one, Math.max(width, 8)));
}

function wrapLine(text: string, width: number): string[] {
  const lines: string[] = [];
  let current = '';
  for (const piece of piecesOf(text)) {
    if (current !== '' && cellsOf((current + piece).trimEnd()) > width) {
      lines.push(current.trimEnd());
      current = piece.trimStart();
    } else {
      current += piece;
    }
  }
  return [...lines, current.trimEnd()];
}

/** Pieces that stay whole: words, or single wide characters with the marks that cling to them. */
function piecesOf(text: string): string[] {
  const pieces: string[] = [];
  for (const token of text.match(/\s+|[^\s\u3000-\u9fff\uff00-\uffef]+|[\u3000-\u9fff\uff00-\uffef]/gu) ?? []) {
    const before = pieces.at(-1);
    const clings = before !== undefined && (NO_START.test(token) || (/[「『（(]$/.test(before) && !/^\s/.test(token)));
    const joined =
      before !== undefined && !WIDE.test(token) && !/^\s/.test(token) && !/\s$/.test(before) && !WIDE.test(before);
    if (clings || joined) pieces[pieces.length - 1] = before + token;
    else pieces.push(token);
  }
  return pieces;
}
