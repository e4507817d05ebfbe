import { type Day, daysBetween } from '../day.ts';
import type { Action } from './plan.ts';
import { USUAL_DAYS, type Worker } from './schedule.ts';

/**
 * The person-days that somebody has to work, and has until a day. `name` is empty for whoever has time; `assumed` says that
 * nobody told how many days a week there are.
 */
export type Load = { name: string; perWeek: number; assumed: boolean; needed: number; available: number };

const WORKING_DAYS = 5;

/** What everybody who is scheduled has to work, and everybody of the team, from `today` to the end of `needBy`. */
export function loadsOf(actions: Pick<Action, 'worker' | 'days'>[], team: Worker[], today: Day, needBy: Day): Load[] {
  const names = [...new Set([...team.map(({ name }) => name), ...actions.map(({ worker }) => worker)])];
  const days = workingDays(today, needBy);
  return names.map(name => {
    const known = team.find(one => one.name === name);
    const perWeek = known?.perWeek ?? USUAL_DAYS;
    const needed = actions.reduce((sum, one) => (one.worker === name ? sum + one.days : sum), 0);
    return {
      name,
      perWeek,
      assumed: known === undefined,
      needed: tenths(needed),
      available: tenths((days * perWeek) / WORKING_DAYS),
    };
  });
}

/** The sums over everybody. */
export function totalLoad(loads: Load[]): Pick<Load, 'needed' | 'available'> {
  const sum = (key: 'needed' | 'available'): number => tenths(loads.reduce((all, one) => all + one[key], 0));
  return { needed: sum('needed'), available: sum('available') };
}

/** The days from Monday to Friday between two days, both included; none if `to` is earlier. Holidays are not known. */
function workingDays(from: Day, to: Day): number {
  const days = daysBetween(from, to) + 1;
  if (days <= 0) return 0;
  const first = new Date(`${from}T00:00:00Z`).getUTCDay();
  const rest = Array.from({ length: days % 7 }, (_, n) => (first + n) % 7);
  return Math.floor(days / 7) * WORKING_DAYS + rest.filter(weekday => weekday !== 0 && weekday !== 6).length;
}

function tenths(days: number): number {
  return Math.round(days * 10) / 10;
}
