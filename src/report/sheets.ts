import { strengthOf } from '../assessment/answers/evidence.ts';
import type { ItemState } from '../assessment/answers/item-state.ts';
import { openActions, type Remediation } from '../assessment/plan/plan.ts';
import { coverSheet } from './cover-sheet.ts';
import { checkLines, evidenceLines, otherLines, plainText, unitLines, valueLines } from './entered.ts';
import { reasonText } from './parts/plain-words.ts';
import { datesRemark } from './parts/words.ts';
import { hasEntries, offReason, type ReportModel } from './report-model.ts';
import { type Column, day, type Sheet, type SheetCell, sheet } from './sheet.ts';
import type { Voice } from './voice.ts';

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

function gapsSheet(voice: Voice, model: ReportModel): Sheet {
  const columns: Column<ItemState>[] = [
    ...itemColumns(voice),
    { title: voice.say('plan.impact'), width: 14, of: ({ item }) => voice.say(`impact.${item.impact}`) },
    { title: voice.say('sheet.retrofit'), width: 18, of: ({ item }) => voice.say(`retrofit.${item.retrofit}`) },
    { title: voice.say('report.note'), width: 40, of: ({ answer }) => plainText(answer.note) },
    { title: voice.say('report.units.of-item'), width: 40, of: state => unitLines(voice, model, state).join('\n') },
    { title: voice.say('report.steps'), width: 60, of: ({ item }) => numbered(voice, item.steps) },
    { title: voice.say('plan.owner'), width: 16, of: ({ answer }) => plainText(answer.owner) },
    { title: voice.say('plan.due'), width: 12, of: ({ item }) => day(model.actions.get(item.id)?.due) },
  ];
  const gaps = model.gaps.flatMap(({ states }) => states);
  return sheet('gaps', voice.say('report.gaps'), columns, gaps);
}

/** One row per item, so that a filter by item works; the action that it belongs to stands beside it. */
export function planSheet(voice: Voice, model: ReportModel): Sheet {
  type Row = { action: Remediation; state: ItemState };
  const columns: Column<Row>[] = [
    { title: voice.say('report.id'), width: 14, of: ({ state }) => state.item.id },
    { title: voice.say('report.title'), width: 50, of: ({ state }) => voice.pick(state.item.title) },
    { title: voice.say('plan.action'), width: 36, of: ({ action }) => (action.title ? voice.pick(action.title) : '') },
    { title: voice.say('plan.wave'), width: 18, of: ({ action }) => voice.say(`plan.wave.${action.wave}`) },
    { title: voice.say('plan.risk'), width: 12, of: ({ state }) => voice.say(`risk.${state.item.risk}`) },
    { title: voice.say('plan.progress'), width: 12, of: ({ action }) => voice.say(`progress.${action.progress}`) },
    { title: voice.say('plan.days'), width: 8, of: ({ action }) => action.days },
    { title: voice.say('plan.owner'), width: 16, of: ({ action }) => plainText(action.owner) },
    { title: voice.say('plan.start'), width: 12, of: ({ action }) => day(action.start) },
    { title: voice.say('plan.due'), width: 12, of: ({ action }) => day(action.due) },
    {
      title: voice.say('sheet.proposed'),
      width: 10,
      of: ({ action }) => (action.proposed ? voice.say('plan.due.proposed') : ''),
    },
    { title: voice.say('plan.end'), width: 12, of: ({ action }) => day(action.end) },
    {
      title: voice.say('sheet.remark'),
      width: 24,
      of: ({ action }) => datesRemark(voice, model, action),
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
    { title: voice.say('report.register.what'), width: 40, of: one => plainText(one.evidence.what) },
    { title: voice.say('report.register.where'), width: 50, of: one => plainText(one.evidence.where) },
    {
      title: voice.say('report.register.strength'),
      width: 14,
      of: one => voice.say(`evidence.strength.${strengthOf(one.evidence)}`),
    },
    { title: voice.say('report.register.date'), width: 12, of: one => day(one.evidence.date) },
    { title: voice.say('report.register.until'), width: 12, of: one => day(one.evidence.validUntil) },
    { title: voice.say('report.register.owner'), width: 16, of: one => plainText(one.evidence.owner) },
    { title: voice.say('report.register.sighted'), width: 12, of: one => day(one.evidence.sighted) },
    { title: voice.say('report.register.items'), width: 40, of: one => one.items.join(', ') },
  ];
  return sheet('evidence', voice.say('report.register'), columns, evidence);
}

/** All answers in the order of the official list, with everything that was entered for an item. */
export function answersSheet(voice: Voice, model: ReportModel): Sheet {
  const asked = (of: (state: ItemState) => SheetCell) => (state: ItemState) =>
    state.off === undefined ? of(state) : '';
  const columns: Column<ItemState>[] = [
    { title: voice.say('report.section'), width: 24, of: ({ section }) => voice.pick(section.title) },
    ...itemColumns(voice),
    { title: voice.say('report.response'), width: 60, of: state => responseOf(voice, model, state) },
    { title: voice.say('report.values'), width: 40, of: asked(state => valueLines(voice, state).join('\n')) },
    { title: voice.say('report.evidence'), width: 40, of: asked(one => evidenceLines(voice, model, one).join('\n')) },
    { title: voice.say('plan.owner'), width: 16, of: asked(({ answer }) => plainText(answer.owner)) },
    { title: voice.say('plan.due'), width: 12, of: asked(({ answer }) => day(answer.due)) },
    {
      title: voice.say('report.checks'),
      width: 50,
      of: asked(({ item, answer }) => checkLines(voice, item.checks, answer.checks).join('\n')),
    },
    { title: voice.say('report.also'), width: 50, of: asked(state => otherLines(voice, state).join('\n')) },
  ];
  return sheet('answers', voice.say('sheet.answers'), columns, model.states);
}

function itemColumns(voice: Voice): Column<ItemState>[] {
  return [
    { title: voice.say('report.id'), width: 14, of: ({ item }) => item.id },
    { title: voice.say('report.title'), width: 50, of: ({ item }) => voice.pick(item.title) },
    { title: voice.say('plan.risk'), width: 12, of: ({ item }) => voice.say(`risk.${item.risk}`) },
    {
      title: voice.say('report.status'),
      width: 14,
      of: ({ status }) => ({ status, text: voice.say(`status.${status}`) }),
    },
  ];
}

function responseOf(voice: Voice, model: ReportModel, state: ItemState): string {
  if (state.off !== undefined) {
    const reason = offReason(model.questionnaire, state);
    const kept = hasEntries(state.answer) ? voice.say('report.off.kept') : '';
    return [reason ? voice.pick(reason) : '', kept].filter(Boolean).join('\n');
  }
  const reason = state.answer.status === 'not-applicable' || state.answer.reason ? reasonText(voice, state.answer) : '';
  return [reason, plainText(state.answer.note), ...unitLines(voice, model, state)].filter(Boolean).join('\n');
}

function numbered(voice: Voice, points: { ja: string[]; en: string[] } | undefined): string {
  if (!points) return '';
  return points.ja.map((ja, index) => `${index + 1}. ${voice.pick({ ja, en: points.en[index] ?? '' })}`).join('\n');
}
