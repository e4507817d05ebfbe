import type { Check, ValueField } from '../questionnaire/schema.ts';
import type { Answer, Status } from './assessment.ts';
import { addMonths, type Day, parseDay } from './day.ts';
import { formatDuration, parseDuration } from './duration.ts';

export type CheckLeaf = Extract<Check, { id: string }>;
/** A sub-question with its place in the tree; `join` says how it, or the group it opens, goes with the one before. */
export type PlacedCheck = { leaf: CheckLeaf; depth: number; join?: 'all' | 'any' };

/** The sub-questions of an item in order, each with its depth and what joins it to the one before. */
export function checkList(check: Check, depth = 0, join?: 'all' | 'any'): PlacedCheck[] {
  if ('id' in check) return [{ leaf: check, depth: Math.max(depth - 1, 0), ...(join && { join }) }];
  const kind = 'all' in check ? 'all' : 'any';
  const parts = 'all' in check ? check.all : check.any;
  return parts.flatMap((one, index) => checkList(one, depth + 1, index === 0 ? join : kind));
}

/** True, false or not decided yet, from the ticks so far. */
function decide(check: Check, ticks: Record<string, 'yes' | 'no'>): boolean | undefined {
  if ('id' in check) {
    const tick = ticks[check.id];
    return tick === undefined ? undefined : tick === 'yes';
  }
  const parts = 'all' in check ? check.all : check.any;
  const decided = parts.map(one => decide(one, ticks));
  const deciding = 'any' in check;
  if (decided.includes(deciding)) return deciding;
  return decided.includes(undefined) ? undefined : !deciding;
}

/** The status that the ticks speak for, or undefined while they leave it open. */
export function proposedStatus(check: Check, ticks: Record<string, 'yes' | 'no'>): Status | undefined {
  const result = decide(check, ticks);
  if (result === undefined) return undefined;
  if (result) return 'met';
  return Object.values(ticks).includes('yes') ? 'partly' : 'not-met';
}

/** How a value stands against its threshold; `expires` is the last day on which a date still counts. */
export type ValueState = { field: ValueField; text?: string } & (
  | { state: 'missing' | 'ok' | 'over' }
  | { state: 'ok' | 'expired'; expires: Day }
);

/** Compares the values of an answer with the thresholds of this version, as of `today`. */
export function valueStates(fields: ValueField[] | undefined, answer: Answer | undefined, today: Day): ValueState[] {
  return (fields ?? []).map(field => {
    const text = answer?.values?.[field.id];
    // A file edited by hand may hold what is no value of this kind.
    if (text === undefined || parseValue(field.kind, text) === undefined) return { field, state: 'missing' };
    if (field.kind === 'duration' && field.maxHours !== undefined) {
      const over = (parseDuration(text) ?? 0) > field.maxHours * 60;
      return { field, text, state: over ? 'over' : 'ok' };
    }
    if (field.kind === 'date' && field.maxAgeMonths !== undefined) {
      const expires = addMonths(parseDay(text) ?? text, field.maxAgeMonths);
      return { field, text, state: expires < today ? 'expired' : 'ok', expires };
    }
    return { field, text, state: 'ok' };
  });
}

/** What a person typed, in the form that is kept; undefined if it is not a value of this kind. */
export function parseValue(kind: ValueField['kind'], text: string): string | undefined {
  if (kind === 'date') return parseDay(text);
  if (kind === 'text') return text.trim() === '' ? undefined : text.trim();
  const minutes = parseDuration(text);
  return minutes === undefined ? undefined : formatDuration(minutes);
}
