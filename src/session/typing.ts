import type { Action, Command } from './core/action.ts';
import { editText, type TextCommand } from './text/edit-text.ts';
import type { TextArea } from './text/text-area.ts';

/** What the editing commands do in a text area. */
const EDITS: Partial<Record<Command, TextCommand>> = {
  left: { type: 'left' },
  right: { type: 'right' },
  up: { type: 'up' },
  down: { type: 'down' },
  'word-left': { type: 'word-left' },
  'word-right': { type: 'word-right' },
  first: { type: 'line-start' },
  last: { type: 'line-end' },
  'line-start': { type: 'line-start' },
  'line-end': { type: 'line-end' },
  'text-start': { type: 'text-start' },
  'text-end': { type: 'text-end' },
  backspace: { type: 'backspace' },
  'delete-right': { type: 'delete' },
  'delete-word-left': { type: 'delete-word-left' },
  'delete-word-right': { type: 'delete-word-right' },
  'kill-to-end': { type: 'kill-to-end' },
  'kill-to-start': { type: 'kill-to-start' },
  yank: { type: 'yank' },
  undo: { type: 'undo' },
  redo: { type: 'redo' },
  enter: { type: 'newline' },
};

/** The text area after a key or typed text; the same object if nothing changed. `width` is in cells. */
export function typeInto(area: TextArea, action: Action, width: number): TextArea {
  if (action.type === 'text') return editText(area, { type: 'insert', text: action.text }, width);
  const command = action.type === 'command' ? EDITS[action.command] : undefined;
  return command ? editText(area, command, width) : area;
}
