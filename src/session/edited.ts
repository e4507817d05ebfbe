import type { Edit } from '../assessment/answers/edit.ts';
import { cleanInput } from '../text/clean.ts';
import { noteIn } from './copies.ts';
import type { Action, Step } from './core/action.ts';
import type { Message, Overlay, State } from './core/state.ts';
import { andThen, edit, show, withNotice } from './core/step.ts';
import { updateField } from './field.ts';
import { TEXT_LIMIT, type TextArea, withText } from './text/text-area.ts';

/** Which note: of an item, or of a unit's part of it, in an assessment. */
export type NoteRef = { id: string; item: string; unit?: string };

/** What an editor gave back, and what it had been given: what was stored and what stood in the field. */
export type Edited = { note: NoteRef; before: readonly string[]; text: string };

/**
 * A note after a text for it came back from an editor. What is there replaces nothing but what the editor had been given:
 * where the note has become another one meanwhile, the text goes below it. Undefined where there is nothing to do.
 */
export function afterEditor(current: string, { before, text }: Pick<Edited, 'before' | 'text'>): string | undefined {
  const [now, then, next] = [current.trim(), before.map(one => one.trim()), text.trim()];
  if (next === now || next === then[0]) return undefined;
  if (now === '' || then.includes(now)) return next;
  return next === '' || now.includes(next) ? undefined : `${now}\n\n${next}`;
}

/** The edit that writes a note. */
export function noteEdit({ item, unit }: NoteRef, note: string, at: string): Edit {
  const set = { note: note || null };
  return unit === undefined ? { type: 'answer', item, set, at } : { type: 'answer', item, unit, set, at };
}

/** A text that an editor gave back: into its field while that is open, else into the note. */
export function edited(state: State, action: Extract<Action, { type: 'edited' }>): Step {
  const { note, at, later, problem } = action;
  const field = fieldOf(state, note);
  if (field && !later && !problem) return updateField(state, field, action);
  if (field) {
    const text = afterEditor(field.area.text, action);
    const error: Message | undefined = problem ?? (text === undefined ? undefined : { key: 'editor.returned' });
    const area = text === undefined ? field.area : withWhole(field.area, text);
    return show({ ...state, overlay: { ...field, area, ...(error && { error }) } });
  }
  if (state.open?.assessment.id !== note.id) return show(state);
  const text = afterEditor(noteIn(state.open.assessment.answers[note.item], note.unit), action);
  if (text === undefined || text.length > TEXT_LIMIT) return show(state);
  return andThen(edit(state, noteEdit(note, text, at)), after =>
    show(withNotice(after, 'editor.taken', { n: 1, items: note.item }, 'good')),
  );
}

function fieldOf({ overlay, open }: State, note: NoteRef): Extract<Overlay, { kind: 'field' }> | undefined {
  if (overlay?.kind !== 'field' || overlay.target.type !== 'note') return undefined;
  const { item, unit } = overlay.target;
  return open?.assessment.id === note.id && item === note.item && unit === note.unit ? overlay : undefined;
}

/** Another text in a field, which can be undone. */
function withWhole(area: TextArea, text: string): TextArea {
  const clean = cleanInput(text, true);
  return withText(area, { text: clean, cursor: clean.length });
}
