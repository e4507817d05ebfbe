import type { Rival } from '../assessment/assessment.ts';
import { fieldName, valueWords } from '../assessment/merging/tell.ts';
import { isKey, type T } from '../i18n/index.ts';

/** The name of a field of an answer or an assessment, by its path in `differs`. */
export function fieldText(path: string, t: T): string {
  return fieldName(path, part => {
    const key = `copy.field.${part}`;
    return isKey(key) ? t(key) : part;
  });
}

/** One value of a field in words. */
export function saidText(path: string, value: unknown, t: T): string {
  return valueWords(path, value, status => t(`status.${status}`));
}

/** What copies say of a field, and who says it: `Aoki: Met / Sato: Partly`. */
export function rivalsText(path: string, rivals: Rival[], t: T): string {
  return rivals
    .map(({ value, by }) => {
      const said = saidText(path, value, t);
      return by ? t('copy.said-by', { names: by.join(t('list.separator')), said }) : said;
    })
    .join(' / ');
}
