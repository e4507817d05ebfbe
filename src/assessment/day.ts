/** Calendar days as `YYYY-MM-DD` strings: they sort, compare and diff as text. */
export type Day = string;

const DAY = /^(\d{4})-(\d{1,2})-(\d{1,2})$/;

/** A real calendar day, or undefined. Accepts `2026-02-05`, `2026/2/5`, `2026.2.5` and `2026年2月5日`. */
export function parseDay(text: string): Day | undefined {
  const plain = text
    .normalize('NFKC')
    .trim()
    .replace(/[/.年月]/g, '-')
    .replace(/日$/, '');
  const match = DAY.exec(plain);
  if (!match) return undefined;
  const [year, month, day] = match.slice(1).map(Number) as [number, number, number];
  if (year < 1000) return undefined;
  const date = new Date(Date.UTC(year, month - 1, day));
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return undefined;
  return date.toISOString().slice(0, 10);
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
