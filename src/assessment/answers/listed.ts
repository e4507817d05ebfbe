import type { Pair, Questionnaire } from '../../questionnaire/schema/schema.ts';
import type { Assessment } from '../assessment.ts';
import type { Day } from '../day.ts';
import { acceptance, closingDay, readiness } from '../review/readiness.ts';
import { isGap, itemStates } from './item-state.ts';

/** An assessment as lists show it; `bad` is a file that could not be read, with the code of its error. */
export type Listed =
  | {
      kind: 'ok';
      id: string;
      name: string;
      title: Pair;
      questionnaire: string;
      version: string;
      updatedAt: string;
      answered: number;
      total: number;
      gaps: number;
      ready: boolean;
      /** The version may not be handed in on the planned day, or today where none is planned. */
      past?: true;
      /** The last day on which it may be handed in, where the planned day comes after it or is that very day. */
      closes?: Day;
    }
  | { kind: 'bad'; id: string; code: string; path: string }
  /** A copy that another program has set aside; `id` is its file name, `of` the assessment that it belongs to. */
  | { kind: 'copy'; id: string; of: string; path: string };

/** Sums up an assessment for a list, as of `today`. */
export function listed(questionnaire: Questionnaire, assessment: Assessment, today: Day): Listed {
  const states = itemStates(questionnaire, assessment, today);
  const closes = closingDay(questionnaire, assessment, today);
  const { counts, ready } = readiness(states, questionnaire.passRule);
  return {
    kind: 'ok',
    id: assessment.id,
    name: assessment.name,
    title: questionnaire.title,
    questionnaire: questionnaire.id,
    version: questionnaire.version,
    updatedAt: assessment.updatedAt,
    answered: counts.answered,
    total: counts.total,
    gaps: states.filter(isGap).length,
    ready,
    ...(acceptance(questionnaire, assessment, today).validity.state === 'past' && { past: true }),
    ...(closes !== undefined && { closes }),
  };
}
