import type { Answer, Assessment } from '../assessment.ts';
import { partsOf } from '../merging/paths.ts';
import { takenInto } from '../merging/tell.ts';

/** How many fields differ between two states, by what they are; `answered` and `cleared` count statuses given and taken back. */
export type StateChanges = {
  answered: number;
  cleared: number;
  changed: number;
  notes: number;
  evidence: number;
  other: number;
};

/** What came between an older state of an assessment and a newer one. */
export function stateChanges(older: Assessment, newer: Assessment): StateChanges {
  const counts: StateChanges = { answered: 0, cleared: 0, changed: 0, notes: 0, evidence: 0, other: 0 };
  for (const { item, path, value } of takenInto(older, newer)) {
    const parts = partsOf(path);
    const unit = parts[0] === 'units' ? parts[1] : undefined;
    const field = parts[unit === undefined ? 0 : 2];
    if (item === undefined) counts.other += 1;
    else if (field === 'status') counts[statusChange(older.answers[item], unit, value)] += 1;
    else if (field === 'note') counts.notes += 1;
    else if (field === 'evidence') counts.evidence += 1;
    else counts.other += 1;
  }
  return counts;
}

function statusChange(before: Answer | undefined, unit: string | undefined, value: unknown): keyof StateChanges {
  if (value === undefined) return 'cleared';
  const was = unit === undefined ? before?.status : before?.units?.[unit]?.status;
  return was === undefined ? 'answered' : 'changed';
}

/** How many items have an answer, as a whole or for a unit. */
export function answerCount({ answers }: Assessment): number {
  const isGiven = ({ status, units }: Answer): boolean =>
    status !== undefined || Object.values(units ?? {}).some(one => one.status !== undefined);
  return Object.values(answers).filter(isGiven).length;
}
