/** Every emoji that a terminal shows in two cells holds one of these; few other texts do. */
export const MAY_BE_EMOJI = /[\p{Emoji_Presentation}\p{Regional_Indicator}]|\u200d|\u20e3|\ufe0f/u;

/** With `DEV` in the environment ink looks for developer tools on a port and writes warnings between the screens. */
const NO_DEVELOPER_TOOLS = [["process.env['DEV'] === 'true'", 'false']];

/**
 * The table of all emoji takes 30 ms to build, a tenth of a start, and the segmenter 5: both are made for the first text
 * that needs them, and no text of the program does.
 */
const LATE_TABLES = [
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

/** Ink asks for the width of every text of a frame, again in each frame, and nearly all are what they were. */
const KNOWN_WIDTHS = [
  [
    'export default function stringWidth(',
    `const known = new Map();
export default function stringWidth(text, options) {
  if (options !== undefined || typeof text !== 'string' || text.length > 500) return widthOf(text, options);
  let width = known.get(text);
  if (width === undefined) {
    if (known.size >= 2000) known.clear();
    width = widthOf(text);
    known.set(text, width);
  }
  return width;
}
function widthOf(`,
  ],
];

/**
 * Taking a line apart into cells is most of what drawing a frame takes, and a key changes two or three of the lines: those
 * of the frame before are still known. Older ones are forgotten, so that memory does not grow.
 */
const LINES_OF_LAST_FRAME = [
  [
    'class OutputCaches {',
    `class FrameMap {
  now = new Map();
  before = new Map();
  get(key) {
    let found = this.now.get(key);
    if (found === undefined) {
      found = this.before.get(key);
      if (found !== undefined) this.now.set(key, found);
    }
    return found;
  }
  set(key, value) {
    this.now.set(key, value);
  }
  turn() {
    this.before = this.now;
    this.now = new Map();
  }
}
class OutputCaches {`,
  ],
  [' = new Map();', ' = new FrameMap();'],
  [
    'export default class Output {',
    `const kept = new OutputCaches();
const cachesOfFrame = () => {
  for (const one of [kept.widths, kept.blockWidths, kept.styledChars]) one.turn();
  return kept;
};
export default class Output {`,
  ],
  ['caches = new OutputCaches();', 'caches = cachesOfFrame();'],
];

/**
 * Part of a changed line is drawn at a column, counted with characters of ambiguous width in one cell. In a terminal that
 * gives them two (`wholeLines` of `src/ui/terminal-output.ts`) the line is drawn from its start.
 */
const WHOLE_LINES = [
  [
    'const changedLine = areColumnsUnchanged &&',
    'const changedLine = stream.wholeLines !== true && areColumnsUnchanged &&',
  ],
];

/** What is edited in libraries while they are bundled, by the path of the module in `node_modules`. */
export const EDITS = {
  'ink/build/ink.js': NO_DEVELOPER_TOOLS,
  'ink/build/log-update.js': WHOLE_LINES,
  'ink/build/output.js': LINES_OF_LAST_FRAME,
  'ink/build/reconciler.js': NO_DEVELOPER_TOOLS,
  'string-width/index.js': [...LATE_TABLES, ...KNOWN_WIDTHS],
};

/** The source of a module with its edits. Throws where it is not the source that they were written for. */
export function edited(module, source) {
  for (const [from] of EDITS[module]) if (!source.includes(from)) throw new Error(`${module} does not hold: ${from}`);
  // The last edit first, so that what an earlier one puts in is not taken for what a later one replaces.
  return EDITS[module].toReversed().reduce((text, [from, to]) => text.replaceAll(from, () => to), source);
}
