import type { PhrasingContent } from 'mdast';
import { type ValueState, valueText } from '../../assessment/answers/checks.ts';
import type { ItemState } from '../../assessment/answers/item-state.ts';
import { parseDuration } from '../../assessment/duration.ts';
import type { Plan, Remediation } from '../../assessment/plan/plan.ts';
import { type Lang, translator, type Values } from '../../i18n/index.ts';
import type { ValueField } from '../../questionnaire/schema/schema.ts';
import { oneLine } from '../markdown/clean.ts';
import { joined, NOTHING, said, strong } from '../markdown/nodes.ts';
import type { ReportModel } from '../report-model.ts';
import type { Voice } from '../voice.ts';

/** Between facts that stand side by side. */
export const DOT = ' · ';

/** An item as headings, links and tables name it: stable id first. */
export function itemName(voice: Voice, { item }: ItemState): string {
  return `${item.id} ${voice.pick(item.title)}`;
}

/** Who has to answer an item. */
export function whoOf(voice: Voice, { item }: ItemState): string {
  return voice.series(item.who.map(who => voice.say(`who.${who}`)));
}

/** Until when an action is due, with what is to be said about that date, and that the work ends later where it does. */
export function dueOf(voice: Voice, model: ReportModel, action: Remediation): string {
  const { end, slips } = action;
  return dueNoted(voice, model, action, slips ? [voice.say('plan.due.slips', { date: end })] : []);
}

/** The same beside the end of the work, which says itself that it is late. */
export function dueAlone(voice: Voice, model: ReportModel, action: Remediation): string {
  return dueNoted(voice, model, action, []);
}

function dueNoted(voice: Voice, { plan }: ReportModel, action: Remediation, more: string[]): string {
  const { due, proposed, overdue, late } = action;
  const after = plan.reviewDate !== undefined && due > plan.reviewDate;
  const marks = [
    ...(proposed ? [voice.say('plan.due.proposed')] : []),
    ...(overdue ? [voice.say('plan.due.overdue')] : []),
    ...(late ? [voice.say('plan.due.late')] : after ? [voice.say('plan.due.after-review')] : []),
    ...more,
  ];
  return marks.length === 0 ? due : voice.noted(due, voice.series(marks));
}

/** What a row that holds due date and end in cells of their own has to say about them; empty where nothing. */
export function datesRemark(voice: Voice, { plan }: ReportModel, action: Remediation): string {
  const marks = endMarks(voice, plan, action);
  return voice.series([...(action.overdue ? [voice.say('plan.due.overdue')] : []), ...marks]);
}

/** When the work on an action is expected to end, with what is to be said about that. */
export function endOf(voice: Voice, { plan }: ReportModel, action: Remediation): string {
  const marks = endMarks(voice, plan, action);
  return marks.length === 0 ? action.end : voice.noted(action.end, voice.series(marks));
}

function endMarks(voice: Voice, plan: Plan, { end, slips }: Remediation): string[] {
  return [
    ...(slips ? [voice.say('plan.end.slips')] : []),
    ...(end > plan.windowEnd
      ? [voice.say('plan.due.late')]
      : plan.reviewDate !== undefined && end > plan.reviewDate
        ? [voice.say('plan.due.after-review')]
        : []),
  ];
}

/** Done too late for the planned review, by its date or by the work, so that the gap would still be open there. */
export function isAfterReview({ reviewDate }: Plan, { due, end }: Remediation): boolean {
  return reviewDate !== undefined && (due > reviewDate || end > reviewDate);
}

/** The owner as the person wrote it, or that there is none. */
export function ownerOf(voice: Voice, owner: string | undefined): PhrasingContent[] {
  const name = said(owner);
  return name.length === 0 ? [{ type: 'text', value: voice.say('plan.owner.none') }] : name;
}

/** A value against its threshold. What a person typed is shown as typed where it cannot be read. */
export function valueLine(voice: Voice, value: ValueState): PhrasingContent[] {
  const { field } = value;
  const limited = field.maxHours !== undefined || field.maxAgeMonths !== undefined;
  const wrong = ['low', 'early', 'late'] as const;
  const words = (lang: Lang): Values => ({
    label: oneLine(field.label[lang]),
    value: value.text === undefined ? NOTHING : shown(lang, field, value.text),
    limit: limitOf(lang, field),
    date: 'expires' in value ? value.expires : 'other' in value ? value.other : NOTHING,
  });
  if (value.state === 'missing')
    return voice.sentence(limited ? 'report.value.missing-limited' : 'report.value.missing', words);
  if (value.state === 'ok' && 'expires' in value) return voice.sentence('report.value.until', words);
  if (value.state === 'ok') return voice.sentence(limited ? 'report.value.within' : 'report.value.plain', words);
  const state = wrong.find(one => one === value.state);
  if (state) return voice.sentence(`report.value.${state}`, words);
  return voice.sentence(value.state === 'over' ? 'report.value.over' : 'report.value.expired', words);
}

/** A value in a table whose head says what it is; one that breaks its limit stands out. */
export function valueCell(voice: Voice, value: ValueState): PhrasingContent[] {
  if (value.text === undefined) return said(NOTHING);
  const { field, text } = value;
  if (!('expires' in value)) return said(voice.say('report.value.cell', lang => ({ value: shown(lang, field, text) })));
  const words = (lang: Lang): Values => ({ value: shown(lang, field, text), date: value.expires });
  return value.state === 'expired'
    ? strong(voice.say('report.value.cell-expired', words))
    : said(voice.say('report.value.cell-until', words));
}

/** A typed value in the words of a language: `4 時間`, `90 min`, a date as it is. */
export function shown(lang: Lang, field: ValueField, text: string): string {
  if (field.options) return oneLine(valueText(field, text, lang, translator(lang)('list.separator')));
  const minutes = field.kind === 'duration' ? parseDuration(text) : undefined;
  if (minutes === undefined) return oneLine(text);
  const t = translator(lang);
  return minutes % 60 === 0 ? t('report.hours', { n: minutes / 60 }) : t('report.minutes', { n: minutes });
}

/** The threshold of a value in the words of a language. */
export function limitOf(lang: Lang, { maxHours, maxAgeMonths, min }: ValueField): string {
  const t = translator(lang);
  if (min !== undefined) return String(min);
  if (maxHours !== undefined) return t('report.hours', { n: maxHours });
  return maxAgeMonths === undefined ? NOTHING : t('report.months', { n: maxAgeMonths });
}

/** A fact with its name before it. */
export function fact(name: string, value: PhrasingContent[]): PhrasingContent[] {
  return joined([said(name), value], ': ');
}
