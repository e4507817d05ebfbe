import { Answer, Assessment } from '../assessment.ts';
import { fromFields } from './build.ts';
import { addValue, type Fields, type Noted } from './fields.ts';
import { ANSWER_SHAPE, PROFILE_SHAPE, type Shape } from './shape.ts';

const Profile = Assessment.partial();

/** Whether every value that copies are said to disagree on could be the value of its field. */
export function isSound(assessment: Assessment): boolean {
  const answers = Object.values(assessment.answers);
  return (
    fits(assessment, PROFILE_SHAPE, value => Profile.safeParse(value).success) &&
    answers.every(answer => fits(answer, ANSWER_SHAPE, value => Answer.safeParse(value).success))
  );
}

function fits({ differs = {} }: Pick<Noted, 'differs'>, shape: Shape, parses: (value: Noted) => boolean): boolean {
  return Object.entries(differs).every(([path, rivals]) =>
    rivals.every(rival => {
      const fields: Fields = new Map();
      addValue(fields, path, rival.value);
      try {
        const { by: _, differs: __, ...value } = fromFields(fields, shape);
        // A path that leads nowhere gives nothing.
        return Object.keys(value).length > 0 && parses(value);
      } catch {
        return false;
      }
    }),
  );
}
