import type { RootContent } from 'mdast';
import { heading, paragraph } from './markdown/nodes.ts';
import { serialise } from './markdown/serialise.ts';
import { appendix } from './parts/appendix.ts';
import { differing } from './parts/differing.ts';
import { evidenceTable } from './parts/evidence-table.ts';
import { facts } from './parts/facts.ts';
import { findingsList } from './parts/findings-list.ts';
import { gapList } from './parts/gap-list.ts';
import { ledger, sinceMilestone, toConfirm } from './parts/history.ts';
import { fromMeetings } from './parts/meeting.ts';
import { notApplicable } from './parts/not-applicable.ts';
import { openItems } from './parts/open-items.ts';
import { planInReport } from './parts/plan-section.ts';
import { readinessTable } from './parts/readiness-table.ts';
import { documentTitle } from './parts/title.ts';
import { unitTable } from './parts/unit-table.ts';
import { verdict, whatBlocks } from './parts/verdict.ts';
import type { ReportModel } from './report-model.ts';
import { type ReportLang, type Voice, voiceOf } from './voice.ts';

/** The parts of a gap report in the order in which they are read. */
const PARTS: ((voice: Voice, model: ReportModel) => Iterable<RootContent>)[] = [
  verdict,
  whatBlocks,
  sinceMilestone,
  facts,
  readinessTable,
  unitTable,
  gapList,
  openItems,
  differing,
  toConfirm,
  notApplicable,
  evidenceTable,
  findingsList,
  fromMeetings,
  notCovered,
  planInReport,
  appendix,
  ledger,
];

/** The gap report as Markdown, complete with the improvement plan and all answers. */
export function gapReport(model: ReportModel, lang: ReportLang): string {
  return serialise(gapReportTree(model, voiceOf(lang)));
}

/** The same as a tree, for other formats. */
export function* gapReportTree(model: ReportModel, voice: Voice): Iterable<RootContent> {
  yield documentTitle(model, voice.say('report.kind.gap'));
  for (const part of PARTS) yield* part(voice, model);
}

function notCovered(voice: Voice, { questionnaire }: ReportModel): RootContent[] {
  if (!questionnaire.notCovered) return [];
  return [
    heading(2, voice.say('report.not-covered')),
    paragraph(voice.sentence('report.not-covered.why')),
    voice.points(questionnaire.notCovered),
  ];
}
