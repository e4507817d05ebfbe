import type { OverlaySpec } from '../core/spec.ts';
import { closed, show } from '../core/step.ts';

/** The keys of the place behind it, and what the program is. The key that opens it closes it too. */
export const help: OverlaySpec<'help'> = {
  contexts: { help: 'read' },
  update: (state, _, { command }) => show(command === 'back' || command === 'help' ? closed(state) : state),
};
