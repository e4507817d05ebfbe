import { addMonths, type Day, lastDay } from '../assessment/day.ts';
import { type Duty, MONTHS_BETWEEN } from '../assessment/plan/duties.ts';
import { openActions } from '../assessment/plan/plan.ts';
import type { ReportModel } from './report-model.ts';
import type { Voice } from './voice.ts';

/**
 * How a day comes back: every so many months on the same day of the month, or on its last day; or every year in each of
 * the `months` (1 to 12) on the same day of the month.
 */
export type Recurrence = { everyMonths: number; onLastDay?: true } | { months: number[] };

/**
 * A day in a calendar. `uid` stays the same from export to export, so that a calendar replaces what it has. `remind` are
 * the days before it on which the calendar speaks up.
 */
export type CalendarEvent = {
  uid: string;
  day: Day;
  summary: string;
  description: string;
  remind: number[];
  again?: Recurrence;
};

const LONGEST_MONTH = 31;
/** A year without a leap day. */
const COMMON_YEAR = '2027';
const FEBRUARY = '02';
const REMIND = { review: [14, 1], window: [30, 7], due: [7, 1], duty: [14] } as const;

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
      description: [
        owner,
        ...(action.proposed ? [voice.say('plan.due.proposed')] : []),
        ...(action.slips || action.overdue ? [voice.say('plan.due.slips', { date: action.end })] : []),
      ].join('\n'),
      remind: [...REMIND.due],
    };
  });
  const duties = plan.duties.flatMap(duty => dutyEvents(voice, duty, uid));
  return [...days, ...due, ...duties].sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : a.uid < b.uid ? -1 : 1));
}

function dutyEvents(voice: Voice, duty: Duty, uid: (part: string) => string): CalendarEvent[] {
  const { item } = duty.state;
  const known = duty.last === 'dated' ? [] : [voice.say(`plan.next.${duty.last}`)];
  return recurrences(duty).map(({ day, again, part }) => ({
    uid: uid(`duty.${item.id}${part}`),
    day,
    summary: `${item.id} ${voice.pick(item.title)}`,
    description: [voice.say(`recurs.${duty.every}`), ...known].join('\n'),
    remind: [...REMIND.duty],
    again,
  }));
}

/**
 * A day that some month of the round does not have falls on the last day of that month, as `addMonths` has it; a plain
 * rule would leave that month out. Where only February is too short, it has an event of its own: one rule for all months
 * would need BYSETPOS, which widely used readers get wrong.
 */
function recurrences({ every, next, onDay }: Duty): { day: Day; again: Recurrence; part: string }[] {
  const everyMonths = MONTHS_BETWEEN[every];
  const first = `${next.slice(0, 7)}-01`;
  const months = Array.from({ length: 12 / everyMonths }, (_, n) => addMonths(first, n * everyMonths).slice(5, 7));
  const shortest = Math.min(...months.map(month => Number(lastDay(`${COMMON_YEAR}-${month}`).slice(8))));
  if (onDay <= shortest) return [{ day: next, again: { everyMonths }, part: '' }];
  if (onDay === LONGEST_MONTH || months.length === 1)
    return [{ day: next, again: { everyMonths, onLastDay: true }, part: '' }];
  const turn = months.indexOf(FEBRUARY);
  const inFebruary = lastDay(addMonths(first, turn * everyMonths).slice(0, 7));
  const others = months.filter(month => month !== FEBRUARY).map(Number);
  const other = turn === 0 ? `${addMonths(first, everyMonths).slice(0, 8)}${onDay}` : next;
  return [
    { day: other, again: { months: others.sort((a, b) => a - b) }, part: '' },
    { day: inFebruary, again: { everyMonths: 12, onLastDay: true }, part: '.02' },
  ];
}

function words(voice: Voice, kind: 'review' | 'window', { assessment }: ReportModel) {
  return {
    summary: `${assessment.name}: ${voice.say(`plan.dates.${kind}`)}`,
    description: '',
    remind: [...REMIND[kind]],
  };
}
