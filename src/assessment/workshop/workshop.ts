import { type ItemState, isOpen } from '../answers/item-state.ts';
import type { AGENDAS, Answer, Assessment, Participant, Status, Vote, Workshop } from '../assessment.ts';
import { nextId } from '../next-id.ts';

/** Which items a workshop goes through. */
export type Agenda = (typeof AGENDAS)[number];

/** A gap longer than this, in seconds, is a closed laptop or a crash, and no work. */
const LONGEST_STEP = 120;

/** The items that people differ on: by their votes, or by copies that were brought together. */
export function isDiffering({ answer }: Pick<ItemState, 'answer'>): boolean {
  const votes = Object.values(answer.votes ?? {});
  return new Set(votes.map(one => one.status)).size > 1 || answer.differs !== undefined;
}

/**
 * The items of an agenda, in an order that lets people leave: first what business has to be there for, then what
 * operations has to be there for, then what only technical people answer; within each as in the official list.
 */
export function agendaItems(states: ItemState[], agenda: Agenda, section?: string): ItemState[] {
  const asked = states.filter(one => one.off === undefined);
  const keep: Record<Agenda, (one: ItemState) => boolean> = {
    all: () => true,
    section: one => section === undefined || one.section.id === section,
    differing: isDiffering,
    open: one => isOpen(one) && (one.status === 'unanswered' || one.status === 'unknown'),
    flagged: one => one.answer.flag === true || one.answer.later === true,
  };
  const rank = ({ item: { who } }: ItemState): number =>
    who.includes('business') ? 0 : who.includes('operations') ? 1 : 2;
  return asked.filter(keep[agenda]).sort((a, b) => rank(a) - rank(b));
}

/** What somebody chose for a meeting. `minutes` is its length, `pace` the seconds wanted per item. */
export type WorkshopPlan = Pick<Workshop, 'kind' | 'agenda' | 'minutes' | 'pace' | 'present'> & {
  section?: string | undefined;
};

/** A meeting that begins at `at` over these items. */
export function newWorkshop(
  { workshops = [] }: Assessment,
  { section, ...plan }: WorkshopPlan,
  items: ItemState[],
  at: string,
): Workshop {
  return {
    id: nextId('w', workshops),
    ...plan,
    ...(section !== undefined && plan.agenda === 'section' && { section }),
    startedAt: at,
    plan: items.map(one => one.item.id),
    seconds: 0,
    countedAt: at,
    items: {},
  };
}

/** The meeting that has not ended, if there is one. */
export function currentWorkshop({ workshops = [] }: Pick<Assessment, 'workshops'>): Workshop | undefined {
  return workshops.findLast(one => one.endedAt === undefined);
}

/** The workshop with the time until `at` counted, on the meeting and on the item that was on the screen. */
export function counted(workshop: Workshop, item: string | undefined, at: string): Workshop {
  const more = workedSince(workshop, at);
  const own = item === undefined ? undefined : (workshop.items[item] ?? { seconds: 0 });
  return {
    ...workshop,
    seconds: workshop.seconds + more,
    ...(workshop.countedAt !== undefined && { countedAt: at }),
    ...(item !== undefined && own && { items: { ...workshop.items, [item]: { ...own, seconds: own.seconds + more } } }),
  };
}

/** The seconds since what is counted, none in a break; a step too long to be work counts for nothing. */
function workedSince({ countedAt }: Workshop, at: string): number {
  if (countedAt === undefined) return 0;
  const step = (Date.parse(at) - Date.parse(countedAt)) / 1000;
  return step > 0 && step <= LONGEST_STEP ? step : 0;
}

/** What a clock in the room shows; times in seconds. `slow` is 1 once an item takes longer than the pace, 2 from double on. */
export type Clock = {
  elapsed: number;
  remaining: number;
  onItem: number;
  slow: 0 | 1 | 2;
  settled: number;
  of: number;
  /** Seconds per settled item so far; the pace that was wanted until something is settled. */
  perItem: number;
  /** Seconds that what is left takes at this pace. */
  toGo: number;
  fits: boolean;
  paused: boolean;
};

/** The clock of a workshop at `now`, with `item` on the screen. */
export function clockOf(workshop: Workshop, item: string | undefined, now: string): Clock {
  const { seconds, items, plan, minutes, pace, countedAt, endedAt } = counted(workshop, item, now);
  const settled = plan.filter(id => items[id]?.settledAt !== undefined).length;
  const onItem = item === undefined ? 0 : (items[item]?.seconds ?? 0);
  const perItem = settled === 0 || seconds === 0 ? pace : seconds / settled;
  const remaining = minutes * 60 - seconds;
  const toGo = perItem * (plan.length - settled);
  return {
    elapsed: seconds,
    remaining,
    onItem,
    slow: onItem >= 2 * pace ? 2 : onItem >= pace ? 1 : 0,
    settled,
    of: plan.length,
    perItem,
    toGo,
    fits: toGo <= remaining,
    paused: countedAt === undefined && endedAt === undefined,
  };
}

/** The next item of a workshop that is not settled, after `item` and going round once. */
export function nextInWorkshop({ plan, items }: Workshop, item: string): string | undefined {
  const at = plan.indexOf(item);
  const ring = [...plan.slice(at + 1), ...plan.slice(0, Math.max(at, 0))];
  return ring.find(id => items[id]?.settledAt === undefined);
}

/**
 * What is known of a vote. `waiting` have not voted; the facilitator has no vote. Until everybody has, nobody sees
 * what others said: `spread` and `unsure` are empty. `agreed` is the status that all gave.
 */
export type Ballot = {
  voters: string[];
  waiting: string[];
  isOpen: boolean;
  spread: { status: Status; names: string[] }[];
  unsure: string[];
  agreed?: Status;
};

/** Who has voted on an item, and how once all of those who are there have. */
export function ballot(answer: Pick<Answer, 'votes'>, present: string[], participants: Participant[]): Ballot {
  const runs = new Set(participants.filter(one => one.role === 'facilitator').map(one => one.name));
  const voters = present.filter(name => !runs.has(name));
  const votes = voters.flatMap((name): [string, Vote][] => {
    const vote = Object.entries(answer.votes ?? {}).find(([other]) => other === name)?.[1];
    return vote ? [[name, vote]] : [];
  });
  const waiting = voters.filter(name => !votes.some(([other]) => other === name));
  if (waiting.length > 0 || votes.length === 0) return { voters, waiting, isOpen: true, spread: [], unsure: [] };
  const statuses = [...new Set(votes.map(([, vote]) => vote.status))];
  const spread = statuses
    .map(status => ({ status, names: votes.filter(([, vote]) => vote.status === status).map(([name]) => name) }))
    .sort((a, b) => b.names.length - a.names.length);
  const unsure = votes.filter(([, vote]) => vote.confidence === 'low').map(([name]) => name);
  const [only] = statuses;
  return { voters, waiting, isOpen: false, spread, unsure, ...(statuses.length === 1 && only && { agreed: only }) };
}
