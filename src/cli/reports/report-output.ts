import { stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Assessment } from '../../assessment/assessment.ts';
import type { Day } from '../../assessment/day.ts';
import { maskAssessment } from '../../assessment/leaks/mask.ts';
import { stringsIn } from '../../assessment/leaks/secrets.ts';
import { openActions } from '../../assessment/plan/plan.ts';
import { newestAccepted } from '../../assessment/review/readiness.ts';
import { type Lang, wordOf } from '../../i18n/index.ts';
import type { Questionnaire } from '../../questionnaire/schema/schema.ts';
import { type ReportKind, render } from '../../report/formats/render.ts';
import type { ReportModel } from '../../report/report-model.ts';
import { sanitise } from '../../text/sanitise.ts';
import { type Context, warnUnsynced } from '../kernel/context.ts';
import { EXIT } from '../kernel/exit-codes.ts';
import { oneLine, write } from '../kernel/output.ts';
import { requireDay } from '../kernel/parse.ts';
import { UsageError } from '../kernel/usage-error.ts';
import type { Opened } from '../lookup.ts';
import { writeReportFile } from './report-file.ts';
import { nameOfPart, requireFormat, requireTarget } from './report-name.ts';

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
  const place = await placeOf(context, options.output);
  const report = await makeReport(context, await masked(opened, options), kind, {
    ...options,
    output: place.kind === 'file' ? place.path : undefined,
    whole: place.kind === 'stream',
  });
  await refuseSecrets(context, report.model, options);
  for (const [at, { name, content }] of report.files.entries()) {
    if (place.kind === 'folder') await toFile(context, join(place.path, name), content);
    else if (place.path === undefined) await toOutput(context, content);
    else await toFile(context, report.files.length > 1 ? nameOfPart(place.path, at + 1) : place.path, content);
  }
  for (const remark of report.remarks) await context.warn(remark);
  return options.failOnGaps && !report.model.readiness.ready ? EXIT.asked : EXIT.fine;
}

/** Where a report goes. A pipe or device (or stdout, without a path) takes everything in one piece. */
type Place = { kind: 'folder' | 'file'; path: string } | { kind: 'stream'; path?: string };

async function placeOf({ world }: Context, output: string | undefined): Promise<Place> {
  if (output === '-' || (output === undefined && world.stdout.isTTY !== true)) return { kind: 'stream' };
  if (output === undefined) return { kind: 'folder', path: '.' };
  const found = await stat(resolve(world.cwd, output)).catch(() => undefined);
  if (found?.isDirectory()) return { kind: 'folder', path: output };
  return { kind: found === undefined || found.isFile() ? 'file' : 'stream', path: output };
}

async function masked(opened: Opened, { mask }: ReportOptions): Promise<Opened> {
  if (!mask) return opened;
  const { tokensIn } = await import('./secret-scan.ts');
  let { assessment } = opened;
  // Hiding one may leave another to be seen.
  for (let n = 0; n < 3; n += 1) {
    const tokens = await tokensIn(stringsIn(assessment));
    if (n > 0 && tokens.length === 0) break;
    assessment = maskAssessment(assessment, tokens);
  }
  return { ...opened, assessment };
}

/** Credentials leave only if somebody says so: those that our own patterns find, and tokens that secretlint knows. */
async function refuseSecrets({ t }: Context, { assessment }: ReportModel, options: ReportOptions): Promise<void> {
  if (options.allowSecrets) return;
  const { placesWithCredentials } = await import('./secret-scan.ts');
  const places = await placesWithCredentials(shown(assessment));
  const items = places.map(place => wordOf(t, 'copy.field', place)).join(', ');
  if (places.length > 0) throw new UsageError('secret-found', { items });
}

/** What can be in a report: all but the answers before an upgrade, of which none shows a word. */
function shown(assessment: Assessment): Assessment {
  const { upgrades } = assessment;
  return upgrades ? { ...assessment, upgrades: upgrades.map(step => ({ ...step, before: {} })) } : assessment;
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

/**
 * A report with the names of the files it would have: one, or several where a tracker takes only so many rows and it need
 * not be `whole`. `remarks` are for the person who asked.
 */
async function makeReport(
  context: Context,
  { questionnaire, assessment }: Opened,
  kind: ReportKind,
  options: Omit<ReportOptions, 'output'> & { output?: string | undefined; whole?: boolean } = {},
): Promise<{ model: ReportModel; files: ReportFile[]; remarks: string[] }> {
  const { target, whole = false, asOf } = options;
  const format = requireFormat(options, kind);
  const wanted = target === undefined ? undefined : requireTarget(target);
  const today = asOf === undefined ? context.today : requireDay(asOf);
  const { buildReport } = await import('../../report/report-model.ts');
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
  if (wanted !== undefined) {
    const { ROWS_AT_A_TIME, trackerFiles } = await import('../../report/formats/trackers.ts');
    const rows = openActions(model.plan).length;
    const remarks =
      whole && rows > ROWS_AT_A_TIME ? [context.t('cli.report.many-rows', { rows, most: ROWS_AT_A_TIME })] : [];
    const files = trackerFiles(model, lang, wanted, whole ? Math.max(rows, 1) : ROWS_AT_A_TIME, cut => {
      remarks.push(context.t('cli.report.cut', cut));
    });
    return { model, files: files.map(({ part, content }) => ({ name: `${base}.${part}.csv`, content })), remarks };
  }
  const left = format === 'csv' && kind === 'gap-report' ? leftOutOf(assessment) : [];
  const what = left.map(part => wordOf(context.t, 'copy.field', part)).join(context.t('list.separator'));
  const remarks = left.length === 0 ? [] : [context.t('cli.report.left-out', { what })];
  const content = await render(model, kind, lang, format, ({ kind: remark, ...values }) => {
    remarks.push(context.t(`cli.report.${remark}`, values));
  });
  const name = format === 'json' ? `${base}.json` : `${base}.${lang}.${format}`;
  return { model, files: [{ name, content }], remarks };
}

/** What people entered that belongs to no item, so that a table of answers has no place for it. */
function leftOutOf({ parking = [], retired = [], units = {} }: Assessment): string[] {
  return [
    ...(parking.length > 0 ? ['parking'] : []),
    ...(retired.length > 0 ? ['retired'] : []),
    ...(Object.values(units).some(one => one.values !== undefined) ? ['units'] : []),
  ];
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
export async function saveReport(context: Context, name: string, content: string | Uint8Array): Promise<string> {
  const path = resolve(context.world.cwd, name);
  const unsynced = await writeReportFile(path, content, context.home);
  if (unsynced) await warnUnsynced(context, unsynced);
  return path;
}
