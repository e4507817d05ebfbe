import type { OverlaySpec } from '../core/spec.ts';
import { closed, show } from '../core/step.ts';

/** Asks whether an assessment is to be removed. */
export const confirmDelete: OverlaySpec<'confirm-delete'> = {
  contexts: { confirm: 'ask' },
  update: (state, { id }, { command }) => {
    if (command === 'enter') return show(closed(state), { type: 'remove', id });
    return show(command === 'back' || command === 'left' ? closed(state) : state);
  },
};
