import type { RootContent } from 'mdast';
import type { Counts } from '../../assessment/review/readiness.ts';
import { type Cell, heading, strong, table } from '../markdown/nodes.ts';
import type { ReportModel } from '../report-model.ts';
import type { Voice } from '../voice.ts';

const BAR_WIDTH = 10;
const STATUSES = ['met', 'partly', 'not-met', 'unknown', 'unanswered', 'not-applicable'] as const;

/** How far each section is, and all of them together. */
export function readinessTable(voice: Voice, model: ReportModel): RootContent[] {
  const byRisk = model.questionnaire.passRule === 'by-risk';
  const head = [
    voice.say('report.section'),
    voice.say('report.progress'),
    ...STATUSES.map(status => voice.say(`status.${status}`)),
    ...(byRisk ? [voice.say('report.section-risk')] : []),
  ];
  const rows = model.sections.map(({ section, counts, risk }): Cell[] => [
    voice.pick(section.title),
    ...cells(voice, counts),
    ...(byRisk ? [voice.say(`report.section-risk.${risk}`)] : []),
  ]);
  const total: Cell[] = [
    strong(voice.say('report.total')),
    ...cells(voice, model.readiness.counts),
    ...(byRisk ? [''] : []),
  ];
  return [heading(2, voice.say('report.readiness')), table(head, [...rows, total]), ...picture(voice, model)];
}

/** The answers as a pie; a format that draws its own picture leaves it out. */
function picture(voice: Voice, { readiness: { counts } }: ReportModel): RootContent[] {
  const slices = STATUSES.filter(status => status !== 'not-applicable' && counts[status] > 0);
  if (slices.length < 2) return [];
  const lines = slices.map(status => `    "${voice.say(`status.${status}`)}" : ${counts[status]}`);
  return [{ type: 'code', lang: 'mermaid', value: ['pie showData', ...lines].join('\n') }];
}

function cells(voice: Voice, counts: Counts): Cell[] {
  return [
    progress(voice, counts),
    ...STATUSES.map(status => String(counts[status] + (status === 'not-applicable' ? counts.off : 0))),
  ];
}

/** Full only when everything is met, empty only when nothing is. */
function progress(voice: Voice, { met, applicable }: Counts): string {
  if (applicable === 0) return voice.say('status.not-applicable');
  const exact = (met / applicable) * BAR_WIDTH;
  const full = met === applicable ? BAR_WIDTH : Math.min(Math.max(Math.round(exact), met > 0 ? 1 : 0), BAR_WIDTH - 1);
  return `${'█'.repeat(full)}${'░'.repeat(BAR_WIDTH - full)} ${met}/${applicable}`;
}
