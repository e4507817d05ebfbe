import type { PhrasingContent, RootContent } from 'mdast';
import type { ItemState } from '../../assessment/item-state.ts';
import { translator } from '../../i18n/index.ts';
import { lines } from '../markdown/clean.ts';
import { heading, joined, list, paragraph, point, said, table } from '../markdown/nodes.ts';
import { offReason, type ReportModel } from '../report-model.ts';
import type { Voice } from '../voice.ts';
import { reasonOf } from './not-applicable.ts';
import { unitResponses } from './unit-table.ts';

/** Every answer in the order of the official list, ready to be copied into it. */
export function appendix(voice: Voice, model: ReportModel): RootContent[] {
  const head = ['id', 'title', 'status', 'response', 'evidence'] as const;
  const rows = model.states.map(state => [
    state.item.id,
    voice.pick(state.item.title),
    statusOf(voice, state),
    response(voice, model, state),
    state.off === undefined ? (model.evidenceOf.get(state.item.id) ?? []).map(({ ref }) => ref).join(', ') : '',
  ]);
  const { officialList } = model.questionnaire;
  return [
    heading(2, voice.say('report.appendix')),
    paragraph(voice.sentence('report.appendix.use')),
    table(
      head.map(key => voice.say(`report.${key}`)),
      rows,
    ),
    paragraph(voice.label('report.official')),
    ...voice.prose(officialList.where),
    ...(officialList.url === undefined ? [] : [paragraph(said(officialList.url))]),
    ...leftOut(voice, model),
  ];
}

function leftOut(voice: Voice, { questionnaire }: ReportModel): RootContent[] {
  const left = questionnaire.leftOut ?? [];
  if (left.length === 0) return [];
  const points = left.map(({ id, reason }) => point([paragraph(`${id}: ${voice.pick(reason)}`)]));
  return [paragraph(voice.label('report.left-out')), list(points)];
}

/** The status; where the official sheet asks the other way round, also the answer that belongs there. */
function statusOf(voice: Voice, { status, item }: ItemState): string {
  const said = voice.say(`status.${status}`);
  if (item.officialAnswer !== 'no') return said;
  if (status !== 'met' && status !== 'partly' && status !== 'not-met') return said;
  return voice.say('report.status.reversed', lang => {
    const t = translator(lang);
    return { status: t(`status.${status}`), answer: t(status === 'met' ? 'report.no' : 'report.yes') };
  });
}

/** The words for the response column. Cells hold one line, so the lines of a note are set apart by a slash. */
function response(voice: Voice, model: ReportModel, state: ItemState): PhrasingContent[] {
  if (state.off !== undefined) {
    const reason = offReason(model.questionnaire, state);
    return said(reason && voice.pick(reason));
  }
  const note = lines(state.answer.note ?? '')
    .filter(line => line !== '')
    .map(said);
  const reason = state.answer.status === 'not-applicable' ? [reasonOf(voice, state.answer)] : [];
  return joined([...reason, ...note, ...unitResponses(voice, model, state)], ' / ');
}
