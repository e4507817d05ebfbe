import type { RootContent } from 'mdast';
import { heading, paragraph } from '../markdown/nodes.ts';
import type { ReportModel } from '../report-model.ts';
import type { Voice } from '../voice.ts';
import { gapEntry } from './gap-entry.ts';

/** All known shortfalls, the riskiest first. */
export function gapList(voice: Voice, model: ReportModel): RootContent[] {
  const groups = model.gaps.filter(({ states }) => states.length > 0);
  return [
    heading(2, voice.say('report.gaps')),
    ...(groups.length === 0 ? [paragraph(voice.sentence('report.gaps.none'))] : []),
    ...groups.flatMap(({ risk, states }) => [
      heading(3, voice.noted(voice.say(`risk.${risk}`), String(states.length))),
      ...states.flatMap(state => gapEntry(voice, model, state)),
    ]),
  ];
}
