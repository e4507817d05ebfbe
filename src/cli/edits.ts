import { parseValue } from '../assessment/answers/checks.ts';
import type { AnswerPatch, Edit } from '../assessment/answers/edit.ts';
import type { Answer, Evidence, Reason, Status, UnitAnswer } from '../assessment/assessment.ts';
import { type Around, type Day, isAbsentDay } from '../assessment/day.ts';
import { partsOf } from '../assessment/merging/paths.ts';
import { nextId } from '../assessment/next-id.ts';
import type { Item, ValueField } from '../questionnaire/schema/schema.ts';
import { cleanInput } from '../text/clean.ts';
import { requireDay } from './kernel/parse.ts';
import { UsageError } from './kernel/usage-error.ts';

/** Text as it is kept: without invisible characters, null (which removes the field) where nothing is left. */
export function keptText(text: string, multiline = false): string | null {
  return cleanInput(text, multiline).trim() || null;
}

/** A day as it is kept; an empty text removes it. Throws UsageError. */
export function keptDay(text: string, around: Around): string | null {
  return text.trim() === '' ? null : requireDay(text, around);
}

/** The answer itself; `unanswered` takes it back. Another status than "not applicable" drops its reason. */
export function statusPatch(
  status: Status | 'unanswered',
  reason?: { code: Reason; text?: string },
): Pick<AnswerPatch, 'status' | 'reason'> {
  return { status: status === 'unanswered' ? null : status, reason: reason ?? null };
}

/** A value in the form that is kept; an empty text removes it. Throws UsageError. */
export function valueEdit(item: Pick<Item, 'id'>, field: ValueField, text: string, at: string): Edit {
  return { type: 'value', item: item.id, value: field.id, text: keptValue(item.id, field, text), at };
}

/** A value that is asked once of a unit. Throws UsageError. */
export function unitValueEdit(unit: string, field: ValueField, text: string, at: string): Edit {
  return { type: 'unit-value', unit, value: field.id, text: keptValue(unit, field, text), at };
}

function keptValue(item: string, field: ValueField, text: string): string | null {
  const clean = cleanInput(text, false).trim();
  const kept = clean === '' ? null : parseValue(field, clean);
  if (kept !== undefined) return kept;
  if (field.kind === 'date' && isAbsentDay(clean)) throw new UsageError('no-such-day', { text });
  const options = (field.options ?? []).map(({ id }) => id).join(', ');
  throw new UsageError(`bad-value-${field.kind}`, { text, field: field.id, item, options });
}

/** What a person says of one piece of evidence; days as typed. */
export type EvidenceWords = {
  what: string;
  where?: string | undefined;
  date?: string | undefined;
  until?: string | undefined;
  owner?: string | undefined;
  sighted?: string | undefined;
};

/** All evidence of an answer with one more piece. Throws UsageError. */
export function withEvidence(answer: Answer | undefined, words: EvidenceWords, today: Day): Evidence[] {
  const before = answer?.evidence ?? [];
  const what = keptText(words.what);
  if (what === null) throw new UsageError('evidence-needed');
  const where = keptText(words.where ?? '');
  const date = keptDay(words.date ?? '', { today, past: true });
  const validUntil = keptDay(words.until ?? '', { today });
  const owner = keptText(words.owner ?? '');
  const sighted = keptDay(words.sighted ?? '', { today, past: true });
  const added = {
    id: nextId('e', before),
    what,
    ...(where && { where }),
    ...(date && { date }),
    ...(validUntil && { validUntil }),
    ...(owner && { owner }),
    ...(sighted && { sighted }),
  };
  return [...before, added];
}

/** Everything that takes an answer back whole: status, words, evidence, ticks and values, of every unit too. */
export function clearEdits(item: Item, answer: Answer | undefined, at: string): Edit[] {
  const set = {
    status: null,
    reason: null,
    note: null,
    evidence: null,
    owner: null,
    due: null,
    flag: null,
    plan: null,
  };
  const units = Object.entries(answer?.units ?? {});
  return [
    { type: 'answer', item: item.id, set, at },
    ...clearParts(item, answer, undefined, at),
    ...clearDiffering(item, answer, at),
    ...units.flatMap(([unit, own]): Edit[] => [
      { type: 'answer', item: item.id, unit, set: { status: null, reason: null, note: null }, at },
      ...clearParts(item, own, unit, at),
    ]),
  ];
}

/** The same for sub-questions and values that copies disagree on, which are not set and so not among the others. */
function clearDiffering(item: Item, answer: Answer | undefined, at: string): Edit[] {
  return Object.keys(answer?.differs ?? {}).flatMap((path): Edit[] => {
    const parts = partsOf(path);
    const [unit, kind, id = ''] = parts[0] === 'units' ? parts.slice(1) : [undefined, ...parts];
    const where = { item: item.id, ...(unit !== undefined && { unit }), at };
    if (kind === 'checks') return [{ type: 'check', ...where, check: id, value: null }];
    if (kind === 'values') return [{ type: 'value', ...where, value: id, text: null }];
    return [];
  });
}

function clearParts(item: Item, answer: UnitAnswer | undefined, unit: string | undefined, at: string): Edit[] {
  const where = { item: item.id, ...(unit !== undefined && { unit }), at };
  return [
    ...Object.keys(answer?.checks ?? {}).map((check): Edit => ({ type: 'check', ...where, check, value: null })),
    ...Object.keys(answer?.values ?? {}).map((value): Edit => ({ type: 'value', ...where, value, text: null })),
  ];
}

/** The same changes for one unit; what an answer has only once (evidence, owner, due date) stays common. */
export function forUnit(edits: Edit[], unit: string | undefined): Edit[] {
  if (unit === undefined) return edits;
  return edits.flatMap((edit): Edit[] => {
    if (edit.type === 'check' || edit.type === 'value') return [{ ...edit, unit }];
    if (edit.type !== 'answer') return [edit];
    const { status, reason, note, ...common } = edit.set as AnswerPatch;
    const own = Object.entries({ status, reason, note }).filter(([, value]) => value !== undefined);
    const { item, at } = edit;
    return [
      ...(own.length > 0 ? [{ type: 'answer', item, unit, set: Object.fromEntries(own), at } as const] : []),
      ...(Object.keys(common).length > 0 ? [{ type: 'answer', item, set: common, at } as const] : []),
    ];
  });
}
