import type { Answer, Rival } from '../assessment/assessment.ts';
import { pathOf } from '../assessment/merging/paths.ts';
import { fieldName, valueWords } from '../assessment/merging/tell.ts';
import { isKey, type T } from '../i18n/index.ts';

/** The name of a field of an answer or an assessment, by its path in `differs`. */
export function fieldText(path: string, t: T): string {
  return fieldName(path, part => {
    const key = `copy.field.${part}`;
    return isKey(key) ? t(key) : part;
  });
}

/** The notes of an answer, or of one unit of it, that it was given in several places; none where it has one or no note. */
export function rivalNotes({ differs }: Pick<Answer, 'differs'>, unit?: string): string[] {
  const path = unit === undefined ? pathOf('note') : pathOf('units', unit, 'note');
  return textsOf(differs?.[path]);
}

/** What an answer has for a note now; all notes that copies differ on. */
export function noteIn(answer: Answer = {}, unit: string | undefined): string {
  return (unit === undefined ? answer : answer.units?.[unit])?.note ?? rivalNotes(answer, unit).join('\n');
}

/** Those values of a field that are texts. */
export function textsOf(rivals: Rival[] = []): string[] {
  return rivals.flatMap(({ value }) => (typeof value === 'string' ? [value] : []));
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
