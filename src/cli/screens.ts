import { type T, translator } from '../i18n/index.ts';
import type { ReportKind } from '../report/formats/render.ts';
import type { Message } from '../session/core/state.ts';
import { readPreferences, writePreference } from '../store/preferences.ts';
import type { StartOptions } from '../ui/start.ts';
import type { Workspace } from '../workspace/workspace.ts';
import type { Context } from './kernel/context.ts';
import { failureLines, failureOf, messageOf } from './kernel/failure.ts';
import { exportMarkdown, makeMarkdown, saveReport } from './reports/report-output.ts';

/** What a command wants to see: an assessment, the start of a new one, or Home. */
export type ScreenWish = Pick<StartOptions, 'open' | 'questionnaire' | 'demo' | 'preview' | 'workshop'>;

const KINDS = { gap: 'gap-report', plan: 'improvement-plan', minutes: 'minutes' } as const satisfies Record<
  string,
  ReportKind
>;

/** Opens the full screens. The only place that knows where they live, so that nothing else loads Ink or React. */
export async function openScreens(context: Context, wish: ScreenWish, workspace?: Workspace): Promise<number> {
  const { world, lang, home, globals, today } = context;
  const { env, now, interrupted, picture } = world;
  const { sideBySide = false, theme } = await readPreferences(home);
  const { startScreens } = await import('../ui/start.ts');
  return startScreens({
    ...wish,
    ...terminalOf(context),
    workspace: workspace ?? (await context.workspace()),
    lang,
    sideBySide,
    // The example is nobody's: nothing of it is looked for at the next start.
    home: wish.demo ? undefined : home,
    ascii: globals.ascii || theme === 'ascii' ? true : theme === 'unicode' ? false : undefined,
    today,
    now,
    env,
    interrupted,
    picture,
    prefer: (key, value) => writePreference(home, key, value as never),
    report: async (open, which, reportLang) =>
      (await makeMarkdown(inLang(context, reportLang), open, KINDS[which])).text,
    writeReport: async (open, which, reportLang) => {
      const { name, text } = await exportMarkdown(inLang(context, reportLang), open, KINDS[which]);
      return saveReport(context, name, text);
    },
    tokens: async assessment => (await import('./reports/secret-scan.ts')).placesWithTokens(assessment),
    explain: (error, shownIn) => explained(error, translator(shownIn)),
  });
}

/** A long list of problems is shown whole, anything else in the line at the bottom. */
function explained(error: unknown, t: T): Message {
  const failure = failureOf(error, t);
  const message = messageOf(error, t);
  return failure.problems ? { ...message, lines: failureLines(failure, t) } : message;
}

function inLang(context: Context, lang: 'ja' | 'en' | 'both'): Context {
  return { ...context, globals: { ...context.globals, lang } };
}

/** Screens are only opened on a real terminal, which is a ReadStream and a WriteStream. */
function terminalOf({ world }: Context): Pick<StartOptions, 'stdin' | 'stdout' | 'stderr'> {
  return {
    stdin: world.stdin as NodeJS.ReadStream,
    stdout: world.stdout as NodeJS.WriteStream,
    stderr: world.stderr as NodeJS.WriteStream,
  };
}
