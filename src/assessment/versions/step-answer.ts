import type { Answer, Status } from '../assessment.ts';
import { isSame } from '../merging/copy.ts';
import type { LedgerEntry } from './ledger.ts';

/** From what weighs most when several answers become one; a part without an answer comes before what is settled. */
const WEIGHT: (Status | undefined)[] = ['not-met', 'partly', 'unknown', undefined, 'met', 'not-applicable'];

type ConfirmNote = Pick<NonNullable<Answer['confirm']>, 'from' | 'item' | 'change' | 'note'>;

/** What an entry of the ledger makes of the answers of its old items: the answer of each of its new ones, if any. */
export function answerAfter(
  { kind, old, change, note }: LedgerEntry,
  olds: (Answer | undefined)[],
  from: string,
): Answer | undefined {
  const answer = joined(olds);
  const told = note ?? { ja: '', en: '' };
  return answer && kind === 'confirm' ? open(answer, { from, item: old.join(', '), change, note: told }) : answer;
}

/** An answer with only the sub-questions and values that `checks` and `values` name. */
export function fitting(answer: Answer, checks: ReadonlySet<string>, values: ReadonlySet<string>): Answer {
  const held = <One extends Pick<Answer, 'checks' | 'values'>>(one: One): One => ({
    ...one,
    ...(one.checks && { checks: only(one.checks, checks) }),
    ...(one.values && { values: only(one.values, values) }),
  });
  const units = answer.units && Object.fromEntries(Object.entries(answer.units).map(([id, one]) => [id, held(one)]));
  return { ...held(answer), ...(units && { units }) };
}

function only<Value>(record: Record<string, Value>, ids: ReadonlySet<string>): Record<string, Value> {
  return Object.fromEntries(Object.entries(record).filter(([id]) => ids.has(id)));
}

/** The answer without its statuses, which are told as what they were. */
function open({ status, reason, units = {}, confirm: earlier, ...rest }: Answer, confirm: ConfirmNote): Answer {
  const was = Object.fromEntries(Object.entries(units).flatMap(([id, one]) => (one.status ? [[id, one.status]] : [])));
  const bare = Object.fromEntries(Object.entries(units).map(([id, { status: _, reason: __, ...one }]) => [id, one]));
  return {
    ...rest,
    ...(reason && { reason }),
    ...(Object.keys(units).length > 0 && { units: bare }),
    // What nobody has confirmed since an earlier change is still what was said last.
    confirm: {
      ...(earlier ? both(earlier, confirm) : confirm),
      ...((status ?? earlier?.was) && { was: status ?? earlier?.was }),
      ...(Object.keys({ ...earlier?.units, ...was }).length > 0 && { units: { ...earlier?.units, ...was } }),
    },
  };
}

/** Two changes in a row that nobody has confirmed: from the first version on, and both told. */
function both(earlier: ConfirmNote, later: ConfirmNote): ConfirmNote {
  const { from, item, note } = earlier;
  const { ja, en } = later.note;
  return { from, item, change: later.change, note: { ja: `${note.ja}${ja}`, en: `${note.en} ${en}` } };
}

/**
 * Several answers as one: the status that weighs most, notes and decisions below each other, all evidence, votes and
 * dissent, everything that copies disagree on, the first of what else there can only be one.
 */
function joined(answers: (Answer | undefined)[]): Answer | undefined {
  const given = answers.filter(one => one !== undefined);
  if (answers.length < 2 || given.length === 0) return given[0];
  const notes = given.map(one => one.note).filter(Boolean);
  const decisions = given.map(one => one.decision).filter(Boolean);
  const dissent = given.flatMap(one => one.dissent ?? []);
  const votes = Object.assign({}, ...given.map(one => one.votes).toReversed()) as NonNullable<Answer['votes']>;
  const differs = joinedRivals(given);
  const evidence = given.flatMap(one => one.evidence ?? []).map((one, at) => ({ ...one, id: `e${at + 1}` }));
  const owners = [...new Set(given.map(one => one.owner).filter(Boolean))];
  const { status: _, ...first }: Answer = Object.assign({}, ...given.toReversed());
  const statuses = answers.map(one => one?.status);
  const status = WEIGHT.find(one => statuses.includes(one));
  return {
    ...first,
    ...(status && { status }),
    ...(notes.length > 0 && { note: notes.join('\n') }),
    ...(decisions.length > 0 && { decision: decisions.join('\n') }),
    ...(dissent.length > 0 && { dissent }),
    ...(Object.keys(votes).length > 0 && { votes }),
    ...(Object.keys(differs).length > 0 && { differs }),
    ...(evidence.length > 0 && { evidence }),
    ...(owners.length > 0 && { owner: owners.join(', ') }),
  };
}

function joinedRivals(given: Answer[]): NonNullable<Answer['differs']> {
  const all: NonNullable<Answer['differs']> = {};
  for (const [path, rivals] of given.flatMap(one => Object.entries(one.differs ?? {}))) {
    const known = all[path] ?? [];
    all[path] = [...known, ...rivals.filter(one => !known.some(other => isSame(other.value, one.value)))];
  }
  return all;
}
