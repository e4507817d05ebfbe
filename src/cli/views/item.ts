import { checkList, type ValueState, valueStates, valueText } from '../../assessment/answers/checks.ts';
import type { ItemState } from '../../assessment/answers/item-state.ts';
import type { Answer, UnitAnswer } from '../../assessment/assessment.ts';
import type { Day } from '../../assessment/day.ts';
import { isToConfirm } from '../../assessment/versions/upgrade.ts';
import type { Lang, T } from '../../i18n/index.ts';
import type { Check, Item } from '../../questionnaire/schema/schema.ts';
import { fieldText, rivalsText } from '../../session/copies.ts';
import type { Focus } from '../../session/focus.ts';
import { oneLine, setIn } from '../kernel/output.ts';

/** The parts of an answer, in the order in which they are shown. */
export type AnswerPart = 'status' | 'note' | 'evidence' | 'owner' | 'due' | 'checks' | 'values';

/** The answer to an item in lines; nothing for what is not there. */
export function answerLines(focus: Focus, t: T, lang: Lang): string[] {
  return Object.values(answerParts(focus, t, lang)).flat();
}

/** The same by part, for those who show only what changed. */
export function answerParts(focus: Focus, t: T, lang: Lang): Record<AnswerPart, string[]> {
  const { current: state, unit, answer: asked } = focus;
  const { answer } = state;
  const off = state.off === undefined ? [] : [t('cli.item.off')];
  const { note } = unit ? (answer.units?.[unit.unit.id] ?? {}) : answer;
  const status = unit ? t(`status.${unit.status}`) : statusText(state, t);
  return {
    status: [
      t('cli.item.answer', { status }),
      ...off,
      ...confirmLines(answer, t, lang),
      ...differsLines(answer, t),
      ...reasonLines(asked, t),
      ...unitLines(state, t),
    ],
    note: note ? [t('cli.item.note', { note: setIn(note, '  ') })] : [],
    evidence: (answer.evidence ?? []).map((_, index) => evidenceLine(answer, index, t)),
    owner: answer.owner ? [t('cli.item.owner', { owner: oneLine(answer.owner) })] : [],
    due: answer.due ? [t('cli.item.due', { date: answer.due })] : [],
    checks: checkLines(focus.checks, asked, t, lang),
    values: focus.values.map(value => valueLine(value, t, lang)),
  };
}

/** What was answered in an earlier version, where the requirement has changed since. */
function confirmLines(answer: Answer, t: T, lang: Lang): string[] {
  const { confirm } = answer;
  if (!confirm || !isToConfirm(answer)) return [];
  const status = t(`status.${confirm.was ?? 'unanswered'}`);
  return [t('walk.confirm', { version: confirm.from, item: confirm.item, status }), oneLine(confirm.note[lang])];
}

/** What copies disagree on; a line each. */
function differsLines({ differs = {} }: Answer, t: T): string[] {
  return Object.entries(differs).map(([path, rivals]) =>
    oneLine(t('walk.differs', { field: fieldText(path, t), said: rivalsText(path, rivals, t) })),
  );
}

/** The status of every unit on one line, and of the organisation's part. */
function unitLines({ units, organization }: ItemState, t: T): string[] {
  if (units.length === 0) return [];
  const own = organization === undefined ? [] : [`${t('walk.organization')}: ${t(`status.${organization}`)}`];
  const each = units.map(
    one => `${one.unit.number} ${oneLine(one.unit.name ?? one.unit.id)}: ${t(`status.${one.status}`)}`,
  );
  return [t('cli.item.units', { list: [...own, ...each].join(t('list.separator')) })];
}

/** What counts, and what was said where a value that breaks a limit or is missing overrules it. */
export function statusText(state: ItemState, t: T): string {
  const counts = t(`status.${state.status}`);
  const said = state.answer.status;
  const overruled = state.off === undefined && said !== undefined && said !== state.status;
  if (!overruled) return counts;
  const key = said === 'met' && state.status === 'unknown' ? 'cli.item.overruled-missing' : 'cli.item.overruled';
  return t(key, { counts, said: t(`status.${said}`) });
}

function reasonLines(answer: UnitAnswer, t: T): string[] {
  if (!answer.reason) return [];
  const { code, text } = answer.reason;
  const label = t(`reason.${code}`);
  return [
    text ? t('cli.item.reason-text', { reason: label, text: oneLine(text) }) : t('cli.item.reason', { reason: label }),
  ];
}

function evidenceLine(answer: Answer, index: number, t: T): string {
  const one = answer.evidence?.[index];
  const parts = [
    one?.what ?? '',
    one?.where ?? '',
    one?.date ? t('cli.item.evidence-date', { date: one.date }) : '',
    one?.validUntil ? t('cli.item.evidence-until', { date: one.validUntil }) : '',
    one?.owner ?? '',
  ].filter(Boolean);
  return t('cli.item.evidence', { n: index + 1, text: parts.map(oneLine).join(' | ') });
}

const TICKS = { yes: '[x]', no: '[-]' } as const;

function checkLines(checks: Check | undefined, answer: UnitAnswer, t: T, lang: Lang): string[] {
  if (!checks) return [];
  const lines = checkList(checks).map(({ leaf, depth, join }, index) => {
    const tick = answer.checks?.[leaf.id];
    const mark = tick === undefined ? '[ ]' : TICKS[tick];
    const or = join === 'any' ? t('walk.or') : '';
    return `${'  '.repeat(depth + 1)}${index + 1} ${mark} ${or}${oneLine(leaf.text[lang])} (${leaf.id})`;
  });
  return [t('cli.item.checks'), ...lines];
}

/** A value with what it says about its threshold. */
export function valueLine(value: ValueState, t: T, lang: Lang): string {
  const label = oneLine(value.field.label[lang]);
  const text =
    value.text === undefined
      ? t('cli.item.value-none')
      : oneLine(valueText(value.field, value.text, lang, t('list.separator')));
  const line = t('cli.item.value', { label, field: value.field.id, text });
  if (value.state === 'over') return `${line} ${t('cli.item.value-over', { limit: `${value.field.maxHours}h` })}`;
  if ('other' in value) return `${line} ${t(`value.${value.state}`, { date: value.other })}`;
  if (value.state === 'low') return `${line} ${t('value.low', { min: value.field.min ?? 0 })}`;
  if (value.state === 'expired' && 'expires' in value)
    return `${line} ${t('cli.item.value-expired', { date: value.expires })}`;
  if ('expires' in value) return `${line} ${t('cli.item.value-expires', { date: value.expires })}`;
  return line;
}

/** What an item asks: id, title, risk, the question, and a word where the official sheet expects "no". */
export function questionLines(item: Item, t: T, lang: Lang): string[] {
  const risk = t(`risk.${item.risk}`);
  return [
    `${item.id}  ${oneLine(item.title[lang])}  (${risk} / ${t(`retrofit.${item.retrofit}`)})`,
    setIn(item.ask[lang], ''),
    ...(item.officialAnswer === 'no' ? [t('cli.item.official-no')] : []),
  ];
}

/** The sub-questions and values that an item asks for, unanswered. */
export function partLines(item: Item, today: Day, t: T, lang: Lang): string[] {
  const values = valueStates(item.values, undefined, today).map(value => valueLine(value, t, lang));
  return [...checkLines(item.checks, {}, t, lang), ...values];
}

const POINTS = ['good', 'evidence', 'pitfalls', 'benefits', 'steps', 'reviewer'] as const;

/** The guide to an item. */
export function guideLines(item: Item, t: T, lang: Lang): string[] {
  return [
    ...(item.why ? ['', t('cli.guide.why'), setIn(item.why[lang], '')] : []),
    ...POINTS.flatMap(part => {
      const points = item[part]?.[lang] ?? [];
      return points.length > 0
        ? ['', t(`cli.guide.${part}`), ...points.map((point, index) => `${mark(part, index)} ${setIn(point, '  ')}`)]
        : [];
    }),
    ...(item.note ? ['', t('cli.guide.note'), setIn(item.note[lang], '')] : []),
    '',
    factsLine(item, t),
    ...(item.printed ? [t('guide.printed', { number: item.printed })] : []),
    ...(item.waTool ? [t('guide.wa-tool', item.waTool)] : []),
    ...confidenceLines(item, t),
  ];
}

function mark(part: string, index: number): string {
  return part === 'steps' ? `${index + 1}.` : '-';
}

function factsLine(item: Item, t: T): string {
  const who = item.who.map(one => t(`who.${one}`)).join(', ');
  const facts = [
    ...(item.effort ? [t(`effort.${item.effort}`)] : []),
    t(`impact.${item.impact}`),
    who,
    ...(item.recurs ? [t(`recurs.${item.recurs}`)] : []),
  ];
  return facts.join(' | ');
}

function confidenceLines({ confidence }: Item, t: T): string[] {
  return (['id', 'title', 'rule'] as const).flatMap(facet => {
    const level = confidence?.[facet];
    if (level === undefined || level === 'official' || level === 'source') return [];
    return [t('cli.guide.confidence', { facet: t(`confidence.facet.${facet}`), level: t(`confidence.${level}`) })];
  });
}
