import type { Key } from 'ink';
import { describe, expect, test } from 'vitest';
import { asKeys, keyEvents } from '../../src/runtime/key-names.ts';

const NONE: Key = {
  upArrow: false,
  downArrow: false,
  leftArrow: false,
  rightArrow: false,
  pageDown: false,
  pageUp: false,
  home: false,
  end: false,
  return: false,
  escape: false,
  ctrl: false,
  shift: false,
  tab: false,
  backspace: false,
  delete: false,
  meta: false,
  super: false,
  hyper: false,
  capsLock: false,
  numLock: false,
};
const events = (input: string, key: Partial<Key> = {}) => keyEvents(input, { ...NONE, ...key });
/** Events as a row of words: keys by name, text in quotes. */
const words = (input: string, key: Partial<Key> = {}) =>
  events(input, key)
    .map(one => ('key' in one ? one.key : `"${'text' in one ? one.text : one.paste}"`))
    .join(' ');

describe('one key', () => {
  test.each<[Partial<Key>, string]>([
    [{ upArrow: true }, 'up'],
    [{ downArrow: true }, 'down'],
    [{ leftArrow: true }, 'left'],
    [{ rightArrow: true }, 'right'],
    [{ pageUp: true }, 'pageup'],
    [{ pageDown: true }, 'pagedown'],
    [{ home: true }, 'home'],
    [{ end: true }, 'end'],
    [{ return: true }, 'enter'],
    [{ escape: true }, 'esc'],
    [{ tab: true }, 'tab'],
    [{ tab: true, shift: true }, 'shift+tab'],
    [{ backspace: true }, 'backspace'],
    [{ delete: true }, 'delete'],
    [{ leftArrow: true, ctrl: true }, 'ctrl+left'],
    [{ rightArrow: true, meta: true }, 'meta+right'],
    [{ backspace: true, meta: true }, 'meta+backspace'],
    [{ escape: true, meta: true }, 'esc'],
  ])('%j is %s', (key, name) => {
    expect(words('', key)).toBe(name);
  });

  test('with Ctrl or Alt', () => {
    expect(words('n', { ctrl: true })).toBe('ctrl+n');
    expect(words('b', { meta: true })).toBe('meta+b');
    expect(words('', { ctrl: true })).toBe('');
    expect(words('\u001f')).toBe('ctrl+_');
  });

  test('a return that brings its character is one Enter', () => {
    expect(words('\r', { return: true })).toBe('enter');
  });

  test('a character is text', () => {
    expect([words('a'), words('１'), words('点'), words(' '), words('👨‍👩‍👧‍👦'), words('L', { shift: true })]).toEqual([
      '"a"',
      '"１"',
      '"点"',
      '" "',
      '"👨‍👩‍👧‍👦"',
      '"L"',
    ]);
  });
});

describe('several keys in one event', () => {
  test.each([
    ['\rxx', 'enter "xx"'],
    ['abc\r', '"abc" enter'],
    ['\r\r\r', 'enter enter enter'],
    ['1\t2\n3', '"1" tab "2" enter "3"'],
    ['ab\u007f\u007fc', '"ab" backspace backspace "c"'],
    ['\bx', 'backspace "x"'],
    ['x\u0003', '"x" ctrl+c'],
    ['\u0001点検\u0005', 'ctrl+a "点検" ctrl+e'],
    ['メモ\u001b', '"メモ" esc'],
    ['', ''],
  ])('%j is %s', (input, expected) => {
    expect(words(input)).toBe(expected);
  });

  test('every control character is a key, every other is text', () => {
    for (let code = 0; code < 0x20; code += 1)
      expect(events(String.fromCharCode(code)), String(code)).toEqual([{ key: expect.any(String) }]);
    expect(events('\u007f')).toEqual([{ key: 'backspace' }]);
    for (const text of ['\u0080', '\u00a0', '\u3000', '\ud800', '~', '!']) expect(events(text)).toEqual([{ text }]);
  });
});

describe('text as keys', () => {
  test.each([
    ['１', ['1']],
    ['Ｌｎ', ['L', 'n']],
    ['？', ['?']],
    ['／', ['/']],
    ['\u3000', ['space']],
    ['1 2', ['1', 'space', '2']],
    ['点', ['点']],
    ['', []],
  ])('%j', (text, keys) => {
    expect(asKeys(text)).toEqual(keys);
  });
});
