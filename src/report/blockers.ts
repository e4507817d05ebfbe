import type { EffectiveStatus, ItemState } from '../assessment/answers/item-state.ts';
import type { Item } from '../questionnaire/schema/schema.ts';

const MOST = 5;
const RISK: Record<Item['risk'], number> = { high: 0, medium: 1, low: 2 };
const EFFORT: Record<NonNullable<Item['effort']>, number> = { low: 0, medium: 1, high: 2 };
const STATUS: Record<EffectiveStatus, number> = {
  'not-met': 0,
  partly: 1,
  unknown: 2,
  unanswered: 3,
  met: 4,
  'not-applicable': 4,
};

/** What stands in the way most, at most five: what is known to be open before what nobody answered yet. */
export function topBlockers(blocking: ItemState[]): ItemState[] {
  return [...blocking].sort((a, b) => pending(a) - pending(b) || byWeight(a, b)).slice(0, MOST);
}

/** Riskier first, then what is costly to add later, then the clearer shortfall, then what is done sooner. */
export function byWeight(a: ItemState, b: ItemState): number {
  return (
    RISK[a.item.risk] - RISK[b.item.risk] ||
    costly(b) - costly(a) ||
    STATUS[a.status] - STATUS[b.status] ||
    EFFORT[a.item.effort ?? 'medium'] - EFFORT[b.item.effort ?? 'medium']
  );
}

function costly({ item }: ItemState): number {
  return item.retrofit === 'costly' ? 1 : 0;
}

function pending({ status }: ItemState): number {
  return status === 'unanswered' ? 1 : 0;
}
