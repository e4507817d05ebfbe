import type { BlockContent, PhrasingContent, RootContent } from 'mdast';
import type { ItemState } from '../../assessment/answers/item-state.ts';
import type { Standing } from '../../assessment/answers/standings.ts';
import { type Unit, type UnitState, unitLabel } from '../../assessment/answers/units.ts';
import type { UnitAnswer } from '../../assessment/assessment.ts';
import { lines } from '../markdown/clean.ts';
import { hasWords, heading, joined, list, paragraph, point, said, strong, table } from '../markdown/nodes.ts';
import type { ReportModel } from '../report-model.ts';
import type { Voice } from '../voice.ts';
import { DOT, valueCell, valueLine } from './words.ts';

/** A unit by its name, or by what units are and its number. */
export function unitName(voice: Voice, { questionnaire }: ReportModel, unit: Unit): string {
  const [ja, en] = [unitLabel(questionnaire, unit, 'ja'), unitLabel(questionnaire, unit, 'en')];
  return voice.pick({ ja, en });
}

/** How many units still count, in one sentence; nothing where items are not asked per unit. */
export function unitVerdict(voice: Voice, { questionnaire, readiness }: ReportModel): BlockContent[] {
  const { units } = questionnaire;
  if (!units) return [];
  const count = (state: Standing['state']): number => readiness.units.filter(one => one.state === state).length;
  const falls = count('falls') + count('spare');
  const numbers = { stands: count('stands'), falls, open: count('open'), needed: units.count };
  return [paragraph(voice.sentence('report.units.verdict', lang => ({ ...numbers, units: units.title[lang] })))];
}

/** Every unit with its own values, whether it still counts, and what it does not meet. */
export function unitTable(voice: Voice, model: ReportModel): RootContent[] {
  const { units } = model.questionnaire;
  if (!units) return [];
  const ids = (states: ItemState[]): string => states.map(({ item }) => item.id).join(', ');
  const rows = model.readiness.units.map(one => [
    said(unitName(voice, model, one.unit)),
    strong(voice.say(`report.units.${one.state}`)),
    ...one.unit.values.map(value => valueCell(voice, value)),
    said(ids(one.fallen)),
    said(ids(one.open)),
  ]);
  const head = [
    voice.pick(units.name),
    voice.say('report.units.state'),
    ...(units.values ?? []).map(field => voice.pick(field.label)),
    ...(['fallen', 'unanswered'] as const).map(key => voice.say(`report.units.${key}`)),
  ];
  return [heading(2, voice.pick(units.title)), paragraph(voice.sentence('report.units.why')), table(head, rows)];
}

/** The units of an item, each with its status and what is behind it; one line where all are alike. */
export function unitParticulars(voice: Voice, model: ReportModel, state: ItemState): BlockContent[] {
  const { units } = model.questionnaire;
  if (!units || state.units.length === 0) return [];
  const points = state.units.map(one =>
    point([paragraph(unitLine(voice, model, one)), ...unitDetails(voice, state, one)]),
  );
  return [paragraph(voice.label('report.units.of', lang => ({ units: units.title[lang] }))), list(points)];
}

function unitLine(voice: Voice, model: ReportModel, { unit, status }: UnitState): PhrasingContent[] {
  return joined([said(unitName(voice, model, unit)), strong(voice.say(`status.${status}`))], DOT);
}

function unitDetails(voice: Voice, { item, answer }: ItemState, one: UnitState): BlockContent[] {
  const note = noteOf(answer.units?.[one.unit.id]);
  const shared = item.perUnit?.organization ? [] : (item.values ?? []).map(({ id }) => id);
  const own = answer.units?.[one.unit.id]?.values ?? {};
  const apart = one.values.filter(({ field }) => !shared.includes(field.id) || own[field.id] !== undefined);
  const values = apart.filter(value => value.text !== undefined || !value.field.optional);
  const told = [...values.map(value => valueLine(voice, value)), ...(note ? [said(note)] : [])];
  return told.length === 0 ? [] : [list(told.map(part => point([paragraph(part)])))];
}

function noteOf(answer: UnitAnswer | undefined): string | undefined {
  return hasWords(answer?.note) ? lines(answer.note).filter(Boolean).join(' / ') : undefined;
}
