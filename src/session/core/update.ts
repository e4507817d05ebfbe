import type { Questionnaire } from '../../questionnaire/schema/schema.ts';
import { updateHistory, updateMoved, updateReuse, updateVersions } from '../history.ts';
import { updateHome } from '../home.ts';
import { updateCheck, updateGates, updateMap, updatePlan } from '../lists.ts';
import { pauseEdits, withMeetingTime, workshopScreen } from '../meeting.ts';
import { updateOverlay } from '../overlay.ts';
import { switchLanguage, switchSideBySide, updateSettings } from '../settings.ts';
import { settled } from '../settle.ts';
import { updateStart } from '../start.ts';
import { createTextArea } from '../text/text-area.ts';
import { updateUnits } from '../units.ts';
import { updateWalk } from '../walk.ts';
import { updateWorkshop } from '../workshop.ts';
import type { Action, Command, Step } from './action.ts';
import { landed } from './result.ts';
import { statesOf } from './select.ts';
import type { FieldTarget, Screen, State } from './state.ts';
import { andThen, edit, goTo, moved, open, pageSize, replaceScreen, scrollRows, show, withNotice } from './step.ts';

type CommandAction = Extract<Action, { type: 'command' }>;

/** The next state and what to do in the world. Pure; every change of state goes through here. */
export function update(state: State, action: Action): Step {
  return withTokenScan(state, withMeetingTime(state, updated(state, action), action));
}

/** The check is shown at once; tokens that only a scanner knows are looked for when it opens and when answers change. */
function withTokenScan(before: State, step: Step): Step {
  const { screen, open: shown } = step.state;
  if (screen.name !== 'check' || !shown) return step;
  if (before.screen.name === 'check' && before.open?.assessment === shown.assessment) return step;
  return { ...step, effects: [...step.effects, { type: 'tokens' }] };
}

function updated(state: State, action: Action): Step {
  if (action.type !== 'command' && action.type !== 'text') return landed(state, action);
  if (action.type === 'command' && action.command === 'interrupt') return interrupt(state, action.at);
  const { notice: _, ...rest } = state;
  const fresh = state.screen.name === 'start' ? state : rest;
  if (fresh.overlay) return anywhere(fresh, action) ?? updateOverlay(fresh, fresh.overlay, action);
  if (fresh.screen.name === 'start') return anywhere(fresh, action) ?? updateStart(fresh, fresh.screen, action);
  if (action.type !== 'command') return show(fresh);
  return anywhere(fresh, action) ?? navigate(fresh, action) ?? onScreen(fresh, fresh.screen, action);
}

/** What is typed there is no answer, so leaving does not do it. */
function isPathOrCopy(type: FieldTarget['type']): boolean {
  return type === 'import' || type === 'take';
}

/** Ctrl+C saves what is being typed, unless it is wrong, and leaves. */
function interrupt(state: State, at: string): Step {
  const leave = { type: 'exit', code: 130 } as const;
  const { overlay } = state;
  const typed = overlay?.kind === 'evidence-form' || (overlay?.kind === 'field' && !isPathOrCopy(overlay.target.type));
  const paused = (now: State): Step => andThen(edit(now, ...pauseEdits(now, at)), after => show(after, leave));
  if (!overlay || !typed) return paused(state);
  const kept = updateOverlay(state, overlay, { type: 'command', command: 'save-field', at });
  return andThen(kept, paused);
}

/** Keys that mean the same in every place. */
function anywhere(state: State, action: Action): Step | undefined {
  if (action.type !== 'command') return undefined;
  switch (action.command) {
    case 'language':
      return switchLanguage(state);
    case 'side-by-side':
      return switchSideBySide(state);
    case 'redraw':
      return show(state, { type: 'redraw' });
    case 'suspend':
      return show(state, { type: 'suspend' });
    case 'help':
      return state.overlay ? undefined : open(state, { kind: 'help', scroll: 0 });
    default:
      return undefined;
  }
}

/** Keys that lead from any screen of an open assessment to another. */
function navigate(state: State, { command, at }: CommandAction): Step | undefined {
  if (command === 'settings')
    return state.screen.name === 'settings' ? undefined : goTo(state, { name: 'settings', index: 0 });
  if (command === 'quit' && state.screen.name !== 'home') return toHome(state, at);
  if (command === 'back' && state.screen.name !== 'home') return goBack(state, at);
  if (!state.open || state.screen.name === 'home') return undefined;
  if (command === 'search')
    return open(state, { kind: 'search', area: createTextArea('', { multiline: false }), index: 0 });
  const screen = destination(state, state.open.questionnaire, command);
  if (!screen || screen.name === state.screen.name) return undefined;
  return goTo(state, screen, ...(screen.name === 'history' ? [{ type: 'around' } as const] : []));
}

function destination(state: State, { units }: Pick<Questionnaire, 'units'>, command: Command): Screen | undefined {
  switch (command) {
    case 'map':
      return { name: 'map', index: placeOnMap(state), filter: 'all' };
    case 'report':
      return { name: 'report', which: 'gap', lang: state.lang, scroll: 0 };
    case 'check':
    case 'plan':
    case 'gates':
    case 'history':
      return { name: command, index: 0 };
    case 'workshop':
      return workshopScreen(state);
    case 'units':
      return units && { name: 'units', index: 0 };
    default:
      return undefined;
  }
}

/** The row of the map that shows the item on the walk. */
function placeOnMap(state: State): number {
  const { screen } = state;
  if (screen.name !== 'walk') return 0;
  return Math.max(
    statesOf(state).findIndex(one => one.item.id === screen.item),
    0,
  );
}

function goBack(state: State, at: string): Step {
  const behind = state.behind.at(-1);
  if ((!behind || behind.name === 'home') && state.demo) return show(withNotice(state, 'demo.leave'));
  if (!behind || behind.name === 'home') return toHome(state, at);
  return show(settled({ ...state, screen: behind, behind: state.behind.slice(0, -1) }));
}

function toHome(before: State, at: string): Step {
  const paused = edit(before, ...pauseEdits(before, at));
  return andThen(paused, leaveOpen);
}

function leaveOpen(state: State): Step {
  const { open: closing, now: _, ...rest } = state;
  const at = state.listed.findIndex(one => one.id === closing?.assessment.id);
  if (state.demo) return show(state, { type: 'exit', code: 0 });
  return show({ ...rest, screen: { name: 'home', index: Math.max(at, 0) }, behind: [] }, { type: 'list' });
}

function onScreen(state: State, screen: Screen, action: CommandAction): Step {
  switch (screen.name) {
    case 'home':
      return updateHome(state, screen, action);
    case 'walk':
      return updateWalk(state, screen, action);
    case 'map':
      return updateMap(state, screen, action);
    case 'check':
      return updateCheck(state, screen, action);
    case 'plan':
      return updatePlan(state, screen, action);
    case 'gates':
      return updateGates(state, screen, action);
    case 'units':
      return updateUnits(state, screen, action);
    case 'settings':
      return updateSettings(state, screen, action.command);
    case 'workshop':
      return updateWorkshop(state, screen, action);
    case 'history':
      return updateHistory(state, screen, action);
    case 'versions':
      return updateVersions(state, screen, action.command);
    case 'moved':
      return updateMoved(state, screen, action.command);
    case 'reuse':
      return updateReuse(state, screen, action);
    case 'report':
      return updateReport(state, screen, action.command);
    case 'start':
      return show(state);
  }
}

/** The preview scrolls; left and right choose the language, one key the document, one writes it. */
function updateReport(state: State, screen: Extract<Screen, { name: 'report' }>, command: Command): Step {
  const langs = ['ja', 'en', 'both'] as const;
  const scroll = moved(command === 'space' ? 'page-down' : command, screen.scroll, scrollRows(state), pageSize(state));
  if (scroll !== undefined) return replaceScreen(state, { ...screen, scroll });
  if (command === 'right' || command === 'left') {
    const by = command === 'right' ? 1 : -1;
    const lang = langs.at((langs.indexOf(screen.lang) + by) % langs.length) ?? 'ja';
    return replaceScreen(state, { ...screen, lang, scroll: 0 });
  }
  if (command === 'which') {
    const kinds = (['gap', 'plan', 'minutes'] as const).filter(one => one !== 'minutes' || hasMinutes(state));
    const which = kinds[(kinds.indexOf(screen.which) + 1) % kinds.length] ?? 'gap';
    return replaceScreen(state, { ...screen, which, scroll: 0 });
  }
  if (command !== 'write' && command !== 'enter') return show(state);
  return show(state, { type: 'write-report', which: screen.which, lang: screen.lang });
}

/** Minutes can be read once there was a meeting. */
function hasMinutes({ open: now }: State): boolean {
  return (now?.assessment.workshops?.length ?? 0) > 0;
}
