import { stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Day } from '../assessment/day.ts';
import { maskAssessment } from '../assessment/mask.ts';
import { newestAccepted } from '../assessment/readiness.ts';
import { stringsIn } from '../assessment/secrets.ts';
import { type Lang, wordOf } from '../i18n/index.ts';
import { sanitise } from '../questionnaire/sanitise.ts';
import type { Questionnaire } from '../questionnaire/schema.ts';
import type { ReportModel } from '../report/report-model.ts';
import type { Context } from './context.ts';
import { EXIT } from './exit-codes.ts';
import { FORMATS, type Format, MINUTES_FORMATS, type ReportKind, render } from './formats/render.ts';
import { TARGETS, type Target } from './formats/targets.ts';
import type { Opened } from './lookup.ts';
import { nearest } from './nearest.ts';
import { oneLine, write } from './output.ts';
import { fold, requireDay } from './parse.ts';
import { writeReportFile } from './report-file.ts';
import { UsageError } from './usage-error.ts';

export type ReportOptions = {
  output?: string;
  asOf?: string;
  failOnGaps?: boolean;
  format?: string;
  target?: string;
  mask?: boolean;
  allowSecrets?: boolean;
  preview?: boolean;
};

/** Makes a report and puts it where it is wanted; with `failOnGaps` exit 1 unless everything applicable is met. */
export async function giveReport(
  context: Context,
  opened: Opened,
  kind: ReportKind,
  options: ReportOptions,
): Promise<number> {
  const report = await makeReport(context, await masked(opened, options), kind, options);
  await refuseSecrets(context, report.model, options);
  const { output } = options;
  const toStdout = output === '-' || (output === undefined && context.world.stdout.isTTY !== true);
  for (const { name, content } of report.files) {
    if (toStdout) await toOutput(context, content);
    else
      await toFile(context, await placeOf(context, report.files.length > 1 ? (output ?? '.') : output, name), content);
  }
  return options.failOnGaps && !report.model.readiness.ready ? EXIT.asked : EXIT.fine;
}

async function masked(opened: Opened, { mask }: ReportOptions): Promise<Opened> {
  if (!mask) return opened;
  const { tokensIn } = await import('./secret-scan.ts');
  const tokens = await tokensIn(stringsIn(opened.assessment));
  return { ...opened, assessment: maskAssessment(opened.assessment, tokens) };
}

/** Credentials leave only if somebody says so: those that our own patterns find, and tokens that secretlint knows. */
async function refuseSecrets({ t }: Context, { assessment }: ReportModel, options: ReportOptions): Promise<void> {
  if (options.allowSecrets) return;
  const { placesWithCredentials } = await import('./secret-scan.ts');
  const places = await placesWithCredentials(assessment);
  const items = places.map(place => wordOf(t, 'copy.field', place)).join(', ');
  if (places.length > 0) throw new UsageError('secret-found', { items });
}

/** Where a report goes: the file that was named, or into the folder that was named. */
async function placeOf({ world }: Context, output: string | undefined, name: string): Promise<string> {
  if (output === undefined) return name;
  const found = await stat(resolve(world.cwd, output)).catch(() => undefined);
  return found?.isDirectory() ? join(output, name) : output;
}

/** The newest version at hand, if it is another one and may be handed in on that day. */
async function acceptedSuccessor(
  context: Context,
  questionnaire: Questionnaire,
  day: Day,
): Promise<string | undefined> {
  const workspace = await context.workspace();
  const newest = await workspace.newest(questionnaire);
  const named = (await workspace.catalogue()).filter(one => one.id === questionnaire.id && one.version === newest);
  return newestAccepted(named, day)?.version;
}

type ReportFile = { name: string; content: string | Uint8Array };

/** A report with the names of the files it would have: one, or several where a tracker takes only so many rows. */
async function makeReport(
  context: Context,
  { questionnaire, assessment }: Opened,
  kind: ReportKind,
  options: ReportOptions = {},
): Promise<{ model: ReportModel; files: ReportFile[] }> {
  const today = options.asOf === undefined ? context.today : requireDay(options.asOf);
  const format = requireFormat(options);
  const { buildReport } = await import('../report/report-model.ts');
  const newest = await acceptedSuccessor(context, questionnaire, assessment.reviewDate ?? today);
  const model = buildReport({
    questionnaire,
    assessment,
    today,
    toolVersion: context.world.version,
    ...(newest !== undefined && { newest }),
  });
  const lang = langOf(context, assessment.lang);
  const base = `${assessment.id}-${kind}`;
  if (options.target !== undefined) {
    const { trackerFiles } = await import('./formats/trackers.ts');
    const files = trackerFiles(model, lang, requireTarget(options.target));
    return { model, files: files.map(({ part, content }) => ({ name: `${base}.${part}.csv`, content })) };
  }
  if (kind === 'minutes' && !MINUTES_FORMATS.includes(format)) throw new UsageError('minutes-format');
  const content = await render(model, kind, lang, format);
  return { model, files: [{ name: format === 'json' ? `${base}.json` : `${base}.${lang}.${format}`, content }] };
}

/** A report as Markdown, with the name of the file it would have. */
export async function makeMarkdown(
  context: Context,
  opened: Opened,
  kind: ReportKind,
): Promise<{ name: string; text: string }> {
  const { files } = await makeReport(context, opened, kind);
  const [{ name, content } = { name: '', content: '' }] = files;
  return { name, text: String(content) };
}

/** The same, for writing it to a file: credentials do not leave this way. */
export async function exportMarkdown(
  context: Context,
  opened: Opened,
  kind: ReportKind,
): Promise<{ name: string; text: string }> {
  const { model } = await makeReport(context, opened, kind);
  await refuseSecrets(context, model, {});
  return makeMarkdown(context, opened, kind);
}

/** The format asked for, else the one that the name of the file ends in. */
function requireFormat({ format, target, output }: ReportOptions): Format {
  const ending = FORMATS.find(one => output?.toLowerCase().endsWith(`.${one}`));
  const wanted = fold(format ?? (target === undefined ? (ending ?? 'md') : 'csv'));
  const found = FORMATS.find(one => one === wanted);
  if (found === undefined)
    throw new UsageError(
      'bad-format',
      { text: format ?? '', formats: FORMATS.join(', ') },
      nearest(wanted, [...FORMATS], 1),
    );
  if (target !== undefined && found !== 'csv') throw new UsageError('target-needs-csv');
  return found;
}

function requireTarget(text: string): Target {
  const wanted = fold(text);
  const found = TARGETS.find(one => one === wanted);
  if (found === undefined)
    throw new UsageError('bad-target', { text, targets: TARGETS.join(', ') }, nearest(wanted, [...TARGETS], 1));
  return found;
}

/** What was asked for, else the language of the assessment, else that of the program. */
function langOf({ globals, lang }: Context, own: Lang | undefined): Lang | 'both' {
  const asked = globals.lang as Lang | 'both' | undefined;
  return asked ?? own ?? lang;
}

/** A report on stdout: the very bytes of the file, unless a terminal would act on them. */
export async function toOutput({ world }: Context, content: string | Uint8Array): Promise<void> {
  const shown = typeof content === 'string' && world.stdout.isTTY ? sanitise(content) : content;
  await write(world.stdout, shown);
}

/** Writes a report into the current folder or where it was asked for, and says where. */
export async function toFile(context: Context, name: string, content: string | Uint8Array): Promise<void> {
  const path = await saveReport(context, name, content);
  await context.say(context.t('cli.report.wrote', { path: oneLine(path) }));
}

/** Writes a report; gives its path. */
export async function saveReport({ world }: Context, name: string, content: string | Uint8Array): Promise<string> {
  const path = resolve(world.cwd, name);
  await writeReportFile(path, content);
  return path;
}
