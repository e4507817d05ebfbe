import type { ReportKind } from '../../report/formats/render.ts';
import type { Context } from '../kernel/context.ts';
import type { Opened } from '../lookup.ts';
import { openScreens } from '../screens.ts';
import { giveReport, type ReportOptions } from './report-output.ts';

const SHOWN = { 'gap-report': 'gap', 'improvement-plan': 'plan', minutes: 'minutes' } as const;

/** Shows a report on the screen where that was asked for and there is one; else makes it. */
export async function previewOr(
  context: Context,
  opened: Opened,
  kind: ReportKind,
  options: ReportOptions,
): Promise<number> {
  if (!options.preview || context.meeting !== 'screens') return giveReport(context, opened, kind, options);
  return openScreens(context, { open: opened.assessment.id, preview: SHOWN[kind] });
}
