import type { BlockContent, PhrasingContent, RootContent } from 'mdast';
import type { ValueState } from '../../assessment/answers/checks.ts';
import { type ItemState, isGap } from '../../assessment/answers/item-state.ts';
import type { Answer } from '../../assessment/assessment.ts';
import { isAccepted } from '../../assessment/plan/plan.ts';
import type { Item } from '../../questionnaire/schema/schema.ts';
import { oneLine } from '../markdown/clean.ts';
import { hasWords, heading, joined, list, paragraph, point, quotation, said, strong } from '../markdown/nodes.ts';
import type { ReportModel } from '../report-model.ts';
import type { Voice } from '../voice.ts';
import { checkList } from './check-list.ts';
import { doubts } from './doubts.ts';
import { promised } from './meeting.ts';
import { unitParticulars } from './unit-table.ts';
import { DOT, dueOf, fact, itemName, ownerOf, valueLine, whoOf } from './words.ts';

/** Everything about one gap: the question, how it stands, what was said, and how to close it. */
export function gapEntry(voice: Voice, model: ReportModel, state: ItemState): RootContent[] {
  const { item } = state;
  return [
    { ...heading(4, itemName(voice, state)), data: { hProperties: { dataRisk: item.risk, dataStatus: state.status } } },
    ...voice.prose(item.ask),
    ...standing(voice, model, state),
    ...promised(voice, state),
    ...particulars(voice, model, state),
    ...labelled(voice, 'report.evidence', evidenceLines(model, state)),
    ...guide(voice, state),
    ...doubts(voice, item, model.questionnaire.confidence),
  ];
}

/** Status, weight, owner and date in two lines; and why the status is not the one that was answered. */
export function standing(voice: Voice, model: ReportModel, state: ItemState): BlockContent[] {
  const { item, answer, status, broken } = state;
  const action = model.actions.get(item.id);
  const weight = [
    strong(voice.say(`status.${status}`)),
    said(voice.say(`risk.${item.risk}`)),
    ...(item.effort ? [said(voice.say(`effort.${item.effort}`))] : []),
    said(voice.say(`impact.${item.impact}`)),
    said(voice.say(`retrofit.${item.retrofit}`)),
  ];
  const duty = [
    fact(voice.say('report.who'), said(whoOf(voice, state))),
    fact(voice.say('plan.owner'), ownerOf(voice, answer.owner)),
    ...(action ? [fact(voice.say('plan.due'), said(dueOf(voice, model, action)))] : []),
  ];
  const taken = isGap(state) && isAccepted(state, model.today) ? answer.plan : undefined;
  const overridden = answer.status === 'met' && broken.length > 0;
  return [
    paragraph(joined(weight, DOT)),
    paragraph(joined(duty, DOT)),
    ...(taken
      ? [
          paragraph(
            voice.sentence('report.accepted', {
              role: oneLine(taken.role ?? '—'),
              until: taken.until ?? '—',
              reason: oneLine(taken.reason ?? '—'),
            }),
          ),
        ]
      : []),
    ...(overridden ? [paragraph(voice.sentence('report.overridden'))] : []),
  ];
}

/** What exactly was answered: the ticks, the values against their thresholds, and the note. */
export function particulars(voice: Voice, model: ReportModel, state: ItemState): BlockContent[] {
  const { item, answer, values } = state;
  const common = state.units.length === 0 || state.organization !== undefined || !item.perUnit?.organization;
  const told = common ? commonParticulars(voice, item, answer, values) : [];
  const label = state.organization === undefined ? [] : [paragraph(voice.label('report.organization'))];
  return [...(told.length > 0 ? label : []), ...told, ...unitParticulars(voice, model, state)];
}

function commonParticulars(voice: Voice, item: Item, answer: Answer, values: ValueState[]): BlockContent[] {
  return [
    ...(item.checks ? checkList(voice, item.checks, answer.checks ?? {}) : []),
    ...labelled(
      voice,
      'report.values',
      values.map(value => valueLine(voice, value)),
    ),
    ...(hasWords(answer.note) ? [paragraph(voice.label('report.note')), quotation(answer.note)] : []),
  ];
}

function evidenceLines(model: ReportModel, { item }: ItemState): PhrasingContent[][] {
  return (model.evidenceOf.get(item.id) ?? []).map(({ ref, evidence }) =>
    joined(
      [joined([said(ref), said(evidence.what)], ' '), ...[evidence.where, evidence.date].filter(hasWords).map(said)],
      DOT,
    ),
  );
}

function guide(voice: Voice, { item }: ItemState): BlockContent[] {
  return [
    ...(item.why ? [paragraph(voice.label('report.why')), ...voice.prose(item.why)] : []),
    ...(item.good ? [paragraph(voice.label('report.good')), voice.points(item.good)] : []),
    ...(item.steps ? [paragraph(voice.label('report.steps')), voice.points(item.steps, true)] : []),
    ...(item.reviewer ? [paragraph(voice.label('report.reviewer')), voice.points(item.reviewer)] : []),
  ];
}

function labelled(voice: Voice, key: 'report.values' | 'report.evidence', rows: PhrasingContent[][]): BlockContent[] {
  if (rows.length === 0) return [];
  return [paragraph(voice.label(key)), list(rows.map(row => point([paragraph(row)])))];
}
