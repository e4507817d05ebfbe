import type { Check, Item, Questionnaire } from '../../questionnaire/schema/schema.ts';
import { isLacking, proposedStatus, type ValueState } from '../answers/checks.ts';
import { type ItemState, isOpen } from '../answers/item-state.ts';
import { type Unit, unitParts, unitsOf } from '../answers/units.ts';
import type { Assessment, UnitAnswer } from '../assessment.ts';
import { addDays, type Day } from '../day.ts';
import { parseDuration } from '../duration.ts';
import { secretsIn } from '../leaks/secrets.ts';
import { partsOf } from '../merging/paths.ts';
import type { Days, Finding, Say } from './problem-kinds.ts';
import { sayEvidence } from './problems-evidence.ts';
import { ofChecks, ofOff, ofWhole, ofWords, saysNothing } from './problems-whole.ts';

export type { Finding, ProblemKind } from './problem-kinds.ts';

/** How many days ahead evidence counts as soon to expire. */
const SOON_DAYS = 30;

/**
 * Everything worth a look before the answers are sent, in the order of the list. What holds today but no longer on the
 * planned review date counts as soon to expire.
 */
export function findings(
  questionnaire: Questionnaire,
  assessment: Assessment,
  states: ItemState[],
  today: Day,
): Finding[] {
  const whole = ofWhole(questionnaire, assessment, today);
  const open = (questionnaire.gates ?? [])
    .filter(gate => assessment.gates[gate.id] === undefined)
    .map((gate): Finding => ({ kind: 'gate-open', values: { gate: gate.id } }));
  const soon = addDays(today, SOON_DAYS);
  const { reviewDate = soon } = assessment;
  const days = { today, until: reviewDate > soon ? reviewDate : soon };
  const spare = new Set(states.flatMap(state => state.units.flatMap(({ unit }) => (unit.spare ? [unit.id] : []))));
  const units = unitsOf(questionnaire, assessment, today)
    .filter(unit => !spare.has(unit.id))
    .flatMap(unit => ofUnit(unit, days));
  const asked = states.filter(state => state.off === undefined);
  const always = new Set(questionnaire.alwaysApplies);
  const items = states.flatMap(state => (state.off === undefined ? ofItem(state, days, always) : ofOff(state)));
  return [
    ...whole,
    ...ofCopies(assessment.differs),
    ...open,
    ...units,
    ...items,
    ...ofWords(asked),
    ...ofChecks(asked),
  ];
}

/** Fields that copies disagree on; a scope question is named as elsewhere. */
function ofCopies(differs: Assessment['differs'], item?: string): Finding[] {
  return Object.keys(differs ?? {}).map(path => {
    const [first, gate] = partsOf(path);
    const values = { path, ...(first === 'gates' && gate !== undefined && { gate }) };
    return { kind: 'copies-differ', ...(item !== undefined && { item }), values };
  });
}

function ofUnit(unit: Unit, days: Days): Finding[] {
  const found: Finding[] = unit.name?.trim() ? [] : [{ kind: 'unit-unnamed', values: { unit: unit.id } }];
  sayValues(unit.values, days, (kind, values) => found.push({ kind, values: { ...values, unit: unit.id } }));
  return found;
}

function ofItem(state: ItemState, days: Days, always: ReadonlySet<string>): Finding[] {
  const { answer, item } = state;
  const found: Finding[] = [];
  const say: Say = (kind, values = {}) => {
    found.push({ kind, item: item.id, values });
  };
  found.push(...ofCopies(answer.differs, item.id));
  const met = answer.status === 'met' || state.units.some(one => one.answer.status === 'met');
  if (met && !answer.evidence?.length) say(saysNothing(answer) ? 'no-response' : 'no-evidence');
  const parts = [answer, ...Object.values(answer.units ?? {})];
  for (const { status, reason } of parts) if (status === 'not-applicable' && lacksReason(reason)) say('no-reason');
  if (always.has(item.id) && parts.some(one => one.status === 'not-applicable')) say('always-applies');
  sayEvidence(answer.evidence, days, say);
  sayParts(state, days, say);
  if (answer.due !== undefined && answer.due < days.today && isOpen(state)) say('overdue', { date: answer.due });
  for (const kind of secretsIn(answer)) say(kind);
  return found;
}

/** What values and ticks say against "met": of the common answer, then of units that differ from it. */
function sayParts(state: ItemState, days: Days, say: Say): void {
  const { answer, item } = state;
  const units = state.units.filter(one => !one.unit.spare);
  const common = !item.perUnit || state.organization !== undefined || units.some(one => !one.own);
  if (common && answer.status === 'met') {
    sayValues(state.values, days, say);
    if (contradicts(item.checks, answer.checks)) say('contradiction');
  }
  for (const one of units) {
    if (one.answer.status !== 'met') continue;
    const told: Say = (kind, values = {}) => say(kind, { ...values, unit: one.unit.id });
    const inherited = common && answer.status === 'met' && state.organization === undefined;
    sayValues(inherited ? ownValues(item, answer.units?.[one.unit.id], one.values) : one.values, days, told);
    const { checks } = unitParts(item);
    if (contradicts(checks, one.answer.checks) && !(inherited && contradicts(item.checks, answer.checks)))
      told('contradiction');
  }
}

/** The values of a unit that say something besides the common answer: asked of units only, or given apart. */
function ownValues(item: Item, own: UnitAnswer | undefined, values: ValueState[]): ValueState[] {
  const shared = new Set((item.values ?? []).map(({ id }) => id));
  return values.filter(({ field }) => !shared.has(field.id) || own?.values?.[field.id] !== undefined);
}

function contradicts(checks: Check | undefined, ticks: Record<string, 'yes' | 'no'> = {}): boolean {
  const proposed = checks && proposedStatus(checks, ticks);
  return proposed !== undefined && proposed !== 'met';
}

function sayValues(values: ValueState[], { until }: Days, say: Say): void {
  for (const value of values) {
    const field = value.field.id;
    const text = value.text ?? '';
    if (isLacking(value)) say('value-missing', { field });
    if (value.field.kind === 'duration' && value.state === 'ok' && parseDuration(text) === 0)
      say('value-zero', { field, value: text });
    if (value.state === 'over') say('value-over', { field, value: text, limit: `${value.field.maxHours}h` });
    if (value.state === 'low') say('value-low', { field, value: text, limit: String(value.field.min) });
    if (value.state === 'early' || value.state === 'late')
      say(`value-${value.state}`, { field, value: text, date: value.other });
    if (!('expires' in value)) continue;
    if (value.state === 'expired') say('value-expired', { field, date: value.expires });
    else if (value.expires <= until) say('value-expiring', { field, date: value.expires });
  }
}

function lacksReason(reason: { code: string; text?: string | undefined } | undefined): boolean {
  return reason === undefined || (reason.code === 'OTHER' && !reason.text?.trim());
}
