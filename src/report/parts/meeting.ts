import type { RootContent } from 'mdast';
import type { ItemState } from '../../assessment/answers/item-state.ts';
import type { Answer, Status } from '../../assessment/assessment.ts';
import type { Key } from '../../i18n/index.ts';
import { type Cell, heading, joined, list, paragraph, point, said, table } from '../markdown/nodes.ts';
import type { ReportModel } from '../report-model.ts';
import type { Voice } from '../voice.ts';
import { itemName } from './words.ts';

/** Who does not share an agreed answer, and why; nothing where everybody does. */
export function dissentList(voice: Voice, states: ItemState[]): RootContent[] {
  const rows = states.flatMap(state =>
    (state.answer.dissent ?? []).map((one): Cell[] => [
      itemName(voice, state),
      voice.say(`status.${state.status}`),
      said(one.name),
      said(one.reason),
    ]),
  );
  return tableUnder(voice, 'minutes.dissent', ['report.title', 'minutes.agreed', 'minutes.who', 'report.reason'], rows);
}

/** A table under its heading; nothing where it has no rows. */
export function tableUnder(voice: Voice, title: Key, head: Key[], rows: Cell[][], depth: 2 | 3 = 2): RootContent[] {
  if (rows.length === 0) return [];
  return [
    heading(depth, voice.say(title)),
    table(
      head.map(key => voice.say(key)),
      rows,
    ),
  ];
}

/** What was put on the parking lot, with the item at which it came up. */
export function parkingLot(voice: Voice, { assessment }: ReportModel): RootContent[] {
  const all = assessment.parking ?? [];
  if (all.length === 0) return [];
  const points = all.map(({ text, item }) =>
    point([paragraph(said(text), ...(item === undefined ? [] : [[{ type: 'text' as const, value: ` (${item})` }]]))]),
  );
  return [heading(2, voice.say('minutes.parking')), list(points)];
}

/** What the gap report says of meetings: dissent and the parking lot. */
export function fromMeetings(voice: Voice, model: ReportModel): RootContent[] {
  const asked = model.states.filter(one => one.off === undefined);
  return [...dissentList(voice, asked), ...parkingLot(voice, model)];
}

/** `met 3, partly met 1 (Sato)`: how many voted what, with names where somebody stood apart. */
export function spreadWords(voice: Voice, { votes = {}, status }: Answer): string {
  const given = Object.entries(votes);
  const statuses = [...new Set(given.map(([, vote]) => vote.status))];
  const groups = statuses
    .map((one): [Status, string[]] => [one, given.flatMap(([name, vote]) => (vote.status === one ? [name] : []))])
    .sort((a, b) => Number(b[0] === status) - Number(a[0] === status) || b[1].length - a[1].length);
  return voice.series(
    groups.map(([one, names]) => {
      const text = `${voice.say(`status.${one}`)} ${names.length}`;
      return groups.length > 1 && one !== status ? voice.noted(text, voice.series(names)) : text;
    }),
  );
}

/** What somebody promised in a meeting, beside the steps of the guide. */
export function promised(voice: Voice, { answer }: ItemState): RootContent[] {
  if (answer.plan?.action === undefined) return [];
  const parts = [said(answer.plan.action), said(answer.owner), said(answer.due)].filter(one => one.length > 0);
  return [paragraph(voice.label('minutes.promised'), [{ type: 'text', value: ' ' }], joined(parts, ' · '))];
}
