import type { Edit } from '../answers/edit.ts';
import type { Answer, Assessment } from '../assessment.ts';
import { pathOf, withoutPath } from './paths.ts';

/** The assessment without the disagreements that an edit has decided: a value that was set is the value. */
export function settled(assessment: Assessment, edit: Edit): Assessment {
  const paths = pathsOf(edit);
  if (paths.length === 0) return assessment;
  if (!('item' in edit) || edit.item === undefined) return without(assessment, paths);
  const answer = assessment.answers[edit.item];
  if (!answer?.differs && !answer?.by) return assessment;
  return { ...assessment, answers: { ...assessment.answers, [edit.item]: without(answer, paths) } };
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

/** The fields that an edit sets, by their paths in the answer or in the assessment. */
function pathsOf(edit: Edit): string[] {
  const unit = 'unit' in edit && edit.unit !== undefined ? ['units', edit.unit] : [];
  switch (edit.type) {
    case 'answer': {
      const set = Object.entries(edit.set).flatMap(([key, value]) => (value === undefined ? [] : [key]));
      // A status and its reason are one field, and whoever gives a status has confirmed it.
      const own = set.map(key => (key === 'reason' ? 'status' : key));
      const all = own.includes('status') && unit.length === 0 ? [...own, 'confirm'] : own;
      return all.map(key => pathOf(...unit, key));
    }
    case 'check':
      return [pathOf(...unit, 'checks', edit.check)];
    case 'value':
      return [pathOf(...unit, 'values', edit.value)];
    case 'unit':
      return [pathOf(...unit, 'name')];
    case 'unit-value':
      return [pathOf(...unit, 'values', edit.value)];
    case 'gate':
      return [pathOf('gates', edit.gate)];
    case 'profile':
      return Object.entries(edit.set).flatMap(([key, value]) => (value === undefined ? [] : [key]));
    case 'vote':
      return [pathOf('votes', edit.name)];
    case 'workshop':
      return [pathOf('workshops', JSON.stringify([edit.workshop.startedAt, edit.workshop.kind]))];
    default:
      return [];
  }
}
