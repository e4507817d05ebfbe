import type { Questionnaire } from '../questionnaire/schema.ts';
import type { Assessment } from './assessment.ts';
import { proposedStatus } from './checks.ts';
import { addDays, type Day } from './day.ts';
import { type ItemState, isOpen } from './item-state.ts';
import { secretsIn } from './secrets.ts';

/** What the check before sending looks for; each is a message `check.<kind>`. */
export type ProblemKind =
  | 'no-evidence'
  | 'no-reason'
  | 'evidence-expired'
  | 'evidence-expiring'
  | 'value-missing'
  | 'value-over'
  | 'value-expired'
  | 'contradiction'
  | 'secret'
  | 'account-id'
  | 'overdue'
  | 'gate-open';

/** One thing to look at before sending. `item` is absent only for scope questions, which `values.gate` names. */
export type Finding = { kind: ProblemKind; item?: string; values: Record<string, string> };

/** How many days ahead evidence counts as soon to expire. */
const SOON_DAYS = 30;

/** Everything worth a look before the answers are sent, in the order of the list. */
export function findings(
  questionnaire: Questionnaire,
  assessment: Assessment,
  states: ItemState[],
  today: Day,
): Finding[] {
  const open = (questionnaire.gates ?? [])
    .filter(gate => assessment.gates[gate.id] === undefined)
    .map((gate): Finding => ({ kind: 'gate-open', values: { gate: gate.id } }));
  return [...open, ...states.filter(state => state.off === undefined).flatMap(state => ofItem(state, today))];
}

function ofItem(state: ItemState, today: Day): Finding[] {
  const { answer, item } = state;
  const found: Finding[] = [];
  const say = (kind: ProblemKind, values: Record<string, string> = {}): void => {
    found.push({ kind, item: item.id, values });
  };
  if (answer.status === 'met' && !answer.evidence?.length) say('no-evidence');
  if (answer.status === 'not-applicable' && lacksReason(answer.reason)) say('no-reason');
  for (const one of answer.evidence ?? []) {
    if (one.validUntil === undefined) continue;
    if (one.validUntil < today) say('evidence-expired', { what: one.what, date: one.validUntil });
    else if (one.validUntil <= addDays(today, SOON_DAYS))
      say('evidence-expiring', { what: one.what, date: one.validUntil });
  }
  if (answer.status === 'met') sayValues(state, say);
  const proposed = item.checks && proposedStatus(item.checks, answer.checks ?? {});
  if (answer.status === 'met' && proposed !== undefined && proposed !== 'met') say('contradiction');
  if (answer.due !== undefined && answer.due < today && isOpen(state)) say('overdue', { date: answer.due });
  for (const kind of secretsIn(answer)) say(kind);
  return found;
}

function sayValues(state: ItemState, say: (kind: ProblemKind, values: Record<string, string>) => void): void {
  for (const value of state.values) {
    const field = value.field.id;
    if (value.state === 'missing' && !value.field.optional) say('value-missing', { field });
    if (value.state === 'over')
      say('value-over', { field, value: value.text ?? '', limit: `${value.field.maxHours}h` });
    if (value.state === 'expired' && 'expires' in value) say('value-expired', { field, date: value.expires });
  }
}

function lacksReason(reason: { code: string; text?: string | undefined } | undefined): boolean {
  return reason === undefined || (reason.code === 'OTHER' && !reason.text?.trim());
}
