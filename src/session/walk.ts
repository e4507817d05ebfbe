import { isLacking, proposedStatus } from '../assessment/answers/checks.ts';
import { statusEdits } from '../assessment/answers/unit-edits.ts';
import type { Status } from '../assessment/assessment.ts';
import type { ValueField } from '../questionnaire/schema/schema.ts';
import type { Action, Command, Step } from './core/action.ts';
import { ANSWER_KEYS } from './core/action.ts';
import { waysOf } from './core/select.ts';
import type { Screen, State } from './core/state.ts';
import { andThen, edit, goTo, moved, open, replaceScreen, show, withNotice } from './core/step.ts';
import { openField } from './field.ts';
import { focusOf, type WalkRow, walkRows } from './focus.ts';
import { meetingOf, openVote, turnMeeting, workshopScreen } from './meeting.ts';
import { openOptions } from './options.ts';
import { nextUnit, sameForAll, turnUnit } from './walk-units.ts';
import { isLast, itemBy, leftOpen, nextOpenFrom, sectionBy, turned } from './ways.ts';

type Walk = Extract<Screen, { name: 'walk' }>;
type CommandAction = Extract<Action, { type: 'command' }>;

/** One item on the screen: answers, ticks, values, and the way to everything around it. */
export function updateWalk(state: State, walk: Walk, action: CommandAction): Step {
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
    return command === 'enter' ? step(state, walk, 1) : show(state);
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
    return later ? andThen(put, after => step(after, walk, 1)) : put;
  }
  if (command === 'pause-meeting') return turnMeeting(state, at);
  if (command === 'unit-next' || command === 'unit-previous')
    return turnUnit(state, walk, focus, command === 'unit-next' ? 1 : -1);
  if (command === 'same-for-all') return sameForAll(state, walk, focus, at);
  return around(state, walk, command);
}

function around(state: State, walk: Walk, command: Command): Step {
  const { item } = walk;
  const unit = focusOf(state, walk)?.unit?.unit.id;
  switch (command) {
    case 'right':
      return step(state, walk, 1);
    case 'left':
      return step(state, walk, -1);
    case 'first':
      return step(state, walk, -Infinity);
    case 'last':
      return step(state, walk, Infinity);
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

/** Puts an item on the screen and remembers it as the place to come back to. */
export function visit(state: State, item: string): Step {
  const shown: Step =
    state.screen.name === 'walk'
      ? replaceScreen(state, { name: 'walk', item, row: undefined })
      : goTo(state, { name: 'walk', item, row: undefined });
  return andThen(shown, after => edit(after, { type: 'position', item }));
}

function step(state: State, walk: Walk, by: number): Step {
  const ways = waysOf(state);
  if (by === 1 && isLast(ways, walk.item)) return end(state);
  const item = itemBy(ways, walk.item, by);
  return item === undefined ? show(state) : visit(state, item);
}

/** After the last item: to what is still open, or to the report when nothing is. */
function end(state: State): Step {
  if (meetingOf(state)) return goTo(state, workshopScreen(state));
  const open = leftOpen(waysOf(state));
  if (open > 0) {
    const to = goTo(state, { name: 'map', index: 0, filter: 'unanswered' });
    return { ...to, state: withNotice(to.state, 'walk.end-open', { n: open }) };
  }
  return goTo(state, { name: 'report', which: 'gap', lang: state.lang, scroll: 0 });
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
  const row = moved(command, walk.row ?? start, choices.length, 1);
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

/** Moves on from an answered item and says on the next one what was answered. */
export function leaveAnswered(done: Step, walk: Walk, status: Status): Step {
  const unit = nextUnit(done.state, walk);
  const onward = unit === undefined ? undefined : { ...walk, row: undefined, unit };
  const next = onward
    ? andThen(done, after => replaceScreen(after, onward))
    : andThen(done, after => step(after, walk, 1));
  if (next.state.screen.name !== 'walk') return next;
  const notice = { id: walk.item, status: `@status.${status}` };
  return { ...next, state: withNotice(next.state, 'walk.answered', notice, 'good') };
}

/** The status that the ticks of what is asked speak for, unless it is the answer already. */
export function proposalOf(state: State, walk: Walk): Status | undefined {
  const focus = focusOf(state, walk);
  if (!focus?.checks) return undefined;
  const proposed = proposedStatus(focus.checks, focus.answer.checks ?? {});
  return proposed === focus.answer.status ? undefined : proposed;
}
