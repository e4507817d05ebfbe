import type { Item, Section } from '../../questionnaire/schema/schema.ts';
import type { Answer } from '../assessment.ts';
import type { ValueState } from './checks.ts';
import type { EffectiveStatus, UnitState } from './units.ts';

/**
 * An item with everything derived from its answer.
 * `off` names the scope question that switches it off; `status` is what counts:
 * "met" becomes "not-met" where a value breaks a threshold of the version and "unknown" where one is missing, and an item asked per unit is met when
 * as many units as it needs are. `values` and `broken` are those of the common answer, `units` hold their own.
 */
export type ItemState = {
  section: Section;
  item: Item;
  answer: Answer;
  off?: string;
  status: EffectiveStatus;
  values: ValueState[];
  broken: ValueState[];
  units: UnitState[];
  /** The status of the organisation's part, where an item has one that is asked. */
  organization?: EffectiveStatus;
};
