import type { Day } from '../../assessment/day.ts';
import type { Finding } from '../../assessment/review/problems.ts';
import type { Lang, T } from '../../i18n/index.ts';
import { findingText, unitNamesOf } from '../../session/finding-text.ts';
import { oneLine } from '../kernel/output.ts';
import type { Opened } from '../lookup.ts';

/** The findings in words, in their order. */
export function findingTexts(findings: Finding[], opened: Opened, today: Day, t: T, lang: Lang): string[] {
  const names = unitNamesOf(opened, today, lang);
  return findings.map(one => oneLine(findingText(one, opened, names, t, lang)));
}

/** The findings in lines, each with the item it is about. */
export function findingLines(findings: Finding[], opened: Opened, today: Day, t: T, lang: Lang): string[] {
  const texts = findingTexts(findings, opened, today, t, lang);
  return findings.map((one, index) => `${one.item ?? one.values.gate ?? ''}  ${texts[index]}`);
}
