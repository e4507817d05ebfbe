import { checkList } from '../assessment/answers/checks.ts';
import { evidenceIdentity } from '../assessment/answers/evidence.ts';
import type { ItemState } from '../assessment/answers/item-state.ts';
import { type UnitState, unitLabel, unitParts } from '../assessment/answers/units.ts';
import type { Answer, UnitAnswer } from '../assessment/assessment.ts';
import type { Check } from '../questionnaire/schema/schema.ts';
import { lines, oneLine } from './markdown/clean.ts';
import { reasonText, valueText } from './parts/plain-words.ts';
import type { ReportModel } from './report-model.ts';
import type { Voice } from './voice.ts';

const BOXES = { yes: '☑', no: '☒' } as const;

/** What a person wrote, with its lines, without what a screen would act on. */
export function plainText(words: string | undefined): string {
  return lines(words ?? '')
    .join('\n')
    .trim();
}

/** The sub-questions that were answered, one per line: `☑ text`, `☒ text → No`. */
export function checkLines(voice: Voice, check: Check | undefined, ticks: Answer['checks'] = {}): string[] {
  if (!check) return [];
  return checkList(check).flatMap(({ leaf }) => {
    const tick = ticks[leaf.id];
    if (tick === undefined) return [];
    return [`${BOXES[tick]} ${voice.say(`report.check.${tick}`, lang => ({ text: leaf.text[lang] }))}`];
  });
}

/** The values that were given, each with its label. */
export function valueLines(voice: Voice, { values }: Pick<ItemState, 'values'>): string[] {
  return values.map(one => valueText(voice, one)).filter(Boolean);
}

/** Everything that was said of single units, each under its name; nothing of units without anything of their own. */
export function unitLines(voice: Voice, { questionnaire }: ReportModel, { units, answer, item }: ItemState): string[] {
  return units.flatMap(one => {
    const own = answer.units?.[one.unit.id] ?? {};
    const { checks } = unitParts(item);
    const told = [
      own.status === 'not-applicable' ? reasonText(voice, own) : '',
      plainText(own.note),
      ...valueLines(voice, { values: ownValues(one, own) }),
      ...checkLines(voice, checks, own.checks),
    ].filter(Boolean);
    if (!one.own && told.length === 0) return [];
    const { unit } = one;
    const name = voice.pick({ ja: unitLabel(questionnaire, unit, 'ja'), en: unitLabel(questionnaire, unit, 'en') });
    const [first = '', ...rest] = told;
    return [`${name}: ${voice.say(`status.${one.status}`)}${first && ` ${first}`}`, ...rest];
  });
}

/** The values that belong to a unit alone. */
export function ownValues({ values }: UnitState, own: UnitAnswer): UnitState['values'] {
  return values.filter(({ field }) => own.values?.[field.id] !== undefined);
}

/** The evidence of an item, a few lines each: its number and what it is, where it lies, and what else is known of it. */
export function evidenceLines(voice: Voice, model: ReportModel, { item, answer }: ItemState): string[] {
  const known = model.evidenceOf.get(item.id) ?? [];
  return (answer.evidence ?? []).flatMap(one => {
    const { ref = '' } = known.find(({ evidence }) => evidenceIdentity(evidence) === evidenceIdentity(one)) ?? {};
    const facts = [
      ['report.register.date', one.date],
      ['report.register.until', one.validUntil],
      ['report.register.owner', oneLine(one.owner ?? '')],
      ['report.register.sighted', one.sighted],
    ] as const;
    const told = facts.flatMap(([key, value]) => (value ? [`${voice.say(key)}: ${value}`] : []));
    return [`${ref} ${oneLine(one.what)}`.trim(), oneLine(one.where ?? ''), told.join(' / ')].filter(Boolean);
  });
}

/** What else was said of an item, one thing per line: marks, the action, an accepted risk, the decision and votes. */
export function otherLines(voice: Voice, { answer }: Pick<ItemState, 'answer'>): string[] {
  const { plan = {}, decision, dissent = [], votes = {} } = answer;
  const told = (key: Parameters<Voice['say']>[0], value: string | undefined): string[] =>
    value ? [`${voice.say(key)}: ${value}`] : [];
  const named = (name: string, words: string): string => (words === '' ? name : `${name}: ${words}`);
  return [
    ...(answer.flag ? [voice.say('copy.field.flag')] : []),
    ...(answer.later ? [voice.say('copy.field.later')] : []),
    ...told('plan.action', plainText(plan.action)),
    ...told('plan.progress', plan.progress && voice.say(`progress.${plan.progress}`)),
    ...told('plan.days', plan.days === undefined ? undefined : String(plan.days)),
    ...told('report.reason', plainText(plan.reason)),
    ...told('plan.accepted.role', oneLine(plan.role ?? '')),
    ...told('plan.accepted.until', plan.until),
    ...told('copy.field.decision', plainText(decision)),
    ...dissent.flatMap(one => told('copy.field.dissent', named(oneLine(one.name), plainText(one.reason)))),
    ...Object.entries(votes).flatMap(([name, vote]) => {
      const status = voice.say(`status.${vote.status}`);
      const sure = vote.confidence === undefined ? status : voice.noted(status, voice.say(`sure.${vote.confidence}`));
      return told('copy.field.votes', named(`${oneLine(name)}: ${sure}`, plainText(vote.note)));
    }),
  ];
}
