import { showCheck } from '../../cli/commands/check.ts';
import type { Context } from '../../cli/kernel/context.ts';
import { fold } from '../../cli/kernel/parse.ts';
import { exportMarkdown, makeMarkdown, toFile } from '../../cli/reports/report-output.ts';
import type { Lang, T } from '../../i18n/index.ts';
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
  await talk.context.say(readAloud(text, talk.t).join('\n'));
  await talk.context.say(talk.t('plain.minutes-file', { id: opened(talk.state()).assessment.id }));
}

/** Our Markdown as lines to listen to: without its marks, and a table as what each of its cells says. */
function readAloud(markdown: string, t: T): string[] {
  const lines: string[] = [];
  let heads: string[] = [];
  for (const line of markdown.trimEnd().split('\n')) {
    if (line.startsWith('<!--') || /^\|[\s|:-]+\|$/.test(line)) continue;
    const cells = line.startsWith('|')
      ? line
          .split(/(?<!\\)\|/)
          .slice(1, -1)
          .map(plain)
      : [];
    const said = cells.map((value, at) => (value === '—' ? '' : t('plain.chosen', { label: heads[at] ?? '', value })));
    if (cells.length === 0) lines.push(plain(line.replace(/^#+ /, '')));
    else if (heads.length > 2) lines.push(...said.filter(Boolean));
    else if (heads.length > 0) lines.push(t('plain.chosen', { label: cells[0] ?? '', value: cells[1] ?? '' }));
    heads = cells.length === 0 ? [] : heads.length > 0 ? heads : cells;
  }
  return lines.filter((line, at) => line !== '' || lines[at - 1] !== '').slice(lines[0] === '' ? 1 : 0);
}

function plain(text: string): string {
  return text
    .replace(/(?<!\\)\*\*/g, '')
    .replace(/\\([!-/:-@[-`{-~])/g, '$1')
    .trim();
}
