import { cleanInput } from '../../text/clean.ts';
import { boundaryBefore, countGraphemes } from '../../text/graphemes.ts';
import { layoutText, offsetIn, positionIn } from './layout.ts';
import { MOVES, type Move } from './moves.ts';
import { type KeyRun, redone, TEXT_LIMIT, type TextArea, undone, withCursor, withText } from './text-area.ts';

/** Longest insertion, in graphemes, that counts as typing; anything longer is a paste and its own undo step. */
const TYPING_LIMIT = 20;

/** What can be done to a text field. */
export type TextCommand =
  | { type: 'insert'; text: string }
  | { type: keyof typeof MOVES | keyof typeof DELETIONS | 'newline' | 'up' | 'down' | 'yank' | 'undo' | 'redo' };

interface Deletion {
  to: Move;
  run?: KeyRun['by'];
  kill?: true;
}

const killEnd: Move = (text, cursor) => Math.max(MOVES['line-end'](text, cursor), Math.min(cursor + 1, text.length));

/** Deletions, by the name of their command: from the cursor to where a move goes. */
const DELETIONS = {
  backspace: { to: MOVES.left, run: 'backspace' },
  delete: { to: MOVES.right, run: 'delete' },
  'delete-word-left': { to: MOVES['word-left'], kill: true },
  'delete-word-right': { to: MOVES['word-right'], kill: true },
  // At the end of a line its newline goes, as in readline and Emacs, so that the key never seems dead.
  'kill-to-end': { to: killEnd, kill: true },
  'kill-to-start': { to: MOVES['line-start'], kill: true },
} satisfies Record<string, Deletion>;

/**
 * The field after one command. `width` is the width in cells at which it is shown, for `up` and `down`. When a
 * command changes nothing the same object comes back, so a form can let the arrow move on to the next field.
 */
export function editText(area: TextArea, command: TextCommand, width: number): TextArea {
  switch (command.type) {
    case 'insert':
      return inserted(area, command.text);
    case 'newline':
      return area.multiline ? inserted(area, '\n') : withCursor(area, area.cursor);
    case 'yank':
      return inserted(area, area.killed ?? '', 'whole');
    case 'undo':
      return undone(area);
    case 'redo':
      return redone(area);
    case 'up':
      return movedByRows(area, -1, width);
    case 'down':
      return movedByRows(area, 1, width);
    default:
      if (command.type in DELETIONS) return deleted(area, DELETIONS[command.type as keyof typeof DELETIONS]);
      return withCursor(area, MOVES[command.type as keyof typeof MOVES](area.text, area.cursor));
  }
}

function inserted(area: TextArea, raw: string, whole?: 'whole'): TextArea {
  const wanted = cleanInput(raw, area.multiline);
  const room = Math.max(0, TEXT_LIMIT - area.text.length);
  const text = wanted.length <= room ? wanted : wanted.slice(0, boundaryBefore(wanted, room));
  const next = {
    text: area.text.slice(0, area.cursor) + text + area.text.slice(area.cursor),
    cursor: area.cursor + text.length,
  };
  const run = whole ? undefined : typingRun(text);
  const changed = closeAtBlank(withText(area, next, run), text);
  return text === wanted ? changed : { ...changed, full: true };
}

/** A pause cannot be seen, so how much was put in at once, and what, tells typing from a paste. */
function typingRun(text: string): KeyRun | undefined {
  if (text.includes('\n') || text.length > TYPING_LIMIT * 10) return undefined;
  const graphemes = countGraphemes(text);
  return graphemes > TYPING_LIMIT ? undefined : { by: 'insert', graphemes };
}

/** A blank ends the run it belongs to: what is undone is about a word. */
function closeAtBlank(area: TextArea, text: string): TextArea {
  if (!area.run || !/\s$/u.test(text)) return area;
  const { run: _run, ...closed } = area;
  return closed;
}

function deleted(area: TextArea, deletion: Deletion): TextArea {
  const target = deletion.to(area.text, area.cursor);
  const start = Math.min(target, area.cursor);
  const end = Math.max(target, area.cursor);
  if (start === end) return withCursor(area, area.cursor);
  const text = area.text.slice(0, start) + area.text.slice(end);
  const run: KeyRun | undefined = deletion.run && { by: deletion.run, graphemes: 1 };
  const changed = withText(area, { text, cursor: start }, run);
  return deletion.kill ? { ...changed, killed: area.text.slice(start, end) } : changed;
}

function movedByRows(area: TextArea, rows: -1 | 1, width: number): TextArea {
  const layout = layoutText(area.text, width);
  const { row, column } = positionIn(layout, area.cursor);
  if (!layout.lines[row + rows]) return withCursor(area, area.cursor, area.goal);
  const goal = area.goal ?? column;
  return withCursor(area, offsetIn(layout, row + rows, goal), goal);
}
