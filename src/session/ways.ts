import { type ItemState, isOpen } from '../assessment/answers/item-state.ts';
import type { Assessment } from '../assessment/assessment.ts';
import { currentWorkshop, nextInWorkshop } from '../assessment/workshop/workshop.ts';

/**
 * Where one can go from an item, for the walk on the screens and the one line by line alike. `asked` are the items that are
 * asked, in the order of the list; `undefined` means that one stays.
 */
export type Ways = { assessment: Pick<Assessment, 'workshops'>; asked: ItemState[] };

/** The items in the order of the walk: those of the meeting that goes on, or all that are asked. */
export function orderOf({ assessment, asked }: Ways): string[] {
  const ids = asked.map(one => one.item.id);
  const meeting = currentWorkshop(assessment);
  if (!meeting) return ids;
  const known = new Set(ids);
  return meeting.plan.filter(id => known.has(id));
}

/** The item `by` places on; past an end it is the last or first one. */
export function itemBy(ways: Ways, item: string, by: number): string | undefined {
  const order = orderOf(ways);
  const at = order.indexOf(item);
  const to = order[Math.min(Math.max(at + by, 0), order.length - 1)];
  return to === item ? undefined : to;
}

/** Whether nothing comes after the item. */
export function isLast(ways: Ways, item: string): boolean {
  return orderOf(ways).at(-1) === item;
}

/** How many of the items that are asked have no answer. */
export function leftOpen({ asked }: Pick<Ways, 'asked'>): number {
  return asked.filter(one => one.status === 'unanswered').length;
}

/** The first item of the section `by` places on; the first or last section where there are no more. */
export function sectionBy({ asked }: Pick<Ways, 'asked'>, item: string, by: number): string | undefined {
  const sections = [...new Set(asked.map(one => one.section.id))];
  const here = asked.find(one => one.item.id === item)?.section.id ?? '';
  const to = sections[Math.min(Math.max(sections.indexOf(here) + by, 0), sections.length - 1)];
  return asked.find(one => one.section.id === to)?.item.id;
}

/**
 * The next item to answer, going round once: without an answer first, then unknown. In a meeting the next one of its agenda
 * that is not settled.
 */
export function nextOpenFrom({ assessment, asked }: Ways, item: string): string | undefined {
  const meeting = currentWorkshop(assessment);
  if (meeting) return nextInWorkshop({ ...meeting, plan: orderOf({ assessment, asked }) }, item);
  const at = asked.findIndex(one => one.item.id === item);
  const ring = [...asked.slice(at + 1), ...asked.slice(0, Math.max(at, 0))];
  const first = (status: ItemState['status']): string | undefined =>
    ring.find(one => isOpen(one) && one.status === status)?.item.id;
  return first('unanswered') ?? first('unknown');
}

/** What a sub-question is turned to: from open to yes to no to open. */
export function turned(tick: 'yes' | 'no' | undefined): 'yes' | 'no' | null {
  if (tick === undefined) return 'yes';
  return tick === 'yes' ? 'no' : null;
}
