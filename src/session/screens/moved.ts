import { compared, frozen, type Moved } from '../../assessment/review/milestones.ts';
import { findItem } from '../../questionnaire/schema/items.ts';
import type { CommandAction, Step } from '../core/action.ts';
import { statesOf } from '../core/select.ts';
import type { ScreenSpec } from '../core/spec.ts';
import type { On, State } from '../core/state.ts';
import { opened, show } from '../core/step.ts';
import { visit } from '../item-moves.ts';

/** The items that stand otherwise than at a milestone. */
export const moved: ScreenSpec<'moved'> = {
  open: 'always',
  contexts: { moved: 'choose' },
  rows: movedRows,
  update: updateMoved,
};

/** What moved between two milestones, or from one until now. */
export function movedRows(state: State, { from, to }: On<'moved'>): Moved[] {
  const { milestones = [] } = opened(state).assessment;
  const before = milestones.find(one => one.id === from);
  const after = to === undefined ? frozen(statesOf(state)) : milestones.find(one => one.id === to)?.items;
  return before && after ? compared(before.items, after) : [];
}

/** Enter goes to the item, as far as it is still asked. */
function updateMoved(state: State, screen: On<'moved'>, { command }: CommandAction): Step {
  const rows = movedRows(state, screen);
  const item = rows[screen.index]?.item;
  const asked = item !== undefined && findItem(opened(state).questionnaire, item) !== undefined;
  return asked && ['enter', 'right'].includes(command) ? visit(state, item) : show(state);
}
