import { Assessment, type Kept, type Retired, type Upgrade } from '../assessment.ts';
import { isSame } from '../merging/copy.ts';
import type { LedgerEntry } from './ledger.ts';

type Step = Pick<Upgrade, 'ledger'>;

/** The single items of a ledger entry, each with what it became: `same` names many in one entry. */
export function groupsOf(ledger: LedgerEntry[]): LedgerEntry[] {
  return ledger.flatMap(entry =>
    entry.change === 'same' ? entry.old.map(id => ({ ...entry, old: [id], new: [id] })) : [entry],
  );
}

/**
 * What has to be kept of `before` so that a step to `after` can be taken back: whatever is not in `after` as it was. An
 * answer that one item hands on to one other as it is stands in `after` already.
 */
export function keptOf(before: Assessment, after: Assessment, { ledger }: Step): Kept {
  const next = new Map(
    groupsOf(ledger).flatMap(({ old, new: to }) => (old.length === 1 && to.length === 1 ? [[old[0], to[0]]] : [])),
  );
  const answers = Object.entries(before.answers).filter(([id, answer]) => {
    const there = next.get(id);
    return there === undefined || !same(answer, own(after.answers, there));
  });
  const gates = Object.entries(before.gates).filter(([id, value]) => own(after.gates, id) !== value);
  const retired = before.retired?.filter(one => !after.retired?.some(other => same(one, other)));
  return {
    questionnaire: before.questionnaire,
    updatedAt: before.updatedAt,
    answers: Object.fromEntries(answers),
    ...(before.position !== undefined && { position: before.position }),
    ...(gates.length > 0 && { gates: Object.fromEntries(gates) }),
    ...(retired && (retired.length > 0 || before.retired?.length === 0) && { retired }),
  };
}

/** What came into the archive from one state to another. */
export function newlyRetired({ retired: before = [] }: Assessment, { retired: after = [] }: Assessment): Retired[] {
  return after.filter(one => !before.some(other => same(one, other)));
}

function same(one: unknown, other: unknown): boolean {
  return one === other || isSame(one, other);
}

/** A field of a record that may be named like something every object has. */
export function own<Value>(record: Record<string, Value>, key: string): Value | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}

/**
 * The assessment with what its upgrades keep stored once. Version 0.1.0 kept the whole assessment in each step, with the
 * earlier steps in it, so that each step doubled the file. What is not understood stays as it is.
 */
export function straightened(assessment: Assessment): Assessment {
  const { upgrades } = assessment;
  if (!upgrades?.some(({ before }) => 'answers' in before)) return assessment;
  const wholes = upgrades.map(({ before }) => wholeBefore(before));
  return {
    ...assessment,
    upgrades: upgrades.map((step, index) => {
      const before = wholes[index];
      if (!before) return step;
      const after = index + 1 < upgrades.length ? wholes[index + 1] : assessment;
      return { ...step, before: { kept: after ? keptOf(before, after, step) : wholeKept(before) } };
    }),
  };
}

/** Steps are held against each other without the steps in them, which the outermost list has too. */
function wholeBefore({ upgrades: _, ...before }: Record<string, unknown>): Assessment | undefined {
  return 'answers' in before ? Assessment.safeParse(before).data : undefined;
}

/** Everything that a step could change, where it is not known what came of it. */
function wholeKept({ questionnaire, updatedAt, answers, gates, position, retired }: Assessment): Kept {
  return {
    questionnaire,
    updatedAt,
    answers,
    gates,
    ...(position !== undefined && { position }),
    ...(retired && { retired }),
  };
}
