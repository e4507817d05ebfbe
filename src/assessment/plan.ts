import type { Item } from '../questionnaire/schema.ts';
import { addDays, addMonths, type Day } from './day.ts';
import { firstExpiry, type ItemState, isGap } from './item-state.ts';

/** The waves of an improvement plan, in the order in which they are shown. */
export const WAVES = ['costly', 'quick', 'before-review'] as const;
export type Wave = (typeof WAVES)[number];

/** One thing to do about one gap. `proposed` says that `due` comes from us, not from a person. */
export type Action = {
  state: ItemState;
  wave: Wave;
  start: Day;
  due: Day;
  proposed: boolean;
  overdue: boolean;
  late: boolean;
};

/** A duty that comes back; `next` is when it is due again. */
export type Duty = { state: ItemState; every: NonNullable<Item['recurs']>; next: Day };

/** The improvement plan. `windowEnd` is the last day for closing gaps, `remediationMonths` after the review. */
export type Plan = {
  reviewDate?: Day;
  windowEnd: Day;
  waves: { wave: Wave; actions: Action[] }[];
  clarify: ItemState[];
  duties: Duty[];
};

/** Calendar days that we allow for an effort when nobody set a date; a rule of thumb, shown as "proposed". */
const DAYS_FOR: Record<NonNullable<Item['effort']>, number> = { low: 14, medium: 42, high: 90 };
const MONTHS_FOR: Record<NonNullable<Item['recurs']>, number> = { quarterly: 3, yearly: 12 };
const WEIGHT: Record<Item['risk'], number> = { high: 0, medium: 1, low: 2 };
const DEFAULT_WINDOW_MONTHS = 6;

/**
 * Turns gaps into waves: what is hard to add later first, then quick wins, then the rest before the review.
 * The window counts from the planned review, or from today where none is planned (six months: FTR).
 */
export function improvementPlan(
  states: ItemState[],
  options: { today: Day; reviewDate?: Day | undefined; remediationMonths?: number | undefined },
): Plan {
  const { today, reviewDate } = options;
  const windowEnd = addMonths(reviewDate ?? today, options.remediationMonths ?? DEFAULT_WINDOW_MONTHS);
  const actions = states.filter(isGap).map(state => action(state, today, reviewDate, windowEnd));
  return {
    ...(reviewDate === undefined ? {} : { reviewDate }),
    windowEnd,
    waves: WAVES.map(wave => ({ wave, actions: actions.filter(one => one.wave === wave).sort(byUrgency) })),
    clarify: states.filter(state => state.status === 'unknown' || state.status === 'unanswered'),
    duties: states.flatMap(state => duty(state, today)),
  };
}

function waveOf({ retrofit, effort }: Item): Wave {
  if (retrofit === 'costly') return 'costly';
  return effort === 'low' ? 'quick' : 'before-review';
}

function action(state: ItemState, today: Day, reviewDate: Day | undefined, windowEnd: Day): Action {
  const wave = waveOf(state.item);
  const { due } = state.answer;
  const wanted = addDays(today, DAYS_FOR[state.item.effort ?? 'medium']);
  const limit = latest(today, reviewDate ?? windowEnd, windowEnd);
  const planned = due ?? earlier(wanted, limit);
  return {
    state,
    wave,
    start: earlier(today, planned),
    due: planned,
    proposed: due === undefined,
    overdue: due !== undefined && due < today,
    late: planned > windowEnd,
  };
}

/** The last day for a proposal: the planned review if it still lies ahead, else the end of the window, else today. */
function latest(today: Day, limit: Day, windowEnd: Day): Day {
  if (limit > today) return limit;
  return windowEnd > today ? windowEnd : today;
}

function earlier(a: Day, b: Day): Day {
  return a < b ? a : b;
}

function byUrgency(a: Action, b: Action): number {
  return WEIGHT[a.state.item.risk] - WEIGHT[b.state.item.risk] || (a.due < b.due ? -1 : a.due > b.due ? 1 : 0);
}

function duty(state: ItemState, today: Day): Duty[] {
  const every = state.item.recurs;
  if (every === undefined || state.status === 'not-applicable') return [];
  const expiry = firstExpiry(state);
  const dates = (state.answer.evidence ?? []).flatMap(one => (one.date === undefined ? [] : [one.date])).sort();
  const last = dates.at(-1);
  const due = expiry ?? (last && addMonths(last, MONTHS_FOR[every]));
  const next = due ?? addMonths(today, MONTHS_FOR[every]);
  return [{ state, every, next: next < today ? today : next }];
}
