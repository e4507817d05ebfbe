import type { Run } from '../kernel/context.ts';
import { UsageError } from '../kernel/usage-error.ts';
import { openAssessment } from '../lookup.ts';
import { previewOr } from '../reports/preview.ts';
import type { ReportOptions } from '../reports/report-output.ts';

/** `tenken minutes`: the minutes of the last workshop or rehearsal, or of the one that is named. */
export const run: Run<ReportOptions & { workshop?: string }> = async (context, [name = ''], options) => {
  const opened = await openAssessment(context, name);
  const { workshops = [] } = opened.assessment;
  const { workshop: id } = options;
  const found = id === undefined ? workshops.at(-1) : workshops.find(one => one.id === id);
  if (!found)
    throw new UsageError(id === undefined ? 'no-workshop' : 'unknown-workshop', {
      name: opened.assessment.id,
      id: id ?? '',
      ids: workshops.map(one => one.id).join(', ') || '-',
    });
  // The minutes are those of the last meeting: an earlier one is told as if it were.
  const until = workshops.slice(0, workshops.indexOf(found) + 1);
  const assessment = { ...opened.assessment, workshops: until };
  return previewOr(context, { ...opened, assessment }, 'minutes', options);
};
