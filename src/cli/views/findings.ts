import type { Finding } from '../../assessment/problems.ts';
import { type Lang, type T, wordOf } from '../../i18n/index.ts';
import { findField } from '../../questionnaire/items.ts';
import type { Questionnaire } from '../../questionnaire/schema.ts';
import { fieldText } from '../../session/copies.ts';
import { oneLine } from '../output.ts';

/** One finding in words; fields and scope questions by their text, not their id. */
export function findingText(finding: Finding, questionnaire: Questionnaire, t: T, lang: Lang): string {
  const { kind, item, values } = finding;
  const field = findField(questionnaire, item, values['field']);
  const gate = questionnaire.gates?.find(one => one.id === values['gate']);
  const what = values['path'] === undefined ? '' : fieldText(values['path'], t);
  const worded = { ...values, what, ...(field && { field: field.label[lang] }), ...(gate && { gate: gate.ask[lang] }) };
  if (values['place'] !== undefined)
    return oneLine(t('check.secret-in', { place: wordOf(t, 'copy.field', values['place']) }));
  const unit = values['unit'] === undefined ? '' : t('check.of-unit', { unit: values['unit'] });
  return oneLine(`${unit}${t(`check.${kind}`, worded)}`);
}

/** The findings in lines, each with the item it is about. */
export function findingLines(findings: Finding[], questionnaire: Questionnaire, t: T, lang: Lang): string[] {
  return findings.map(one => `${one.item ?? one.values['gate'] ?? ''}  ${findingText(one, questionnaire, t, lang)}`);
}
