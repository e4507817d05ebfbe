import { listed } from '../../assessment/answers/listed.ts';
import type { ReportKind } from '../../report/formats/render.ts';
import { openDemo, withDemoHome } from '../demo.ts';
import type { Context, Run } from '../kernel/context.ts';
import { nearest } from '../kernel/nearest.ts';
import { fold } from '../kernel/parse.ts';
import { UsageError } from '../kernel/usage-error.ts';
import { giveReport, type ReportOptions } from '../reports/report-output.ts';
import { openScreens } from '../screens.ts';
import { listJson } from '../views/json.ts';
import { assessmentLine } from '../views/overview.ts';
import { showCheck } from './check.ts';
import { showAssessment } from './show.ts';

type Options = ReportOptions & { json?: boolean };

const VIEWS: Record<string, (context: Context, options: Options) => Promise<number | undefined>> = {
  report: (context, options) => demoReport(context, 'gap-report', options),
  plan: (context, options) => demoReport(context, 'improvement-plan', options),
  check: (context, { json }) => showCheck(context, openDemo(context), json ? { json } : {}),
  show: (context, { json = false }) => showAssessment(context, openDemo(context), json),
  list: demoList,
};

/** `tenken demo`: a realistic half-answered assessment; nothing of the person's own is read or written. */
export const run: Run<Options> = async (context, [view], options) => {
  if (view === undefined) return openBare(context);
  const show = Object.hasOwn(VIEWS, fold(view)) ? VIEWS[fold(view)] : undefined;
  if (!show)
    throw new UsageError(
      'unknown-view',
      { view, views: Object.keys(VIEWS).join(', ') },
      nearest(view, Object.keys(VIEWS), 1),
    );
  return show(context, options);
};

async function openBare(context: Context): Promise<number> {
  if (context.meeting === 'screens') {
    return withDemoHome(context, async (demo, open) => openScreens(demo, { open, demo: true }, await demo.workspace()));
  }
  if (context.meeting === 'plain') {
    return withDemoHome(context, async (demo, id) =>
      (await import('../../frontends/lines/home.ts')).plainDemo(demo, id),
    );
  }
  await showAssessment(context, openDemo(context), false);
  return 0;
}

/** The report goes to stdout unless a file is named: the example should not leave files behind. */
async function demoReport(context: Context, kind: ReportKind, options: Options): Promise<number> {
  return giveReport(context, openDemo(context), kind, { output: '-', ...options });
}

async function demoList(context: Context, { json }: Options): Promise<undefined> {
  const { questionnaire, assessment } = openDemo(context);
  const one = listed(questionnaire, assessment, context.today);
  if (json) return context.sayJson(listJson('', [one]));
  return context.say(assessmentLine(one, context.t));
}
