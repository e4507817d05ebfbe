import { isAbsentDay } from '../../assessment/day.ts';

/** What to say of a text that is no day: that the calendar has none of it, or how to write one. */
export function dayError(text: string): string {
  return isAbsentDay(text) ? 'field.error.no-such-day' : 'field.error.day';
}
