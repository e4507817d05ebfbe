import type { Day } from '../assessment/day.ts';
import { openActions } from '../assessment/plan.ts';
import type { ReportModel } from './report-model.ts';
import type { Voice } from './voice.ts';

/** A day in a calendar. `uid` stays the same from export to export, so that a calendar replaces what it has. */
export type CalendarEvent = {
  uid: string;
  day: Day;
  summary: string;
  description: string;
  /** Comes back every so many months. */
  everyMonths?: number;
};

const MONTHS = { quarterly: 3, yearly: 12 } as const;

/** Due dates of actions, the review, the end of the window, and duties that come back. */
export function calendarEvents(voice: Voice, model: ReportModel): CalendarEvent[] {
  const { assessment, plan } = model;
  const uid = (part: string): string => `${part}.${assessment.id}@tenken`;
  const days: CalendarEvent[] = [
    ...(plan.reviewDate === undefined
      ? []
      : [{ uid: uid('review'), day: plan.reviewDate, ...words(voice, 'review', model) }]),
    { uid: uid('window'), day: plan.windowEnd, ...words(voice, 'window', model) },
  ];
  const due = openActions(plan).map((action): CalendarEvent => {
    const ids = [action.state, ...action.also].map(({ item }) => item.id);
    const title = voice.pick(action.title ?? action.state.item.title);
    const owner = `${voice.say('plan.owner')}: ${action.owner ?? voice.say('plan.owner.none')}`;
    return {
      uid: uid(`due.${action.state.item.id}`),
      day: action.due,
      summary: `${ids.join(', ')} ${title}`,
      description: [owner, ...(action.proposed ? [voice.say('plan.due.proposed')] : [])].join('\n'),
    };
  });
  const duties = plan.duties.map(
    ({ state: { item }, every, next }): CalendarEvent => ({
      uid: uid(`duty.${item.id}`),
      day: next,
      summary: `${item.id} ${voice.pick(item.title)}`,
      description: voice.say(`recurs.${every}`),
      everyMonths: MONTHS[every],
    }),
  );
  return [...days, ...due, ...duties].sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : a.uid < b.uid ? -1 : 1));
}

function words(voice: Voice, kind: 'review' | 'window', { assessment }: ReportModel) {
  return { summary: `${assessment.name}: ${voice.say(`plan.dates.${kind}`)}`, description: '' };
}
