import type { Key } from '../../i18n/index.ts';
import type { Command, CommandAction, Step, TextAction } from './action.ts';
import type { KeyContext, Manner } from './context.ts';
import type { Of, On, Overlay, Screen, State } from './state.ts';

/** What a screen and what lies over one have in common. */
export type PlaceSpec<Place extends Screen | Overlay> = {
  /** The contexts that keys are pressed in there, with how keys work in each. */
  contexts: Readonly<Partial<Record<KeyContext, Manner>>>;
  /** Which context it is now, where there are several. */
  contextOf?: (place: Place) => KeyContext;
  /** The rows that the cursor of a list goes over: moving it needs no more than this. */
  rows?: (state: State, place: Place) => readonly unknown[];
  /** How many rows a page is; as many as fit on the screen without. */
  page?: number;
  /** Whether a command would do nothing just now, so that the footer need not offer its key. */
  isIdle?: (state: State, place: Place, command: Command) => boolean;
  /** What a command does, other than moving the cursor of a list or scrolling a text. */
  update: (state: State, place: Place, action: CommandAction) => Step;
  /** What typed text does; nothing without. */
  typed?: (state: State, place: Place, action: TextAction) => Step;
};

/** A screen. */
export type ScreenSpec<Name extends Screen['name']> = PlaceSpec<On<Name>> & {
  /** Whether an assessment is open there; keys to the screens of an assessment work unless it never is. */
  open: 'always' | 'maybe' | 'never';
  /** The keys that lead there from the screens of an open assessment; the command has the name of the screen. */
  key?: { keys: string[]; label: Key; footer?: readonly KeyContext[] };
  /** Goes there by that key, or by another command of this name; undefined where there is nothing to go to. */
  enter?: (state: State) => Step | undefined;
  /** The screen when one comes back to it; a list keeps its cursor inside without. */
  settle?: (state: State, screen: On<Name>) => On<Name>;
};

/** What lies over a screen. */
export type OverlaySpec<Kind extends Overlay['kind']> = PlaceSpec<Of<Kind>>;
