import type { Run } from '../../kernel/context.ts';
import { openAssessment } from '../../lookup.ts';
import { previewOr } from '../../reports/preview.ts';
import type { ReportOptions } from '../../reports/report-output.ts';

/** `tenken plan`: the improvement plan as Markdown. */
export const run: Run<ReportOptions> = async (context, [name = ''], options) =>
  previewOr(context, await openAssessment(context, name), 'improvement-plan', options);
