import type { Answer, Assessment } from '../assessment.ts';
import { withoutPath } from './paths.ts';

/** The assessment without its disagreements at `paths`, or without those of the answer to `item`. */
export function settled(assessment: Assessment, paths: string[], item?: string): Assessment {
  if (paths.length === 0) return assessment;
  if (item === undefined) return without(assessment, paths);
  const answer = assessment.answers[item];
  if (!answer?.differs && !answer?.by) return assessment;
  return { ...assessment, answers: { ...assessment.answers, [item]: without(answer, paths) } };
}

function without<One extends Pick<Answer, 'differs' | 'by' | 'rounds'>>(one: One, paths: string[]): One {
  if (!one.differs && !one.by) return one;
  const { differs, by, rounds, ...rest } = one;
  const left = paths.reduce(withoutPath, differs);
  const known = paths.reduce(withoutPath, by);
  const decided = paths.reduce(withoutPath, rounds);
  return {
    ...rest,
    ...(left && { differs: left }),
    ...(known && { by: known }),
    ...(decided && { rounds: decided }),
  } as One;
}
