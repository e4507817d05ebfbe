import { statusEdits, wholeItemEdits } from '../../assessment/answers/unit-edits.ts';
import { REASONS } from '../../assessment/assessment.ts';
import { cleanInput } from '../../text/clean.ts';
import type { CommandAction, Step } from '../core/action.ts';
import { askedStates } from '../core/select.ts';
import type { OverlaySpec } from '../core/spec.ts';
import type { Of, State } from '../core/state.ts';
import { andThen, closed, edit, show } from '../core/step.ts';
import { openField } from '../fields/index.ts';
import { leaveAnswered } from '../item-moves.ts';

/** Why an item, or several, are not applicable. */
export const reason: OverlaySpec<'reason'> = {
  contexts: { reason: 'choose' },
  rows: () => REASONS,
  page: 1,
  update: updateReason,
  /** Text that comes first stands beside the code that is chosen then. */
  typed: (state, overlay, { text }) => show({ ...state, overlay: { ...overlay, text: cleanInput(text, false) } }),
};

function updateReason(state: State, overlay: Of<'reason'>, { command, at }: CommandAction): Step {
  if (command === 'back' || command === 'left') return show(closed(state));
  const digit = /^answer-([1-4])$/.exec(command)?.[1];
  const chosen = digit ? Number(digit) - 1 : command === 'enter' || command === 'space' ? overlay.index : undefined;
  const code = chosen === undefined ? undefined : REASONS[chosen];
  if (!code) return show(state);
  const { items, unit, text } = overlay;
  const [item = ''] = items;
  if (code === 'OTHER' && items.length === 1) return openField(state, { type: 'reason', item, ...(unit && { unit }) });
  const set = { status: 'not-applicable', reason: { code, ...(text && { text }) } } as const;
  const asked = askedStates(state).filter(one => items.includes(one.item.id));
  const onMap = state.screen.name === 'map';
  const edits = asked.flatMap(one => (onMap ? wholeItemEdits(one, set, at) : statusEdits(one, unit, set, at)));
  const done = andThen(show(closed(state)), after => edit(after, ...edits));
  const { screen } = done.state;
  return screen.name === 'walk' ? leaveAnswered(done, screen, 'not-applicable') : done;
}
