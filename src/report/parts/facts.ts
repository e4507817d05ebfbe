import type { RootContent } from 'mdast';
import { type Cell, heading, joined, paragraph, said, table } from '../markdown/nodes.ts';
import type { ReportModel } from '../report-model.ts';
import type { Voice } from '../voice.ts';
import { doubtWords, weakFacets } from './doubts.ts';
import { DOT } from './words.ts';

const HASH_SHOWN = 12;
const FIRM = ['source', 'official'];

/** Which questionnaire, which version, when and by whom: what a reader needs to place the report. */
export function facts(voice: Voice, model: ReportModel): RootContent[] {
  const { notice } = model.questionnaire;
  const doubts = weakFacets(model.questionnaire.confidence);
  return [
    heading(2, voice.say('report.about')),
    table(
      [voice.say('report.fact'), voice.say('report.fact.value')],
      [...ofVersion(voice, model), ...ofAnswers(voice, model)],
    ),
    ...(notice ? voice.prose(notice) : []),
    ...(doubts.length === 0
      ? []
      : [paragraph(voice.sentence('report.doubt.version', lang => ({ facets: doubtWords(lang, doubts) })))]),
    paragraph(voice.sentence('app.unofficial')),
  ];
}

function ofVersion(voice: Voice, model: ReportModel): Cell[][] {
  const { questionnaire: asked, assessment } = model;
  const hash = asked.contentHash.slice(0, HASH_SHOWN);
  const other = assessment.questionnaire.contentHash.slice(0, HASH_SHOWN);
  return [
    [voice.say('report.fact.questionnaire'), voice.pick(asked.title)],
    [voice.say('report.fact.version'), joined([said(voice.pick(asked.label)), said(asked.version)], DOT)],
    [voice.say('report.fact.publisher'), said(asked.publisher)],
    [voice.say('report.fact.released'), asked.released ?? voice.say('report.not-known')],
    [voice.say('report.fact.validity', { date: model.validity.on }), validityWords(voice, model)],
    [
      voice.say('report.fact.hash'),
      model.contentDiffers ? voice.say('report.fact.hash.differs', { hash, other }) : `\`${hash}\``,
    ],
  ];
}

function validityWords(voice: Voice, { validity: { validity }, questionnaire }: ReportModel): string {
  const { datesConfidence } = questionnaire;
  const weak = datesConfidence !== undefined && !FIRM.includes(datesConfidence);
  const date = validity.state === 'past' ? validity.since : validity.state === 'unknown' ? undefined : validity.until;
  if (date === undefined) return voice.say('validity.unknown');
  const words = voice.say(`validity.${validity.state}`, { date });
  return weak ? voice.noted(words, voice.say(`confidence.${datesConfidence}`)) : words;
}

function ofAnswers(voice: Voice, model: ReportModel): Cell[][] {
  const { assessment, plan } = model;
  const people = assessment.participants.map(({ name, role }) =>
    said(role === undefined ? name : voice.noted(name, voice.say(`role.${role}`))),
  );
  return [
    [voice.say('report.fact.created'), assessment.createdAt.slice(0, 10)],
    [voice.say('report.fact.changed'), assessment.updatedAt.slice(0, 10)],
    [voice.say('report.fact.today'), model.today],
    [voice.say('report.fact.review'), assessment.reviewDate ?? voice.say('report.not-planned')],
    [voice.say('report.fact.window'), plan.windowEnd],
    [voice.say('report.fact.participants'), joined(people, voice.series(['', '']))],
    [voice.say('report.fact.tool'), said(model.toolVersion)],
  ];
}
