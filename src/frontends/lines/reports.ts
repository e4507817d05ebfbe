import { fold } from '../../cli/kernel/parse.ts';
import { exportMarkdown, toFile } from '../../cli/reports/report-output.ts';
import type { ReportKind } from '../../report/formats/render.ts';
import { type Handler, wordsOf } from './session.ts';

/** Writes a report into the current folder; `both`, `ja` or `en` may follow. */
function writer(kind: ReportKind): Handler {
  return async (plain, walk, rest) => {
    const asked = fold(rest);
    const lang = asked === 'both' || asked === 'ja' || asked === 'en' ? asked : walk.lang;
    const context = { ...plain.context, t: wordsOf(walk), globals: { ...plain.context.globals, lang } };
    const { name, text } = await exportMarkdown(context, walk.opened, kind);
    await toFile(context, name, text);
    return { walk, step: 'stay' };
  };
}

export const gapReport = writer('gap-report');
export const plan = writer('improvement-plan');
