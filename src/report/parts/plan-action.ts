import type { Heading, RootContent } from 'mdast';
import type { ItemState } from '../../assessment/answers/item-state.ts';
import type { Action } from '../../assessment/plan/plan.ts';
import { heading, paragraph } from '../markdown/nodes.ts';
import type { ReportModel } from '../report-model.ts';
import type { Voice } from '../voice.ts';
import { particulars, standing } from './gap-entry.ts';
import { promised } from './meeting.ts';
import { itemName } from './words.ts';

/** One action with why it matters, what was said about it, how to get there and how to see that it is done. */
export function planAction(
  voice: Voice,
  model: ReportModel,
  { state, also, title }: Action,
  depth: Heading['depth'],
): RootContent[] {
  if (!title) return itemAction(voice, model, state, depth);
  const below = Math.min(depth + 1, 6) as Heading['depth'];
  return [
    heading(depth, voice.pick(title)),
    paragraph(voice.sentence('plan.together', { n: also.length + 1 })),
    ...[state, ...also].flatMap(one => itemAction(voice, model, one, below)),
  ];
}

function itemAction(voice: Voice, model: ReportModel, state: ItemState, depth: Heading['depth']): RootContent[] {
  const { item } = state;
  return [
    heading(depth, itemName(voice, state)),
    ...standing(voice, model, state),
    ...promised(voice, state),
    ...(item.why ? [paragraph(voice.label('report.why')), ...voice.prose(item.why)] : []),
    ...particulars(voice, model, state),
    ...(item.steps ? [paragraph(voice.label('report.steps')), voice.points(item.steps, true)] : []),
    ...(item.good ? [paragraph(voice.label('plan.done-when')), voice.points(item.good)] : []),
  ];
}
