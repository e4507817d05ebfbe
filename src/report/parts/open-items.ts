import type { RootContent } from 'mdast';
import type { ItemState } from '../../assessment/answers/item-state.ts';
import { heading, paragraph, said, table } from '../markdown/nodes.ts';
import type { ReportModel } from '../report-model.ts';
import type { Voice } from '../voice.ts';
import { ownerOf, whoOf } from './words.ts';

/** What is not known yet: answered "unknown", and not answered at all. */
export function openItems(voice: Voice, { unknown, unanswered }: ReportModel): RootContent[] {
  const none = unknown.length + unanswered.length === 0;
  return [
    heading(2, voice.say('report.open')),
    ...(none ? [paragraph(voice.sentence('report.open.none'))] : []),
    ...group(voice, 'unknown', unknown),
    ...group(voice, 'unanswered', unanswered),
  ];
}

function group(voice: Voice, status: 'unknown' | 'unanswered', states: ItemState[]): RootContent[] {
  if (states.length === 0) return [];
  const title = voice.noted(voice.say(`status.${status}`), String(states.length));
  return [heading(3, title), openTable(voice, states)];
}

/** Items with the question and who can answer it; notes and owners where there are any. */
export function openTable(voice: Voice, states: ItemState[]): RootContent {
  const noted = states.some(({ answer }) => said(answer.note).length > 0 || said(answer.owner).length > 0);
  const head = ['report.id', 'report.title', 'report.who', 'report.question'] as const;
  const more = noted ? (['plan.owner', 'report.note'] as const) : [];
  return table(
    [...head, ...more].map(key => voice.say(key)),
    states.map(state => [
      state.item.id,
      voice.pick(state.item.title),
      whoOf(voice, state),
      voice.pick(state.item.ask),
      ...(noted ? [ownerOf(voice, state.answer.owner), said(state.answer.note)] : []),
    ]),
  );
}
