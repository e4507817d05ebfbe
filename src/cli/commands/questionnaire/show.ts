import type { Questionnaire } from '../../../questionnaire/schema/schema.ts';
import type { Context, Run } from '../../kernel/context.ts';
import { oneLine, setIn } from '../../kernel/output.ts';
import { findItem, openQuestionnaire } from '../../lookup.ts';
import { guideLines, partLines, questionLines } from '../../views/item.ts';

/** `tenken questionnaire show`: a version whole, or one item with its guide. */
export const run: Run<{ json?: boolean }> = async (context, [reference = '', id], { json }) => {
  const { lang, say, sayJson, t } = context;
  const questionnaire = await openQuestionnaire(context, reference);
  if (id !== undefined) {
    const item = findItem(questionnaire, id);
    if (json) return sayJson(item);
    return say(
      [...questionLines(item, t, lang), ...partLines(item, context.today, t, lang), ...guideLines(item, t, lang)].join(
        '\n',
      ),
    );
  }
  if (json) return sayJson(questionnaire);
  await say(questionnaireLines(questionnaire, context).join('\n'));
};

function questionnaireLines(questionnaire: Questionnaire, { lang, t }: Context): string[] {
  const { id, version, title, label, publisher, released, notice, officialList, gates, sections } = questionnaire;
  return [
    `${oneLine(title[lang])} ${oneLine(label[lang])}  (${id}@${version})`,
    t('cli.questionnaire.publisher', { publisher: oneLine(publisher), date: released ?? '-' }),
    ...(notice ? [oneLine(notice[lang])] : []),
    t('cli.questionnaire.official-list', {
      where: oneLine(officialList.where[lang]),
      url: officialList.url ?? '',
    }).trim(),
    ...(gates && gates.length > 0 ? ['', t('cli.show.gates')] : []),
    ...(gates ?? []).map(gate => `  ${gate.id}  ${setIn(gate.ask[lang], '  ')}`),
    ...sections.flatMap(section => [
      '',
      oneLine(section.title[lang]),
      ...section.items.map(item => `  ${item.id}  ${oneLine(item.title[lang])}  (${t(`risk.${item.risk}`)})`),
    ]),
  ];
}
