import type { Item } from '../../questionnaire/schema/schema.ts';
import { firstExpiry, type ItemState } from '../answers/item-state.ts';
import { addMonths, type Day } from '../day.ts';

/**
 * A duty that comes back; `next` is when it is due again. `onDay` is the day of the month that it falls on, which may be
 * later than the last day of a short month. `last` says whether the date of the last time is known; where it is not, `next`
 * is a guess: done at a time that nobody gave, or never, as far as the answer says.
 */
export type Duty = {
  state: ItemState;
  every: NonNullable<Item['recurs']>;
  next: Day;
  onDay: number;
  last: 'dated' | 'undated' | 'never';
};

/** Months from one time to the next. */
export const MONTHS_BETWEEN: Record<NonNullable<Item['recurs']>, number> = { quarterly: 3, yearly: 12 };

/** The duty of an item, if it asks for something again and again: counted from its date or newest evidence, else from today. */
export function dutiesOf(state: ItemState, today: Day): Duty[] {
  const every = state.item.recurs;
  if (every === undefined || state.status === 'not-applicable') return [];
  const expiry = firstExpiry(state);
  const dates = (state.answer.evidence ?? []).flatMap(one => (one.date === undefined ? [] : [one.date])).sort();
  const last = dates.at(-1);
  const due = expiry ?? (last && addMonths(last, MONTHS_BETWEEN[every]));
  const next = due ?? addMonths(today, MONTHS_BETWEEN[every]);
  const overdue = next < today;
  const from = overdue || due === undefined ? today : (expiry ?? last ?? today);
  const done = state.status === 'met' || state.status === 'partly' || (state.answer.evidence ?? []).length > 0;
  const known = due === undefined ? (done ? 'undated' : 'never') : 'dated';
  return [{ state, every, next: overdue ? today : next, onDay: Number(from.slice(8)), last: known }];
}
