import type { Edit } from '../assessment/answers/edit.ts';
import type { Workshop } from '../assessment/assessment.ts';
import {
  type Ballot,
  ballot,
  type Clock,
  clockOf,
  currentWorkshop,
  type WorkshopPlan,
} from '../assessment/workshop/workshop.ts';
import { findItem } from '../questionnaire/schema/items.ts';
import type { Action, Step } from './core/action.ts';
import type { Screen, State } from './core/state.ts';
import { edit, open, opened, show, withNotice } from './core/step.ts';

/** Time is written at least this often, in milliseconds, so that a crash loses no more. */
const WRITE_EVERY = 30_000;

/** The workshop or rehearsal that goes on in the open assessment. */
export function meetingOf({ open }: State): Workshop | undefined {
  return open && currentWorkshop(open.assessment);
}

/** The item that is on the screen, also under an overlay. */
function shownItem({ screen }: State): string | undefined {
  return screen.name === 'walk' ? screen.item : undefined;
}

/** The clock of the meeting; undefined where none goes on. */
export function meetingClock(state: State): Clock | undefined {
  const meeting = meetingOf(state);
  return meeting && clockOf(meeting, shownItem(state), state.now ?? meeting.countedAt ?? meeting.startedAt);
}

/** What is known of the votes on an item among those who are there. */
export function ballotOn(state: State, item: string): Ballot {
  const { assessment } = opened(state);
  const present = meetingOf(state)?.present ?? assessment.participants.map(one => one.name);
  return ballot(assessment.answers[item] ?? {}, present, assessment.participants);
}

/** A second has passed: shown, and written from time to time. */
export function ticked(state: State, at: string): Step {
  const meeting = meetingOf(state);
  if (!meeting?.countedAt) return show(state);
  const next = { ...state, now: at };
  if (Date.parse(at) - Date.parse(meeting.countedAt) < WRITE_EVERY) return show(next);
  return edit(next, { type: 'workshop-time', workshop: meeting.id, item: shownItem(state), at });
}

/** The meeting stops while nobody is at the screen: on Home and after the end of the program. */
export function pauseEdits(state: State, at: string): Edit[] {
  const meeting = meetingOf(state);
  if (!meeting?.countedAt) return [];
  return [{ type: 'workshop-time', workshop: meeting.id, item: shownItem(state), turn: 'pause', at }];
}

/** What a key did to the meeting: time for the item that was left, and whether it was settled. */
export function withMeetingTime(before: State, step: Step, action: Action): Step {
  const meeting = meetingOf(before);
  if (!meeting?.countedAt || action.type !== 'command' || !step.state.open) return step;
  const { at } = action;
  const item = shownItem(before);
  if (item === undefined || findItem(before.open?.questionnaire, item) === undefined) return step;
  const status = statusGiven(step, item);
  const left = shownItem(step.state) !== item;
  const rehearsed = meeting.kind === 'rehearsal' && left && step.state.screen.name === 'walk';
  if (status === undefined && !left) return { ...step, state: { ...step.state, now: at } };
  const settled = status ?? (rehearsed ? true : undefined);
  const time: Edit = {
    type: 'workshop-time',
    workshop: meeting.id,
    item,
    at,
    ...(settled !== undefined && { settled }),
  };
  const after = edit({ ...step.state, now: at }, time);
  return { state: after.state, effects: [...step.effects, ...after.effects] };
}

/** Whether the step gave the item an answer, or took it away; undefined if it did neither. */
function statusGiven({ effects }: Step, item: string): boolean | undefined {
  const edits = effects.flatMap(effect => (effect.type === 'save' ? effect.edits : []));
  const last = edits.findLast(one => one.type === 'answer' && one.item === item && 'status' in one.set);
  return last?.type === 'answer' ? last.set.status !== null : undefined;
}

/** A meeting of ninety minutes over everything, with everybody, two minutes an item. */
export function workshopDraft(state: State, wish: Partial<WorkshopPlan> = {}): WorkshopPlan {
  const { assessment, questionnaire } = opened(state);
  return {
    kind: 'workshop',
    agenda: 'all',
    section: questionnaire.sections[0]?.id,
    minutes: 90,
    pace: 120,
    present: assessment.participants.map(one => one.name),
    ...wish,
  };
}

/** The screen from which a meeting is begun, resumed or ended. */
export function workshopScreen(state: State, wish?: Partial<WorkshopPlan>): Screen {
  return { name: 'workshop', index: 0, draft: workshopDraft(state, wish) };
}

/** Begins a break, or ends it. */
export function turnMeeting(state: State, at: string): Step {
  const meeting = meetingOf(state);
  if (!meeting) return show(state);
  const turn = meeting.countedAt ? 'pause' : 'resume';
  const item = state.screen.name === 'walk' ? state.screen.item : undefined;
  const done = edit({ ...state, now: at }, { type: 'workshop-time', workshop: meeting.id, item, turn, at });
  return { ...done, state: withNotice(done.state, `workshop.${turn}d`) };
}

/** Opens the vote on an item, at the first who has not voted. */
export function openVote(state: State, item: string): Step {
  const { voters, waiting } = ballotOn(state, item);
  if (voters.length === 0) return show(withNotice(state, 'vote.nobody'));
  return open(state, { kind: 'vote', item, index: Math.max(voters.indexOf(waiting[0] ?? ''), 0) });
}
