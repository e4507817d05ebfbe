import type { Item, Pair, PlanHints, Questionnaire } from '../../questionnaire/schema/schema.ts';
import { type ItemState, isGap } from '../answers/item-state.ts';
import type { Participant, Progress } from '../assessment.ts';
import { addMonths, type Day } from '../day.ts';
import { type Duty, dutiesOf } from './duties.ts';
import { schedule, type Task, type Worker } from './schedule.ts';
import { type Load, loadsOf } from './workload.ts';

/** The waves of an improvement plan, in the order in which they are shown. */
export const WAVES = ['costly', 'quick', 'before-review'] as const;
export type Wave = (typeof WAVES)[number];

/**
 * One thing to do. It closes the gap of `state` and, where `title` is given, those of `also` with it.
 * `days` are person-days, `worker` is who is scheduled, `after` the items whose actions come first. `start` and `end` are
 * the first and the last day of the work as it is scheduled; `due` is what a person said, or the end, which is `proposed`
 * then. `slips` says that the work ends after the day that a person gave and that is still to come, `fits` is false where it ends after the day it
 * is needed by, `late` says that `due` is after the window.
 */
export type Action = {
  state: ItemState;
  also: ItemState[];
  title?: Pair;
  wave: Wave;
  progress: Progress;
  days: number;
  owner?: string;
  worker: string;
  after: string[];
  start: Day;
  end: Day;
  due: Day;
  proposed: boolean;
  overdue: boolean;
  late: boolean;
  slips: boolean;
  fits: boolean;
};

/** The improvement plan. `windowEnd` is the last day for closing gaps, `needBy` the day by which work has to end. */
export type Plan = {
  reviewDate?: Day;
  windowEnd: Day;
  needBy: Day;
  waves: { wave: Wave; actions: Action[] }[];
  /** Said to be done, while the answer is still a gap: to be checked and answered anew. */
  done: Action[];
  /** Gaps whose risk somebody accepted, as long as that holds. */
  accepted: ItemState[];
  clarify: ItemState[];
  duties: Duty[];
  team: Worker[];
  /** What there is to work until `needBy`, and for whom. */
  loads: Load[];
};

type Options = {
  today: Day;
  reviewDate?: Day | undefined;
  remediationMonths?: number | undefined;
  hints?: PlanHints | undefined;
  participants?: Participant[] | undefined;
  /** With `by-risk` only what has a high risk blocks the verdict, and is scheduled before everything else. */
  passRule?: Questionnaire['passRule'] | undefined;
};

/** Person-days for an effort when nobody estimated: a rule of thumb, shown as such. */
const DAYS_FOR: Record<NonNullable<Item['effort']>, number> = { low: 2, medium: 6, high: 15 };
const WEIGHT: Record<Item['risk'], number> = { high: 0, medium: 1, low: 2 };
/** What takes so few days is worked on before what takes weeks: it delays that by little, and is done. */
const SHORT_DAYS = 2;
const DEFAULT_WINDOW_MONTHS = 6;

/**
 * Turns gaps into waves: what is hard to add later first, then quick wins, then the rest. Work is scheduled in that order,
 * by risk inside a wave, as dependencies and the time of people allow; what blocks the verdict comes before everything
 * else, and what takes a day or two before what takes weeks.
 * The window counts from the planned review, or from today where none is planned (six months: FTR).
 */
export function improvementPlan(states: ItemState[], options: Options): Plan {
  const { today, reviewDate } = options;
  const windowEnd = addMonths(reviewDate ?? today, options.remediationMonths ?? DEFAULT_WINDOW_MONTHS);
  const needBy = latest(today, reviewDate ?? windowEnd, windowEnd);
  const gaps = states.filter(isGap);
  const accepted = gaps.filter(state => isAccepted(state, today));
  const drafts = draftsOf(
    gaps.filter(state => !isAccepted(state, today)),
    options.hints ?? {},
    today,
  );
  const isWork = ({ progress }: Action): boolean => progress === 'open' || progress === 'in-progress';
  const done = drafts.filter(one => !isWork(one));
  const team = teamOf(options.participants);
  const blocks = ({ state: { item } }: Action): boolean => options.passRule !== 'by-risk' || item.risk === 'high';
  const urgency = (one: Action): number => (blocks(one) ? 0 : 2) + (one.days <= SHORT_DAYS ? 0 : 1);
  const actions = scheduled(
    drafts.filter(isWork).sort((a, b) => urgency(a) - urgency(b)),
    team,
    {
      today,
      needBy,
      windowEnd,
    },
  );
  return {
    ...(reviewDate === undefined ? {} : { reviewDate }),
    windowEnd,
    needBy,
    waves: WAVES.map(wave => ({ wave, actions: actions.filter(one => one.wave === wave).sort(byDay) })),
    done,
    accepted,
    clarify: states.filter(state => state.status === 'unknown' || state.status === 'unanswered'),
    duties: states.flatMap(state => dutiesOf(state, today)),
    team,
    loads: loadsOf(actions, team, today, needBy),
  };
}

/** Every action of the plan that is still to be done, in the order of the waves. */
export function openActions({ waves }: Pick<Plan, 'waves'>): Action[] {
  return waves.flatMap(({ actions }) => actions);
}

/** Whether the risk of a gap is accepted on a day: with a reason, and until a day that has not passed. */
export function isAccepted({ answer: { plan } }: ItemState, today: Day): boolean {
  return plan?.progress === 'accepted' && (plan.until === undefined || plan.until >= today);
}

/** The people of the plan: participants who said how much time they have. */
function teamOf(participants: Participant[] = []): Worker[] {
  return participants.flatMap(({ name, perWeek }) => (perWeek === undefined ? [] : [{ name, perWeek }]));
}

function draftsOf(gaps: ItemState[], { together = [], after = {} }: PlanHints, today: Day): Action[] {
  const groups = together
    .map(({ title, items }) => ({ title, states: gaps.filter(({ item }) => items.includes(item.id)) }))
    .filter(({ states }) => states.length > 1);
  const grouped = new Set(groups.flatMap(({ states }) => states));
  const alone = gaps.filter(state => !grouped.has(state)).map(state => ({ title: undefined, states: [state] }));
  return [...groups, ...alone]
    .map(({ title, states }) => draft([...states].sort(byWeight), title, after, today))
    .sort((a, b) => WAVES.indexOf(a.wave) - WAVES.indexOf(b.wave) || byUrgency(a, b));
}

/** An action before it is scheduled; the heaviest item speaks for the others. */
function draft(states: ItemState[], title: Pair | undefined, after: Record<string, string[]>, today: Day): Action {
  const [state, ...also] = states as [ItemState, ...ItemState[]];
  const own = states.map(({ item }) => item.id);
  const owner = states.find(({ answer }) => answer.owner)?.answer.owner;
  const dues = states.flatMap(({ answer: { due } }) => (due === undefined ? [] : [due])).sort();
  const days = states.find(({ answer }) => answer.plan?.days)?.answer.plan?.days;
  const due = dues[0];
  return {
    state,
    also,
    ...(title && { title }),
    wave: waveOf(states),
    progress: progressOf(states, today),
    days: days ?? Math.max(...states.map(({ item }) => DAYS_FOR[item.effort ?? 'medium'])),
    ...(owner && { owner }),
    worker: owner ?? '',
    after: [...new Set(own.flatMap(id => after[id] ?? []))].filter(id => !own.includes(id)),
    start: today,
    end: today,
    due: due ?? today,
    proposed: due === undefined,
    overdue: due !== undefined && due < today,
    late: false,
    slips: false,
    fits: true,
  };
}

function waveOf(states: ItemState[]): Wave {
  if (states.some(({ item }) => item.retrofit === 'costly')) return 'costly';
  return states.every(({ item }) => item.effort === 'low') ? 'quick' : 'before-review';
}

/** Several items are as far as the one that is least far; an acceptance that has run out is open again. */
function progressOf(states: ItemState[], today: Day): Progress {
  const order: Progress[] = ['open', 'in-progress', 'done', 'verified'];
  const all = states.map((state): Progress => {
    const progress = state.answer.plan?.progress ?? 'open';
    return progress === 'accepted' && !isAccepted(state, today) ? 'open' : progress;
  });
  return order.find(one => all.includes(one)) ?? 'open';
}

function scheduled(
  actions: Action[],
  team: Worker[],
  { today, needBy, windowEnd }: { today: Day; needBy: Day; windowEnd: Day },
): Action[] {
  const actionOf = new Map(actions.flatMap(one => [one.state, ...one.also].map(({ item }) => [item.id, one] as const)));
  const idOf = (action: Action): string => action.state.item.id;
  const tasks = actions.map(
    (one): Task => ({
      id: idOf(one),
      days: one.days,
      owner: one.owner,
      after: one.after.flatMap(id => {
        const before = actionOf.get(id);
        return before && before !== one ? [idOf(before)] : [];
      }),
    }),
  );
  const slots = new Map(schedule(tasks, team, today).map(slot => [slot.id, slot]));
  return actions.map(action => {
    const { start, end, worker } = slots.get(idOf(action)) ?? { start: today, end: today, worker: '' };
    const due = action.proposed ? end : action.due;
    return {
      ...action,
      start,
      end,
      worker,
      due,
      late: due > windowEnd,
      slips: end > due && !action.overdue,
      fits: end <= needBy,
    };
  });
}

/** The day by which work has to end: the planned review if it still lies ahead, else the end of the window, else today. */
function latest(today: Day, limit: Day, windowEnd: Day): Day {
  if (limit > today) return limit;
  return windowEnd > today ? windowEnd : today;
}

/** As the days come on which actions are due, then as they are worked on. */
function byDay(a: Action, b: Action): number {
  return compare(a.due, b.due) || compare(a.end, b.end);
}

function byWeight(a: ItemState, b: ItemState): number {
  return WEIGHT[a.item.risk] - WEIGHT[b.item.risk];
}

/** By risk; then what has a date first, the earliest on top; then what is done soonest. */
function byUrgency(a: Action, b: Action): number {
  const dated = (one: Action): string => (one.proposed ? '9999' : one.due);
  return byWeight(a.state, b.state) || compare(dated(a), dated(b)) || a.days - b.days;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
