/** What a piece of text is, rather than how it looks. */
export type Tone = 'plain' | 'dim' | 'accent' | 'good' | 'warn' | 'bad' | 'code' | 'title';

/** The marks that the screens are drawn with; widths never differ between terminals for the ASCII ones. */
type Marks = {
  rule: string;
  cursor: string;
  into: string;
  full: string;
  empty: string;
  ellipsis: string;
  flag: string;
  tick: { yes: string; no: string; open: string };
  status: Record<'met' | 'partly' | 'not-met' | 'not-applicable' | 'unknown' | 'unanswered', string>;
  keys: Record<string, string>;
};

/** How many colours a terminal is taken to show: none where nobody wants them, the named 16, or the fixed ones of the 256. */
export type Colours = 0 | 16 | 256;

/**
 * Looks and marks. Colour is never the only sign of anything. `colors` are SGR codes; `dim`, bold and inverse are sent to
 * every terminal.
 */
export type Theme = { marks: Marks; colors: Record<Tone, string | undefined> };

const UNICODE: Marks = {
  rule: '─',
  cursor: '❯',
  into: '▸',
  full: '▰',
  empty: '▱',
  ellipsis: '…',
  flag: '⚑',
  tick: { yes: '[✓]', no: '[✗]', open: '[ ]' },
  status: { met: '✓', partly: '~', 'not-met': '✗', 'not-applicable': '-', unknown: '?', unanswered: '·' },
  keys: { up: '↑', down: '↓', left: '←', right: '→', pageup: 'PgUp', pagedown: 'PgDn' },
};

const ASCII: Marks = {
  rule: '-',
  cursor: '>',
  into: '>',
  full: '#',
  empty: '.',
  ellipsis: '...',
  flag: '!',
  tick: { yes: '[x]', no: '[-]', open: '[ ]' },
  status: { met: 'o', partly: '~', 'not-met': 'x', 'not-applicable': '-', unknown: '?', unanswered: '.' },
  keys: { up: 'Up', down: 'Down', left: 'Left', right: 'Right', pageup: 'PgUp', pagedown: 'PgDn' },
};

/**
 * Of the 256 colours these stay what they are in every palette, and are dark enough on white and light enough on black: at
 * least 3.8 to 1 on both. Of the named 16 only red and magenta are, so the others are used for nothing but what is good.
 */
const COLORS: Record<Colours, Theme['colors']> = {
  0: tones({}),
  16: tones({ accent: '35', code: '35', good: '32', warn: '31', bad: '31' }),
  256: tones({ accent: '38;5;30', code: '38;5;30', good: '38;5;28', warn: '38;5;130', bad: '38;5;160' }),
};

function tones(some: Partial<Theme['colors']>): Theme['colors'] {
  const none = { plain: undefined, accent: undefined, good: undefined, warn: undefined, bad: undefined };
  // Faint in the colour of the text: the grey of the 16 is the background in some palettes.
  return { ...none, code: undefined, title: undefined, dim: '2', ...some };
}

/** Terminals that take 256 colours without saying so in the name that they are known by. */
const MANY = /256|direct|alacritty|foot|ghostty|gnome|iterm|kitty|konsole|mlterm|rxvt-unicode|^st\b|tmux|vte|wezterm/i;

/** The colours of a terminal by its environment. */
export function coloursOf(env: Record<string, string | undefined>): Colours {
  const { NO_COLOR, FORCE_COLOR, TERM = '', COLORTERM, OS } = env;
  if (NO_COLOR || TERM === 'dumb' || FORCE_COLOR === '0' || FORCE_COLOR === 'false') return 0;
  // The terminal of Emacs takes the parts of a code for 256 colours for codes of their own.
  if (/^eterm/.test(TERM)) return 16;
  return MANY.test(TERM) || COLORTERM || OS === 'Windows_NT' ? 256 : 16;
}

/** The look for a terminal: in the colours that it has, in ASCII where wide marks would break lines. */
export function makeTheme({ colours, ascii }: { colours: Colours; ascii: boolean }): Theme {
  return { marks: ascii ? ASCII : UNICODE, colors: COLORS[colours] };
}
