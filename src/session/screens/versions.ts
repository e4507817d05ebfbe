import type { CommandAction, Step } from '../core/action.ts';
import type { ScreenSpec } from '../core/spec.ts';
import type { On, State } from '../core/state.ts';
import { opened, show, withNotice } from '../core/step.ts';

/** The difference between two versions. */
export const versions: ScreenSpec<'versions'> = {
  open: 'always',
  contexts: { versions: 'read' },
  isIdle: (state, { from }, command) => command === 'enter' && from !== state.open?.questionnaire.version,
  update: updateVersions,
};

/** Enter takes the answers over where the first version is the present one. */
function updateVersions(state: State, screen: On<'versions'>, { command }: CommandAction): Step {
  const { assessment, questionnaire } = opened(state);
  if (command !== 'enter' || screen.from !== questionnaire.version) return show(state);
  if (state.demo) return show(withNotice(state, 'history.not-in-demo'));
  return show(state, { type: 'upgrade', id: assessment.id, to: screen.to });
}
