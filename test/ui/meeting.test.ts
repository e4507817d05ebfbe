import { describe, expect, test } from 'vitest';
import { summarise } from '../../src/questionnaire/schema/summary.ts';
import type { State } from '../../src/session/core/state.ts';
import { itemsOf, version } from '../questionnaire/shipped.ts';
import { aMeeting, PEOPLE } from '../support/meeting.ts';
import { NOW, openState, sampleAssessment, walkOn } from '../support/session.ts';
import { frameOf, LANGS, linesOf, misfitsOf } from './frames.ts';

const questionnaire = version('ftr-partner-hosted@2026-02');
const items = itemsOf(questionnaire);
const inMeeting = (item: string, kind: 'workshop' | 'rehearsal' = 'workshop'): State => {
  const plan = items.map(one => one.id);
  const assessment = sampleAssessment({ participants: PEOPLE, workshops: [aMeeting({ plan, kind })] });
  const open = { questionnaire, assessment };
  return openState(walkOn(item), { open, catalogue: [summarise(questionnaire)], now: NOW });
};
const SIZES = [
  [40, 15],
  [80, 24],
  [120, 40],
  [200, 60],
] as const;

describe.each(['workshop', 'rehearsal'] as const)('a %s', kind => {
  test('every item fits, from the smallest screen to a wall', () => {
    const all = items.flatMap(item => misfitsOf(inMeeting(item.id, kind), SIZES));
    expect([...new Set(all)]).toEqual([]);
  });
});

test('a large screen shows the question in both languages, and what there is to talk about', () => {
  const item = items[0];
  if (!item) throw new Error('the list is empty');
  for (const lang of LANGS) {
    const text = linesOf(frameOf(inMeeting(item.id), { columns: 200, rows: 60, lang })).join('');
    expect(text).toContain(item.title.ja);
    expect(text).toContain(item.title.en);
    expect(text).toContain(item.pitfalls?.[lang][0]);
  }
  const small = linesOf(frameOf(inMeeting(item.id), { columns: 80, rows: 24, lang: 'ja' })).join('');
  expect(small).not.toContain(item.title.en);
});

test('a rehearsal asks what a reviewer asks', () => {
  const item = items.find(one => one.reviewer);
  if (!item) throw new Error('no item has questions of a reviewer');
  const text = linesOf(frameOf(inMeeting(item.id, 'rehearsal'), { columns: 80, rows: 24, lang: 'en' })).join(' ');
  expect(text).toContain(item.reviewer?.en[0]?.slice(0, 30));
});
