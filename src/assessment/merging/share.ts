import type { Answer, Assessment, LeftOut, UnitProfile } from '../assessment.ts';
import { fromFields } from './build.ts';
import { answerFields } from './copy.ts';
import { isLeftOut, isLeftOutOfProfile, withoutBefore } from './left-out.ts';
import { pathOf } from './paths.ts';
import { ANSWER_SHAPE } from './shape.ts';

/**
 * A copy for somebody else, for `author` to fill in if given. What is left out is named in the copy, so that bringing it
 * back takes nothing away. What it takes to undo a change of version stays here. The argument stays as it was.
 */
export function copyFor(
  assessment: Assessment,
  { author = assessment.author, without = [] }: { author?: string | undefined; without?: LeftOut[] },
): Assessment {
  const all = [...new Set([...(assessment.without ?? []), ...without])].sort();
  const { author: _, without: __, answers, upgrades, differs, by, ...rest } = assessment;
  const kept = Object.entries(rest).filter(([key]) => !isLeftOutOfProfile(key, without));
  const steps = upgrades && withoutBefore(upgrades);
  return {
    ...(Object.fromEntries(kept) as typeof rest),
    ...(rest.units && { units: unitsWithout(rest.units, without) }),
    ...(differs && seen('differs', differs, without)),
    ...(by && seen('by', by, without)),
    answers: without.includes('answers')
      ? {}
      : Object.fromEntries(Object.entries(answers).map(([item, answer]) => [item, answerWithout(answer, without)])),
    ...(steps && { upgrades: steps }),
    ...(author !== undefined && { author }),
    ...(all.length > 0 && { without: all }),
  };
}

/** Units with what a copy without answers may know of them. */
function unitsWithout(units: Record<string, UnitProfile>, without: LeftOut[]): Record<string, UnitProfile> {
  const profile = ([id, unit]: [string, UnitProfile]): [string, UnitProfile] => {
    const kept = Object.entries(unit).filter(([key]) => !isLeftOutOfProfile(pathOf('units', id, key), without));
    return [id, Object.fromEntries(kept)];
  };
  return Object.fromEntries(Object.entries(units).map(profile));
}

/** What is said about fields of the assessment, but for those that are left out: their paths and values are words too. */
function seen<Said>(key: 'differs' | 'by', paths: Record<string, Said>, without: LeftOut[]) {
  const kept = Object.entries(paths).filter(([path]) => !isLeftOutOfProfile(path, without));
  return kept.length === 0 ? {} : { [key]: Object.fromEntries(kept) };
}

function answerWithout(answer: Answer, without: LeftOut[]): Answer {
  if (without.length === 0) return answer;
  const fields = [...answerFields(answer)].filter(([path]) => !isLeftOut(path, without));
  const left: Answer = fromFields(new Map(fields), ANSWER_SHAPE);
  return {
    ...left,
    ...(left.evidence && answer.evidence && { evidence: answer.evidence }),
    ...(answer.updatedAt && { updatedAt: answer.updatedAt }),
  };
}
