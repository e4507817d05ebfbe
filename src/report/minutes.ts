import type { RootContent } from 'mdast';
import { type ItemState, isGap } from '../assessment/answers/item-state.ts';
import type { Workshop } from '../assessment/assessment.ts';
import { localDay } from '../assessment/day.ts';
import { clockOf } from '../assessment/workshop/workshop.ts';
import { type Cell, heading, list, paragraph, point, said, table } from './markdown/nodes.ts';
import { serialise } from './markdown/serialise.ts';
import { dissentList, parkingLot, spreadWords, tableUnder } from './parts/meeting.ts';
import { documentTitle } from './parts/title.ts';
import { verdict } from './parts/verdict.ts';
import { itemName, whoOf } from './parts/words.ts';
import type { ReportModel } from './report-model.ts';
import { type ReportLang, type Voice, voiceOf } from './voice.ts';

/** How many of the slowest items are named. */
const SLOWEST = 5;

/** The minutes of a meeting as Markdown: the one with this id, or the last one. */
export function minutesReport(model: ReportModel, lang: ReportLang, id?: string): string {
  return serialise(minutesTree(model, voiceOf(lang), id));
}

/** The same as a tree, for other formats; a model without a meeting gives a title only. */
export function minutesTree(model: ReportModel, voice: Voice, id?: string): RootContent[] {
  const workshops = model.assessment.workshops ?? [];
  const workshop = id === undefined ? workshops.at(-1) : workshops.find(one => one.id === id);
  const title = documentTitle(model, voice.say('report.kind.minutes'));
  if (!workshop) return [title];
  const byId = new Map(model.states.map(one => [one.item.id, one]));
  const all = workshop.plan.flatMap(item => byId.get(item) ?? []);
  const settled = all.filter(one => workshop.items[one.item.id]?.settledAt !== undefined);
  return [
    title,
    ...about(voice, model, workshop, settled.length),
    ...verdict(voice, model),
    ...decisions(voice, workshop, settled),
    ...dissentList(voice, all),
    ...actions(voice, all),
    ...parkingLot(voice, model),
    ...times(voice, workshop, all),
    ...rest(voice, workshop, all),
    paragraph(voice.sentence('app.unofficial')),
  ];
}

function about(voice: Voice, model: ReportModel, workshop: Workshop, settled: number): RootContent[] {
  const { assessment, questionnaire } = model;
  const people = workshop.present.map(name => {
    const role = assessment.participants.find(one => one.name === name)?.role;
    return role === undefined ? name : voice.noted(name, voice.say(`role.${role}`));
  });
  const section = questionnaire.sections.find(one => one.id === workshop.section);
  const agenda = voice.say(`workshop.agenda.${workshop.agenda}`);
  const rows: [string, Cell][] = [
    [voice.say('minutes.kind'), voice.say(`workshop.kind.${workshop.kind}`)],
    [voice.say('report.fact.questionnaire'), `${voice.pick(questionnaire.title)} ${questionnaire.version}`],
    [voice.say('minutes.day'), localDay(workshop.startedAt)],
    [
      voice.say('minutes.time'),
      voice.say('minutes.time-of', { n: minutesOf(workshop.seconds), planned: workshop.minutes }),
    ],
    [voice.say('minutes.present'), said(voice.series(people))],
    [voice.say('minutes.agenda'), section ? voice.noted(agenda, voice.pick(section.title)) : agenda],
    [voice.say('minutes.settled'), voice.say('minutes.of', { n: settled, of: workshop.plan.length })],
  ];
  return [table([voice.say('report.fact'), voice.say('report.fact.value')], rows)];
}

function decisions(voice: Voice, workshop: Workshop, settled: ItemState[]): RootContent[] {
  const rehearsed = workshop.kind === 'rehearsal';
  const rows = settled.map((state): Cell[] => [
    itemName(voice, state),
    voice.say(`status.${state.status}`),
    rehearsed ? said(state.answer.owner ?? whoOf(voice, state)) : spreadWords(voice, state.answer),
    said(state.answer.decision ?? state.answer.note),
  ]);
  const third = rehearsed ? 'minutes.answers' : 'minutes.votes';
  return tableUnder(voice, 'minutes.decided', ['report.title', 'minutes.agreed', third, 'minutes.decision'], rows);
}

/** What somebody promised, and gaps that somebody owns or that have a date. */
function actions(voice: Voice, all: ItemState[]): RootContent[] {
  const rows = all
    .filter(one => one.answer.plan?.action !== undefined || (isGap(one) && (one.answer.owner ?? one.answer.due)))
    .map((state): Cell[] => [
      state.answer.plan?.action === undefined ? itemName(voice, state) : said(state.answer.plan.action),
      state.item.id,
      said(state.answer.owner),
      state.answer.due ?? '',
    ]);
  return tableUnder(voice, 'minutes.actions', ['minutes.action', 'report.id', 'plan.owner', 'plan.due'], rows);
}

function times(voice: Voice, workshop: Workshop, all: ItemState[]): RootContent[] {
  const secondsOf = (one: ItemState): number => workshop.items[one.item.id]?.seconds ?? 0;
  const sections = [...new Set(all.map(one => one.section))];
  const rows = sections.flatMap((section): Cell[][] => {
    const own = all.filter(one => one.section === section);
    const seconds = own.reduce((sum, one) => sum + secondsOf(one), 0);
    return seconds === 0 ? [] : [[voice.pick(section.title), clock(seconds)]];
  });
  if (rows.length === 0) return [];
  const slow = all.filter(one => secondsOf(one) > workshop.pace).sort((a, b) => secondsOf(b) - secondsOf(a));
  return [
    ...tableUnder(voice, 'minutes.times', ['minutes.section', 'minutes.time'], rows),
    ...(slow.length === 0
      ? []
      : [
          paragraph(voice.label('minutes.slow', { pace: clock(workshop.pace) })),
          list(
            slow.slice(0, SLOWEST).map(one => point([paragraph(`${itemName(voice, one)} (${clock(secondsOf(one))})`)])),
          ),
        ]),
  ];
}

/** What is left, what was put aside, and how long that takes at this pace. */
function rest(voice: Voice, workshop: Workshop, all: ItemState[]): RootContent[] {
  const left = all.filter(one => workshop.items[one.item.id]?.settledAt === undefined);
  const later = all.filter(one => one.answer.later === true);
  const { toGo } = clockOf(workshop, undefined, workshop.countedAt ?? workshop.startedAt);
  const points = (states: ItemState[]): RootContent =>
    list(states.map(one => point([paragraph(itemName(voice, one))])));
  return [
    heading(2, voice.say('minutes.rest')),
    ...(left.length === 0
      ? [paragraph(voice.sentence('minutes.nothing-left'))]
      : [paragraph(voice.sentence('minutes.left', { n: left.length, minutes: minutesOf(toGo) })), points(left)]),
    ...(later.length === 0 ? [] : [paragraph(voice.label('minutes.later')), points(later)]),
  ];
}

function minutesOf(seconds: number): number {
  return Math.ceil(seconds / 60);
}

/** `1:05`, `12:30`. */
function clock(seconds: number): string {
  const whole = Math.round(seconds);
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
}
