import type { Item, Questionnaire, Section } from '../../questionnaire/schema/schema.ts';
import type { EffectiveStatus, ItemState } from '../answers/item-state.ts';
import { isOpen } from '../answers/item-state.ts';
import { type Standing, standings } from '../answers/standings.ts';
import type { Assessment } from '../assessment.ts';
import { type Day, lastDay } from '../day.ts';

/** How many items have each status; `off` counts those that a scope question switched off (in no other count). */
export type Counts = Record<EffectiveStatus, number> & {
  off: number;
  total: number;
  applicable: number;
  answered: number;
};

/** Counts items by status. `total` is every item that is not switched off. */
export function countStates(states: ItemState[]): Counts {
  const counts: Counts = {
    met: 0,
    partly: 0,
    'not-met': 0,
    'not-applicable': 0,
    unknown: 0,
    unanswered: 0,
    off: 0,
    total: 0,
    applicable: 0,
    answered: 0,
  };
  for (const state of states) {
    if (state.off !== undefined) {
      counts.off += 1;
      continue;
    }
    counts.total += 1;
    counts[state.status] += 1;
  }
  counts.applicable = counts.total - counts['not-applicable'];
  counts.answered = counts.total - counts.unanswered;
  return counts;
}

/** Counts per section, in order; sections that are switched off whole are kept, with `total` 0. */
export function countSections(states: ItemState[]): { section: Section; counts: Counts }[] {
  return bySection(states).map(([section, own]) => ({ section, counts: countStates(own) }));
}

/** The states of each section, in order. */
export function bySection(states: ItemState[]): [Section, ItemState[]][] {
  const groups = new Map<Section, ItemState[]>();
  for (const state of states) {
    const group = groups.get(state.section);
    if (group) group.push(state);
    else groups.set(state.section, [state]);
  }
  return [...groups];
}

/**
 * The verdict and what stands in its way. Unknown and unanswered are never met.
 * `all-applicable-met` (FTR): every applicable item is met, and every unit that is needed stands. `by-risk` (Well-Architected): no high-risk item is open.
 */
export type Readiness = { ready: boolean; blocking: ItemState[]; counts: Counts; units: Standing[] };

/** The verdict with everything that stands in its way. */
export function readiness(states: ItemState[], rule: Questionnaire['passRule']): Readiness {
  const blocking = states.filter(
    state => isOpen(state) && (rule === 'all-applicable-met' || state.item.risk === 'high'),
  );
  const counts = countStates(states);
  const units = standings(states);
  const ready =
    blocking.length === 0 &&
    counts.applicable > 0 &&
    units.every(one => one.state === 'stands' || one.state === 'spare');
  return { ready, blocking, counts, units };
}

/** The heaviest risk among the open items of a section; none where all applicable ones are met. */
export type SectionRisk = Item['risk'] | 'none';

/** The risk that a section still carries, as the Well-Architected Tool shows it for a question. */
export function sectionRisk(states: ItemState[]): SectionRisk {
  const risks = states.filter(isOpen).map(state => state.item.risk);
  return (['high', 'medium', 'low'] as const).find(risk => risks.includes(risk)) ?? 'none';
}

/** Whether a version may be handed in on a day. */
export type Validity =
  | { state: 'current'; until?: Day }
  | { state: 'grace'; until: Day }
  | { state: 'past'; since: Day }
  | { state: 'unknown' };

/** Compares the dates of a version with `day`: current, still accepted after its successor, or past. */
export function validityOn(version: Pick<Questionnaire, 'validUntil' | 'acceptedUntil'>, day: Day): Validity {
  const valid = version.validUntil === undefined ? undefined : lastDay(version.validUntil);
  const accepted = version.acceptedUntil === undefined ? valid : lastDay(version.acceptedUntil);
  if (accepted === undefined) return { state: 'unknown' };
  if (day <= (valid ?? accepted)) return { state: 'current', until: accepted };
  return day <= accepted ? { state: 'grace', until: accepted } : { state: 'past', since: accepted };
}

/** A validity on `day` for its message `validity.<word>`; the last day is told apart from those before it. */
export function validityWord(validity: Validity, day: Day): Validity['state'] | 'last-day' {
  return isLastDay(validity, day) ? 'last-day' : validity.state;
}

function isLastDay(validity: Validity, day: Day): boolean {
  return 'until' in validity && validity.until === day;
}

/**
 * The last day on which the version of an assessment may be handed in, where that is news: the day of its review comes
 * after it, or is that very day.
 */
export function closingDay(...about: Parameters<typeof acceptance>): Day | undefined {
  const { on, validity } = acceptance(...about);
  return validity.state === 'past' || isLastDay(validity, on) ? validityDate(validity) : undefined;
}

/** The newest of versions, given oldest first, that may be handed in on a day. */
export function newestAccepted<Version extends Pick<Questionnaire, 'validUntil' | 'acceptedUntil'>>(
  versions: Version[],
  day: Day,
): Version | undefined {
  return versions.findLast(one => validityOn(one, day).state !== 'past');
}

/** The day that a validity speaks of, for its message `validity.<state>`; empty where none is known. */
export function validityDate(validity: Validity): Day {
  if (validity.state === 'past') return validity.since;
  return validity.state === 'unknown' ? '' : (validity.until ?? '');
}

/** Whether the version of an assessment may be handed in on the day of its review: the planned one, else `today`. */
export function acceptance(
  version: Pick<Questionnaire, 'validUntil' | 'acceptedUntil'>,
  { reviewDate }: Pick<Assessment, 'reviewDate'>,
  today: Day,
): { on: Day; validity: Validity } {
  const on = reviewDate ?? today;
  return { on, validity: validityOn(version, on) };
}
