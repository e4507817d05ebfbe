import type { Key } from 'ink';

/** One key by its name (`up`, `ctrl+n`, `1`), typed text, or text that was pasted in one piece. */
export type KeyEvent = { key: string } | { text: string } | { paste: string };

const NAMED: [flag: keyof Key, name: string][] = [
  ['upArrow', 'up'],
  ['downArrow', 'down'],
  ['leftArrow', 'left'],
  ['rightArrow', 'right'],
  ['pageUp', 'pageup'],
  ['pageDown', 'pagedown'],
  ['home', 'home'],
  ['end', 'end'],
  ['return', 'enter'],
  ['escape', 'esc'],
  ['tab', 'tab'],
  ['backspace', 'backspace'],
  ['delete', 'delete'],
];

const CONTROLS: Record<string, string> = {
  '\r': 'enter',
  '\n': 'enter',
  '\t': 'tab',
  '\b': 'backspace',
  '\u007f': 'backspace',
  '\u001b': 'esc',
  '\u001d': 'ctrl+]',
  '\u001f': 'ctrl+_',
};

/**
 * The keys of one input event of Ink, which may hold several typed at once (`"\rxx"` comes as one event).
 * Printable characters come as text; `asKeys` turns that into keys outside text fields.
 */
export function keyEvents(input: string, key: Key): KeyEvent[] {
  const named = NAMED.find(([flag]) => key[flag]);
  if (named) return [{ key: withModifiers(named[1], key) }];
  if (key.ctrl && input.length <= 1) return input ? [{ key: `ctrl+${input}` }] : [];
  if (key.meta && input.length > 0) return [{ key: `meta+${input}` }];
  return split(input);
}

function withModifiers(name: string, key: Key): string {
  if (key.ctrl) return `ctrl+${name}`;
  if (key.meta && name !== 'esc') return `meta+${name}`;
  return name === 'tab' && key.shift ? 'shift+tab' : name;
}

function split(input: string): KeyEvent[] {
  // eslint-style control class: every C0 control and DEL ends a run of text.
  return input.split(/([\u0000-\u001f\u007f])/).flatMap((part): KeyEvent[] => {
    if (part === '') return [];
    if (part.length > 1 || part > '\u001f') {
      if (part !== '\u007f') return [{ text: part }];
    }
    const named = CONTROLS[part];
    return [{ key: named ?? `ctrl+${String.fromCharCode(part.charCodeAt(0) + 96)}` }];
  });
}

/** Typed text as the keys it stands for where nothing is typed: full-width letters and digits count as half-width. */
export function asKeys(text: string): string[] {
  return [...text.normalize('NFKC')].map(character => (character === ' ' ? 'space' : character));
}
