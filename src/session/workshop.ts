import { AGENDAS, ROLES } from '../assessment/assessment.ts';
import { agendaItems, newWorkshop, nextInWorkshop, type WorkshopPlan } from '../assessment/workshop/workshop.ts';
import type { Action, Command, Step } from './core/action.ts';
import { askedStates } from './core/select.ts';
import type { Screen, State } from './core/state.ts';
import { andThen, edit, goTo, moved, opened, replaceScreen, show, withNotice } from './core/step.ts';
import { openField } from './field.ts';
import { meetingOf, turnMeeting } from './meeting.ts';
import { visit } from './walk.ts';

type On = Extract<Screen, { name: 'workshop' }>;
type CommandAction = Extract<Action, { type: 'command' }>;

/** A row of the workshop screen: what is chosen before it begins, or what can be done while it goes on. */
export type WorkshopRow =
  | { kind: 'kind' | 'agenda' | 'section' | 'minutes' | 'pace' | 'people' | 'begin' }
  | { kind: 'person'; name: string }
  | { kind: 'go-on' | 'pause' | 'resume' | 'minutes-of' | 'end' };

/** What the screen offers now. */
export function workshopRows(state: State, { draft }: Pick<On, 'draft'>): WorkshopRow[] {
  const meeting = meetingOf(state);
  const { participants, workshops = [] } = opened(state).assessment;
  const minutes: WorkshopRow[] = workshops.length > 0 ? [{ kind: 'minutes-of' }] : [];
  if (meeting)
    return [{ kind: 'go-on' }, { kind: meeting.countedAt ? 'pause' : 'resume' }, ...minutes, { kind: 'end' }];
  return [
    { kind: 'begin' },
    { kind: 'kind' },
    { kind: 'agenda' },
    ...(draft.agenda === 'section' ? [{ kind: 'section' } as const] : []),
    { kind: 'minutes' },
    { kind: 'pace' },
    ...participants.map(({ name }): WorkshopRow => ({ kind: 'person', name })),
    { kind: 'people' },
    ...minutes,
  ];
}

/** Up and down choose a row, left and right change it, Space says who is there, Enter does it. */
export function updateWorkshop(state: State, screen: On, { command, at }: CommandAction): Step {
  const rows = workshopRows(state, screen);
  const index = moved(command, screen.index, rows.length, 5);
  if (index !== undefined) return replaceScreen(state, { ...screen, index });
  const row = rows[Math.min(screen.index, rows.length - 1)];
  if (!row) return show(state);
  if (command === 'pause-meeting') return turnMeeting(state, at);
  if (row.kind === 'person') return person(state, screen, row.name, command, at);
  if (command === 'left' || command === 'right') return change(state, screen, row, command === 'right' ? 1 : -1);
  return command === 'enter' || command === 'space' ? take(state, screen, row, at) : show(state);
}

function take(state: State, screen: On, row: WorkshopRow, at: string): Step {
  switch (row.kind) {
    case 'begin':
      return begin(state, screen, at);
    case 'go-on':
      return goOn(state, at);
    case 'pause':
    case 'resume':
      return turnMeeting(state, at);
    case 'end':
      return end(state, at);
    case 'minutes-of':
      return goTo(state, { name: 'report', which: 'minutes', lang: state.lang, scroll: 0 });
    case 'people':
      return openField(state, { type: 'people' });
    default:
      return change(state, screen, row, 1);
  }
}

function change(state: State, screen: On, row: WorkshopRow, by: 1 | -1): Step {
  const { draft } = screen;
  const to = (next: Partial<WorkshopPlan>): Step => replaceScreen(state, { ...screen, draft: { ...draft, ...next } });
  const { sections } = opened(state).questionnaire;
  switch (row.kind) {
    case 'kind':
      return to({ kind: draft.kind === 'workshop' ? 'rehearsal' : 'workshop' });
    case 'agenda':
      return to({ agenda: turn(AGENDAS, draft.agenda, by) });
    case 'section': {
      const ids = sections.map(one => one.id);
      return to({ section: turn(ids, draft.section ?? ids[0] ?? '', by) });
    }
    case 'minutes':
      return to({ minutes: Math.min(Math.max(draft.minutes + by * 15, 15), 480) });
    case 'pace':
      return to({ pace: Math.min(Math.max(draft.pace + by * 15, 15), 1800) });
    default:
      return show(state);
  }
}

function turn<One>(all: readonly One[], now: One, by: 1 | -1): One {
  return all.at((all.indexOf(now) + by) % all.length) as One;
}

/** Space says whether somebody is there, left and right the role. */
function person(state: State, screen: On, name: string, command: Command, at: string): Step {
  const { draft } = screen;
  if (command === 'space' || command === 'enter') {
    const present = draft.present.includes(name) ? draft.present.filter(one => one !== name) : [...draft.present, name];
    return replaceScreen(state, { ...screen, draft: { ...draft, present } });
  }
  if (command !== 'left' && command !== 'right') return show(state);
  const roles = [undefined, ...ROLES];
  const participants = opened(state).assessment.participants.map(one => {
    if (one.name !== name) return one;
    const { role, ...rest } = one;
    const next = turn(roles, role, command === 'right' ? 1 : -1);
    return next ? { ...rest, role: next } : rest;
  });
  return edit(state, { type: 'profile', set: { participants }, at });
}

function begin(state: State, { draft }: On, at: string): Step {
  const { assessment } = opened(state);
  const items = agendaItems(askedStates(state), draft.agenda, draft.section);
  const [first] = items;
  if (!first) return show(withNotice(state, 'workshop.nothing'));
  const present = draft.present.filter(name => assessment.participants.some(one => one.name === name));
  const workshop = newWorkshop(assessment, { ...draft, present }, items, at);
  const begun = edit({ ...state, now: at }, { type: 'workshop', workshop, at });
  return andThen(begun, after => visit(onlyHomeBehind(after), first.item.id));
}

/** Esc on the walk of a meeting leads back to Home, not to how it was begun. */
function onlyHomeBehind(state: State): State {
  return { ...state, behind: state.behind.filter(one => one.name === 'home') };
}

/** Back to the item that is next, with the clock running. */
function goOn(state: State, at: string): Step {
  const meeting = meetingOf(state);
  if (!meeting) return show(state);
  const place = opened(state).assessment.position ?? '';
  const open = meeting.plan.includes(place) && meeting.items[place]?.settledAt === undefined;
  const item = open ? place : (nextInWorkshop(meeting, place) ?? meeting.plan[0]);
  const running = meeting.countedAt ? show(state) : turnMeeting(state, at);
  return item === undefined ? running : andThen(running, after => visit(onlyHomeBehind(after), item));
}

/** Closes the meeting and shows its minutes. */
function end(state: State, at: string): Step {
  const meeting = meetingOf(state);
  if (!meeting) return show(state);
  const done = edit(state, { type: 'workshop-time', workshop: meeting.id, turn: 'end', at });
  return andThen(done, after => goTo(after, { name: 'report', which: 'minutes', lang: after.lang, scroll: 0 }));
}
