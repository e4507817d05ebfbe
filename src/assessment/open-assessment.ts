import type { Questionnaire } from '../questionnaire/schema/schema.ts';
import type { Assessment } from './assessment.ts';

/** An assessment with the questionnaire that it answers. */
export type OpenAssessment = { questionnaire: Questionnaire; assessment: Assessment };
