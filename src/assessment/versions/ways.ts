import type { Answer, Assessment, Kept, Upgrade } from '../assessment.ts';
import { isSame } from '../merging/copy.ts';
import { canonical } from '../merging/paths.ts';
import { own } from './kept.ts';

/** Two answers as one, by the rules of a merge. */
type Join = (ours: Answer, theirs: Answer, base: Answer | undefined) => Answer;

type Steps = Pick<Assessment, 'upgrades'>;

/**
 * The way that both copies have come, whenever they went it; undefined where they came by different ways. One that began
 * later on the same way has come by its end. A copy may lack what was before. The order of the two does not matter.
 */
export function joinedWays(ours: Steps, theirs: Steps, join: Join, base: Steps = {}): Upgrade[] | undefined {
  const [short, long] = [ours.upgrades ?? [], theirs.upgrades ?? []].sort((a, b) => a.length - b.length);
  if (!short || !long) return undefined;
  const ahead = long.length - short.length;
  const joined = long.map((step, index) => {
    const other = index < ahead ? step : short[index - ahead];
    if (!other || other.from !== step.from || other.to !== step.to) return undefined;
    const before = base.upgrades?.find(one => one.from === step.from && one.to === step.to);
    return joinedStep(step, other, join, before);
  });
  return joined.every(one => one !== undefined) ? joined : undefined;
}

function joinedStep(a: Upgrade, b: Upgrade, join: Join, base: Upgrade | undefined): Upgrade {
  const { before, ...step } = a;
  const { before: other, ...otherStep } = b;
  // Each person has gone the way at another time: the first one counts, then what is smaller as a text.
  const [first] = [step, otherStep].sort((one, two) => compare([one.at, canonical(one)], [two.at, canonical(two)]));
  const kept =
    before.kept && other.kept
      ? joinedKept(before.kept, other.kept, join, base?.before.kept)
      : (before.kept ?? other.kept);
  return { ...(first ?? step), before: kept ? { kept } : smaller(before, other) };
}

function joinedKept(a: Kept, b: Kept, join: Join, base: Kept | undefined): Kept {
  if (isSame(a, b)) return a;
  const [older, later] = [a, b].sort((one, two) =>
    compare([one.updatedAt, canonical(one)], [two.updatedAt, canonical(two)]),
  ) as [Kept, Kept];
  const ids = [...new Set([a, b].flatMap(one => Object.keys(one.answers)))];
  const answers = ids.map(id => {
    const [ours, theirs] = [own(a.answers, id), own(b.answers, id)];
    return [id, ours && theirs ? join(ours, theirs, own(base?.answers ?? {}, id)) : (ours ?? theirs ?? {})] as const;
  });
  const gates = { ...older.gates, ...later.gates };
  const retired = [...(older.retired ?? []), ...(later.retired ?? [])];
  return {
    ...older,
    ...later,
    answers: Object.fromEntries(answers),
    ...(Object.keys(gates).length > 0 && { gates }),
    ...((older.retired ?? later.retired) && {
      retired: retired.filter((one, index) => retired.findIndex(other => isSame(one, other)) === index),
    }),
  };
}

function smaller<One>(a: One, b: One): One {
  return canonical(a) <= canonical(b) ? a : b;
}

/** Texts one after the other, by code unit. */
function compare(a: readonly string[], b: readonly string[]): number {
  const at = a.findIndex((text, index) => text !== b[index]);
  return at < 0 ? 0 : (a[at] ?? '') < (b[at] ?? '') ? -1 : 1;
}
