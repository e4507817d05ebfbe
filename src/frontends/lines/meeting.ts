import { ROLES, type Status } from '../../assessment/assessment.ts';
import { keptText } from '../../cli/edits.ts';
import { oneLine } from '../../cli/kernel/output.ts';
import { fold, statusOf } from '../../cli/kernel/parse.ts';
import type { Command } from '../../session/core/action.ts';
import type { Screen } from '../../session/core/state.ts';
import { opened } from '../../session/core/step.ts';
import { ballotOn, meetingOf } from '../../session/meeting.ts';
import { type WorkshopRow, workshopRows } from '../../session/screens/workshop.ts';
import { answer, keyOf } from './answers.ts';
import { fill, write } from './enter.ts';
import { sayMinutes } from './reports.ts';
import { clockLines, here, sayAnswer, sayNews, saySaved } from './say.ts';
import type { Handler, Next, Talk } from './talk.ts';

/** The digits of the answers. */
export const DIGITS: Readonly<Record<string, Status>> = {
  1: 'met',
  2: 'partly',
  3: 'not-met',
  4: 'not-applicable',
  5: 'unknown',
};

/** Begins a meeting, or shows how the one stands that goes on. */
export const workshop: Handler = async talk => {
  talk.press('workshop');
  return 'menu';
};

type On = Extract<Screen, { name: 'workshop' }>;

function screenOf({ state }: Talk): On | undefined {
  const { screen } = state();
  return screen.name === 'workshop' ? screen : undefined;
}

/** What can be chosen, each with a number, until a choice or an empty line leads back to an item. */
export async function workshopMenu(talk: Talk): Promise<Next> {
  let shown: WorkshopRow[] = [];
  for (let screen = screenOf(talk); screen; screen = screenOf(talk)) {
    const rows = workshopRows(talk.state(), screen);
    if (rows.map(rowName).join() !== shown.map(rowName).join()) await sayMenu(talk, rows);
    shown = rows;
    const typed = (await talk.lines.ask(talk.t('plain.workshop-prompt')))?.trim() ?? '';
    if (typed === '') break;
    if (fold(typed) === 'q') return 'quit';
    const [first = '', ...rest] = typed.normalize('NFKC').split(/\s+/);
    const row = rows[Number(first) - 1];
    if (row) await take(talk, row, rest.join(' '));
    else await talk.context.say(talk.t('plain.workshop-which', { n: rows.length }));
    if (row?.kind === 'end') break;
  }
  while (screenOf(talk)) talk.press('back');
  await talk.settle();
  return 'show';
}

const rowName = (row: WorkshopRow): string => (row.kind === 'person' ? row.name : row.kind);

async function sayMenu(talk: Talk, rows: WorkshopRow[]): Promise<void> {
  const { t, state, context } = talk;
  const meeting = meetingOf(state());
  const { parking = [] } = opened(state()).assessment;
  const head = meeting
    ? [
        t(`workshop.kind.${meeting.kind}`),
        ...clockLines(talk),
        ...parking.map(({ text }) => t('workshop.parked', { text: oneLine(text) })),
      ]
    : [t('plain.workshop-help')];
  await context.say([...head, ...rows.map((row, at) => `${at + 1}  ${rowText(talk, row)}`)].join('\n'));
}

/** A row with what is chosen in it. */
function rowText({ t, state }: Talk, row: WorkshopRow): string {
  const { screen, lang } = state();
  if (screen.name !== 'workshop') return '';
  const { draft } = screen;
  const { questionnaire, assessment } = opened(state());
  if (row.kind === 'person') {
    const { name } = row;
    const role = assessment.participants.find(one => one.name === name)?.role;
    const there = t(draft.present.includes(name) ? 'plain.present' : 'plain.absent');
    return t('plain.person', { name: oneLine(name), role: t(role ? `role.${role}` : 'workshop.no-role'), there });
  }
  const values: Partial<Record<WorkshopRow['kind'], string>> = {
    kind: t(`workshop.kind.${draft.kind}`),
    agenda: t(`workshop.agenda.${draft.agenda}`),
    section: questionnaire.sections.find(one => one.id === draft.section)?.title[lang] ?? '',
    minutes: t('workshop.minutes', { n: draft.minutes }),
    pace: t('plain.pace', { n: draft.pace }),
  };
  const value = values[row.kind];
  const label = t(`workshop.row.${row.kind}`);
  return value === undefined ? label : t('plain.chosen', { label, value: oneLine(value) });
}

/** Does what a row says; `rest` is how much, or which role. */
async function take(talk: Talk, row: WorkshopRow, rest: string): Promise<void> {
  const { t, state, context } = talk;
  toMenuRow(talk, row);
  if (row.kind === 'people') return people(talk);
  if (row.kind === 'minutes' || row.kind === 'pace') turnTo(talk, row.kind, Number(rest) || undefined);
  else if (row.kind === 'person' && rest !== '') toRole(talk, row.name, rest);
  else talk.press('enter');
  await talk.settle();
  if (state().screen.name === 'report') {
    await sayMinutes(talk);
    talk.press('back');
  } else if (screenOf(talk)) {
    if (['kind', 'agenda', 'section', 'minutes', 'pace', 'person'].includes(row.kind))
      await context.say(rowText(talk, row));
    await sayNews(talk);
  } else if (row.kind === 'begin') await context.say(t('plain.workshop-begun'));
}

function toMenuRow(talk: Talk, wanted: WorkshopRow): void {
  for (let screen = screenOf(talk); screen; screen = screenOf(talk)) {
    const rows = workshopRows(talk.state(), screen);
    const to = rows.findIndex(row => rowName(row) === rowName(wanted));
    const at = Math.min(screen.index, rows.length - 1);
    if (to === -1 || at === to) return;
    talk.press(at < to ? 'down' : 'up');
  }
}

/** Turns minutes or seconds to what was typed, as near as the steps come; one step on without a number. */
function turnTo(talk: Talk, kind: 'minutes' | 'pace', wanted: number | undefined): void {
  const now = (): number => screenOf(talk)?.draft[kind] ?? 0;
  if (wanted === undefined) {
    talk.press('right');
    return;
  }
  const command = now() < wanted ? 'right' : 'left';
  for (let before = -1; before !== now(); ) {
    before = now();
    if (command === 'right' ? before < wanted : before > wanted) talk.press(command);
  }
}

/** Gives a person a role. */
function toRole(talk: Talk, name: string, word: string): void {
  const role = ROLES.find(one => one === fold(word) || fold(talk.t(`role.${one}`)) === fold(word));
  for (const _ of [undefined, ...ROLES]) {
    const { participants } = opened(talk.state()).assessment;
    if (role === undefined || participants.find(one => one.name === name)?.role === role) return;
    talk.press('right');
  }
}

/** Asks who takes part; whoever is new is there. */
async function people(talk: Talk): Promise<void> {
  const typed = (await talk.lines.ask(talk.t('plain.ask-participants')))?.trim() ?? '';
  if (typed === '') return;
  const before = opened(talk.state()).assessment.participants;
  talk.press('enter');
  fill(talk, typed);
  talk.press('save-field');
  await talk.settle();
  for (const { name } of opened(talk.state()).assessment.participants) {
    if (before.some(one => one.name === name)) continue;
    toMenuRow(talk, { kind: 'person', name });
    talk.press('space');
  }
}

/** Asks each person for a vote, one after the other, then for the answer that is agreed on. */
export const vote: Handler = async talk => {
  const { item } = here(talk).current;
  talk.press('vote');
  const { overlay } = talk.state();
  if (overlay?.kind !== 'vote') return 'stay';
  await talk.context.say(talk.t('plain.vote-open'));
  while (ballotOn(talk.state(), item.id).isOpen) {
    if (await oneVote(talk, item.id)) continue;
    talk.press('back');
    await talk.settle();
    await talk.context.say(talk.t('plain.vote-left'));
    return 'stay';
  }
  await talk.settle();
  return agree(talk, item.id);
};

/** Takes the vote of whoever is next; false if nobody wants to say more. */
async function oneVote(talk: Talk, item: string): Promise<boolean> {
  const { overlay } = talk.state();
  const name = ballotOn(talk.state(), item).voters[overlay?.kind === 'vote' ? overlay.index : 0] ?? '';
  const typed = (await talk.lines.ask(talk.t('plain.vote-prompt', { name: oneLine(name) })))?.trim() ?? '';
  if (typed === '') return false;
  const words = typed.normalize('NFKC').split(/\s+/);
  const sure = /^[1-3]$/.test(words.at(-1) ?? '') && words.length > 1 ? words.pop() : undefined;
  const status = DIGITS[words.join(' ')] ?? statusOf(words.join(' '));
  if (status === undefined || status === 'unanswered') await talk.context.say(talk.t('plain.vote-how'));
  else talk.press(keyOf(status), sure ? (`answer-${sure}` as Command) : 'enter');
  return true;
}

/** Shows how people voted, and takes the answer that is agreed on. */
async function agree(talk: Talk, item: string): Promise<Next> {
  const { t, state, context, lines } = talk;
  const { spread, unsure, agreed } = ballotOn(state(), item);
  const names = (all: string[]): string => all.map(oneLine).join(t('list.separator'));
  const said = spread.map(one => t('plain.chosen', { label: t(`status.${one.status}`), value: names(one.names) }));
  const doubt = unsure.length > 0 ? [t('vote.unsure', { names: names(unsure) })] : [];
  await context.say([...said, ...doubt].join('\n'));
  for (;;) {
    const prompt = agreed ? t('plain.agreed-prompt', { status: t(`status.${agreed}`) }) : t('plain.agree-prompt');
    const word = fold((await lines.ask(prompt)) ?? '-');
    if (word === '0') {
      talk.press('clear', 'back');
      return vote(talk, '');
    }
    const status = word === '' ? agreed : (DIGITS[word] ?? statusOf(word));
    if (status !== undefined && status !== 'unanswered') return answer(talk, status);
    if (word === '' || word === '-') {
      talk.press('back');
      return 'stay';
    }
    await context.say(t('plain.vote-how'));
  }
}

/** `i why`, `x name: reason`, `a what; who; until when`, `z thought`; a dash takes back; alone it shows what there is. */
export const said =
  (command: 'decision' | 'dissent' | 'action-item' | 'park'): Handler =>
  async (talk, rest) => {
    if (rest === '') {
      await sayAnswer(talk);
      await talk.context.say(talk.t(`field.${command === 'action-item' ? 'action' : command}.help`));
      return 'stay';
    }
    write(talk, command, /^[-－ー]$/.test(rest) && command !== 'park' ? '' : (keptText(rest) ?? ''));
    await talk.settle();
    await saySaved(talk);
    if (command === 'park') await talk.context.say(talk.t('workshop.parked', { text: oneLine(rest) }));
    return 'stay';
  };

/** Begins a break of the meeting, or ends it. */
export const pause: Handler = async talk => {
  if (!meetingOf(talk.state())) await talk.context.say(talk.t('plain.no-meeting'));
  else talk.press('pause-meeting');
  await talk.settle();
  return 'stay';
};
