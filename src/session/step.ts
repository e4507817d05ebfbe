import type { Edit } from '../assessment/edit.ts';
import { applyEdit } from '../assessment/edit.ts';
import type { Effect, Step } from './action.ts';
import type { Message, Open, Overlay, Screen, State } from './state.ts';

/** A step that only changes what is shown. */
export function show(state: State, ...effects: Effect[]): Step {
  return { state, effects };
}

/** Goes to a screen; Esc leads back to the present one. */
export function goTo(state: State, screen: Screen, ...effects: Effect[]): Step {
  const { overlay: _, notice: __, lastScroll: ___, ...rest } = state;
  return { state: { ...rest, screen, behind: [...state.behind, state.screen] }, effects };
}

/** Replaces the screen, keeping where Esc leads. */
export function replaceScreen(state: State, screen: Screen, ...effects: Effect[]): Step {
  return { state: { ...state, screen }, effects };
}

/** Opens something over the screen. */
export function open(state: State, overlay: Overlay): Step {
  const { notice: _, lastScroll: __, ...rest } = state;
  return { state: { ...rest, overlay }, effects: [] };
}

/** Closes what lies over the screen. */
export function closed(state: State): State {
  const { overlay: _, lastScroll: __, ...rest } = state;
  return rest;
}

/** The state with a line of news at the bottom, until the next key. */
export function withNotice(
  state: State,
  key: string,
  values: Message['values'] = {},
  tone: 'good' | 'bad' | 'plain' = 'plain',
): State {
  return { ...state, notice: { key, values, tone } };
}

/** Makes edits to the open assessment: shown at once, written by an effect. */
export function edit(state: State, ...edits: Edit[]): Step {
  if (!state.open || edits.length === 0) return show(state);
  const assessment = edits.reduce(applyEdit, state.open.assessment);
  const id = assessment.id;
  return {
    state: { ...state, open: { ...state.open, assessment }, saving: { state: 'saving' } },
    effects: [{ type: 'save', id, edits }],
  };
}

/** Runs `next` on what a step gave and keeps the effects of both. */
export function andThen(step: Step, next: (state: State) => Step): Step {
  const after = next(step.state);
  return { state: after.state, effects: [...step.effects, ...after.effects] };
}

/** The open assessment; a screen that needs one is never shown without. */
export function opened(state: State): Open {
  if (!state.open) throw new Error('no assessment is open');
  return state.open;
}

/** `index` moved by a navigation command within a list of `length` rows; undefined if it is no such command. */
export function moved(command: string, index: number, length: number, page: number): number | undefined {
  const last = Math.max(length - 1, 0);
  const to: Record<string, number> = {
    up: index - 1,
    down: index + 1,
    'page-up': index - page,
    'page-down': index + page,
    first: 0,
    last,
  };
  const wanted = to[command];
  return wanted === undefined ? undefined : Math.min(Math.max(wanted, 0), last);
}

/** Rows of a list that fit below the header and above the footer. */
export function pageSize(state: State): number {
  return Math.max(state.size.rows - 6, 1);
}

/** How many positions what is read now has; many until the view has said so. */
export function scrollRows({ lastScroll }: State): number {
  return (lastScroll ?? 100_000) + 1;
}
