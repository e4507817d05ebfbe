import ical, { ICalEventRepeatingFreq } from 'ical-generator';
import type { CalendarEvent } from '../../report/calendar.ts';

/** Days as an iCalendar file. `stamp` is an ISO instant: the same answers give the same bytes. */
export function icsText(name: string, events: CalendarEvent[], stamp: string): string {
  const calendar = ical({ name, prodId: { company: 'tenken', product: 'tenken' } });
  for (const { uid, day, summary, description, everyMonths } of events) {
    calendar.createEvent({
      id: uid,
      start: new Date(`${day}T00:00:00Z`),
      allDay: true,
      timezone: 'UTC',
      summary,
      stamp: new Date(stamp),
      ...(description && { description }),
      ...(everyMonths && { repeating: { freq: ICalEventRepeatingFreq.MONTHLY, interval: everyMonths } }),
    });
  }
  return `${calendar.toString()}\r\n`;
}
