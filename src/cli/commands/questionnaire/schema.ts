import * as z from 'zod';
import { QuestionnaireFile } from '../../../questionnaire/schema/schema.ts';
import type { Run } from '../../kernel/context.ts';

/** `tenken questionnaire schema`: the JSON schema of a questionnaire file, for editors. */
export const run: Run<object> = async ({ sayJson }) => {
  await sayJson(z.toJSONSchema(QuestionnaireFile, { io: 'input' }));
};
