import type { Check, Lang, ValueField } from '../../questionnaire/schema/schema.ts';
import type { Status } from '../assessment.ts';
import { addMonths, type Day, parseDay } from '../day.ts';
import { formatDuration, parseDuration } from '../duration.ts';

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

/**
 * How a value stands against what the version asks. `over`: longer than `maxHours`; `low`: less than `min`;
 * `early`, `late`: before or after the date named by `notBefore`, `notAfter`; `expires` is the last day on which a date
 * still counts.
 */
export type ValueState = { field: ValueField; text?: string } & (
  | { state: 'missing' | 'ok' | 'over' | 'low' }
  | { state: 'early' | 'late'; other: Day }
  | { state: 'ok' | 'expired'; expires: Day }
);

type Values = Record<string, string>;

/**
 * Compares values with the thresholds of this version, as of `today`.
 * `around` holds values asked elsewhere that dates may be compared with.
 */
export function valueStates(
  fields: ValueField[] | undefined,
  values: Values | undefined,
  today: Day,
  around: Values = {},
): ValueState[] {
  return (fields ?? []).map(field => {
    const text = values?.[field.id];
    // A file edited by hand may hold what is no value of this kind.
    if (text === undefined || parseValue(field, text) === undefined) return { field, state: 'missing' };
    if (field.kind === 'duration' && field.maxHours !== undefined) {
      const over = (parseDuration(text) ?? 0) > field.maxHours * 60;
      return { field, text, state: over ? 'over' : 'ok' };
    }
    if (field.kind === 'number' && field.min !== undefined)
      return { field, text, state: Number(text) < field.min ? 'low' : 'ok' };
    return field.kind === 'date'
      ? dateState(field, text, today, { ...around, ...values })
      : { field, text, state: 'ok' };
  });
}

function dateState(field: ValueField, text: string, today: Day, others: Values): ValueState {
  const day = parseDay(text) ?? text;
  const [first, last] = [field.notBefore, field.notAfter].map(id => id && parseDay(others[id] ?? ''));
  if (first && day < first) return { field, text, state: 'early', other: first };
  if (last && day > last) return { field, text, state: 'late', other: last };
  if (field.maxAgeMonths === undefined) return { field, text, state: 'ok' };
  const expires = addMonths(day, field.maxAgeMonths);
  return { field, text, state: expires < today ? 'expired' : 'ok', expires };
}

/** A value that breaks what the version asks; one that is missing does not. */
export function isBroken({ state }: ValueState): boolean {
  return state !== 'ok' && state !== 'missing';
}

/** A value that the version asks for and nobody gave. */
export function isLacking({ state, field }: ValueState): boolean {
  return state === 'missing' && !field.optional;
}

/** What a person typed, in the form that is kept; undefined if it is not a value of this kind. */
export function parseValue(field: Pick<ValueField, 'kind' | 'options'>, text: string): string | undefined {
  const plain = text.trim();
  if (plain === '') return undefined;
  switch (field.kind) {
    case 'date':
      return parseDay(plain);
    case 'text':
      return plain;
    case 'duration': {
      const minutes = parseDuration(plain);
      return minutes === undefined ? undefined : formatDuration(minutes);
    }
    case 'number':
      return parseNumber(plain);
    case 'url':
      return parseUrl(plain);
    case 'choice':
      return optionsIn(field.options, [plain])?.[0];
    case 'choices':
      return optionsIn(field.options, plain.split(/[,、，]/))?.join(',');
  }
}

function parseNumber(text: string): string | undefined {
  const plain = text.normalize('NFKC').replace(/,/g, '');
  return /^\d{1,12}$/.test(plain) ? String(Number(plain)) : undefined;
}

function parseUrl(text: string): string | undefined {
  const plain = text.normalize('NFKC');
  return /^https?:\/\/[^\s/]+/.test(plain) && URL.canParse(plain) ? plain : undefined;
}

/** The ids of options named by id, number or text, in the order of the questionnaire; undefined if one is none of them. */
function optionsIn(options: ValueField['options'] = [], words: string[]): string[] | undefined {
  const folded = words.map(word => word.normalize('NFKC').trim().toLowerCase());
  const names = options.map(({ id, text }, index) => [
    id,
    String(index + 1),
    text.ja.toLowerCase(),
    text.en.toLowerCase(),
  ]);
  const chosen = folded.map(word => names.findIndex(name => name.includes(word)));
  if (chosen.includes(-1)) return undefined;
  return options.filter((_, index) => chosen.includes(index)).map(({ id }) => id);
}

/** The options that a `choice` or `choices` value holds. */
export function chosenOptions({ options }: ValueField, text: string | undefined): NonNullable<ValueField['options']> {
  const ids = (text ?? '').split(',');
  return (options ?? []).filter(({ id }) => ids.includes(id));
}

/** A kept value as people read it: the texts of chosen options, anything else as it is. */
export function valueText(field: ValueField, text: string, lang: Lang, separator: string): string {
  if (field.kind !== 'choice' && field.kind !== 'choices') return text;
  return chosenOptions(field, text)
    .map(option => option.text[lang])
    .join(separator);
}
