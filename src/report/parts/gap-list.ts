import type { RootContent } from 'mdast';
import { heading, paragraph } from '../markdown/nodes.ts';
import type { ReportModel } from '../report-model.ts';
import type { Voice } from '../voice.ts';
import { gapEntry } from './gap-entry.ts';

/** All known shortfalls, the riskiest first. */
export function* gapList(voice: Voice, model: ReportModel): Iterable<RootContent> {
  const groups = model.gaps.filter(({ states }) => states.length > 0);
  yield heading(2, voice.say('report.gaps'));
  if (groups.length === 0) yield paragraph(voice.sentence('report.gaps.none'));
  for (const { risk, states } of groups) {
    yield heading(3, voice.noted(voice.say(`risk.${risk}`), String(states.length)));
    for (const state of states) yield* gapEntry(voice, model, state);
  }
}
