import { checkList, type PlacedCheck, type ValueState } from '../assessment/answers/checks.ts';
import type { ItemState } from '../assessment/answers/item-state.ts';
import { type UnitState, unitParts } from '../assessment/answers/units.ts';
import { STATUSES, type Status, type UnitAnswer } from '../assessment/assessment.ts';
import type { Check, ValueField } from '../questionnaire/schema/schema.ts';
import { askedStates } from './core/select.ts';
import type { Screen, State } from './core/state.ts';

type Walk = Extract<Screen, { name: 'walk' }>;

/** A row on the walk that the cursor can stand on. */
export type WalkRow =
  | { kind: 'check'; check: PlacedCheck }
  | { kind: 'value'; field: ValueField }
  | { kind: 'status'; status: Status };

/** What the walk asks just now: the common answer of an item, or the one of a unit. */
export type Focus = {
  current: ItemState;
  unit?: UnitState;
  answer: UnitAnswer;
  checks?: Check;
  fields: ValueField[];
  values: ValueState[];
  broken: ValueState[];
};

/** The part of an item that is asked; the common one where the item knows no such unit. */
export function focusOn(current: ItemState, unit?: string): Focus {
  const { item, answer } = current;
  const one =
    current.units.find(other => other.unit.id === unit) ?? (hasCommon(current) ? undefined : current.units[0]);
  if (one) {
    const { checks, values = [] } = unitParts(item);
    const { answer: own, values: states, broken } = one;
    return { current, unit: one, answer: own, ...(checks && { checks }), fields: values, values: states, broken };
  }
  const { checks, values: fields = [] } = item;
  return { current, answer, ...(checks && { checks }), fields, values: current.values, broken: current.broken };
}

/** Whether an item has a common part that is asked: only an organisation's part can be switched off. */
export function hasCommon({ item, organization, units }: ItemState): boolean {
  return units.length === 0 || item.perUnit?.organization === undefined || organization !== undefined;
}

/** What the walk asks now, or undefined where nothing is asked. */
export function focusOf(state: State, walk: Walk): Focus | undefined {
  const rows = askedStates(state);
  const current = rows.find(one => one.item.id === walk.item) ?? rows[0];
  return current && focusOn(current, walk.unit);
}

/** The places of an item that are answered one by one: the common one first, then each unit. */
export function focuses(current: ItemState): (string | undefined)[] {
  return [...(hasCommon(current) ? [undefined] : []), ...current.units.map(one => one.unit.id)];
}

/**
 * The unit to ask after the present part: the next one without an answer. A common answer leads to units only where
 * they are asked something of their own.
 */
export function unitAfter({ current, unit }: Focus): string | undefined {
  const { perUnit } = current.item;
  const apart = perUnit?.organization ?? perUnit?.checks ?? perUnit?.values;
  if (unit === undefined && apart === undefined) return undefined;
  const places = focuses(current);
  const rest = places.slice(places.indexOf(unit?.unit.id) + 1);
  const open = rest.find(id => current.units.find(one => one.unit.id === id)?.status === 'unanswered');
  return open ?? (unit ? rest[0] : undefined);
}

/** Sub-questions, values and the five answers, from top to bottom. */
export function walkRows({ checks, fields }: Pick<Focus, 'checks' | 'fields'>): WalkRow[] {
  return [
    ...(checks ? checkList(checks) : []).map((check): WalkRow => ({ kind: 'check', check })),
    ...fields.map((field): WalkRow => ({ kind: 'value', field })),
    ...STATUSES.map((status): WalkRow => ({ kind: 'status', status })),
  ];
}
