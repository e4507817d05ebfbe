import { stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { sanitise } from '../assessment/sanitise.ts';
import type { Lang } from '../i18n/index.ts';
import type { ReportModel } from '../report/report-model.ts';
import type { Context } from './context.ts';
import { EXIT } from './exit-codes.ts';
import type { Opened } from './lookup.ts';
import { oneLine, write } from './output.ts';
import { requireDay } from './parse.ts';
import { writeReportFile } from './report-file.ts';

export type ReportOptions = { output?: string; asOf?: string; failOnGaps?: boolean };
export type ReportKind = 'gap-report' | 'improvement-plan';

/** Makes a report and puts it where it is wanted; with `failOnGaps` exit 1 unless everything applicable is met. */
export async function giveReport(
  context: Context,
  opened: Opened,
  kind: ReportKind,
  options: ReportOptions,
): Promise<number> {
  const { model, text, name } = await makeReport(context, opened, kind, options.asOf);
  const toStdout = options.output === '-' || (options.output === undefined && context.world.stdout.isTTY !== true);
  if (toStdout) await toOutput(context, text);
  else await toFile(context, await placeOf(context, options.output, name), text);
  return options.failOnGaps && !model.readiness.ready ? EXIT.asked : EXIT.fine;
}

/** Where a report goes: the file that was named, or into the folder that was named. */
async function placeOf({ world }: Context, output: string | undefined, name: string): Promise<string> {
  if (output === undefined) return name;
  const found = await stat(resolve(world.cwd, output)).catch(() => undefined);
  return found?.isDirectory() ? join(output, name) : output;
}

/** A report as text, with the name of the file it would have. */
export async function makeReport(
  context: Context,
  { questionnaire, assessment }: Opened,
  kind: ReportKind,
  asOf?: string,
): Promise<{ model: ReportModel; text: string; name: string }> {
  const today = asOf === undefined ? context.today : requireDay(asOf);
  const { buildReport } = await import('../report/report-model.ts');
  const model = buildReport({ questionnaire, assessment, today, toolVersion: context.world.version });
  const lang = langOf(context, assessment.lang);
  const text =
    kind === 'gap-report'
      ? (await import('../report/gap-report.ts')).gapReport(model, lang)
      : (await import('../report/improvement-plan.ts')).improvementPlanReport(model, lang);
  return { model, text, name: `${assessment.id}-${kind}.${lang}.md` };
}

/** What was asked for, else the language of the assessment, else that of the program. */
function langOf({ globals, lang }: Context, own: Lang | undefined): Lang | 'both' {
  const asked = globals.lang as Lang | 'both' | undefined;
  return asked ?? own ?? lang;
}

/** A report on stdout: the very bytes of the file, unless a terminal would act on them. */
export async function toOutput({ world }: Context, text: string): Promise<void> {
  await write(world.stdout, world.stdout.isTTY ? sanitise(text) : text);
}

/** Writes a report into the current folder or where it was asked for, and says where. */
export async function toFile(context: Context, name: string, text: string): Promise<void> {
  const path = await saveReport(context, name, text);
  await context.say(context.t('cli.report.wrote', { path: oneLine(path) }));
}

/** Writes a report; gives its path. */
export async function saveReport({ world }: Context, name: string, text: string): Promise<string> {
  const path = resolve(world.cwd, name);
  await writeReportFile(path, text);
  return path;
}
