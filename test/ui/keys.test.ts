import { describe, expect, test } from 'vitest';
import { isKey } from '../../src/i18n/index.ts';
import { COMMANDS } from '../../src/session/core/action.ts';
import { CONTEXTS, type Context, TYPING } from '../../src/session/core/context.ts';
import { BINDINGS, type Binding, commandFor } from '../../src/session/keys/bindings.ts';
import { keyLabel } from '../../src/ui/screens/chrome.ts';
import { makeTheme } from '../../src/ui/theme.ts';

const boundIn = (context: Context): Binding[] => BINDINGS.filter(binding => binding.in.includes(context));
/** A key that arrives as a letter, and therefore not at all while Japanese is typed. */
const isLetter = (key: string): boolean => /^[a-z]$/i.test(key);
const PLAIN =
  /^(?:up|down|left|right|pageup|pagedown|home|end|enter|esc|tab|shift\+tab|backspace|delete|space|f5|[!-~])$/;
const WITH = /^(?:ctrl|meta)\+(?:[a-z_/\]-]|up|down|left|right|home|end|backspace)$/;

describe.each(CONTEXTS)('%s', context => {
  test('no key means two things', () => {
    const meanings = new Map<string, Set<string>>();
    for (const { keys, command } of boundIn(context)) {
      for (const key of keys) meanings.set(key, (meanings.get(key) ?? new Set()).add(command));
    }
    expect(
      [...meanings]
        .filter(([, commands]) => commands.size > 1)
        .map(([key, commands]) => `${key}: ${[...commands].join(', ')}`),
    ).toEqual([]);
  });

  test('every command has a key that is no letter', () => {
    const commands = [...new Set(boundIn(context).map(binding => binding.command))];
    const keysOf = (command: string) =>
      boundIn(context)
        .filter(binding => binding.command === command)
        .flatMap(binding => binding.keys);
    expect(commands.filter(command => keysOf(command).every(isLetter))).toEqual([]);
  });

  test('no command is explained in two ways', () => {
    const labels = boundIn(context).map(binding => `${binding.command} ${binding.label}`);
    const twice = boundIn(context)
      .map(binding => binding.command)
      .filter((command, at, all) => all.indexOf(command) !== at);
    for (const command of twice)
      expect(new Set(labels.filter(label => label.startsWith(`${command} `))).size, command).toBe(1);
  });

  test('every key leads to its command', () => {
    for (const { keys, command } of boundIn(context))
      for (const key of keys) expect(commandFor(context, key)).toBe(command);
    expect(commandFor(context, 'f12')).toBeUndefined();
  });

  test('one can leave, stop and go', () => {
    expect(commandFor(context, 'ctrl+c')).toBe('interrupt');
    expect(commandFor(context, 'ctrl+z')).toBe('suspend');
    if (context !== 'home') expect(commandFor(context, 'esc')).toBe('back');
    expect(commandFor(context, 'ctrl+l')).toBe('language');
  });

  test('letters are text where one types, and help is there where one does not', () => {
    const letters = boundIn(context)
      .flatMap(binding => binding.keys)
      .filter(key => [...key].length === 1);
    if (TYPING.includes(context)) expect(letters).toEqual([]);
    else expect(commandFor(context, '?')).toBe('help');
  });

  test('the footer shows keys that work here', () => {
    const shown = BINDINGS.filter(binding => binding.footer?.includes(context));
    expect(shown.length).toBeGreaterThan(0);
    for (const binding of shown) expect(binding.in, binding.label).toContain(context);
  });
});

test('every label is a text, every command is one, every key has a name that a terminal can send', () => {
  for (const { label, command, keys } of BINDINGS) {
    expect(isKey(label), label).toBe(true);
    expect(COMMANDS).toContain(command);
    for (const key of keys) expect(PLAIN.test(key) || WITH.test(key), key).toBe(true);
  }
});

test('every command can be reached by some key', () => {
  const bound = new Set(BINDINGS.map(binding => binding.command));
  expect(COMMANDS.filter(command => !bound.has(command))).toEqual([]);
});

test('no key collides with what a terminal sends for another', () => {
  // Ctrl+I is Tab, Ctrl+M Enter, Ctrl+J a line feed, Ctrl+H Backspace, Ctrl+[ Esc.
  const taken = ['ctrl+i', 'ctrl+m', 'ctrl+j', 'ctrl+h', 'ctrl+['];
  expect(BINDINGS.flatMap(binding => binding.keys).filter(key => taken.includes(key))).toEqual([]);
});

test('keys are written for people', () => {
  const theme = makeTheme({ colours: 16, ascii: false });
  const plain = makeTheme({ colours: 16, ascii: true });
  expect(['enter', 'esc', 'up', 'pagedown', 'n', '?', 'space'].map(key => keyLabel(key, theme))).toEqual([
    'Enter',
    'Esc',
    '↑',
    'PgDn',
    'n',
    '?',
    'Space',
  ]);
  expect(['ctrl+n', 'meta+b', 'ctrl+left', 'shift+tab', 'ctrl+_'].map(key => keyLabel(key, theme))).toEqual([
    'Ctrl+N',
    'Alt+B',
    'Ctrl+←',
    'Shift+Tab',
    'Ctrl+_',
  ]);
  expect(['+', 'meta+/', 'ctrl++', 'shift+x', 'ctrl+-'].map(key => keyLabel(key, theme))).toEqual([
    '+',
    'Alt+/',
    'Ctrl++',
    'Shift+X',
    'Ctrl+-',
  ]);
  for (const key of BINDINGS.flatMap(binding => binding.keys)) {
    expect(keyLabel(key, theme)).not.toMatch(/.\+$(?<!\+\+)/);
    expect(keyLabel(key, theme)).not.toBe('');
    expect(keyLabel(key, plain), key).toMatch(/^[\x20-\x7e]+$/);
  }
});
