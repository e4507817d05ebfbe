import { resolve } from 'node:path';
import type { Lang } from '../i18n/index.ts';
import { readPreferences, writePreference } from '../store/preferences.ts';
import type { StartOptions, Tty } from '../ui/start.ts';
import type { Context } from './context.ts';
import { failureLines, failureOf } from './failure.ts';
import type { Opened } from './lookup.ts';
import { makeReport } from './report-output.ts';
import { writeReportFile } from './report-file.ts';

const KINDS = { gap: 'gap-report', plan: 'improvement-plan' } as const;

/** Opens the full screens; gives their exit code. The only place that loads Ink and React. */
export async function openScreens(
  context: Context,
  what: Pick<StartOptions, 'open' | 'questionnaire' | 'demo'>,
): Promise<number> {
  const { world, lang, home, globals, today, t } = context;
  const { theme, sideBySide } = await readPreferences(home);
  const make = (open: Opened, which: 'gap' | 'plan', wanted: Lang | 'both') =>
    makeReport({ ...context, globals: { ...globals, lang: wanted } }, open, KINDS[which]);
  const { startScreens } = await import('../ui/start.ts');
  return startScreens({
    ...(world as unknown as Tty),
    workspace: await context.workspace(),
    lang,
    sideBySide: sideBySide ?? false,
    ascii: globals.ascii === true || theme === 'ascii' ? true : theme === 'unicode' ? false : undefined,
    today,
    now: world.now,
    env: world.env,
    prefer: (key, value) => writePreference(home, key, value as never),
    report: async (open, which, wanted) => (await make(open, which, wanted)).text,
    writeReport: async (open, which, wanted) => {
      const { text, name } = await make(open, which, wanted);
      const path = resolve(world.cwd, name);
      await writeReportFile(path, text);
      return path;
    },
    explain: error => ({ key: failureLines(failureOf(error, t), t).slice(0, 2).join(' ') }),
    interrupted: world.interrupted,
    ...what,
  });
}
