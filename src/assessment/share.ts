import type { Answer, Assessment, LeftOut } from './assessment.ts';
import { fromFields } from './merging/build.ts';
import { answerFields } from './merging/copy.ts';
import { isLeftOut, isLeftOutOfProfile, withoutBefore } from './merging/left-out.ts';
import { ANSWER_SHAPE } from './merging/shape.ts';

/**
 * A copy for somebody else, for `author` to fill in if given. What is left out is named in the copy, so that bringing it
 * back takes nothing away. What it takes to undo a change of version stays here. The argument stays as it was.
 */
export function copyFor(
  assessment: Assessment,
  { author = assessment.author, without = [] }: { author?: string | undefined; without?: LeftOut[] },
): Assessment {
  const all = [...new Set([...(assessment.without ?? []), ...without])].sort();
  const { author: _, without: __, answers, upgrades, ...rest } = assessment;
  const kept = Object.entries(rest).filter(([key]) => !isLeftOutOfProfile(key, without));
  const steps = upgrades && withoutBefore(upgrades);
  return {
    ...(Object.fromEntries(kept) as typeof rest),
    answers: without.includes('answers')
      ? {}
      : Object.fromEntries(Object.entries(answers).map(([item, answer]) => [item, answerWithout(answer, without)])),
    ...(steps && { upgrades: steps }),
    ...(author !== undefined && { author }),
    ...(all.length > 0 && { without: all }),
  };
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
