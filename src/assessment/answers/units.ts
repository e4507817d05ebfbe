import type { Item, Lang, PerUnit, Questionnaire } from '../../questionnaire/schema/schema.ts';
import type { Answer, Assessment, Status, UnitAnswer } from '../assessment.ts';
import type { Day } from '../day.ts';
import { isBroken, isLacking, type ValueState, valueStates } from './checks.ts';

/** A case study or customer that items are asked about. `name` is missing until somebody gives one. */
export type Unit = {
  id: string;
  /** Its place among the units, from 1. */
  number: number;
  name?: string;
  /** What is asked once of every unit. */
  values: ValueState[];
  /** It misses something, but as many others as the version asks for miss nothing: items do without it. */
  spare?: true;
};

export type EffectiveStatus = Status | 'unanswered';

/** An item for one unit. `own` says that the unit has an answer apart; else the common one stands for it. */
export type UnitState = {
  unit: Unit;
  answer: UnitAnswer;
  status: EffectiveStatus;
  own: boolean;
  values: ValueState[];
  broken: ValueState[];
};

/** The units of an assessment in order: as many as the version asks for, and those that were added. */
export function unitsOf(questionnaire: Questionnaire, assessment: Assessment, today: Day): Unit[] {
  const { units } = questionnaire;
  if (!units) return [];
  const needed = Array.from({ length: units.count }, (_, index) => `u${index + 1}`);
  const added = Object.keys(assessment.units ?? {}).filter(id => !needed.includes(id));
  const number = (id: string): number => Number(/^u(\d+)$/.exec(id)?.[1] ?? Infinity);
  return [...needed, ...added.sort((a, b) => number(a) - number(b) || (a < b ? -1 : 1))].map((id, index) => {
    const { name, values } = assessment.units?.[id] ?? {};
    return { id, number: index + 1, ...(name && { name }), values: valueStates(units.values, values, today) };
  });
}

/** What is asked of one unit: without an organisation's part everything, with it only what is the unit's own. */
export function unitParts(item: Item): Pick<Item, 'checks' | 'values'> {
  const { perUnit } = item;
  const common: Pick<Item, 'checks' | 'values'> = perUnit?.organization ? {} : item;
  const checks = [common.checks, perUnit?.checks].filter(one => one !== undefined);
  const values = [...(common.values ?? []), ...(perUnit?.values ?? [])];
  return {
    ...(checks[0] && { checks: checks.length > 1 ? { all: checks } : checks[0] }),
    ...(values.length > 0 && { values }),
  };
}

/** An item for every unit, in the order of the units. */
export function unitStates(item: Item, answer: Answer, units: Unit[], today: Day): UnitState[] {
  const { perUnit } = item;
  if (!perUnit) return [];
  const fields = unitParts(item).values;
  return units.map(unit => {
    const own = answer.units?.[unit.id] ?? {};
    const merged: UnitAnswer = perUnit.organization
      ? own
      : {
          ...(own.status === undefined && { status: answer.status, reason: answer.reason }),
          ...own,
          checks: { ...answer.checks, ...own.checks },
          values: { ...answer.values, ...own.values },
        };
    const around = Object.fromEntries(unit.values.map(({ field, text }) => [field.id, text ?? '']));
    const values = valueStates(fields, merged.values, today, around);
    const broken = values.filter(isBroken);
    return {
      unit,
      answer: merged,
      status: effective(merged.status, values),
      own: own.status !== undefined,
      values,
      broken,
    };
  });
}

/** What an answer counts as: "met" is "not met" where a value breaks a threshold, "unknown" where one is missing. */
export function effective(status: Status | undefined, values: ValueState[]): EffectiveStatus {
  if (status !== 'met') return status ?? 'unanswered';
  if (values.some(isBroken)) return 'not-met';
  return values.some(isLacking) ? 'unknown' : status;
}

/** Several parts as one: met when every part that applies is; a known shortfall counts before what is open. */
export function everyPart(statuses: EffectiveStatus[]): EffectiveStatus {
  const applying = statuses.filter(status => status !== 'not-applicable');
  if (applying.length === 0) return 'not-applicable';
  if (applying.includes('not-met') || applying.includes('partly'))
    return applying.includes('met') || applying.includes('partly') ? 'partly' : 'not-met';
  return (['unknown', 'unanswered'] as const).find(status => applying.includes(status)) ?? 'met';
}

/** The units as one: every one of them, or as many as the item needs. */
export function unitsStatus(need: PerUnit['need'], units: UnitState[]): EffectiveStatus {
  const statuses = units.map(one => one.status);
  if (need === 'all') return everyPart(statuses);
  const met = statuses.filter(status => status === 'met').length;
  if (met >= need) return 'met';
  if (units.every(one => one.status === 'not-applicable' && !one.own)) return 'not-applicable';
  const open = statuses.filter(status => status === 'unanswered' || status === 'unknown');
  if (met + open.length >= need && open.length > 0) return open.includes('unanswered') ? 'unanswered' : 'unknown';
  return met > 0 || statuses.includes('partly') ? 'partly' : 'not-met';
}

/** What a unit is called: its name, or what units are with its number. */
export function unitLabel({ units }: Pick<Questionnaire, 'units'>, unit: Unit, lang: Lang): string {
  return unit.name ?? `${units?.name[lang] ?? ''} ${unit.number}`.trim();
}
