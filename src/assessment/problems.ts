import type { Check, Item, Questionnaire } from '../questionnaire/schema.ts';
import type { Assessment, UnitAnswer } from './assessment.ts';
import { proposedStatus, type ValueState } from './checks.ts';
import { addDays, type Day } from './day.ts';
import { type ItemState, isOpen } from './item-state.ts';
import { partsOf } from './merging/paths.ts';
import { placesWithSecrets, secretsIn } from './secrets.ts';
import { type Unit, unitParts, unitsOf } from './units.ts';

/** What the check before sending looks for; each is a message `check.<kind>`. */
export type ProblemKind =
  | 'no-evidence'
  | 'no-reason'
  | 'evidence-expired'
  | 'evidence-expiring'
  | 'value-missing'
  | 'value-over'
  | 'value-low'
  | 'value-early'
  | 'value-late'
  | 'value-expired'
  | 'value-expiring'
  | 'contradiction'
  | 'secret'
  | 'account-id'
  | 'email'
  | 'short'
  | 'copied'
  | 'overdue'
  | 'copies-differ'
  | 'gate-open';

/**
 * One thing to look at before sending. `item` is absent only for scope questions,
 * which `values.gate` names, for what is asked once of a unit (`values.unit` is its id), and for a credential outside of
 * the answers: `values.place` is the field of the assessment.
 */
export type Finding = { kind: ProblemKind; item?: string; values: Record<string, string> };

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
  const differing = ofCopies(assessment.differs);
  return [...differing, ...open, ...units, ...asked.flatMap(state => ofItem(state, days)), ...ofWords(asked)];
}

/** Credentials that stand anywhere else than in the items that are asked: in answers that were put aside and in fields. */
export function secretsElsewhere(assessment: Assessment, states: ItemState[]): Finding[] {
  const asked = new Set(states.filter(state => state.off === undefined).map(({ item }) => item.id));
  return placesWithSecrets(assessment)
    .filter(place => !asked.has(place))
    .map(place => secretAt(states, place));
}

/** A credential in the answer to an item of the list, or elsewhere in the assessment. */
export function secretAt(states: ItemState[], place: string): Finding {
  return states.some(({ item }) => item.id === place)
    ? { kind: 'secret', item: place, values: {} }
    : { kind: 'secret', values: { place } };
}

/** Fields that copies disagree on; a scope question is named as elsewhere. */
function ofCopies(differs: Assessment['differs'], item?: string): Finding[] {
  return Object.keys(differs ?? {}).map(path => {
    const [first, gate] = partsOf(path);
    const values = { path, ...(first === 'gates' && gate !== undefined && { gate }) };
    return { kind: 'copies-differ', ...(item !== undefined && { item }), values };
  });
}

/** Today, and the day until which things should hold. */
type Days = { today: Day; until: Day };
type Say = (kind: ProblemKind, values?: Record<string, string>) => void;

/** A note of fewer letters says nothing to a reviewer, and one of more letters is not the same by chance. */
const SHORT = 4;
const COPIED = 12;
/** As many of the other items are named as help to find them. */
const NAMED = 5;

/** Notes that are too short to say anything, and notes that stand word for word at several items. */
function ofWords(states: ItemState[]): Finding[] {
  const notes = states.flatMap(({ item, answer }) => {
    const note = answer.note?.trim() ?? '';
    return note === '' ? [] : [{ item: item.id, note, letters: [...note].length, met: answer.status === 'met' }];
  });
  const byNote = new Map<string, string[]>();
  for (const { item, note } of notes) {
    const known = byNote.get(note) ?? [];
    // One more than are named, beside the item itself, says that there are more.
    if (known.length < NAMED + 2) byNote.set(note, [...known, item]);
  }
  return notes.flatMap(({ item, note, letters, met }): Finding[] => {
    if (met && letters < SHORT) return [{ kind: 'short', item, values: {} }];
    const same = (byNote.get(note) ?? []).filter(other => other !== item);
    const named = `${same.slice(0, NAMED).join(', ')}${same.length > NAMED ? ', …' : ''}`;
    return letters < COPIED || same.length === 0 ? [] : [{ kind: 'copied', item, values: { items: named } }];
  });
}

function ofUnit(unit: Unit, days: Days): Finding[] {
  const found: Finding[] = [];
  sayValues(unit.values, days, (kind, values) => found.push({ kind, values: { ...values, unit: unit.id } }));
  return found;
}

function ofItem(state: ItemState, days: Days): Finding[] {
  const { answer, item } = state;
  const { today, until } = days;
  const found: Finding[] = [];
  const say: Say = (kind, values = {}) => {
    found.push({ kind, item: item.id, values });
  };
  found.push(...ofCopies(answer.differs, item.id));
  const met = answer.status === 'met' || state.units.some(one => one.answer.status === 'met');
  if (met && !answer.evidence?.length) say('no-evidence');
  for (const { status, reason } of [answer, ...Object.values(answer.units ?? {})]) {
    if (status === 'not-applicable' && lacksReason(reason)) say('no-reason');
  }
  for (const one of answer.evidence ?? []) {
    if (one.validUntil === undefined) continue;
    if (one.validUntil < today) say('evidence-expired', { what: one.what, date: one.validUntil });
    else if (one.validUntil <= until) say('evidence-expiring', { what: one.what, date: one.validUntil });
  }
  sayParts(state, days, say);
  if (answer.due !== undefined && answer.due < today && isOpen(state)) say('overdue', { date: answer.due });
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
    if (value.state === 'missing' && !value.field.optional) say('value-missing', { field });
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
