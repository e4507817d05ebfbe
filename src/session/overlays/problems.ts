import type { OverlaySpec } from '../core/spec.ts';
import { closed, show } from '../core/step.ts';

/** Everything that is wrong with a file, as long as it may be. */
export const problems: OverlaySpec<'problems'> = {
  contexts: { problems: 'read' },
  update: (state, _, { command }) => show(command === 'back' ? closed(state) : state),
};
