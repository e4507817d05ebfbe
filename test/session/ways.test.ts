import { expect, test } from 'vitest';
import { itemStates } from '../../src/assessment/answers/item-state.ts';
import type { Answer, Assessment, Status, Workshop } from '../../src/assessment/assessment.ts';
import type { Context } from '../../src/cli/kernel/context.ts';
import { back, next, nextOpen, sectionMove } from '../../src/frontends/lines/moves.ts';
import type { Handler } from '../../src/frontends/lines/session.ts';
import { askedStates } from '../../src/session/core/select.ts';
import type { State } from '../../src/session/core/state.ts';
import { turned } from '../../src/session/ways.ts';
import { createRandom, type Random } from '../support/random.ts';
import {
  NOW,
  openState,
  sampleAssessment,
  sampleQuestionnaire,
  startSession,
  TODAY,
  walkOn,
} from '../support/session.ts';

const MOVES: [key: string, handler: Handler][] = [
  ['right', next],
  ['left', back],
  ['u', nextOpen],
  ['pagedown', sectionMove(1)],
  ['pageup', sectionMove(-1)],
];
const VALUES = { rto: '4h', 'last-test': '2026-10-01', next: 'spring' };
const NOBODY = { ask: async () => undefined, begins: async () => false, close: () => undefined };
const ANSWERS: (Status | undefined)[] = ['met', 'partly', 'not-met', 'unknown', undefined, undefined];

/** Lines that keep nothing, so that only the way is looked at. */
function lines(): Context {
  const save = async (_id: string, { base }: { base: Assessment }): Promise<Assessment> => base;
  return {
    today: TODAY,
    say: async () => undefined,
    at: () => NOW,
    workspace: async () => ({ save }),
  } as unknown as Context;
}

function randomAssessment(random: Random): Assessment {
  const gates: Assessment['gates'] = {};
  for (const gate of ['s3', 'phi']) {
    const said = random.pick(['yes', 'no', undefined] as const);
    if (said) gates[gate] = said;
  }
  const ids = sampleQuestionnaire().sections.flatMap(section => section.items.map(one => one.id));
  const answers = Object.fromEntries(
    ids.map((id): [string, Answer] => {
      const status = random.pick(ANSWERS);
      return [id, { ...(status && { status }), ...(random.below(2) === 0 && { values: VALUES }) }];
    }),
  );
  const settled = ids.filter(() => random.below(2) === 0).map(id => [id, { seconds: 1, settledAt: NOW }] as const);
  const meeting: Workshop = {
    id: 'w1',
    kind: 'workshop',
    agenda: 'all',
    minutes: 90,
    pace: 120,
    plan: ids.toReversed().filter(() => random.below(4) > 0),
    present: [],
    startedAt: NOW,
    seconds: 0,
    items: Object.fromEntries(settled),
  };
  return sampleAssessment({ answers, gates, ...(random.below(3) === 0 && { workshops: [meeting] }) });
}

const itemStatus = (assessment: Assessment, id: string): string | undefined =>
  itemStates(sampleQuestionnaire(), assessment, TODAY).find(one => one.item.id === id)?.status;

const stateWith = (item: string, assessment: Assessment): State =>
  openState(walkOn(item), { open: { questionnaire: sampleQuestionnaire(), assessment } });

test('each way from item to item leads to the same one on the screens and line by line', async () => {
  const random = createRandom(14);
  const seen = new Set<string>();
  for (let round = 0; round < 150; round += 1) {
    const assessment = randomAssessment(random);
    const opened = { questionnaire: sampleQuestionnaire(), assessment };
    const asked = askedStates(stateWith('ARC-001', assessment)).map(one => one.item.id);
    for (const item of asked) {
      for (const [key, handler] of MOVES) {
        const { screen } = startSession(stateWith(item, assessment)).keys(key).getState();
        const onScreen = screen.name === 'walk' ? screen.item : item;
        const { walk } = await handler({ context: lines(), lines: NOBODY }, { opened, item, lang: 'en' }, '');
        expect([key, item, walk.item]).toEqual([key, item, onScreen]);
        if (walk.item !== item) seen.add(`${key} ${itemStatus(assessment, walk.item)}`);
      }
    }
  }
  expect([...seen].sort()).toEqual(expect.arrayContaining(['u unanswered', 'u unknown']));
});

test('with everything answered, u leads to what is unknown, and says so where nothing is', async () => {
  const ids = ['ARC-001', 'IAM-002', 'DR-002', 'BAR-001'];
  const met = Object.fromEntries(ids.map((id): [string, Answer] => [id, { status: 'met', values: VALUES }]));
  const reached = async (answers: Record<string, Answer>): Promise<string> => {
    const assessment = sampleAssessment({ gates: { s3: 'no', phi: 'no' }, answers });
    const start = {
      opened: { questionnaire: sampleQuestionnaire(), assessment },
      item: 'ARC-001',
      lang: 'en',
    } as const;
    return (await nextOpen({ context: lines(), lines: NOBODY }, start, '')).walk.item;
  };
  expect(await reached({ ...met, 'BAR-001': { status: 'unknown' } })).toBe('BAR-001');
  expect(await reached({ ...met, 'DR-002': { status: 'met' } })).toBe('DR-002');
  expect(await reached(met)).toBe('ARC-001');
});

test('a sub-question turns from open to yes to no to open', () => {
  expect([turned(undefined), turned('yes'), turned('no')]).toEqual(['yes', 'no', null]);
});
