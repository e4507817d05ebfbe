import type { ItemState } from '../answers/item-state.ts';
import type { Assessment, Milestone } from '../assessment.ts';
import { nextId } from '../next-id.ts';
import { isToConfirm } from '../versions/upgrade.ts';

/** What happened to an item, or to a unit of it, between two moments. */
export type Movement = 'new' | 'regressed' | 'resolved' | 'still-open';
export type Moved = { item: string; unit?: string; was?: string; is?: string; movement: Movement };

type Frozen = Milestone['items'];

/** What counts for every item that is asked, as it is kept in a milestone. */
export function frozen(states: ItemState[]): Frozen {
  return Object.fromEntries(
    states
      .filter(state => state.off === undefined)
      .map(({ item, status, units, answer }) => [
        item.id,
        {
          status: isToConfirm(answer) ? 'to-confirm' : status,
          ...(units.length > 0 && { units: Object.fromEntries(units.map(one => [one.unit.id, one.status])) }),
        },
      ]),
  );
}

/** What counts now under a name, with an id that none of the assessment's milestones has. */
export function newMilestone(
  { milestones = [], questionnaire }: Assessment,
  states: ItemState[],
  name: string,
  at: string,
): Milestone {
  const { version } = questionnaire;
  return { id: nextId('m', milestones), name, at, version, items: frozen(states) };
}

/** How many items, units apart, moved in each way. */
export function countMoved(moved: Moved[]): Record<Movement, number> {
  const count = (movement: Movement): number =>
    moved.filter(one => one.unit === undefined && one.movement === movement).length;
  return {
    new: count('new'),
    regressed: count('regressed'),
    resolved: count('resolved'),
    'still-open': count('still-open'),
  };
}

/**
 * What moved between two moments, in the order of the later one. New: asked or answered for the first time, or asked anew
 * because the requirement changed, and not met;
 * regressed: was met and is not any more; resolved: was open and is met, does not apply, or is asked no longer.
 */
export function compared(before: Frozen, after: Frozen): Moved[] {
  const ids = [...new Set([...Object.keys(after), ...Object.keys(before)])];
  return ids.flatMap(item => {
    const [was, is] = [before[item], after[item]];
    const own = movedOf(was?.status, is?.status);
    const units = [...new Set([...Object.keys(is?.units ?? {}), ...Object.keys(was?.units ?? {})])];
    return [
      ...(own ? [{ item, ...sides(was?.status, is?.status), movement: own }] : []),
      ...units.flatMap((unit): Moved[] => {
        const [a, b] = [was?.units?.[unit], is?.units?.[unit]];
        const movement = movedOf(a, b);
        return movement ? [{ item, unit, ...sides(a, b), movement }] : [];
      }),
    ];
  });
}

function sides(was: string | undefined, is: string | undefined): Pick<Moved, 'was' | 'is'> {
  return { ...(was !== undefined && { was }), ...(is !== undefined && { is }) };
}

function movedOf(was: string | undefined, is: string | undefined): Movement | undefined {
  const [wasFine, isFine] = [isSettled(was), isSettled(is)];
  if (isFine) return was === undefined || wasFine ? undefined : 'resolved';
  // What was never answered is not resolved by being asked no longer.
  if (is === undefined) return wasFine || was === 'unanswered' ? undefined : 'resolved';
  // A requirement that changed since asks anew; nobody made it worse.
  if (wasFine) return is === 'to-confirm' ? 'new' : 'regressed';
  return was === undefined || (was === 'unanswered' && is !== 'unanswered') ? 'new' : 'still-open';
}

function isSettled(status: string | undefined): boolean {
  return status === 'met' || status === 'not-applicable';
}
