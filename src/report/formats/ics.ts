import ical, { ICalAlarmType, ICalEventTransparency } from 'ical-generator';
import type { CalendarEvent, Recurrence } from '../calendar.ts';
import { clean, oneLine } from '../markdown/clean.ts';

/** Reminders come at nine in the morning, not at midnight, where a day begins. */
const NINE = 9 * 3600;
const DAY = 24 * 3600;

/** SEQUENCE counts from here, in seconds, so that it stays below the 2^31 that calendars take until 2088. */
const FIRST_CHANGE = Date.UTC(2020, 0, 1) / 1000;
const MOST = 2 ** 31 - 1;

/**
 * Days as an iCalendar file. `updatedAt` is the ISO instant of the last change, `today` the day of the report: the same
 * answers give the same bytes on the same day.
 */
export function icsText(
  name: string,
  events: CalendarEvent[],
  { updatedAt, today }: { updatedAt: string; today: string },
): string {
  // The library writes the name of a calendar as it is.
  const calendar = ical({ name: escaped(name), prodId: { company: 'tenken', product: 'tenken' } });
  const changed = new Date(updatedAt);
  const sequence = sequenceOf(changed, today);
  for (const { uid, day, summary, description, remind, again } of events) {
    calendar.createEvent({
      id: uid,
      start: new Date(`${day}T00:00:00Z`),
      allDay: true,
      timezone: 'UTC',
      summary: oneLine(summary),
      stamp: changed,
      lastModified: changed,
      sequence,
      transparency: ICalEventTransparency.TRANSPARENT,
      alarms: remind.map(days => ({
        type: ICalAlarmType.display,
        trigger: days * DAY - NINE,
        description: oneLine(summary),
      })),
      ...(description && { description: clean(description) }),
      ...(again && { repeating: ruleOf(again, day) }),
    });
  }
  return `${calendar.toString()}\r\n`;
}

/**
 * Grows with every change of the answers, and from day to day, because proposed dates count from the day of the report:
 * a calendar that has an event takes the newer one only for a higher number.
 */
function sequenceOf(changed: Date, today: string): number {
  const seconds = Math.floor(changed.getTime() / 1000) - FIRST_CHANGE;
  const days = Math.floor(Date.parse(`${today}T00:00:00Z`) / 1000 - FIRST_CHANGE) / DAY;
  return Math.min(Math.max(0, seconds + days), MOST);
}

function ruleOf(again: Recurrence, day: string): string {
  if ('months' in again)
    return `RRULE:FREQ=YEARLY;BYMONTH=${again.months.join(',')};BYMONTHDAY=${Number(day.slice(8))}`;
  const rule = `RRULE:FREQ=MONTHLY;INTERVAL=${again.everyMonths}`;
  return again.onLastDay ? `${rule};BYMONTHDAY=-1` : rule;
}

/** A text value of iCalendar (RFC 5545, 3.3.11) on one line. */
function escaped(text: string): string {
  return oneLine(text).replace(/[\\;,]/g, '\\$&');
}
