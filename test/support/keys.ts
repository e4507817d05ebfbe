/** What a terminal sends for a key by its name (`up`, `ctrl+c`, `meta+b`, `1`). */
const NAMED: Record<string, string> = {
  enter: '\r',
  esc: '\x1b',
  tab: '\t',
  'shift+tab': '\x1b[Z',
  space: ' ',
  backspace: '\x7f',
  delete: '\x1b[3~',
  up: '\x1b[A',
  down: '\x1b[B',
  right: '\x1b[C',
  left: '\x1b[D',
  home: '\x1b[H',
  end: '\x1b[F',
  pageup: '\x1b[5~',
  pagedown: '\x1b[6~',
  f5: '\x1b[15~',
  'ctrl+left': '\x1b[1;5D',
  'ctrl+right': '\x1b[1;5C',
};

/** The characters of one key. Throws for a name that is no key. */
export function keySequence(key: string): string {
  const named = NAMED[key];
  if (named !== undefined) return named;
  const control = /^ctrl\+([a-z_\]])$/.exec(key)?.[1];
  if (control) return String.fromCharCode(control.toUpperCase().charCodeAt(0) - 64);
  const meta = /^meta\+(.)$/.exec(key)?.[1];
  if (meta) return `\x1b${meta}`;
  if ([...key].length === 1) return key;
  throw new Error(`no such key: ${key}`);
}

/** A paste as a terminal sends it: bracketed, line ends as carriage returns. */
export function pasteSequence(text: string): string {
  return `\x1b[200~${text.replaceAll(/\r\n|\n/g, '\r')}\x1b[201~`;
}
