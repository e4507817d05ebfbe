import type { PhrasingContent, RootContent } from 'mdast';
import type { ItemState } from '../../assessment/answers/item-state.ts';
import { translator } from '../../i18n/index.ts';
import { checkLines, otherLines, unitLines, valueLines } from '../entered.ts';
import { lines, oneLine } from '../markdown/clean.ts';
import { rich } from '../markdown/inline.ts';
import { heading, joined, list, paragraph, point, said, table } from '../markdown/nodes.ts';
import { hasEntries, offReason, type ReportModel } from '../report-model.ts';
import type { Voice } from '../voice.ts';
import { tableUnder } from './meeting.ts';
import { reasonOf } from './not-applicable.ts';

/** Every answer in the order of the official list, ready to be copied into it. */
export function appendix(voice: Voice, model: ReportModel): RootContent[] {
  const head = ['id', 'title', 'status', 'response', 'values-checks', 'evidence'] as const;
  const rows = model.states.map(state => [
    state.item.id,
    voice.pick(state.item.title),
    statusOf(voice, state),
    response(voice, model, state),
    valuesAndChecks(voice, state),
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
    ...alsoEntered(voice, model),
    ...scopeAnswers(voice, model),
  ];
}

/** The values that the official sheet asks for, and how the sub-questions were answered. */
function valuesAndChecks(voice: Voice, state: ItemState): PhrasingContent[] {
  if (state.off !== undefined) return [];
  const { item, answer } = state;
  const checks = checkLines(voice, item.checks, answer.checks).map(line => rich(oneLine(line)));
  return joined([...valueLines(voice, state).map(said), ...checks], ' / ');
}

/** What else was said of items: marks, actions, estimates, accepted risks, decisions and votes. */
function alsoEntered(voice: Voice, { states }: ReportModel): RootContent[] {
  const rows = states.flatMap(state => {
    const { owner, due } = state.answer;
    const told = [
      ...(owner ? [`${voice.say('plan.owner')}: ${owner}`] : []),
      ...(due ? [`${voice.say('plan.due')}: ${due}`] : []),
      ...otherLines(voice, state),
    ];
    return state.off !== undefined || told.length === 0 ? [] : [[state.item.id, joined(told.map(said), ' / ')]];
  });
  return tableUnder(voice, 'report.also', ['report.id', 'report.also.what'], rows, 3);
}

/** The scope questions that were answered. */
function scopeAnswers(voice: Voice, { questionnaire, assessment }: ReportModel): RootContent[] {
  const rows = (questionnaire.gates ?? []).flatMap(({ id, ask }) => {
    const answer = assessment.gates[id];
    return answer === undefined ? [] : [[voice.pick(ask), voice.say(`report.${answer}`)]];
  });
  return tableUnder(voice, 'report.gates', ['report.question', 'report.status'], rows, 3);
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
    const kept = hasEntries(state.answer) ? said(voice.say('report.off.kept')) : [];
    return joined(
      [said(reason && voice.pick(reason)), kept].filter(part => part.length > 0),
      ' / ',
    );
  }
  const note = lines(state.answer.note ?? '')
    .filter(line => line !== '')
    .map(said);
  const reason = state.answer.status === 'not-applicable' || state.answer.reason ? [reasonOf(voice, state.answer)] : [];
  return joined(
    [
      ...reason,
      ...note,
      ...unitLines(voice, model, state)
        .flatMap(line => lines(line))
        .map(said),
    ],
    ' / ',
  );
}
