import { findItem } from '../../questionnaire/schema/items.ts';
import type { CommandAction, Step } from '../core/action.ts';
import { askedStates } from '../core/select.ts';
import type { OverlaySpec } from '../core/spec.ts';
import type { Of, State } from '../core/state.ts';
import { closed, open, show } from '../core/step.ts';
import { visit } from '../item-moves.ts';

/** Everything that is known of an item; its numbered links lead to related items, and Esc comes back along them. */
export const guide: OverlaySpec<'guide'> = { contexts: { guide: 'read' }, update: updateGuide };

function updateGuide(state: State, overlay: Of<'guide'>, { command }: CommandAction): Step {
  const { trail = [] } = overlay;
  const number = /^link-([1-9])$/.exec(command)?.[1];
  if (number !== undefined) {
    const item = guideLinks(state, overlay.item)[Number(number) - 1];
    return item === undefined
      ? show(state)
      : open(state, { kind: 'guide', item, scroll: 0, trail: [...trail, overlay.item] });
  }
  const before = trail.at(-1);
  if (command === 'back' && before !== undefined)
    return open(state, { kind: 'guide', item: before, scroll: 0, trail: trail.slice(0, -1) });
  const shown = state.screen.name === 'walk' ? state.screen.item : undefined;
  if (command === 'enter') return overlay.item === shown ? show(closed(state)) : visit(closed(state), overlay.item);
  return command === 'back' || command === 'guide' ? show(closed(state)) : show(state);
}

/** The related items that can be opened from a guide, in the order of its numbers. */
export function guideLinks(state: State, item: string): string[] {
  const asked = new Set(askedStates(state).map(one => one.item.id));
  const related = findItem(state.open?.questionnaire, item)?.related ?? [];
  return related.filter(id => asked.has(id)).slice(0, 9);
}
