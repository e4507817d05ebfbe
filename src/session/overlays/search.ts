import type { Action, Step } from '../core/action.ts';
import { searchRows } from '../core/select.ts';
import type { OverlaySpec } from '../core/spec.ts';
import type { Of, State } from '../core/state.ts';
import { closed, pageSize, show, stepCursor } from '../core/step.ts';
import { visit } from '../item-moves.ts';
import { typeInto } from '../typing.ts';

/** Items that hold what is typed; Home and End stay with the text, the other keys of a list move the cursor. */
export const search: OverlaySpec<'search'> = {
  contexts: { search: 'type' },
  update: updateSearch,
  typed: updateSearch,
};

function updateSearch(state: State, overlay: Of<'search'>, action: Action): Step {
  const command = action.type === 'command' ? action.command : undefined;
  const rows = searchRows(state, overlay.area.text);
  if (command === 'back') return show(closed(state));
  if (command === 'enter') {
    const found = rows[overlay.index]?.item.id;
    return found === undefined ? show(state) : visit(closed(state), found);
  }
  if (command === 'up' || command === 'down' || command === 'page-up' || command === 'page-down') {
    const index = stepCursor(command, overlay.index, rows.length, pageSize(state)) ?? 0;
    return show({ ...state, overlay: { ...overlay, index } });
  }
  const area = typeInto(overlay.area, action, state.size.columns - 4);
  return area === overlay.area ? show(state) : show({ ...state, overlay: { ...overlay, area, index: 0 } });
}
