import { type Command, OWN_COMMANDS } from '../core/action.ts';
import type { KeyContext } from '../core/context.ts';
import type { Binding } from './binding.ts';
import { CHOOSING, CONTEXTS, LISTS, OPEN, READING, TYPING, YES_NO } from './contexts.ts';
import { MEETING_KEYS } from './meeting-keys.ts';
import { SCREEN_KEYS } from './screen-keys.ts';
import { TYPING_KEYS } from './typing-keys.ts';

/** Where Esc leads back; notes, forms and Home say so in their own words. */
const BACK = CONTEXTS.filter(one => !['note', 'form', 'home'].includes(one));

/** The numbered links of a guide; the first stands for all of them in help and footer. */
const LINKS: readonly Binding[] = ([1, 2, 3, 4, 5, 6, 7, 8, 9] as const).map(number => ({
  command: `link-${number}`,
  keys: [String(number)],
  label: 'key.link-n',
  in: ['guide'],
  ...(number === 1 && { hint: 'key.link', footer: ['guide'] }),
}));

/** The one table of keys: footer, help and the table in the README are made from it. */
export const BINDINGS: readonly Binding[] = [
  { command: 'answer-1', keys: ['1'], label: 'key.met', hint: 'key.answer', in: ['walk'], footer: ['walk'] },
  { command: 'answer-2', keys: ['2'], label: 'key.partly', in: ['walk'] },
  { command: 'answer-3', keys: ['3'], label: 'key.not-met', in: ['walk'] },
  { command: 'answer-4', keys: ['4'], label: 'key.not-applicable', in: ['walk'] },
  { command: 'answer-5', keys: ['5'], label: 'key.unknown', in: ['walk'] },
  { command: 'answer-1', keys: ['1'], label: 'key.met', hint: 'key.bulk', in: ['map'], footer: ['map'] },
  { command: 'answer-2', keys: ['2'], label: 'key.partly', in: ['map'] },
  { command: 'answer-3', keys: ['3'], label: 'key.not-met', in: ['map'] },
  { command: 'answer-4', keys: ['4'], label: 'key.not-applicable', in: ['map'] },
  { command: 'answer-5', keys: ['5'], label: 'key.unknown', in: ['map'] },
  { command: 'space', keys: ['space'], label: 'key.mark', in: ['map'], footer: ['map'] },
  { command: 'sight', keys: ['v', '*'], label: 'key.sight', in: ['evidence'] },
  { command: 'progress', keys: ['space'], label: 'key.progress', in: ['plan'], footer: ['plan'] },
  { command: 'accept', keys: ['a', '*'], label: 'key.accept', in: ['plan'] },
  { command: 'mark-all', keys: ['a', '*'], label: 'key.mark-all', in: ['map'] },
  { command: 'space', keys: ['space'], label: 'key.take', in: ['reuse'], footer: ['reuse'] },
  { command: 'mark-all', keys: ['a', '*'], label: 'key.take-section', in: ['reuse'], footer: ['reuse'] },
  { command: 'space', keys: ['space'], label: 'key.mark-milestone', in: ['history'] },
  { command: 'enter', keys: ['enter'], label: 'key.upgrade', in: ['versions'], footer: ['versions'] },
  { command: 'answer-1', keys: ['1'], label: 'reason.OUT_OF_SCOPE', in: ['reason'] },
  { command: 'answer-2', keys: ['2'], label: 'reason.BUSINESS_PRIORITIES', in: ['reason'] },
  { command: 'answer-3', keys: ['3'], label: 'reason.ARCHITECTURE_CONSTRAINTS', in: ['reason'] },
  { command: 'answer-4', keys: ['4'], label: 'reason.OTHER', in: ['reason'] },
  { command: 'answer-1', keys: ['y', '1'], label: 'key.yes', in: YES_NO, footer: YES_NO },
  { command: 'answer-2', keys: ['n', '2'], label: 'key.no', in: YES_NO, footer: YES_NO },
  {
    command: 'enter',
    keys: ['enter'],
    label: 'key.next',
    in: ['walk', 'start-gates'],
    footer: ['walk', 'start-gates'],
  },
  { command: 'enter', keys: ['enter'], label: 'key.choose', in: CHOOSING, footer: CHOOSING },
  { command: 'enter', keys: ['enter'], label: 'key.yes-no', in: ['gates'] },
  { command: 'enter', keys: ['enter'], label: 'key.delete', in: ['confirm'], footer: ['confirm'] },
  { command: 'enter', keys: ['enter'], label: 'key.undo', in: ['confirm-undo'], footer: ['confirm-undo'] },
  {
    command: 'enter',
    keys: ['enter'],
    label: 'key.save',
    in: ['field', 'form', 'search'],
    footer: ['field', 'form', 'search'],
  },
  { command: 'enter', keys: ['enter'], label: 'key.newline', in: ['note'] },
  {
    command: 'save-field',
    keys: ['ctrl+s'],
    label: 'key.save',
    in: ['note', 'form', 'field'],
    footer: ['note', 'form'],
  },
  { command: 'editor', keys: ['ctrl+g'], label: 'key.editor', in: ['note'], footer: ['note'] },
  { command: 'write', keys: ['w', 'enter'], label: 'key.write', in: ['report'], footer: ['report'] },
  { command: 'which', keys: ['tab'], label: 'key.which', in: ['report'], footer: ['report'] },
  { command: 'up', keys: ['up', 'k', 'ctrl+p'], label: 'key.up', in: LISTS },
  { command: 'down', keys: ['down', 'j'], label: 'key.down', in: LISTS },
  {
    command: 'unit-next',
    keys: [']', 'ctrl+right'],
    label: 'key.unit-next',
    in: ['walk'],
  },
  { command: 'unit-previous', keys: ['[', 'ctrl+left'], label: 'key.unit-previous', in: ['walk'] },
  { command: 'same-for-all', keys: ['='], label: 'key.same-for-all', in: ['walk'] },
  { command: 'left', keys: ['left', 'h'], label: 'key.left', in: LISTS, footer: ['walk'] },
  { command: 'right', keys: ['right', 'l'], label: 'key.right', in: LISTS },
  {
    command: 'space',
    keys: ['space'],
    label: 'key.space',
    in: LISTS.filter(one => !['map', 'plan', 'reuse', 'history'].includes(one)),
    footer: YES_NO,
  },
  { command: 'note', keys: ['n', 'ctrl+n'], label: 'key.note', in: ['walk', 'plan'], footer: ['walk', 'plan'] },
  { command: 'evidence', keys: ['e', 'ctrl+e'], label: 'key.evidence', in: ['walk'], footer: ['walk'] },
  {
    command: 'new',
    keys: ['a', 'n', 'ctrl+n'],
    label: 'key.add',
    in: ['evidence', 'units', 'history'],
    footer: ['evidence', 'units'],
  },
  { command: 'guide', keys: ['g', 'tab', 'ctrl+g'], label: 'key.guide', in: ['walk', 'guide'], footer: ['walk'] },
  { command: 'owner', keys: ['o', 'ctrl+o'], label: 'key.owner', in: ['walk', 'plan'], footer: ['plan', 'walk'] },
  { command: 'due', keys: ['d', 'ctrl+d'], label: 'key.due', in: ['walk', 'plan'], footer: ['plan', 'walk'] },
  { command: 'next-open', keys: ['u', 'ctrl+u'], label: 'key.next-open', in: ['walk'], footer: ['walk'] },
  { command: 'filter', keys: ['f', 'tab'], label: 'key.filter', in: ['map'], footer: ['map'] },
  { command: 'flag', keys: ['f', 'ctrl+x'], label: 'key.flag', in: ['walk'], footer: ['walk'] },
  { command: 'clear', keys: ['0', 'backspace'], label: 'key.clear', in: ['walk', 'options', 'vote', ...YES_NO] },
  {
    command: 'delete',
    keys: ['x', 'delete'],
    label: 'key.delete',
    in: ['home', 'evidence', 'history'],
    footer: ['evidence', 'home'],
  },
  { command: 'new', keys: ['n', 'ctrl+n'], label: 'key.new', in: ['home'], footer: ['home'] },
  { command: 'import', keys: ['i', 'ctrl+o'], label: 'key.import', in: ['home'], footer: ['home'] },
  ...SCREEN_KEYS,
  { command: 'search', keys: ['/', 'ctrl+f'], label: 'key.search', in: OPEN, footer: ['walk', 'map'] },
  { command: 'page-up', keys: ['pageup'], label: 'key.page-up', in: LISTS },
  { command: 'page-down', keys: ['pagedown'], label: 'key.page-down', in: LISTS, footer: READING },
  { command: 'first', keys: ['home'], label: 'key.first', in: CONTEXTS },
  { command: 'last', keys: ['end'], label: 'key.last', in: CONTEXTS },
  {
    command: 'side-by-side',
    keys: ['B', 'b', 'ctrl+b'],
    label: 'key.side-by-side',
    in: ['walk', 'guide'],
    footer: ['walk', 'guide'],
  },
  { command: 'language', keys: ['L', 'ctrl+l'], label: 'key.language', in: LISTS, footer: ['home', 'walk'] },
  { command: 'language', keys: ['ctrl+l'], label: 'key.language', in: TYPING },
  ...TYPING_KEYS,
  { command: 'next-field', keys: ['tab'], label: 'key.next-field', in: ['form'], footer: ['form'] },
  { command: 'previous-field', keys: ['shift+tab'], label: 'key.previous-field', in: ['form'] },
  { command: 'back', keys: ['esc'], label: 'key.keep', in: ['note'], footer: ['note'] },
  {
    command: 'back',
    keys: ['esc', 'shift+tab'],
    label: 'key.back',
    in: BACK,
    footer: BACK.filter(one => one !== 'walk'),
  },
  { command: 'back', keys: ['esc'], label: 'key.back', in: ['form'], footer: ['form'] },
  { command: 'back', keys: ['enter', 'q'], label: 'key.back', in: ['help', 'problems'] },
  { command: 'enter', keys: ['enter'], label: 'key.to-item', in: ['guide'] },
  ...LINKS,
  ...MEETING_KEYS,
  { command: 'quit', keys: ['q', 'ctrl+q'], label: 'key.quit', in: ['home'], footer: ['home'] },
  { command: 'quit', keys: ['q', 'ctrl+q'], label: 'key.home', in: OPEN, footer: ['walk'] },
  { command: 'help', keys: ['?'], label: 'key.help', in: LISTS, footer: LISTS },
  { command: 'redraw', keys: ['f5', 'ctrl+]'], label: 'key.redraw', in: CONTEXTS },
  { command: 'suspend', keys: ['ctrl+z'], label: 'key.suspend', in: CONTEXTS },
  { command: 'interrupt', keys: ['ctrl+c'], label: 'key.interrupt', in: CONTEXTS },
];

/**
 * What a key can mean.
 *
 * @internal Exported for its tests.
 */
export const COMMANDS: readonly Command[] = [...OWN_COMMANDS, 'workshop', ...SCREEN_KEYS.map(({ command }) => command)];

/** What a key means in a context, or undefined. */
export function commandFor(context: KeyContext, key: string): Command | undefined {
  return BINDINGS.find(one => one.in.includes(context) && one.keys.includes(key))?.command;
}
