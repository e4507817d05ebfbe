import type { Item, Questionnaire, Section } from '../questionnaire/schema.ts';
import type { Answer, Assessment, Status } from './assessment.ts';
import { type ValueState, valueStates } from './checks.ts';
import type { Day } from './day.ts';
import { offGate } from './scope.ts';

export type EffectiveStatus = Status | 'unanswered';

/**
 * An item with everything derived from its answer.
 * `off` names the scope question that switches it off; `status` is what counts:
 * "met" becomes "not-met" where a value breaks a threshold of the version.
 */
export type ItemState = {
  section: Section;
  item: Item;
  answer: Answer;
  off?: string;
  status: EffectiveStatus;
  values: ValueState[];
  broken: ValueState[];
};

/** The state of every item in the order of the official list, as of `today`. */
export function itemStates(questionnaire: Questionnaire, assessment: Assessment, today: Day): ItemState[] {
  return questionnaire.sections.flatMap(section =>
    section.items.map(item => itemState(section, item, assessment, today)),
  );
}

function itemState(section: Section, item: Item, assessment: Assessment, today: Day): ItemState {
  const answer = assessment.answers[item.id] ?? {};
  const values = valueStates(item.values, answer, today);
  const broken = values.filter(value => value.state === 'over' || value.state === 'expired');
  const off = offGate(item, assessment);
  return {
    section,
    item,
    answer,
    ...(off !== undefined && { off }),
    status: effective(answer, broken, off),
    values,
    broken,
  };
}

function effective(answer: Answer, broken: ValueState[], off: string | undefined): EffectiveStatus {
  if (off !== undefined) return 'not-applicable';
  if (answer.status === 'met' && broken.length > 0) return 'not-met';
  return answer.status ?? 'unanswered';
}

/** An item that keeps the review from passing. */
export function isOpen(state: ItemState): boolean {
  return state.status !== 'met' && state.status !== 'not-applicable';
}

/** A known shortfall: answered, and not enough. */
export function isGap(state: ItemState): boolean {
  return state.status === 'partly' || state.status === 'not-met';
}
