import { strengthOf } from '../assessment/evidence.ts';
import type { ItemState } from '../assessment/item-state.ts';
import { type Action, openActions } from '../assessment/plan.ts';
import { unitLabel } from '../assessment/units.ts';
import { lines, oneLine } from './markdown/clean.ts';
import { reasonText, valueText } from './parts/plain-words.ts';
import { offReason, type ReportModel } from './report-model.ts';
import type { Voice } from './voice.ts';

/** A cell: words, a number, or a calendar day that a spreadsheet shows as a date. */
export type SheetCell = string | number | { day: string };
export type Sheet = { id: string; name: string; columns: { title: string; width: number }[]; rows: SheetCell[][] };

type Column<Row> = { title: string; width: number; of: (row: Row) => SheetCell };

function sheet<Row>(id: string, name: string, columns: Column<Row>[], rows: Row[]): Sheet {
  return {
    id,
    name,
    columns: columns.map(({ title, width }) => ({ title, width })),
    rows: rows.map(row => columns.map(({ of }) => of(row))),
  };
}

/** Every table of a workbook: cover, gaps, plan, evidence, and all answers in the order of the official list. */
export function workbook(voice: Voice, model: ReportModel): Sheet[] {
  return [
    coverSheet(voice, model),
    gapsSheet(voice, model),
    planSheet(voice, model),
    evidenceSheet(voice, model),
    answersSheet(voice, model),
  ];
}

function coverSheet(voice: Voice, model: ReportModel): Sheet {
  const { questionnaire, assessment, readiness, plan, today, toolVersion } = model;
  const { counts, ready } = readiness;
  const facts: [string, SheetCell][] = [
    [voice.say('sheet.name'), oneLine(assessment.name)],
    [voice.say('report.fact.questionnaire'), `${voice.pick(questionnaire.title)} ${voice.pick(questionnaire.label)}`],
    [voice.say('sheet.ready'), voice.say(ready ? 'report.yes' : 'report.no')],
    ...(['met', 'partly', 'not-met', 'unknown', 'unanswered', 'not-applicable'] as const).map(
      (status): [string, SheetCell] => [
        voice.say(`status.${status}`),
        counts[status] + (status === 'not-applicable' ? counts.off : 0),
      ],
    ),
    [voice.say('report.fact.today'), { day: today }],
    [voice.say('plan.dates.review'), plan.reviewDate === undefined ? '' : { day: plan.reviewDate }],
    [voice.say('plan.dates.window'), { day: plan.windowEnd }],
    ...readiness.units.map((one): [string, SheetCell] => [
      voice.pick({ ja: unitLabel(questionnaire, one.unit, 'ja'), en: unitLabel(questionnaire, one.unit, 'en') }),
      voice.say(`report.units.${one.state}`),
    ]),
    [voice.say('report.fact.tool'), toolVersion],
    ['', voice.say('app.unofficial')],
  ];
  const columns = [
    { title: voice.say('report.fact'), width: 30, of: ([name]: [string, SheetCell]) => name },
    { title: voice.say('sheet.value'), width: 70, of: ([, value]: [string, SheetCell]) => value },
  ];
  return sheet('cover', voice.say('sheet.cover'), columns, facts);
}

function gapsSheet(voice: Voice, model: ReportModel): Sheet {
  const columns: Column<ItemState>[] = [
    ...itemColumns(voice),
    { title: voice.say('plan.impact'), width: 14, of: ({ item }) => voice.say(`impact.${item.impact}`) },
    { title: voice.say('sheet.retrofit'), width: 18, of: ({ item }) => voice.say(`retrofit.${item.retrofit}`) },
    { title: voice.say('report.note'), width: 40, of: ({ answer }) => text(answer.note) },
    { title: voice.say('report.units.of-item'), width: 40, of: state => unitsText(voice, model, state) },
    { title: voice.say('report.steps'), width: 60, of: ({ item }) => numbered(voice, item.steps) },
    { title: voice.say('plan.owner'), width: 16, of: ({ answer }) => text(answer.owner) },
    { title: voice.say('plan.due'), width: 12, of: ({ item }) => day(model.actions.get(item.id)?.due) },
  ];
  const gaps = model.gaps.flatMap(({ states }) => states);
  return sheet('gaps', voice.say('report.gaps'), columns, gaps);
}

/** One row per item, so that a filter by item works; the action that it belongs to stands beside it. */
export function planSheet(voice: Voice, model: ReportModel): Sheet {
  type Row = { action: Action; state: ItemState };
  const columns: Column<Row>[] = [
    { title: voice.say('report.id'), width: 14, of: ({ state }) => state.item.id },
    { title: voice.say('report.title'), width: 50, of: ({ state }) => voice.pick(state.item.title) },
    { title: voice.say('plan.action'), width: 36, of: ({ action }) => (action.title ? voice.pick(action.title) : '') },
    { title: voice.say('plan.wave'), width: 18, of: ({ action }) => voice.say(`plan.wave.${action.wave}`) },
    { title: voice.say('plan.risk'), width: 12, of: ({ state }) => voice.say(`risk.${state.item.risk}`) },
    { title: voice.say('plan.progress'), width: 12, of: ({ action }) => voice.say(`progress.${action.progress}`) },
    { title: voice.say('plan.days'), width: 8, of: ({ action }) => action.days },
    { title: voice.say('plan.owner'), width: 16, of: ({ action }) => text(action.owner) },
    { title: voice.say('plan.start'), width: 12, of: ({ action }) => day(action.start) },
    { title: voice.say('plan.due'), width: 12, of: ({ action }) => day(action.due) },
    {
      title: voice.say('sheet.proposed'),
      width: 10,
      of: ({ action }) => (action.proposed ? voice.say('plan.due.proposed') : ''),
    },
    { title: voice.say('sheet.after'), width: 20, of: ({ action }) => action.after.join(', ') },
    { title: voice.say('plan.done-when'), width: 60, of: ({ state }) => numbered(voice, state.item.good) },
    { title: voice.say('report.evidence'), width: 50, of: ({ state }) => numbered(voice, state.item.evidence) },
  ];
  const rows = [...openActions(model.plan), ...model.plan.done].flatMap(action =>
    [action.state, ...action.also].map(state => ({ action, state })),
  );
  return sheet('plan', voice.say('plan.title'), columns, rows);
}

function evidenceSheet(voice: Voice, { evidence }: ReportModel): Sheet {
  const columns: Column<ReportModel['evidence'][number]>[] = [
    { title: voice.say('report.register.ref'), width: 8, of: one => one.ref },
    { title: voice.say('report.register.what'), width: 40, of: one => text(one.evidence.what) },
    { title: voice.say('report.register.where'), width: 50, of: one => text(one.evidence.where) },
    {
      title: voice.say('report.register.strength'),
      width: 14,
      of: one => voice.say(`evidence.strength.${strengthOf(one.evidence)}`),
    },
    { title: voice.say('report.register.date'), width: 12, of: one => day(one.evidence.date) },
    { title: voice.say('report.register.until'), width: 12, of: one => day(one.evidence.validUntil) },
    { title: voice.say('report.register.owner'), width: 16, of: one => text(one.evidence.owner) },
    { title: voice.say('report.register.items'), width: 40, of: one => one.items.join(', ') },
  ];
  return sheet('evidence', voice.say('report.register'), columns, evidence);
}

/** All answers in the order of the official list. */
export function answersSheet(voice: Voice, model: ReportModel): Sheet {
  const columns: Column<ItemState>[] = [
    { title: voice.say('report.section'), width: 24, of: ({ section }) => voice.pick(section.title) },
    ...itemColumns(voice),
    { title: voice.say('report.response'), width: 60, of: state => responseOf(voice, model, state) },
    {
      title: voice.say('report.values'),
      width: 40,
      of: state =>
        state.values
          .map(one => valueText(voice, one))
          .filter(Boolean)
          .join('\n'),
    },
    {
      title: voice.say('report.evidence'),
      width: 40,
      of: ({ item, off }) =>
        off === undefined
          ? (model.evidenceOf.get(item.id) ?? [])
              .map(({ ref, evidence: { what, where } }) =>
                [ref, oneLine(what), oneLine(where ?? '')].filter(Boolean).join(' '),
              )
              .join('\n')
          : '',
    },
    { title: voice.say('plan.owner'), width: 16, of: ({ answer }) => text(answer.owner) },
    { title: voice.say('plan.due'), width: 12, of: ({ answer }) => day(answer.due) },
  ];
  return sheet('answers', voice.say('sheet.answers'), columns, model.states);
}

function itemColumns(voice: Voice): Column<ItemState>[] {
  return [
    { title: voice.say('report.id'), width: 14, of: ({ item }) => item.id },
    { title: voice.say('report.title'), width: 50, of: ({ item }) => voice.pick(item.title) },
    { title: voice.say('plan.risk'), width: 12, of: ({ item }) => voice.say(`risk.${item.risk}`) },
    { title: voice.say('report.status'), width: 14, of: ({ status }) => voice.say(`status.${status}`) },
  ];
}

function responseOf(voice: Voice, model: ReportModel, state: ItemState): string {
  if (state.off !== undefined) {
    const reason = offReason(model.questionnaire, state);
    return reason ? voice.pick(reason) : '';
  }
  const reason = state.answer.status === 'not-applicable' ? reasonText(voice, state.answer) : '';
  return [reason, text(state.answer.note), unitsText(voice, model, state)].filter(Boolean).join('\n');
}

/** Units that have an answer of their own, one per line. */
function unitsText(voice: Voice, { questionnaire }: ReportModel, { units, answer }: ItemState): string {
  return units
    .filter(one => one.own)
    .map(({ unit, status }) => {
      const name = voice.pick({ ja: unitLabel(questionnaire, unit, 'ja'), en: unitLabel(questionnaire, unit, 'en') });
      const note = text(answer.units?.[unit.id]?.note);
      return `${name}: ${voice.say(`status.${status}`)}${note ? ` ${note}` : ''}`;
    })
    .join('\n');
}

function numbered(voice: Voice, points: { ja: string[]; en: string[] } | undefined): string {
  if (!points) return '';
  return points.ja.map((ja, index) => `${index + 1}. ${voice.pick({ ja, en: points.en[index] ?? '' })}`).join('\n');
}

/** What a person wrote, with its lines, without what a screen would act on. */
function text(words: string | undefined): string {
  return lines(words ?? '')
    .join('\n')
    .trim();
}

function day(of: string | undefined): SheetCell {
  return of === undefined ? '' : { day: of };
}
