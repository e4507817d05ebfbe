import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applyEdit, type Edit } from '../../src/assessment/answers/edit.ts';
import { itemStates } from '../../src/assessment/answers/item-state.ts';
import type { Answer, Vote, Workshop } from '../../src/assessment/assessment.ts';
import {
  agendaItems,
  ballot,
  clockOf,
  counted,
  currentWorkshop,
  newWorkshop,
  nextInWorkshop,
} from '../../src/assessment/workshop/workshop.ts';
import { aMeeting, DRAFT, PEOPLE } from '../support/meeting.ts';
import { anItem, NOW, pair, sampleAssessment, sampleQuestionnaire, TODAY } from '../support/session.ts';

const later = (seconds: number): string => new Date(Date.parse(NOW) + seconds * 1000).toISOString();
const vote = (status: Vote['status'], confidence?: Vote['confidence']): Vote => ({
  status,
  ...(confidence && { confidence }),
});

describe('the agenda', () => {
  const questionnaire = sampleQuestionnaire({
    gates: [],
    sections: [
      {
        id: 'one',
        title: pair('一', 'One'),
        items: [
          anItem('T-1', { who: ['technical'] }),
          anItem('B-1', { who: ['business', 'technical'] }),
          anItem('O-1', { who: ['operations'] }),
        ],
      },
      { id: 'two', title: pair('二', 'Two'), items: [anItem('B-2', { who: ['business'] }), anItem('T-2')] },
    ],
  });
  const answers: Record<string, Answer> = {
    'T-1': { status: 'met', votes: { a: vote('met'), b: vote('partly') } },
    'B-1': { status: 'unknown', flag: true },
    'O-1': { status: 'met', later: true },
    'B-2': { status: 'not-met', differs: { status: [{ value: 'met' }, { value: 'not-met' }] } },
  };
  const states = itemStates(questionnaire, sampleAssessment({ answers }), TODAY);
  const ids = (...choice: [Parameters<typeof agendaItems>[1], string?]) =>
    agendaItems(states, ...choice).map(one => one.item.id);

  test.each([
    ['all', undefined, ['B-1', 'B-2', 'O-1', 'T-1', 'T-2']],
    ['section', 'two', ['B-2', 'T-2']],
    ['differing', undefined, ['B-2', 'T-1']],
    ['open', undefined, ['B-1', 'T-2']],
    ['flagged', undefined, ['B-1', 'O-1']],
  ] as const)('%s: who has to be there goes first', (agenda, section, wanted) => {
    expect(ids(agenda, section)).toEqual(wanted);
  });
});

describe('the clock', () => {
  test('counts the meeting and the item, and foretells the end by the pace so far', () => {
    const workshop = aMeeting({
      minutes: 10,
      pace: 60,
      seconds: 90,
      items: { 'ARC-001': { seconds: 90, settledAt: NOW }, 'IAM-002': { seconds: 20 } },
    });
    expect(clockOf(workshop, 'IAM-002', later(50))).toEqual({
      elapsed: 140,
      remaining: 460,
      onItem: 70,
      slow: 1,
      settled: 1,
      of: 3,
      perItem: 140,
      toGo: 280,
      fits: true,
      paused: false,
    });
    expect(clockOf(workshop, 'IAM-002', later(100))).toMatchObject({ onItem: 120, slow: 2 });
  });

  test('takes the wanted pace until something is settled, and says when it will not fit', () => {
    expect(clockOf(aMeeting({ minutes: 5, pace: 120 }), undefined, NOW)).toMatchObject({ toGo: 360, fits: false });
  });

  test.each([
    ['a closed laptop', 3600, 0],
    ['a clock that went back', -30, 0],
    ['two minutes', 120, 120],
  ])('%s', (_, seconds, more) => {
    expect(counted(aMeeting({ seconds: 7 }), 'ARC-001', later(seconds))).toMatchObject({
      seconds: 7 + more,
      countedAt: later(seconds),
      items: { 'ARC-001': { seconds: more } },
    });
  });

  test('stands still in a break', () => {
    const { countedAt: _, ...paused } = aMeeting({ seconds: 60 });
    expect(clockOf(paused, 'ARC-001', later(600))).toMatchObject({ elapsed: 60, paused: true });
  });

  test('the time of all items together is that of the meeting, however it is cut', () => {
    const steps = fc.array(
      fc.record({ seconds: fc.integer({ min: 0, max: 100 }), item: fc.constantFrom('ARC-001', 'IAM-002', 'DR-002') }),
    );
    fc.assert(
      fc.property(steps, all => {
        let at = 0;
        let assessment = sampleAssessment({ workshops: [aMeeting()] });
        for (const { seconds, item } of all) {
          at += seconds;
          assessment = applyEdit(assessment, { type: 'workshop-time', workshop: 'w1', item, at: later(at) });
        }
        const workshop = assessment.workshops?.[0] as Workshop;
        const sum = Object.values(workshop.items).reduce((total, one) => total + one.seconds, 0);
        expect([workshop.seconds, sum]).toEqual([at, at]);
      }),
    );
  });
});

describe('a meeting in the file', () => {
  const time = (more: Partial<Extract<Edit, { type: 'workshop-time' }>>): Edit => ({
    type: 'workshop-time',
    workshop: 'w1',
    at: later(30),
    ...more,
  });
  const start = sampleAssessment({ workshops: [aMeeting()] });
  const turned = (...edits: Edit[]) => edits.reduce(applyEdit, start).workshops?.[0];

  test('an item is settled when it has an answer, and open again when that is taken back', () => {
    const settled = turned(time({ item: 'ARC-001', settled: true }));
    expect(settled?.items['ARC-001']).toEqual({ seconds: 30, settledAt: later(30) });
    const again = turned(time({ item: 'ARC-001', settled: true }), time({ item: 'ARC-001', settled: false }));
    expect(again?.items['ARC-001']).toEqual({ seconds: 30 });
  });

  test('a break is not counted, and the end is kept', () => {
    const paused = turned(time({ turn: 'pause' }));
    expect(paused).toMatchObject({ seconds: 30 });
    expect(paused).not.toHaveProperty('countedAt');
    const resumed = turned(time({ turn: 'pause' }), time({ turn: 'resume', at: later(930) }));
    expect(resumed).toMatchObject({ seconds: 30, countedAt: later(930) });
    const ended = turned(time({ turn: 'end' }));
    expect(ended).toMatchObject({ seconds: 30, endedAt: later(30) });
    expect(currentWorkshop({ ...start, workshops: ended ? [ended] : [] })).toBeUndefined();
    expect(currentWorkshop(start)?.id).toBe('w1');
  });

  test('a new one has its own id and its items in order', () => {
    const states = itemStates(sampleQuestionnaire(), start, TODAY);
    expect(newWorkshop(start, DRAFT, states.slice(0, 2), NOW)).toMatchObject({
      id: 'w2',
      plan: ['ARC-001', 'IAM-002'],
      seconds: 0,
      countedAt: NOW,
    });
  });

  test('votes, dissent and parked thoughts come and go', () => {
    const edits: Edit[] = [
      { type: 'vote', item: 'ARC-001', name: '佐藤', vote: vote('met'), at: NOW },
      { type: 'vote', item: 'ARC-001', name: 'Suzuki', vote: vote('partly'), at: NOW },
      { type: 'vote', item: 'ARC-001', name: '佐藤', vote: null, at: NOW },
      { type: 'park', parked: { id: 'p1', text: 'one', at: NOW }, at: NOW },
      { type: 'park', parked: { id: 'p2', text: 'two', at: NOW }, at: NOW },
      { type: 'park', remove: 'p1', at: NOW },
    ];
    const done = edits.reduce(applyEdit, start);
    expect(done.answers['ARC-001']?.votes).toEqual({ Suzuki: vote('partly') });
    expect(done.parking?.map(one => one.text)).toEqual(['two']);
  });

  test('the next item is one that is not settled, going round', () => {
    const items = { 'IAM-002': { seconds: 1, settledAt: NOW } };
    expect(nextInWorkshop(aMeeting({ items }), 'ARC-001')).toBe('DR-002');
    expect(nextInWorkshop(aMeeting({ items }), 'DR-002')).toBe('ARC-001');
    const all = Object.fromEntries(aMeeting().plan.map(id => [id, { seconds: 1, settledAt: NOW }]));
    expect(nextInWorkshop(aMeeting({ items: all }), 'ARC-001')).toBeUndefined();
  });
});

describe('a vote', () => {
  const names = PEOPLE.map(one => one.name);

  test('is hidden until everybody who may vote has', () => {
    expect(ballot({ votes: { 佐藤: vote('met') } }, names, PEOPLE)).toEqual({
      voters: ['佐藤', 'Suzuki', '高橋'],
      waiting: ['Suzuki', '高橋'],
      isOpen: true,
      spread: [],
      unsure: [],
    });
  });

  test('shows its spread, the larger group first, and who was not sure', () => {
    const votes = {
      佐藤: vote('partly', 'low'),
      Suzuki: vote('met'),
      高橋: vote('met', 'high'),
      不在: vote('unknown'),
    };
    expect(ballot({ votes }, names, PEOPLE)).toMatchObject({
      isOpen: false,
      spread: [
        { status: 'met', names: ['Suzuki', '高橋'] },
        { status: 'partly', names: ['佐藤'] },
      ],
      unsure: ['佐藤'],
    });
    expect(ballot({ votes }, names, PEOPLE)).not.toHaveProperty('agreed');
  });

  test('is agreed when all say the same, and never without voters', () => {
    const votes = { 佐藤: vote('met'), Suzuki: vote('met') };
    expect(ballot({ votes }, ['佐藤', 'Suzuki'], PEOPLE)).toMatchObject({ agreed: 'met' });
    expect(ballot({ votes }, ['田中'], PEOPLE)).toMatchObject({ voters: [], isOpen: true });
  });
});
