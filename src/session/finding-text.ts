import { unitLabel, unitsOf } from '../assessment/answers/units.ts';
import type { Assessment } from '../assessment/assessment.ts';
import type { Day } from '../assessment/day.ts';
import type { Finding } from '../assessment/review/problems.ts';
import type { Lang, T } from '../i18n/index.ts';
import { findField } from '../questionnaire/schema/items.ts';
import type { Questionnaire } from '../questionnaire/schema/schema.ts';
import { fieldText } from './copies.ts';

type Open = { questionnaire: Questionnaire; assessment: Assessment };

/** What each unit of an assessment is called, by its id. */
export function unitNamesOf({ questionnaire, assessment }: Open, today: Day, lang: Lang): ReadonlyMap<string, string> {
  const units = unitsOf(questionnaire, assessment, today);
  return new Map(units.map(unit => [unit.id, unitLabel(questionnaire, unit, lang)]));
}

/**
 * One finding in words, the same on the screen, in text and in JSON: values, scope questions and fields by their text and
 * units by their names, not by their ids.
 */
export function findingText(
  { kind, item, values }: Finding,
  { questionnaire }: Pick<Open, 'questionnaire'>,
  unitNames: ReadonlyMap<string, string>,
  t: T,
  lang: Lang,
): string {
  const field = findField(questionnaire, item, values.field);
  const gate = questionnaire.gates?.find(one => one.id === values.gate);
  const what = values.path === undefined ? values.what : fieldText(values.path, t);
  const text = t(`check.${kind}`, {
    ...values,
    ...(what !== undefined && { what }),
    ...(field && { field: field.label[lang] }),
    ...(gate && { gate: gate.ask[lang] }),
  });
  const unit = values.unit === undefined ? undefined : (unitNames.get(values.unit) ?? values.unit);
  return unit === undefined ? text : `${t('check.of-unit', { unit })}${text}`;
}
