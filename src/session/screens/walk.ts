import { isLacking, proposedStatus } from '../../assessment/answers/checks.ts';
import { statusEdits } from '../../assessment/answers/unit-edits.ts';
import type { Status } from '../../assessment/assessment.ts';
import type { ValueField } from '../../questionnaire/schema/schema.ts';
import { ANSWER_KEYS, type Command, type CommandAction, type Step } from '../core/action.ts';
import { askedStates, statesOf, waysOf } from '../core/select.ts';
import type { ScreenSpec } from '../core/spec.ts';
import type { On, State } from '../core/state.ts';
import { andThen, edit, open, replaceScreen, show, stepCursor, withNotice } from '../core/step.ts';
import { openField } from '../fields/index.ts';
import { focusOf, type WalkRow, walkRows } from '../focus.ts';
import { leaveAnswered, stepItems, visit } from '../item-moves.ts';
import { openVote, turnMeeting } from '../meeting.ts';
import { openOptions } from '../overlays/options.ts';
import { sameForAll, turnUnit } from '../walk-units.ts';
import { nextOpenFrom, sectionBy, turned } from '../ways.ts';

type Walk = On<'walk'>;

/** One item on the screen. */
export const walk: ScreenSpec<'walk'> = {
  open: 'always',
  contexts: { walk: 'own' },
  settle: (state, screen) => ({ ...screen, item: askedFrom(state, screen.item) }),
  update: updateWalk,
};

/** The item, or the next one that is asked where it no longer is. */
function askedFrom(state: State, item: string): string {
  const all = statesOf(state);
  const at = all.findIndex(one => one.item.id === item);
  const next = all.slice(at).find(one => one.off === undefined) ?? askedStates(state).at(-1);
  return next?.item.id ?? item;
}

/** Answers, ticks, values, and the way to everything around the item. */
function updateWalk(state: State, walk: Walk, action: CommandAction): Step {
  const focus = focusOf(state, walk);
  if (!focus) return show(state);
  const choices = walkRows(focus);
  const { command, at } = action;
  const status = ANSWER_KEYS[command];
  if (status) return answer(state, walk, status, at);
  if (command === 'up' || command === 'down') return moveRow(state, walk, choices, command);
  const row = walk.row === undefined ? undefined : choices[walk.row];
  if (command === 'enter' || command === 'space') {
    if (row) return takeRow(state, walk, row, command, at);
    return command === 'enter' ? stepItems(state, walk, 1) : show(state);
  }
  if (command === 'clear')
    return edit(state, ...statusEdits(focus.current, focus.unit?.unit.id, { status: null, reason: null }, at));
  if (command === 'flag') {
    const flag = focus.current.answer.flag ? null : true;
    return edit(state, { type: 'answer', item: walk.item, set: { flag }, at });
  }
  if (command === 'later') {
    const later = focus.current.answer.later ? null : true;
    const put = edit(state, { type: 'answer', item: walk.item, set: { later }, at });
    return later ? andThen(put, after => stepItems(after, walk, 1)) : put;
  }
  if (command === 'pause-meeting') return turnMeeting(state, at);
  if (command === 'unit-next' || command === 'unit-previous')
    return turnUnit(state, walk, focus, command === 'unit-next' ? 1 : -1);
  if (command === 'same-for-all') return sameForAll(state, walk, focus, at);
  return leave(state, walk, command);
}

/** Keys that lead to another item, or to what belongs to this one. */
function leave(state: State, walk: Walk, command: Command): Step {
  const { item } = walk;
  const unit = focusOf(state, walk)?.unit?.unit.id;
  switch (command) {
    case 'right':
      return stepItems(state, walk, 1);
    case 'left':
      return stepItems(state, walk, -1);
    case 'first':
      return stepItems(state, walk, -Infinity);
    case 'last':
      return stepItems(state, walk, Infinity);
    case 'page-up':
    case 'page-down':
      return section(state, walk, command === 'page-down' ? 1 : -1);
    case 'next-open':
      return toNextOpen(state, walk);
    case 'note':
      return openField(state, { type: command, item, ...(unit && { unit }) });
    case 'owner':
    case 'due':
      return openField(state, { type: command, item });
    case 'vote':
      return openVote(state, item);
    case 'decision':
    case 'dissent':
    case 'park':
      return openField(state, { type: command, item });
    case 'action-item':
      return openField(state, { type: 'action', item });
    case 'evidence':
      return open(state, { kind: 'evidence', item, index: 0 });
    case 'guide':
      return open(state, { kind: 'guide', item, scroll: 0 });
    default:
      return show(state);
  }
}

function section(state: State, walk: Walk, by: number): Step {
  const first = sectionBy(waysOf(state), walk.item, by);
  return first === undefined ? show(state) : visit(state, first);
}

function toNextOpen(state: State, walk: Walk): Step {
  const item = nextOpenFrom(waysOf(state), walk.item);
  return item === undefined ? show(withNotice(state, 'walk.none-open', {}, 'good')) : visit(state, item);
}

function moveRow(state: State, walk: Walk, choices: WalkRow[], command: 'up' | 'down'): Step {
  const start = command === 'down' ? -1 : choices.length;
  const row = stepCursor(command, walk.row ?? start, choices.length, 1);
  return replaceScreen(state, { ...walk, row });
}

function takeRow(state: State, walk: Walk, row: WalkRow, command: Command, at: string): Step {
  if (row.kind === 'status') return answer(state, walk, row.status, at);
  if (row.kind === 'value') return openValue(state, walk, row.field);
  const { id } = row.check.leaf;
  if (command !== 'enter') return tick(state, walk, id, at);
  const ticked = tickOf(state, walk, id) === 'yes' ? show(state) : tick(state, walk, id, at, 'yes');
  return andThen(ticked, after => moveOn(after, walk));
}

function openValue(state: State, walk: Walk, field: ValueField): Step {
  const focus = focusOf(state, walk);
  const unit = focus?.unit?.unit.id;
  const target = { type: 'value', item: walk.item, value: field.id, ...(unit && { unit }) } as const;
  return field.options ? openOptions(state, target, field, focus?.answer.values?.[field.id]) : openField(state, target);
}

function moveOn(state: State, walk: Walk): Step {
  return replaceScreen(state, { ...walk, row: (walk.row ?? 0) + 1 });
}

/** A tick goes from open to yes to no to open; Enter ticks yes and goes down. */
function tick(state: State, walk: Walk, check: string, at: string, to?: 'yes'): Step {
  const value = to ?? turned(tickOf(state, walk, check));
  const unit = focusOf(state, walk)?.unit?.unit.id;
  return edit(state, { type: 'check', item: walk.item, ...(unit && { unit }), check, value, at });
}

function tickOf(state: State, walk: Walk, check: string): 'yes' | 'no' | undefined {
  return focusOf(state, walk)?.answer.checks?.[check];
}

/** Writes an answer. Met and unknown move on; partly and not met stay for a note; not applicable asks why. */
function answer(state: State, walk: Walk, status: Status, at: string): Step {
  const { item } = walk;
  const focus = focusOf(state, walk);
  const unit = focus?.unit?.unit.id;
  if (status === 'not-applicable') return open(state, { kind: 'reason', items: [item], unit, index: 0 });
  const stayed = replaceScreen(state, { ...walk, row: undefined });
  const edits = focus ? statusEdits(focus.current, unit, { status, reason: null }, at) : [];
  const done = andThen(stayed, after => edit(after, ...edits));
  if (status === 'partly' || status === 'not-met') {
    return { ...done, state: withNotice(done.state, 'walk.offer-note') };
  }
  const missing = status === 'met' ? missingValue(done.state, walk) : undefined;
  if (missing !== undefined) {
    const stay = replaceScreen(done.state, { ...walk, row: missing });
    return { effects: done.effects, state: withNotice(stay.state, 'walk.offer-value') };
  }
  return leaveAnswered(done, walk, status);
}

/** The agreed answer of a vote on the item that is shown. */
export function giveAnswer(state: State, status: Status, at: string): Step {
  return state.screen.name === 'walk' ? answer(state, state.screen, status, at) : show(state);
}

function missingValue(state: State, walk: Walk): number | undefined {
  const focus = focusOf(state, walk);
  if (!focus?.values.some(isLacking)) return undefined;
  const row = walkRows(focus).findIndex(one => one.kind === 'value' && !one.field.optional);
  return row === -1 ? undefined : row;
}

/** The status that the ticks of what is asked speak for, unless it is the answer already. */
export function proposalOf(state: State, walk: Walk): Status | undefined {
  const focus = focusOf(state, walk);
  if (!focus?.checks) return undefined;
  const proposed = proposedStatus(focus.checks, focus.answer.checks ?? {});
  return proposed === focus.answer.status ? undefined : proposed;
}
