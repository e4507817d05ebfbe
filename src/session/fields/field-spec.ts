import type { Edit } from '../../assessment/answers/edit.ts';
import { parseDay } from '../../assessment/day.ts';
import type { T } from '../../i18n/index.ts';
import type { Effect, Step } from '../core/action.ts';
import type { FieldTarget, Message, State } from '../core/state.ts';
import { dayError } from './day-error.ts';

/** A target by its type. */
export type TargetOf<Type extends FieldTarget['type']> = Extract<FieldTarget, { type: Type }>;

/** When a text is written, and what is written before it. */
type Writing = { text: string; at: string };

/** What a text means: a change of the answers, something to do in the world, nothing, or what is wrong with it. */
export type Written = { edit: Edit } | { effect: Effect } | { nothing: true } | { error: Message['key'] };

/** A text field. The screens and the walk line by line ask for it and write it by this. */
export type FieldSpec<Type extends FieldTarget['type']> = {
  /** What stands in it to begin with. */
  read: (state: State, target: TargetOf<Type>) => string;
  /** What a text without blanks around it is taken for. */
  write: (state: State, target: TargetOf<Type>, writing: Writing) => Written;
  /** What it asks for, in a line, and how to write it. */
  ask: (state: State, target: TargetOf<Type>, t: T) => { label: string; help: string };
  /** Whether a text may have several lines; then it is kept however one leaves it. */
  multiline?: true;
  /** How the session goes on once it is written. */
  complete?: (step: Step, target: TargetOf<Type>) => Step;
};

/** A day, or nothing for an empty text. */
export function dayWritten({ today }: State, text: string, make: (day: string | null) => Edit): Written {
  if (text === '') return { edit: make(null) };
  const day = parseDay(text, { today });
  return day === undefined ? { error: dayError(text) } : { edit: make(day) };
}

/** What a maker of edits gave back. */
export function written(result: Edit | { error: string }): Written {
  return 'error' in result ? result : { edit: result };
}
