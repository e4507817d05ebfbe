import type { Assessment, Workshop } from '../../src/assessment/assessment.ts';
import type { WorkshopPlan } from '../../src/assessment/workshop/workshop.ts';
import type { Screen, State } from '../../src/session/core/state.ts';
import { NOW, openState } from './session.ts';

/** Four people, one of whom leads the meeting. */
export const PEOPLE: Assessment['participants'] = [
  { name: '田中', role: 'facilitator' },
  { name: '佐藤', role: 'technical' },
  { name: 'Suzuki', role: 'operations' },
  { name: '高橋', role: 'business' },
];

/** A meeting with everybody about everything, as it is chosen. */
export const DRAFT: WorkshopPlan = {
  kind: 'workshop',
  agenda: 'all',
  section: 'root',
  minutes: 90,
  pace: 120,
  present: PEOPLE.map(one => one.name),
};

/** A meeting over the sample that began now; one item is settled. */
export const aMeeting = (change: Partial<Workshop> = {}): Workshop => ({
  id: 'w1',
  kind: 'workshop',
  agenda: 'all',
  minutes: 90,
  pace: 120,
  present: PEOPLE.map(one => one.name),
  startedAt: NOW,
  countedAt: NOW,
  seconds: 0,
  plan: ['ARC-001', 'IAM-002', 'DR-002'],
  items: {},
  ...change,
});

/** The sample in a meeting, or with the people for one. */
export function meetingState(screen: Screen, running = true, change: Partial<Assessment> = {}): State {
  return openState(screen, {}, { participants: PEOPLE, ...(running && { workshops: [aMeeting()] }), ...change });
}
