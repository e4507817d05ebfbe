import { pauseEdits, withMeetingTime } from '../meeting.ts';
import { screenNamed, settled, updateOverlay, updateScreen } from '../places.ts';
import { switchLanguage, switchSideBySide } from '../preferences.ts';
import { createTextArea } from '../text/text-area.ts';
import type { Action, CommandAction, Step } from './action.ts';
import { landed } from './result.ts';
import type { FieldTarget, State } from './state.ts';
import { andThen, edit, open, show, withNotice } from './step.ts';

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
  const done = anywhere(fresh, action);
  if (done) return done;
  if (fresh.overlay) return updateOverlay(fresh, fresh.overlay, action);
  const gone = action.type === 'command' && fresh.screen.name !== 'start' ? navigate(fresh, action) : undefined;
  return gone ?? updateScreen(fresh, action);
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
  const { screen } = state;
  if (screen.name !== 'home' && command === 'quit') return toHome(state, at);
  if (screen.name !== 'home' && command === 'back') return goBack(state, at);
  const isOpen = state.open !== undefined && screen.name !== 'home';
  if (command === 'search' && isOpen)
    return open(state, { kind: 'search', area: createTextArea('', { multiline: false }), index: 0 });
  const to = command === screen.name ? undefined : screenNamed(command);
  return to?.enter && (isOpen || to.open !== 'always') ? to.enter(state) : undefined;
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
