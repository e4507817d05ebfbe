import type { Listed } from '../../assessment/answers/listed.ts';
import { showAssessment } from '../../cli/commands/show.ts';
import { openDemo } from '../../cli/demo.ts';
import type { Context } from '../../cli/kernel/context.ts';
import { EXIT } from '../../cli/kernel/exit-codes.ts';
import { failureLines, failureOf } from '../../cli/kernel/failure.ts';
import { unlessClosed } from '../../cli/kernel/output.ts';
import { fold } from '../../cli/kernel/parse.ts';
import { openAssessment, openQuestionnaire } from '../../cli/lookup.ts';
import { typedFile } from '../../cli/typed-file.ts';
import { newestFirst, overviewLines, questionnaireLine } from '../../cli/views/overview.ts';
import { otherLang, translator } from '../../i18n/index.ts';
import { reference, type Summary } from '../../questionnaire/schema/summary.ts';
import { type Lines, readLines } from './lines.ts';
import { askAndCreate } from './start.ts';
import { walkItems } from './walk.ts';

const PATIENCE_MS = 2_000;

/** Whether somebody asked for lines, or only piped something in, or nothing. */
function isExplicit({ globals, world }: Context): boolean {
  return globals.accessible === true || world.stdin.isTTY === true;
}

function patienceOf(context: Context): number {
  return isExplicit(context) ? Infinity : (context.world.patienceMs ?? PATIENCE_MS);
}

async function withLines(context: Context, use: (lines: Lines) => Promise<number>): Promise<number> {
  const lines = readLines(context.world);
  try {
    return await use(lines);
  } finally {
    lines.close();
  }
}

type Choice = { listed: Listed[]; catalogue: Summary[] };

/** Bare `tenken` line by line: what there is, then a choice. Without input it ends after what there is. */
export async function plainHome(context: Context): Promise<number> {
  return withLines(context, async lines => {
    const choice = await choices(context);
    await context.say(overviewLines(choice.listed, choice.catalogue, { ...context, numbered: true }).join('\n'));
    const wait = context.world.stdin.isTTY === true || (await lines.begins(patienceOf(context)));
    return wait ? choose(context, lines, choice) : EXIT.fine;
  });
}

/** `tenken start` line by line: a choice of questionnaires only. */
export async function startPlain(context: Context): Promise<number> {
  return withLines(context, async lines => {
    const { catalogue } = await choices(context);
    const { lang, t, today } = context;
    const rows = catalogue.map((one, index) => `${index + 1}. ${questionnaireLine(one, t, lang, today)}`);
    await context.say([t('cli.overview.questionnaires'), ...rows].join('\n'));
    return choose(context, lines, { listed: [], catalogue });
  });
}

/** `tenken open` line by line. */
export async function openPlain(context: Context, id: string): Promise<number> {
  return withLines(context, lines => walkOn(context, lines, id));
}

/** `tenken demo` line by line; without input only a look at it. */
export async function plainDemo(context: Context, id: string): Promise<number> {
  return withLines(context, async lines => {
    if (isExplicit(context) || (await lines.begins(patienceOf(context)))) return walkOn(context, lines, id, true);
    await showAssessment(context, openDemo(context), false);
    return EXIT.fine;
  });
}

async function choices(context: Context): Promise<Choice> {
  const workspace = await context.workspace();
  const [listed, catalogue] = await Promise.all([workspace.list(), workspace.catalogue()]);
  return { listed, catalogue: newestFirst(catalogue) };
}

async function walkOn(context: Context, lines: Lines, name: string, demo = false): Promise<number> {
  const opened = await openAssessment(context, name);
  const first = opened.questionnaire.sections[0]?.items[0]?.id ?? '';
  const item = opened.assessment.position ?? first;
  return walkItems({ context: heedless(context), lines, demo }, { opened, item, lang: context.lang });
}

/** Lines that are piped in are answers also after `| head -1` stopped reading; a person who sees nothing is let go. */
function heedless(context: Context): Context {
  if (context.world.stdin.isTTY === true) return context;
  return { ...context, say: text => context.say(text).catch(unlessClosed) };
}

async function choose(context: Context, lines: Lines, choice: Choice): Promise<number> {
  const typed = await lines.ask(context.t('plain.choose'));
  const word = fold(typed ?? 'q');
  if (word === 'q') return EXIT.fine;
  if (word === 'l') return choose(inOtherLanguage(context), lines, choice);
  if (word === '') return choose(context, lines, choice);
  const picked = pick(choice, typed ?? '');
  try {
    if ('assessment' in picked) return await walkOn(context, lines, picked.assessment);
    return await startFrom(context, lines, picked.questionnaire);
  } catch (error) {
    const failure = failureOf(error, context.t);
    if (failure.exit === EXIT.bug) throw error;
    await context.say(failureLines(failure, context.t).join('\n'));
    return choose(context, lines, choice);
  }
}

function inOtherLanguage(context: Context): Context {
  const lang = otherLang(context.lang);
  return { ...context, lang, t: translator(lang) };
}

/** A number counts through the assessments and then the questionnaires, as they were shown. */
function pick({ listed, catalogue }: Choice, typed: string): { assessment: string } | { questionnaire: string } {
  const index = /^\d+$/.test(fold(typed)) ? Number(fold(typed)) - 1 : -1;
  const assessment = listed[index];
  const version = catalogue[index - listed.length];
  if (assessment) return { assessment: assessment.id };
  if (version) return { questionnaire: reference(version) };
  const isList = /[@/\\]|\.ya?ml$/i.test(typed) || catalogue.some(one => one.id === fold(typed));
  return isList ? { questionnaire: typed.trim() } : { assessment: typed.trim() };
}

async function startFrom(context: Context, lines: Lines, wanted: string): Promise<number> {
  const isFile = /[/\\]|\.ya?ml$/i.test(wanted);
  const workspace = await context.workspace();
  const questionnaire = isFile
    ? (await workspace.importFile(await typedFile(context, wanted))).questionnaire
    : await openQuestionnaire(context, wanted);
  const id = await askAndCreate({ context, lines }, questionnaire);
  return id === undefined ? EXIT.fine : walkOn(context, lines, id);
}
