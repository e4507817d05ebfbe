import { boundaryAfter, boundaryBefore, nextBoundary, previousBoundary } from '../../text/graphemes.ts';

const PICTURE = /[\p{Extended_Pictographic}\p{Regional_Indicator}]/u;

/** From an offset of a text to another one. */
export type Move = (text: string, cursor: number) => number;

const lineStart: Move = (text, cursor) => (cursor === 0 ? 0 : text.lastIndexOf('\n', cursor - 1) + 1);

const lineEnd: Move = (text, cursor) => {
  const found = text.indexOf('\n', cursor);
  return found < 0 ? text.length : found;
};

/** Moves that need no layout, by the name of their command. */
export const MOVES = {
  left: previousBoundary,
  right: nextBoundary,
  'word-left': wordLeft,
  'word-right': wordRight,
  'line-start': lineStart,
  'line-end': lineEnd,
  'text-start': () => 0,
  'text-end': text => text.length,
} satisfies Record<string, Move>;

/** The words of the logical line around an offset, and where that line starts. */
function wordsAround(text: string, offset: number) {
  const start = lineStart(text, offset);
  const segmenter = new Intl.Segmenter('ja', { granularity: 'word' });
  return { start, words: segmenter.segment(text.slice(start, lineEnd(text, offset))) };
}

/** Emoji count as words here: passing a row of them in one step would delete too much. */
const isStop = (word: Intl.SegmentData) => word.isWordLike === true || PICTURE.test(word.segment);

function wordRight(text: string, cursor: number): number {
  let at = cursor;
  while (at < text.length) {
    const { start, words } = wordsAround(text, at);
    for (let word = words.containing(at - start); word; word = words.containing(at - start)) {
      at = start + word.index + word.segment.length;
      if (isStop(word)) return boundaryAfter(text, at);
    }
    at++;
  }
  return text.length;
}

function wordLeft(text: string, cursor: number): number {
  let at = cursor;
  while (at > 0) {
    const { start, words } = wordsAround(text, at);
    while (at > start) {
      const word = words.containing(at - start - 1);
      if (!word) break;
      at = start + word.index;
      if (isStop(word)) return boundaryBefore(text, at);
    }
    at = start - 1;
  }
  return 0;
}
