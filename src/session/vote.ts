import { CONFIDENCES, type Status, type Vote } from '../assessment/assessment.ts';
import { type Action, ANSWER_KEYS, type Step } from './core/action.ts';
import type { Overlay, State } from './core/state.ts';
import { andThen, closed, edit, moved, opened, show } from './core/step.ts';
import { ballotOn } from './meeting.ts';
import { giveAnswer } from './walk.ts';

type Of = Extract<Overlay, { kind: 'vote' }>;

/**
 * One key for the answer, one for how sure somebody is, then the next person. Once all are in, the spread is shown and a
 * digit is the agreed answer; Enter takes what all said.
 */
export function updateVote(state: State, overlay: Of, action: Action): Step {
  if (action.type !== 'command') return show(state);
  const { command, at } = action;
  const { voters, isOpen, agreed } = ballotOn(state, overlay.item);
  if (command === 'back') return show(closed(state));
  const status = ANSWER_KEYS[command];
  if (!isOpen) {
    if (command === 'clear') return again(state, overlay, voters, at);
    const taken = status ?? (command === 'enter' ? agreed : undefined);
    return taken ? giveAnswer(closed(state), taken, at) : show(state);
  }
  if (overlay.status !== undefined) return confidence(state, overlay, voters, command, at);
  const index = moved(command, overlay.index, voters.length, 1);
  if (index !== undefined) return show({ ...state, overlay: { ...overlay, index } });
  const name = voters[overlay.index];
  if (command === 'clear' && name !== undefined)
    return edit(state, { type: 'vote', item: overlay.item, name, vote: null, at });
  return status ? show({ ...state, overlay: { ...overlay, status } }) : show(state);
}

/** The second key: 1 unsure, 2 fairly sure, 3 sure; Enter is the middle. */
function confidence(state: State, overlay: Of, voters: string[], command: string, at: string): Step {
  const { status, ...rest } = overlay;
  const digit = /^answer-([1-3])$/.exec(command)?.[1];
  const sure = command === 'enter' || command === 'space' ? 'medium' : CONFIDENCES[Number(digit) - 1];
  const name = voters[overlay.index];
  if (command === 'clear' || command === 'left') return show({ ...state, overlay: rest });
  if (!sure || !status || name === undefined) return show(state);
  const vote: Vote = { status: status as Status, confidence: sure, at };
  return andThen(edit({ ...state, overlay: rest }, { type: 'vote', item: overlay.item, name, vote, at }), after => {
    const { waiting } = ballotOn(after, overlay.item);
    const next = voters.indexOf(waiting.find(one => voters.indexOf(one) > overlay.index) ?? waiting[0] ?? '');
    return show({ ...after, overlay: { ...rest, index: Math.max(next, 0) } });
  });
}

/** Votes once more, from the first. */
function again(state: State, overlay: Of, voters: string[], at: string): Step {
  const votes = opened(state).assessment.answers[overlay.item]?.votes ?? {};
  const edits = voters
    .filter(name => Object.hasOwn(votes, name))
    .map(name => ({ type: 'vote', item: overlay.item, name, vote: null, at }) as const);
  return edit({ ...state, overlay: { kind: 'vote', item: overlay.item, index: 0 } }, ...edits);
}
