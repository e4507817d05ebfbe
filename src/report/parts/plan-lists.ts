import type { BlockContent, Heading, RootContent } from 'mdast';
import type { ItemState } from '../../assessment/answers/item-state.ts';
import type { Day } from '../../assessment/day.ts';
import type { Duty } from '../../assessment/plan/duties.ts';
import { linkTo } from '../markdown/anchor.ts';
import { heading, joined, list, paragraph, point, said, table } from '../markdown/nodes.ts';
import type { ReportModel } from '../report-model.ts';
import type { Voice } from '../voice.ts';
import { openTable } from './open-items.ts';
import { itemName, ownerOf } from './words.ts';

/** What has to be found out before the plan is whole. A gap report lists these items elsewhere, so it only names them. */
export function clarify(
  voice: Voice,
  { plan, unknown, unanswered }: ReportModel,
  depth: Heading['depth'],
  alone: boolean,
): RootContent[] {
  if (plan.clarify.length === 0) return [];
  const short = [...named(voice, 'unknown', unknown), ...named(voice, 'unanswered', unanswered)];
  return [
    heading(depth, voice.say('plan.clarify')),
    paragraph(voice.sentence('plan.clarify.why')),
    ...(alone ? [openTable(voice, plan.clarify)] : [list(short.map(one => point([one])))]),
  ];
}

function named(voice: Voice, status: 'unknown' | 'unanswered', states: ItemState[]): BlockContent[] {
  if (states.length === 0) return [];
  const ids = said(states.map(({ item }) => item.id).join(', '));
  return [paragraph(joined([voice.label(`status.${status}`), ids], ' '))];
}

/** Actions said to be done whose items are still answered as gaps. */
export function doneActions(voice: Voice, { plan }: ReportModel, depth: Heading['depth']): RootContent[] {
  if (plan.done.length === 0) return [];
  const rows = plan.done.flatMap(({ state, also, progress, owner }) =>
    [state, ...also].map(one => [
      linkTo(itemName(voice, one)),
      said(voice.say(`progress.${progress}`)),
      ownerOf(voice, one.answer.owner ?? owner),
    ]),
  );
  const head = ['plan.action', 'plan.progress', 'plan.owner'] as const;
  return [
    heading(depth, voice.say('plan.done')),
    paragraph(voice.sentence('plan.done.why')),
    table(
      head.map(key => voice.say(key)),
      rows,
    ),
  ];
}

/** Gaps whose risk somebody accepted, with who, why and until when. They stay gaps. */
export function accepted(voice: Voice, { plan }: ReportModel, depth: Heading['depth']): RootContent[] {
  if (plan.accepted.length === 0) return [];
  const rows = plan.accepted.map(state => {
    const { reason, role, until } = state.answer.plan ?? {};
    return [linkTo(itemName(voice, state)), said(reason), said(role), said(until)];
  });
  const head = ['report.title', 'report.reason', 'plan.accepted.role', 'plan.accepted.until'] as const;
  return [
    heading(depth, voice.say('plan.accepted')),
    paragraph(voice.sentence('plan.accepted.why')),
    table(
      head.map(key => voice.say(key)),
      rows,
    ),
  ];
}

/** Duties that come back, the next one first. */
export function duties(voice: Voice, { plan, today }: ReportModel, depth: Heading['depth']): RootContent[] {
  if (plan.duties.length === 0) return [];
  const head = ['plan.duty', 'plan.every', 'plan.next', 'plan.owner'] as const;
  const sorted = [...plan.duties].sort((a, b) => (a.next < b.next ? -1 : a.next > b.next ? 1 : 0));
  const rows = sorted.map(duty => [
    itemName(voice, duty.state),
    voice.say(`recurs.${duty.every}`),
    nextOf(voice, duty, today),
    ownerOf(voice, duty.state.answer.owner),
  ]);
  return [
    heading(depth, voice.say('plan.duties')),
    paragraph(voice.sentence('plan.duties.why')),
    table(
      head.map(key => voice.say(key)),
      rows,
    ),
  ];
}

/** Without a date of the last time, the next date is counted from today and worth little. */
function nextOf(voice: Voice, { next, last }: Duty, today: Day): string {
  if (last !== 'dated') return voice.noted(next, voice.say(`plan.next.${last}`));
  return next === today ? voice.noted(next, voice.say('plan.next.now')) : next;
}
