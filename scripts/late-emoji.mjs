/** Every emoji that a terminal shows in two cells holds one of these; few other texts do. */
export const MAY_BE_EMOJI = /[\p{Emoji_Presentation}\p{Regional_Indicator}]|\u200d|\u20e3|\ufe0f/u;

const EDITS = [
  [
    'const rgiEmojiRegex = /^\\p{RGI_Emoji}$/v;',
    `let allEmoji;
const rgiEmojiRegex = {
  test: text => ${MAY_BE_EMOJI}.test(text) && (allEmoji ??= new RegExp('^\\\\p{RGI_Emoji}$', 'v')).test(text),
};`,
  ],
  [
    'const segmenter = new Intl.Segmenter();',
    `let made;
const segmenter = { segment: text => (made ??= new Intl.Segmenter()).segment(text) };`,
  ],
];

/**
 * The source of string-width, with its two slow tables made when a text first needs them; undefined when it is another
 * source than the one this was written for.
 */
export function lateEmoji(source) {
  if (!EDITS.every(([from]) => source.split(from).length === 2)) return undefined;
  return EDITS.reduce((text, [from, to]) => text.replace(from, () => to), source);
}
