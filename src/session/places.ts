import type { Command, CommandAction, Step, TextAction } from './core/action.ts';
import type { KeyContext } from './core/context.ts';
import type { PlaceSpec, ScreenSpec } from './core/spec.ts';
import type { On, Overlay, Screen, State } from './core/state.ts';
import { pageSize, replaceScreen, scrolledTo, show, stepCursor } from './core/step.ts';
import { OVERLAYS } from './overlays/index.ts';
import { SCREENS } from './screens/index.ts';

/** The screen of a name; undefined where the word names none. */
export function screenNamed(name: string): ScreenSpec<Screen['name']> | undefined {
  return Object.hasOwn(SCREENS, name) ? specOf({ name } as Screen) : undefined;
}

// A spec is only ever given the place that it was found by.
function specOf({ name }: Screen): ScreenSpec<Screen['name']> {
  return SCREENS[name] as ScreenSpec<Screen['name']>;
}

function overlaySpecOf({ kind }: Overlay): PlaceSpec<Overlay> {
  return OVERLAYS[kind] as PlaceSpec<Overlay>;
}

/** Where the next key will land. */
export function contextOf({ overlay, screen }: State): KeyContext {
  return overlay ? contextIn(overlaySpecOf(overlay), overlay) : contextIn(specOf(screen), screen);
}

function contextIn<Place extends Screen | Overlay>({ contextOf: own, contexts }: PlaceSpec<Place>, place: Place) {
  return own?.(place) ?? (Object.keys(contexts)[0] as KeyContext);
}

/** Whether a command would do nothing just now in the place that the next key lands in. */
export function isIdle(state: State, command: Command): boolean {
  const { overlay, screen } = state;
  if (!state.open && (command === 'search' || screenNamed(command)?.open === 'always')) return true;
  return overlay
    ? (overlaySpecOf(overlay).isIdle?.(state, overlay, command) ?? false)
    : (specOf(screen).isIdle?.(state, screen, command) ?? false);
}

/** What a key or typed text does to what lies over the screen. */
export function updateOverlay(state: State, overlay: Overlay, action: CommandAction | TextAction): Step {
  return inPlace(overlaySpecOf(overlay), state, overlay, action, next => show({ ...state, overlay: next }));
}

/** What a key or typed text does on the screen. */
export function updateScreen(state: State, action: CommandAction | TextAction): Step {
  const { screen } = state;
  return inPlace(specOf(screen), state, screen, action, next => replaceScreen(state, next));
}

/** Moves the cursor of a list and scrolls a text, which is alike everywhere; the rest is up to the place. */
function inPlace<Place extends Screen | Overlay>(
  spec: PlaceSpec<Place>,
  state: State,
  place: Place,
  action: CommandAction | TextAction,
  put: (next: Place) => Step,
): Step {
  if (action.type === 'text') return spec.typed?.(state, place, action) ?? show(state);
  if (spec.rows && 'index' in place) {
    const { length } = spec.rows(state, place);
    const index = stepCursor(action.command, place.index, length, spec.page ?? pageSize(state));
    if (index !== undefined) return put({ ...place, index });
  }
  if ('scroll' in place) {
    const scroll = scrolledTo(state, action, place.scroll);
    if (scroll !== undefined) return put({ ...place, scroll });
  }
  return spec.update(state, place, action);
}

/**
 * A screen that one comes back to, after answers and scope may have changed: a list whose row is gone has its cursor on the
 * last one, and an item that is no longer asked gives way to the next one that is.
 */
export function settled(state: State): State {
  const { screen } = state;
  const spec = specOf(screen);
  if (spec.open === 'always' && !state.open) return state;
  if (spec.settle) return { ...state, screen: spec.settle(state, screen) };
  if (!spec.rows || !('index' in screen)) return state;
  const last = Math.max(spec.rows(state, screen).length - 1, 0);
  return { ...state, screen: { ...screen, index: Math.min(screen.index, last) } as On<Screen['name']> };
}
