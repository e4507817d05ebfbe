/** What a piece of text is, rather than how it looks. */
export type Tone = 'plain' | 'dim' | 'accent' | 'good' | 'warn' | 'bad' | 'code' | 'title';

/** The marks that the screens are drawn with; widths never differ between terminals for the ASCII ones. */
export type Marks = {
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

/** Colours and marks. Colour is never the only sign of anything. */
export type Theme = { color: boolean; marks: Marks; colors: Record<Tone, string | undefined> };

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

const COLORS: Theme['colors'] = {
  plain: undefined,
  dim: 'gray',
  accent: 'cyan',
  good: 'green',
  warn: 'yellow',
  bad: 'red',
  code: 'cyan',
  title: undefined,
};

const NO_COLORS = Object.fromEntries(Object.keys(COLORS).map(tone => [tone, undefined])) as Theme['colors'];

/** The look for a terminal: without colour where NO_COLOR asks for it, in ASCII where wide marks would break lines. */
export function makeTheme({ color, ascii }: { color: boolean; ascii: boolean }): Theme {
  return { color, marks: ascii ? ASCII : UNICODE, colors: color ? COLORS : NO_COLORS };
}
