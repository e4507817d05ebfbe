import type { OverlaySpec } from '../core/spec.ts';
import { closed, show } from '../core/step.ts';

/** A file that cannot be read; one that is damaged can be put back from its newest backup, or set aside. */
export const trouble: OverlaySpec<'trouble'> = {
  contexts: { trouble: 'choose' },
  update: (state, { id, code, backup }, { command }) => {
    if (command === 'enter' && code === 'damaged')
      return show(closed(state), { type: 'restore', id, ...(backup && { backup }) });
    return show(command === 'back' ? closed(state) : state);
  },
};
