import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

/** Every emoji that a terminal shows in two cells holds one of these; few other texts do. */
export const MAY_BE_EMOJI = /[\p{Emoji_Presentation}\p{Regional_Indicator}]|\u200d|\u20e3|\ufe0f/u;

/**
 * With `DEV` in the environment ink looks for developer tools on a port and writes warnings between the screens. It imports
 * `process`, so that a `define` of the bundler does not reach it.
 */
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

/** What is edited in libraries while they are bundled, by package and the path of the module in it. */
export const EDITS = {
  'ink/build/ink.js': NO_DEVELOPER_TOOLS,
  'ink/build/log-update.js': WHOLE_LINES,
  'ink/build/output.js': LINES_OF_LAST_FRAME,
  'ink/build/reconciler.js': NO_DEVELOPER_TOOLS,
  'string-width/index.js': [...LATE_TABLES, ...KNOWN_WIDTHS],
};

/** What the edits of a package are for, in a sentence for the bill of materials. */
const REASONS = {
  ink: 'Lines of the frame before are kept, so that drawing a frame takes apart only those that changed; no developer tools are looked for.',
  'string-width': 'Tables are made for the first text that needs them; the widths of known texts are kept.',
};

/**
 * How a package was changed, as CycloneDX tells it; undefined where it is as it was published. `versions` are those that
 * this program asks for by name: only these are edited, another one may be in the bundle beside it.
 */
export function patchesOf({ name, version }, versions) {
  const modules = Object.keys(EDITS).filter(module => packageOf(module) === name);
  if (modules.length === 0 || versions[name] !== version) return undefined;
  const signed = (sign, text) => text.split('\n').map(line => sign + line);
  const patches = modules.map(module => {
    const hunks = EDITS[module].flatMap(([from, to]) => ['@@', ...signed('-', from), ...signed('+', to)]);
    const content = [`--- ${module}`, `+++ ${module}`, ...hunks, ''].join('\n');
    return { type: 'unofficial', diff: { text: { contentType: 'text/x-diff', content } } };
  });
  return { patches, notes: REASONS[name] };
}

/** The name of the package that a module of `EDITS` belongs to. */
function packageOf(module) {
  return module.slice(0, module.indexOf('/', module.startsWith('@') ? module.indexOf('/') + 1 : 0));
}

/** The source of a module with its edits. Throws where it is not the source that they were written for. */
export function edited(module, source) {
  for (const [from] of EDITS[module]) if (!source.includes(from)) throw new Error(`${module} does not hold: ${from}`);
  // The last edit first, so that what an earlier one puts in is not taken for what a later one replaces.
  return EDITS[module].toReversed().reduce((text, [from, to]) => text.replaceAll(from, () => to), source);
}

/**
 * A plugin of esbuild that edits the modules while they are bundled, wherever `node_modules` keeps them: a module is known
 * by the package.json above it, with one of the `versions` wanted. `missed()` gives the modules that were not met.
 */
export function libraryEdits(versions) {
  const known = new Map();
  const met = new Set();
  const modules = new RegExp(`[\\\\/](?:${Object.keys(EDITS).map(inPackage).join('|')})$`);
  const setup = ({ onLoad }) => {
    onLoad({ filter: modules }, ({ path }) => {
      const module = moduleOf(path, known, versions);
      if (module === undefined || !Object.hasOwn(EDITS, module)) return undefined;
      met.add(module);
      return { contents: edited(module, readFileSync(path, 'utf8')) };
    });
  };
  const missed = () => Object.keys(EDITS).filter(module => !met.has(module));
  return { plugin: { name: 'library-edits', setup }, missed };
}

/** The path of a module within its package, as a pattern for paths of all systems. */
function inPackage(module) {
  const path = module.slice(packageOf(module).length + 1);
  return path.replaceAll('.', '\\.').replaceAll('/', '[\\\\/]');
}

/** A file as package and path, if its package is of the version wanted; `known` keeps what was read. */
function moduleOf(file, known, versions) {
  for (let folder = dirname(file); folder !== dirname(folder); folder = dirname(folder)) {
    if (!known.has(folder)) known.set(folder, manifestOf(folder));
    const { name, version } = known.get(folder);
    if (name === undefined) continue;
    return versions[name] === version ? `${name}/${relative(folder, file).replaceAll('\\', '/')}` : undefined;
  }
  return undefined;
}

/** The package.json of a folder, if it has one; some say only of which kind the modules are. */
function manifestOf(folder) {
  const manifest = join(folder, 'package.json');
  return existsSync(manifest) ? JSON.parse(readFileSync(manifest, 'utf8')) : {};
}
