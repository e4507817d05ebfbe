import { describe, expect, test } from 'vitest';
import type { Assessment } from '../../src/assessment/assessment.ts';
import { meetingClock } from '../../src/session/meeting.ts';
import { workshopRows } from '../../src/session/screens/workshop.ts';
import { DRAFT, meetingState, PEOPLE } from '../support/meeting.ts';
import {
  homeState,
  type Session,
  sampleAssessment,
  sampleQuestionnaire,
  startSession,
  walkOn,
} from '../support/session.ts';

const WORKSHOP = { name: 'workshop', index: 0, draft: DRAFT } as const;
const assessmentOf = ({ getState }: Session): Assessment => {
  const { open } = getState();
  if (!open) throw new Error('nothing is open');
  return open.assessment;
};
const answerOf = (session: Session, item: string) => assessmentOf(session).answers[item] ?? {};
const meeting = (session: Session) => assessmentOf(session).workshops?.at(-1);
const row = (session: Session, kind: string): Session => {
  const { screen } = session.getState();
  if (screen.name !== 'workshop') throw new Error('not on the workshop screen');
  const index = workshopRows(session.getState(), screen).findIndex(one => one.kind === kind);
  return session.keys('home', ...Array.from({ length: index }, () => 'down'));
};

describe('before it begins', () => {
  test('w on an assessment of Home opens it there, on a list it does nothing', () => {
    const home = startSession(homeState()).keys('w');
    expect(home.taken()).toEqual([{ type: 'open', id: 'payment', workshop: {} }]);
    const open = { questionnaire: sampleQuestionnaire(), assessment: sampleAssessment({ participants: PEOPLE }) };
    home.dispatch({ type: 'opened', open, workshop: {} });
    expect(home.getState().screen).toMatchObject({ name: 'workshop', draft: { present: DRAFT.present } });
    expect(startSession(homeState()).keys('n', 'w').taken()).toEqual([]);
  });

  test('w leads there from the walk, with everybody present', () => {
    const session = startSession(meetingState(walkOn('ARC-001'), false)).keys('w');
    expect(session.getState().screen).toMatchObject({ name: 'workshop', draft: { ...DRAFT, present: DRAFT.present } });
  });

  test('left and right change what is chosen', () => {
    const session = startSession(meetingState(WORKSHOP, false));
    row(session, 'kind').keys('right');
    row(session, 'minutes').keys('left', 'left');
    row(session, 'pace').keys('right');
    row(session, 'agenda').keys('right');
    row(session, 'section').keys('right');
    expect(session.getState().screen).toMatchObject({
      draft: { kind: 'rehearsal', minutes: 60, pace: 135, agenda: 'section', section: 'recovery' },
    });
  });

  test('Space says who is there, left and right the role', () => {
    const session = startSession(meetingState(WORKSHOP, false));
    row(session, 'person').keys(' ', 'right');
    expect(session.getState().screen).toMatchObject({ draft: { present: ['佐藤', 'Suzuki', '高橋'] } });
    expect(assessmentOf(session).participants[0]).toEqual({ name: '田中' });
  });

  test('an empty agenda does not begin', () => {
    const draft = { ...DRAFT, agenda: 'flagged' } as const;
    const session = startSession(meetingState({ ...WORKSHOP, draft }, false)).keys('enter');
    expect(meeting(session)).toBeUndefined();
    expect(session.getState().notice).toMatchObject({ key: 'workshop.nothing' });
  });

  test('Enter begins with the first item', () => {
    const session = startSession(meetingState(WORKSHOP, false)).keys('enter');
    expect(session.getState().screen).toMatchObject({ name: 'walk', item: 'ARC-001' });
    expect(meeting(session)).toMatchObject({ id: 'w1', kind: 'workshop', present: DRAFT.present });
  });
});

describe('while it goes on', () => {
  const running = (): Session => startSession(meetingState(walkOn('ARC-001')));

  test('each person votes with two keys, then the spread is shown and a digit is the agreed answer', () => {
    const session = running().keys('v', '1', '3', '2', '1', '1');
    expect(session.getState().overlay).toMatchObject({ kind: 'vote', index: 2, status: 'met' });
    session.keys('enter');
    expect(Object.keys(answerOf(session, 'ARC-001').votes ?? {})).toEqual(['佐藤', 'Suzuki', '高橋']);
    expect(answerOf(session, 'ARC-001').votes).toMatchObject({
      佐藤: { status: 'met', confidence: 'high' },
      Suzuki: { status: 'partly', confidence: 'low' },
      高橋: { status: 'met', confidence: 'medium' },
    });
    expect(answerOf(session, 'ARC-001').status).toBeUndefined();
    session.keys('enter');
    expect(answerOf(session, 'ARC-001').status).toBeUndefined();
    session.keys('1');
    expect(answerOf(session, 'ARC-001').status).toBe('met');
    expect(session.getState().screen).toMatchObject({ item: 'IAM-002' });
  });

  test('what all say is taken with Enter, and 0 votes again', () => {
    const session = running().keys('v', '1', '3', '1', '3', '1', '3', '0');
    expect(answerOf(session, 'ARC-001').votes).toEqual({});
    session.keys('1', '3', '1', '3', '1', '3', 'enter');
    expect(answerOf(session, 'ARC-001').status).toBe('met');
  });

  test('an answer settles the item and moves on in the order of the meeting', () => {
    const session = running().keys('1');
    expect(meeting(session)?.items['ARC-001']).toHaveProperty('settledAt');
    expect(session.getState().screen).toMatchObject({ item: 'IAM-002' });
    session.keys('1', '5');
    expect(session.getState().screen).toMatchObject({ name: 'workshop' });
    expect(meetingClock(session.getState())).toMatchObject({ settled: 3, of: 3 });
  });

  test('put aside is not settled, and the walk goes on', () => {
    const session = running().keys('y');
    expect(answerOf(session, 'ARC-001')).toMatchObject({ later: true });
    expect(meeting(session)?.items['ARC-001']).not.toHaveProperty('settledAt');
    expect(session.getState().screen).toMatchObject({ item: 'IAM-002' });
  });

  test('decision, dissent, action and parking lot take one line each', () => {
    const session = running().keys('v', '1', '2', '1', '2', '2', '2', 'esc', '1', 'left');
    session.keys('i', '決', 'enter', 'x');
    const { overlay } = session.getState();
    expect(overlay).toMatchObject({ area: { text: '高橋: ' } });
    session.keys('理', 'enter', 'a', '直す; 佐藤; 2026-12-15', 'enter', 'z', '別件', 'enter');
    expect(answerOf(session, 'ARC-001')).toMatchObject({
      decision: '決',
      dissent: [{ name: '高橋', reason: '理' }],
      plan: { action: '直す' },
      owner: '佐藤',
      due: '2026-12-15',
    });
    expect(assessmentOf(session).parking).toMatchObject([{ id: 'p1', text: '別件', item: 'ARC-001' }]);
  });

  test('an action without words or with a wrong day is refused in place', () => {
    expect(running().keys('a', '; 佐藤', 'enter').getState().overlay).toMatchObject({
      error: { key: 'field.error.action' },
    });
    expect(running().keys('a', '直す; 佐藤; soon', 'enter').getState().overlay).toMatchObject({
      error: { key: 'field.error.day' },
    });
    expect(running().keys('z', 'enter').getState().overlay).toMatchObject({ error: { key: 'field.error.empty' } });
  });

  test('a break stops the clock, and leaving for Home begins one', () => {
    const session = running().keys('-');
    expect(meeting(session)).not.toHaveProperty('countedAt');
    expect(meeting(session.keys('-'))).toHaveProperty('countedAt');
    const left = running().keys('q');
    expect(left.effects).toContainEqual(
      expect.objectContaining({ type: 'save', edits: [expect.objectContaining({ turn: 'pause' })] }),
    );
  });

  test('time is written every half minute, and shown every second', () => {
    const session = running();
    const at = (seconds: number) => new Date(Date.parse('2026-11-22T09:00:00.000Z') + seconds * 1000).toISOString();
    session.taken();
    session.dispatch({ type: 'tick', at: at(10) });
    expect(session.taken()).toEqual([]);
    expect(meetingClock(session.getState())).toMatchObject({ elapsed: 10, onItem: 10 });
    session.dispatch({ type: 'tick', at: at(31) });
    expect(session.taken()).toMatchObject([{ type: 'save', edits: [{ type: 'workshop-time', item: 'ARC-001' }] }]);
    expect(meeting(session)).toMatchObject({ seconds: 31 });
  });

  test('the screen of the meeting goes on, pauses, and ends with the minutes', () => {
    const session = running().keys('w');
    row(session, 'pause').keys('enter');
    row(session, 'go-on').keys('enter');
    expect(session.getState().screen).toMatchObject({ name: 'walk', item: 'ARC-001' });
    expect(meeting(session)).toHaveProperty('countedAt');
    session.keys('w');
    row(session, 'end').keys('enter');
    expect(session.getState().screen).toMatchObject({ name: 'report', which: 'minutes' });
    expect(meeting(session)).toHaveProperty('endedAt');
  });

  test('in a rehearsal the next item settles the one before', () => {
    const state = meetingState(walkOn('ARC-001'));
    const workshops = state.open?.assessment.workshops?.map(one => ({ ...one, kind: 'rehearsal' as const })) ?? [];
    const session = startSession(meetingState(walkOn('ARC-001'), true, { workshops })).keys('enter');
    expect(meeting(session)?.items['ARC-001']).toHaveProperty('settledAt');
    expect(answerOf(session, 'ARC-001').status).toBeUndefined();
  });

  test('nobody to vote is said', () => {
    const session = startSession(meetingState(walkOn('ARC-001'), false, { participants: PEOPLE.slice(0, 1) })).keys(
      'v',
    );
    expect(session.getState().notice).toMatchObject({ key: 'vote.nobody' });
  });
});
