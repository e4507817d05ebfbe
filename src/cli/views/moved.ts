import { unitLabel, unitsOf } from '../../assessment/answers/units.ts';
import type { Moved } from '../../assessment/review/milestones.ts';
import { type Lang, type T, wordOf } from '../../i18n/index.ts';
import { findItem } from '../../questionnaire/schema/items.ts';
import { oneLine } from '../kernel/output.ts';
import type { Opened } from '../lookup.ts';

/** One movement in a line: what it is, the item or unit, and the status before and after. */
export function movedLine(
  { item, unit, was, is, movement }: Moved,
  { questionnaire, assessment }: Opened,
  { t, lang, today }: { t: T; lang: Lang; today: string },
): string {
  const title = findItem(questionnaire, item)?.title[lang] ?? '';
  const named = unit === undefined ? undefined : unitsOf(questionnaire, assessment, today).find(one => one.id === unit);
  const of = named ? unitLabel(questionnaire, named, lang) : (unit ?? '');
  const word = (status: string | undefined): string => (status === undefined ? '-' : wordOf(t, 'status', status));
  return oneLine(`${t(`movement.${movement}`)}  ${item}${of ? ` (${of})` : ''}  ${title}  ${word(was)} -> ${word(is)}`);
}
