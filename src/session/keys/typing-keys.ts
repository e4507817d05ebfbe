import type { Key as Text } from '../../i18n/index.ts';
import type { Command } from '../core/action.ts';
import { type Context, TYPING } from '../core/context.ts';

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

/** What keys do in a text. */
export const TYPING_KEYS: readonly Binding[] = [
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
];
