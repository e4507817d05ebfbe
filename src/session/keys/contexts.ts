import type { KeyContext, Manner } from '../core/context.ts';
import type { Screen } from '../core/state.ts';
import { OVERLAYS } from '../overlays/index.ts';
import { SCREENS } from '../screens/index.ts';

type Entry = [context: KeyContext, manner: Manner];

const entries = (contexts: Partial<Record<KeyContext, Manner>>): Entry[] => Object.entries(contexts) as Entry[];

const ENTRIES: readonly Entry[] = [...Object.values(SCREENS), ...Object.values(OVERLAYS)].flatMap(spec =>
  entries(spec.contexts),
);

function of(manner: Manner): readonly KeyContext[] {
  return ENTRIES.flatMap(([context, own]) => (own === manner ? [context] : []));
}

/** Every context, in the order of the screens and of what lies over them. */
export const CONTEXTS: readonly KeyContext[] = ENTRIES.map(([context]) => context);

/** Contexts in which letters are text, not commands. */
export const TYPING = of('type');

/** Contexts in which they are not. */
export const LISTS: readonly KeyContext[] = CONTEXTS.filter(one => !TYPING.includes(one));

/** Contexts in which Enter takes what the cursor is on. */
export const CHOOSING = of('choose');

/** Contexts in which a text is read. */
export const READING = of('read');

/** Contexts in which a row is answered with yes or no. */
export const YES_NO = of('yes-no');

/** Contexts of the screens of an open assessment: keys lead from there to all the others. */
export const OPEN: readonly KeyContext[] = Object.values(SCREENS)
  .filter(spec => spec.open !== 'never')
  .flatMap(spec => entries(spec.contexts).map(([context]) => context));

/** The names of the screens, in their order. */
export const SCREEN_NAMES = Object.keys(SCREENS) as Screen['name'][];
