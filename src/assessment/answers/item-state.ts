import type { Item, Questionnaire, Section } from '../../questionnaire/schema/schema.ts';
import type { Answer, Assessment } from '../assessment.ts';
import type { Day } from '../day.ts';
import { isBroken, type ValueState, valueStates } from './checks.ts';
import { offGate } from './scope.ts';
import { standings } from './standings.ts';
import {
  type EffectiveStatus,
  effective,
  everyPart,
  type Unit,
  type UnitState,
  unitStates,
  unitsOf,
  unitsStatus,
} from './units.ts';

export type { EffectiveStatus } from './units.ts';

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

/** What was derived last from a questionnaire, and from what. Nothing that it came from ever changes. */
type Derived = Pick<Assessment, 'answers' | 'gates' | 'units'> & { today: Day; states: ItemState[] };
const LAST = new WeakMap<Questionnaire, Derived>();

/**
 * The state of every item in the order of the official list, as of `today`. A key changes one answer at most, so what was
 * derived last is kept: all of it where no answer changed, else the states of the other items.
 */
export function itemStates(questionnaire: Questionnaire, assessment: Assessment, today: Day): ItemState[] {
  const last = LAST.get(questionnaire);
  const { answers, gates, units } = assessment;
  const same = last && last.gates === gates && last.units === units && last.today === today ? last : undefined;
  if (same?.answers === answers) return same.states;
  const states =
    same && !questionnaire.units
      ? same.states.map(one =>
          same.answers[one.item.id] === answers[one.item.id]
            ? one
            : itemState(one.section, one.item, assessment, [], today),
        )
      : derived(questionnaire, assessment, today);
  LAST.set(questionnaire, { answers, gates, units, today, states });
  return states;
}

function derived(questionnaire: Questionnaire, assessment: Assessment, today: Day): ItemState[] {
  const units = unitsOf(questionnaire, assessment, today);
  const over = (all: Unit[]): ItemState[] =>
    questionnaire.sections.flatMap(section =>
      section.items.map(item => itemState(section, item, assessment, all, today)),
    );
  const states = over(units);
  const spare = sparesAmong(states, questionnaire.units?.count ?? 0);
  return spare.length === 0 ? states : over(units.map(one => (spare.includes(one.id) ? { ...one, spare: true } : one)));
}

/** The units that the review can do without: as many others as are needed stand. */
function sparesAmong(states: ItemState[], needed: number): string[] {
  const all = standings(states);
  const rest = all.filter(one => one.state !== 'stands');
  return all.length - rest.length >= needed ? rest.map(one => one.unit.id) : [];
}

function itemState(section: Section, item: Item, assessment: Assessment, all: Unit[], today: Day): ItemState {
  const answer = assessment.answers[item.id] ?? {};
  const values = valueStates(item.values, answer.values, today);
  const broken = values.filter(isBroken);
  const off = offGate(item, assessment);
  const units = unitStates(item, answer, all, today);
  const common = effective(answer.status, values);
  const organization = asksOrganization(item, assessment) ? common : undefined;
  return {
    section,
    item,
    answer,
    ...(off !== undefined && { off }),
    status: off === undefined ? together(item, common, organization, units) : 'not-applicable',
    values,
    broken,
    units,
    ...(organization !== undefined && { organization }),
  };
}

/** Whether the common part of an item is the organisation's and is asked. */
function asksOrganization({ perUnit }: Item, { gates }: Assessment): boolean {
  if (!perUnit?.organization) return false;
  return perUnit.organizationGate === undefined || gates[perUnit.organizationGate] !== 'no';
}

function together(
  { perUnit }: Item,
  common: EffectiveStatus,
  organization: EffectiveStatus | undefined,
  units: UnitState[],
): EffectiveStatus {
  if (!perUnit || units.length === 0) return common;
  const ofUnits = unitsStatus(
    perUnit.need,
    units.filter(one => !one.unit.spare),
  );
  return organization === undefined ? ofUnits : everyPart([organization, ofUnits]);
}

/** Every value of an item that breaks a threshold, of the common answer and of units, each once. */
export function brokenValues(state: ItemState): ValueState[] {
  const all = [...state.broken, ...counting(state).flatMap(one => one.broken)];
  return all.filter((one, index) => all.findIndex(other => sameValue(one, other)) === index);
}

/** The day on which the first dated value of an item stops counting, if it has one. */
export function firstExpiry(state: ItemState): Day | undefined {
  const all = [...state.values, ...counting(state).flatMap(one => one.values)];
  return all.flatMap(value => ('expires' in value ? [value.expires] : [])).sort()[0];
}

function counting({ units }: ItemState): UnitState[] {
  return units.filter(one => !one.unit.spare);
}

function sameValue(a: ValueState, b: ValueState): boolean {
  return a.field.id === b.field.id && a.text === b.text && a.state === b.state;
}

/** An item that keeps the review from passing. */
export function isOpen(state: ItemState): boolean {
  return state.status !== 'met' && state.status !== 'not-applicable';
}

/** A known shortfall: answered, and not enough. */
export function isGap(state: ItemState): boolean {
  return state.status === 'partly' || state.status === 'not-met';
}
