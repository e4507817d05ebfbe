import { showCheck } from '../../cli/commands/check.ts';
import type { Context } from '../../cli/kernel/context.ts';
import { fold } from '../../cli/kernel/parse.ts';
import { exportMarkdown, makeMarkdown, toFile } from '../../cli/reports/report-output.ts';
import type { Lang } from '../../i18n/index.ts';
import type { ReportKind } from '../../report/formats/render.ts';
import { opened } from '../../session/core/step.ts';
import type { Handler, Talk } from './talk.ts';

/** The context in the language of the walk; reports in another one where that is asked for. */
function inLang({ context, state, t }: Talk, lang: Lang | 'both' = state().lang): Context {
  return { ...context, t, lang: state().lang, globals: { ...context.globals, lang } };
}

/** Writes a report into the current folder; `both`, `ja` or `en` may follow. */
export const writer =
  (kind: ReportKind): Handler =>
  async (talk, rest) => {
    const asked = fold(rest);
    const context = inLang(talk, asked === 'both' || asked === 'ja' || asked === 'en' ? asked : undefined);
    const { name, text } = await exportMarkdown(context, opened(talk.state()), kind);
    await toFile(context, name, text);
    return 'stay';
  };

/** What to look at before sending. */
export const check: Handler = async talk => {
  await showCheck(inLang(talk), opened(talk.state()), {});
  return 'stay';
};

/** Reads the minutes of the last meeting out. */
export async function sayMinutes(talk: Talk): Promise<void> {
  const { text } = await makeMarkdown(inLang(talk), opened(talk.state()), 'minutes');
  await talk.context.say(text.trimEnd());
  await talk.context.say(talk.t('plain.minutes-file', { id: opened(talk.state()).assessment.id }));
}
