import type { Answer, Evidence, Reason, Status } from '../assessment/assessment.ts';
import { parseValue } from '../assessment/checks.ts';
import type { Edit } from '../assessment/edit.ts';
import type { Item, ValueField } from '../questionnaire/schema.ts';
import { cleanInput } from '../session/text/clean.ts';
import { requireDay } from './parse.ts';
import { UsageError } from './usage-error.ts';

/** Text as it is kept: without invisible characters, null (which removes the field) where nothing is left. */
export function keptText(text: string, multiline = false): string | null {
  return cleanInput(text, multiline).trim() || null;
}

/** A day as it is kept; an empty text removes it. Throws UsageError. */
export function keptDay(text: string): string | null {
  return text.trim() === '' ? null : requireDay(text);
}

/** The answer itself; `unanswered` takes it back. Another status than "not applicable" drops its reason. */
export function statusEdit(
  item: Item,
  status: Status | 'unanswered',
  at: string,
  reason?: { code: Reason; text?: string },
): Edit {
  const set = { status: status === 'unanswered' ? null : status, reason: reason ?? null };
  return { type: 'answer', item: item.id, set, at };
}

/** A value in the form that is kept; an empty text removes it. Throws UsageError. */
export function valueEdit(item: Item, field: ValueField, text: string, at: string): Edit {
  const clean = cleanInput(text, false).trim();
  const kept = clean === '' ? null : parseValue(field, clean);
  if (kept === undefined) {
    const options = (field.options ?? []).map(({ id }) => id).join(', ');
    throw new UsageError(`bad-value-${field.kind}`, { text, field: field.id, item: item.id, options });
  }
  return { type: 'value', item: item.id, value: field.id, text: kept, at };
}

/** What a person says of one piece of evidence; days as typed. */
export type EvidenceWords = {
  what: string;
  where?: string | undefined;
  date?: string | undefined;
  until?: string | undefined;
  owner?: string | undefined;
};

/** All evidence of an answer with one more piece. Throws UsageError. */
export function withEvidence(answer: Answer | undefined, words: EvidenceWords): Evidence[] {
  const before = answer?.evidence ?? [];
  const what = keptText(words.what);
  if (what === null) throw new UsageError('evidence-needed');
  const where = keptText(words.where ?? '');
  const date = keptDay(words.date ?? '');
  const validUntil = keptDay(words.until ?? '');
  const owner = keptText(words.owner ?? '');
  const numbers = before.map(one => Number(/^e(\d+)$/.exec(one.id)?.[1] ?? 0));
  const id = `e${Math.max(0, ...numbers) + 1}`;
  const added = {
    id,
    what,
    ...(where && { where }),
    ...(date && { date }),
    ...(validUntil && { validUntil }),
    ...(owner && { owner }),
  };
  return [...before, added];
}

/** Everything that takes an answer back whole: status, words, evidence, ticks and values. */
export function clearEdits(item: Item, answer: Answer | undefined, at: string): Edit[] {
  const set = { status: null, reason: null, note: null, evidence: null, owner: null, due: null, flag: null };
  const ticks = Object.keys(answer?.checks ?? {});
  const values = Object.keys(answer?.values ?? {});
  return [
    { type: 'answer', item: item.id, set, at },
    ...ticks.map((check): Edit => ({ type: 'check', item: item.id, check, value: null, at })),
    ...values.map((value): Edit => ({ type: 'value', item: item.id, value, text: null, at })),
  ];
}
