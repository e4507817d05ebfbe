import type { Key as Text } from '../i18n/index.ts';
import type { Command } from '../session/action.ts';
import { CONTEXTS, type Context, TYPING } from '../session/context.ts';

/**
 * What a key means where. `keys` are names as `keyNames` gives them, the first one is shown;
 * `footer` lists the contexts whose footer shows it, in the order of this table.
 */
export type Binding = {
  command: Command;
  keys: string[];
  label: Text;
  /** What the footer says, where that is not the label. */
  hint?: Text;
  in: readonly Context[];
  footer?: readonly Context[];
};

const LISTS = CONTEXTS.filter(one => !TYPING.includes(one));
const OPEN: readonly Context[] = ['walk', 'map', 'check', 'plan', 'gates', 'units', 'report', 'settings'];
const READING: readonly Context[] = ['help', 'guide', 'problems', 'report'];
const CHOOSING: readonly Context[] = [
  'home',
  'start-list',
  'map',
  'check',
  'plan',
  'settings',
  'reason',
  'options',
  'units',
  'evidence',
  'trouble',
];
const YES_NO: readonly Context[] = ['gates', 'start-gates'];

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
    in: LISTS.filter(one => one !== 'map' && one !== 'plan'),
    footer: YES_NO,
  },
  { command: 'note', keys: ['n', 'ctrl+n'], label: 'key.note', in: ['walk', 'plan'], footer: ['walk', 'plan'] },
  { command: 'evidence', keys: ['e', 'ctrl+e'], label: 'key.evidence', in: ['walk'], footer: ['walk'] },
  {
    command: 'new',
    keys: ['a', 'n', 'ctrl+n'],
    label: 'key.add',
    in: ['evidence', 'units'],
    footer: ['evidence', 'units'],
  },
  { command: 'guide', keys: ['g', 'tab', 'ctrl+g'], label: 'key.guide', in: ['walk', 'guide'], footer: ['walk'] },
  { command: 'owner', keys: ['o', 'ctrl+o'], label: 'key.owner', in: ['walk', 'plan'], footer: ['plan', 'walk'] },
  { command: 'due', keys: ['d', 'ctrl+d'], label: 'key.due', in: ['walk', 'plan'], footer: ['plan', 'walk'] },
  { command: 'next-open', keys: ['u', 'ctrl+u'], label: 'key.next-open', in: ['walk'], footer: ['walk'] },
  { command: 'filter', keys: ['f', 'tab'], label: 'key.filter', in: ['map'], footer: ['map'] },
  { command: 'flag', keys: ['f', 'ctrl+x'], label: 'key.flag', in: ['walk'], footer: ['walk'] },
  { command: 'clear', keys: ['0', 'backspace'], label: 'key.clear', in: ['walk', 'options', ...YES_NO] },
  {
    command: 'delete',
    keys: ['x', 'delete'],
    label: 'key.delete',
    in: ['home', 'evidence'],
    footer: ['evidence', 'home'],
  },
  { command: 'new', keys: ['n', 'ctrl+n'], label: 'key.new', in: ['home'], footer: ['home'] },
  { command: 'import', keys: ['i', 'ctrl+o'], label: 'key.import', in: ['home'], footer: ['home'] },
  {
    command: 'map',
    keys: ['m', 'ctrl+a'],
    label: 'key.map',
    in: OPEN,
    footer: ['walk', 'check', 'plan', 'gates', 'report', 'settings'],
  },
  { command: 'check', keys: ['c', 'ctrl+k'], label: 'key.check', in: OPEN, footer: ['walk', 'map', 'plan', 'report'] },
  { command: 'report', keys: ['r', 'ctrl+r'], label: 'key.report', in: OPEN, footer: ['walk', 'map', 'check', 'plan'] },
  { command: 'plan', keys: ['p', 'ctrl+w'], label: 'key.plan', in: OPEN, footer: ['walk', 'map', 'check', 'report'] },
  { command: 'gates', keys: ['s', 'ctrl+t'], label: 'key.gates', in: OPEN, footer: ['walk', 'map'] },
  { command: 'units', keys: ['#'], label: 'key.units', in: OPEN },
  { command: 'search', keys: ['/', 'ctrl+f'], label: 'key.search', in: OPEN, footer: ['walk', 'map'] },
  { command: 'page-up', keys: ['pageup'], label: 'key.page-up', in: LISTS },
  { command: 'page-down', keys: ['pagedown'], label: 'key.page-down', in: LISTS, footer: READING },
  { command: 'first', keys: ['home'], label: 'key.first', in: CONTEXTS },
  { command: 'last', keys: ['end'], label: 'key.last', in: CONTEXTS },
  { command: 'settings', keys: [',', 'ctrl+y'], label: 'key.settings', in: ['home', ...OPEN], footer: ['home'] },
  {
    command: 'side-by-side',
    keys: ['B', 'b', 'ctrl+b'],
    label: 'key.side-by-side',
    in: ['walk', 'guide'],
    footer: ['walk', 'guide'],
  },
  { command: 'language', keys: ['L', 'ctrl+l'], label: 'key.language', in: LISTS, footer: ['home', 'walk'] },
  { command: 'language', keys: ['ctrl+l'], label: 'key.language', in: TYPING },
  { command: 'up', keys: ['up'], label: 'key.up', in: TYPING },
  { command: 'down', keys: ['down'], label: 'key.down', in: TYPING },
  { command: 'left', keys: ['left', 'ctrl+b'], label: 'key.left-in-text', in: TYPING },
  { command: 'right', keys: ['right', 'ctrl+f'], label: 'key.right-in-text', in: TYPING },
  { command: 'word-left', keys: ['meta+b', 'ctrl+left', 'meta+left'], label: 'key.word-left', in: TYPING },
  { command: 'word-right', keys: ['meta+f', 'ctrl+right', 'meta+right'], label: 'key.word-right', in: TYPING },
  { command: 'text-start', keys: ['ctrl+home'], label: 'key.first', in: TYPING },
  { command: 'text-end', keys: ['ctrl+end'], label: 'key.last', in: TYPING },
  { command: 'line-start', keys: ['ctrl+a'], label: 'key.line-start', in: TYPING },
  { command: 'line-end', keys: ['ctrl+e'], label: 'key.line-end', in: TYPING },
  { command: 'backspace', keys: ['backspace'], label: 'key.backspace', in: TYPING },
  { command: 'delete-right', keys: ['delete', 'ctrl+d'], label: 'key.delete-right', in: TYPING },
  { command: 'delete-word-left', keys: ['ctrl+w', 'meta+backspace'], label: 'key.delete-word-left', in: TYPING },
  { command: 'delete-word-right', keys: ['meta+d'], label: 'key.delete-word-right', in: TYPING },
  { command: 'kill-to-end', keys: ['ctrl+k'], label: 'key.kill-to-end', in: TYPING },
  { command: 'kill-to-start', keys: ['ctrl+u'], label: 'key.kill-to-start', in: TYPING },
  { command: 'yank', keys: ['ctrl+y'], label: 'key.yank', in: TYPING },
  { command: 'undo', keys: ['ctrl+_', 'ctrl+-', 'ctrl+/'], label: 'key.undo', in: TYPING },
  { command: 'redo', keys: ['meta+/', 'meta+_'], label: 'key.redo', in: TYPING },
  { command: 'next-field', keys: ['tab'], label: 'key.next-field', in: ['form'], footer: ['form'] },
  { command: 'previous-field', keys: ['shift+tab'], label: 'key.previous-field', in: ['form'] },
  { command: 'back', keys: ['esc'], label: 'key.keep', in: ['note'], footer: ['note'] },
  {
    command: 'back',
    keys: ['esc', 'shift+tab'],
    label: 'key.back',
    in: CONTEXTS.filter(one => !['note', 'form', 'home'].includes(one)),
    footer: [
      'map',
      'check',
      'plan',
      'gates',
      'units',
      'options',
      'report',
      'settings',
      'guide',
      'help',
      'problems',
      'evidence',
      'reason',
      'field',
      'search',
      'start-list',
      'start-gates',
      'confirm',
      'trouble',
    ],
  },
  { command: 'back', keys: ['esc'], label: 'key.back', in: ['form'], footer: ['form'] },
  { command: 'back', keys: ['enter', 'q'], label: 'key.back', in: ['help', 'problems'] },
  { command: 'enter', keys: ['enter'], label: 'key.to-item', in: ['guide'] },
  ...LINKS,
  { command: 'quit', keys: ['q', 'ctrl+q'], label: 'key.quit', in: ['home'], footer: ['home'] },
  { command: 'quit', keys: ['q', 'ctrl+q'], label: 'key.home', in: OPEN, footer: ['walk'] },
  { command: 'help', keys: ['?'], label: 'key.help', in: LISTS, footer: LISTS },
  { command: 'suspend', keys: ['ctrl+z'], label: 'key.suspend', in: CONTEXTS },
  { command: 'interrupt', keys: ['ctrl+c'], label: 'key.interrupt', in: CONTEXTS },
];

/** What a key means in a context, or undefined. */
export function commandFor(context: Context, key: string): Command | undefined {
  return BINDINGS.find(one => one.in.includes(context) && one.keys.includes(key))?.command;
}
