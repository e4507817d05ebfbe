import type { OverlaySpec } from '../core/spec.ts';
import { closed, show } from '../core/step.ts';

/** Asks whether the last change of version is to be taken back. */
export const confirmUndo: OverlaySpec<'confirm-undo'> = {
  contexts: { 'confirm-undo': 'ask' },
  update: (state, _, { command }) => {
    if (command === 'enter' && state.open)
      return show(closed(state), { type: 'upgrade', id: state.open.assessment.id });
    return show(command === 'back' || command === 'left' ? closed(state) : state);
  },
};
