import { cleanInput } from '../../text/clean.ts';
import { boundaryAfter } from '../../text/graphemes.ts';

/** Longest text an area takes, in UTF-16 units. */
export const TEXT_LIMIT = 100_000;

/** How many steps can be undone. */
const UNDO_LIMIT = 200;

/** Longest run of keys that is undone in one step, in graphemes. */
const RUN_LIMIT = 20;

/** A text to go back to. */
export interface Snapshot {
  text: string;
  cursor: number;
}

/** Keys of one kind struck in a row, undone together. */
export interface KeyRun {
  by: 'insert' | 'backspace' | 'delete';
  graphemes: number;
}

/** The whole state of a text field. `cursor` is a UTF-16 offset, always on a grapheme boundary. */
export interface TextArea {
  text: string;
  cursor: number;
  multiline: boolean;
  undo: readonly Snapshot[];
  redo: readonly Snapshot[];
  /** The column wanted while moving up and down. */
  goal?: number;
  /** What `yank` puts back. */
  killed?: string;
  /** The run the next key may continue. */
  run?: KeyRun;
  /** Set when the last command refused text over the limit. */
  full?: true;
}

/** A text field with the cursor at its end. Text over the limit is kept: what was saved is never cut. */
export function createTextArea(text: string, options: { multiline: boolean }): TextArea {
  const clean = cleanInput(text, options.multiline);
  return { text: clean, cursor: clean.length, multiline: options.multiline, undo: [], redo: [] };
}

/** The same text with the cursor elsewhere; the same object when nothing changes. */
export function withCursor(area: TextArea, cursor: number, goal?: number): TextArea {
  if (cursor === area.cursor && goal === area.goal && !area.run && !area.full) return area;
  return { ...bare(area), cursor, ...(goal === undefined ? {} : { goal }) };
}

/** A changed text, undoable; a run is continued where it can be. */
export function withText(area: TextArea, next: Snapshot, run?: KeyRun): TextArea {
  if (next.text === area.text) return withCursor(area, area.cursor);
  const length = (area.run?.graphemes ?? 0) + (run?.graphemes ?? 0);
  const continued = run !== undefined && run.by === area.run?.by && length <= RUN_LIMIT;
  return {
    ...bare(area),
    text: next.text,
    // The change may have made one grapheme of what stands on both sides of the cursor.
    cursor: boundaryAfter(next.text, next.cursor),
    undo: continued ? area.undo : [...area.undo, snapshot(area)].slice(-UNDO_LIMIT),
    redo: [],
    ...(run ? { run: continued ? { by: run.by, graphemes: length } : run } : {}),
  };
}

/** One step back. */
export function undone(area: TextArea): TextArea {
  const last = area.undo.at(-1);
  if (!last) return withCursor(area, area.cursor);
  return { ...bare(area), ...last, undo: area.undo.slice(0, -1), redo: [...area.redo, snapshot(area)] };
}

/** One step forward again. */
export function redone(area: TextArea): TextArea {
  const next = area.redo.at(-1);
  if (!next) return withCursor(area, area.cursor);
  return { ...bare(area), ...next, undo: [...area.undo, snapshot(area)], redo: area.redo.slice(0, -1) };
}

const snapshot = ({ text, cursor }: TextArea): Snapshot => ({ text, cursor });

/** The area without what lasts only until the next command. */
function bare(area: TextArea): TextArea {
  const { goal: _goal, run: _run, full: _full, ...rest } = area;
  return rest;
}
