/** Calendar days as `YYYY-MM-DD` strings: they sort, compare and diff as text. */
export type Day = string;

/** How a day without a year is meant: the next such day from `today` on, or with `past` the last one up to it. */
export type Around = { today: Day; past?: boolean };

/** What was typed: a year or none, a month, a day. */
type Parts = { year: number | undefined; month: number; day: number };

/** The first year of an era, less one. */
const ERAS: Record<string, number> = { 令和: 2018, r: 2018, 平成: 1988, h: 1988 };

/**
 * A real calendar day, or undefined. Accepts `2026-02-05`, `2026/2/5`, `2026.2.5`, `20260205`, `2026年2月5日`, `令和8年2月5日`,
 * `R8.2.5`, any of these with a weekday in brackets, and instants, of which the day that they write counts. Where `around` is
 * given also `2/5` and `2月5日`.
 */
export function parseDay(text: string, around?: Around): Day | undefined {
  const parts = partsOf(text);
  if (!parts) return undefined;
  const { year, month, day } = parts;
  if (year !== undefined) return dayOf(year, month, day);
  return around && nearestDay(month, day, around);
}

/** Whether a text is written as a day, but the calendar has no such day (`2027-02-29`). */
export function isAbsentDay(text: string): boolean {
  const parts = partsOf(text);
  // Every day that exists without a year does so in a leap year.
  return parts !== undefined && dayOf(parts.year ?? 2000, parts.month, parts.day) === undefined;
}

function partsOf(text: string): Parts | undefined {
  const plain = text
    .normalize('NFKC')
    .trim()
    .toLowerCase()
    .replace(/\s*([年月日])\s*/g, '$1')
    .replace(/\s*\([日月火水木金土](?:曜日?)?\)$/, '')
    .replace(/^(\d{4}-\d{2}-\d{2})[t ]\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:z|[+-]\d{2}:?\d{2})?$/, '$1');
  const compact = /^(\d{4})(\d{2})(\d{2})$/.exec(plain);
  if (compact) return numbers(compact.slice(1));
  const era = /^(令和|平成|r|h)\s?(元|\d{1,2})\s?(.+)$/.exec(plain);
  const first = era && (ERAS[era[1] ?? ''] ?? 0) + (era[2] === '元' ? 1 : Number(era[2]));
  const dashed = (era ? `${first}${era[3]}` : plain).replace(/[/.年月]\s?/g, '-').replace(/日$/, '');
  const match = /^(?:(\d{4})-)?(\d{1,2})-(\d{1,2})$/.exec(dashed);
  return match ? numbers(match.slice(1)) : undefined;
}

function numbers([year, month, day]: (string | undefined)[]): Parts {
  return { year: year === undefined ? undefined : Number(year), month: Number(month), day: Number(day) };
}

function dayOf(year: number, month: number, day: number): Day | undefined {
  if (year < 1000) return undefined;
  const date = new Date(Date.UTC(year, month - 1, day));
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return undefined;
  return date.toISOString().slice(0, 10);
}

/** The 29th of February may be up to 8 years away. */
function nearestDay(month: number, day: number, { today, past = false }: Around): Day | undefined {
  const year = Number(today.slice(0, 4));
  const days = Array.from({ length: 9 }, (_, away) => dayOf(year + (past ? -away : away), month, day));
  return days.find(one => one !== undefined && (past ? one <= today : one >= today));
}

/** The calendar day of an instant where the person is, which near midnight is not the day in UTC. */
export function localDay(at: Date | string): Day {
  const date = new Date(at);
  return dayOf(date.getFullYear(), date.getMonth() + 1, date.getDate()) ?? date.toISOString().slice(0, 10);
}

/** The day `months` later; the last day of a short month where the day does not exist. */
export function addMonths(day: Day, months: number): Day {
  const date = toDate(day);
  const wanted = date.getUTCDate();
  date.setUTCDate(1);
  date.setUTCMonth(date.getUTCMonth() + months);
  const last = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
  date.setUTCDate(Math.min(wanted, last));
  return date.toISOString().slice(0, 10);
}

/** The day `days` later (or earlier, if negative). */
export function addDays(day: Day, days: number): Day {
  const date = toDate(day);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}

/** Whole days from `a` to `b`; negative if `b` is earlier. */
export function daysBetween(a: Day, b: Day): number {
  return Math.round((toDate(b).getTime() - toDate(a).getTime()) / 86_400_000);
}

/** The last day of a month or the day itself: `2026-02` gives `2026-02-28`. */
export function lastDay(monthOrDay: string): Day {
  return monthOrDay.length === 7 ? addDays(addMonths(`${monthOrDay}-01`, 1), -1) : monthOrDay;
}

/** A day as short as it can be understood on another one: without the year where that is the same. */
export function shortDay(day: Day, on: Day): string {
  return day.slice(0, 4) === on.slice(0, 4) ? day.slice(5) : day;
}

function toDate(day: Day): Date {
  return new Date(`${day}T00:00:00Z`);
}
