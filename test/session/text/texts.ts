import fc from 'fast-check';

/** Graphemes on which editors fail, and parts of graphemes that join what stands beside them. */
export const HARD = [
  'か\u3099',
  'ハ\u309a',
  'ﾊﾞ',
  '𠮷',
  '葛\u{e0100}',
  '👨‍👩‍👧‍👦',
  '👍🏽',
  '🇯🇵',
  '🇫🇷',
  '☕\ufe0f',
  '1\ufe0f\u20e3',
  '❤️‍🔥',
  'क्षि',
  'नि',
  '각',
  '\u1100\u1161',
  'é',
  'e\u0301',
  '①',
  '…',
  '—',
  '「',
  '。',
  'ー',
  'ｱ',
  'Ａ',
  '\u3099',
  '\u200d',
  '\ufe0f',
  '\u{1f1ef}',
  '\u0301',
  '\u{1f3fd}',
  '\u0600',
  '👩',
];

const PLAIN = [...'abc XYZ019_-.,()`日本語点検アカウントのっゃ、。\n'];

/** Texts as people write them, mixed with the hard graphemes. */
export const typedText = fc
  .array(fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...PLAIN) }, fc.constantFrom(...HARD)), { maxLength: 40 })
  .map(parts => parts.join(''));

/** Any UTF-16 at all: control characters, lone surrogates, halves of pairs. */
export const anyText = fc.oneof(
  typedText,
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 30 }).map(codes => String.fromCharCode(...codes)),
);

const oracle = new Intl.Segmenter('ja', { granularity: 'grapheme' });

/** Every grapheme boundary of a text, straight from the platform. */
export function boundariesOf(text: string): number[] {
  return [...[...oracle.segment(text)].map(({ index }) => index), text.length];
}

/** Whether half of a surrogate pair stands alone. */
export const hasLoneSurrogate = (text: string): boolean => /\p{Surrogate}/u.test(text);
