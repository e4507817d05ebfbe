import { evidenceIdentity } from '../assessment/answers/evidence.ts';
import type { ItemState } from '../assessment/answers/item-state.ts';
import type { Evidence } from '../assessment/assessment.ts';
import { type Day, daysBetween } from '../assessment/day.ts';

/** One document with everything it serves. `ref` is its short name inside a report: E1, E2, … */
export type RegisteredEvidence = {
  ref: string;
  evidence: Evidence;
  items: string[];
  ageDays?: number;
  expired: boolean;
};

/** All evidence of the answers that count, once each; the same document may serve many items. */
export function evidenceRegister(states: ItemState[], today: Day): RegisteredEvidence[] {
  const found = new Map<string, { evidence: Evidence; items: Set<string> }>();
  for (const { item, answer } of states.filter(state => state.off === undefined)) {
    for (const evidence of answer.evidence ?? []) {
      const one = found.get(evidenceIdentity(evidence)) ?? { evidence, items: new Set() };
      one.items.add(item.id);
      found.set(evidenceIdentity(evidence), one);
    }
  }
  return [...found.values()].map(({ evidence, items }, index) => ({
    ref: `E${index + 1}`,
    evidence,
    items: [...items],
    ...(evidence.date === undefined ? {} : { ageDays: daysBetween(evidence.date, today) }),
    expired: evidence.validUntil !== undefined && evidence.validUntil < today,
  }));
}

/** The entries that serve each item, in the order of the register. */
export function evidenceByItem(register: RegisteredEvidence[]): Map<string, RegisteredEvidence[]> {
  const byItem = new Map<string, RegisteredEvidence[]>();
  for (const one of register) {
    for (const item of one.items) {
      const known = byItem.get(item);
      if (known) known.push(one);
      else byItem.set(item, [one]);
    }
  }
  return byItem;
}
