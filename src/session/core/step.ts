import type { Edit } from '../../assessment/answers/edit.ts';
import type { Assessment } from '../../assessment/assessment.ts';
import { rebased } from '../../assessment/merging/rebase.ts';
import { newlyDiffering } from '../../assessment/merging/tell.ts';
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

/** Makes edits to the open assessment as it is shown: shown at once, written by an effect. */
export function edit(state: State, ...edits: Edit[]): Step {
  return editSince(state, undefined, ...edits);
}

/** The state with the assessment as it was when something was opened over it. */
export function asOpened(state: State, { base }: { base?: Assessment | undefined }): State {
  return state.open && base ? { ...state, open: { ...state.open, assessment: base } } : state;
}

/**
 * Makes edits to the open assessment that a person began when it was `base`: what others have written since, and what was
 * shown meanwhile, is kept beside them.
 */
export function editSince(state: State, since: Assessment | undefined, ...edits: Edit[]): Step {
  if (!state.open || edits.length === 0) return show(state);
  const before = state.open.assessment;
  const base = since ?? before;
  const assessment = rebased(before, { base, edits });
  const next: State = { ...state, open: { ...state.open, assessment }, saving: { state: 'saving' } };
  return {
    state: base === before ? next : tellDiffering(next, before),
    effects: [{ type: 'save', id: assessment.id, edits, base }],
  };
}

/** Tells which fields hold two values since `before`, because they were written in two places at once. */
export function tellDiffering(state: State, before: Assessment): State {
  const fresh = state.open ? newlyDiffering(before, state.open.assessment) : [];
  if (fresh.length === 0) return state;
  const places = [...new Set(fresh.map(one => one.item ?? '@save.differs.whole'))];
  const [id = ''] = places;
  return withNotice(
    state,
    places.length > 1 ? 'save.differ-more' : 'save.differ',
    { id, more: places.length - 1 },
    'bad',
  );
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
