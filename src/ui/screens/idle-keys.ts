import type { Command } from '../../session/core/action.ts';
import { contextOf } from '../../session/core/context.ts';
import { checkRows, homeRows, mapRows } from '../../session/core/select.ts';
import type { State } from '../../session/core/state.ts';

/** Commands that lead nowhere while no assessment is open. */
const NEEDS_OPEN: readonly Command[] = ['map', 'check', 'report', 'plan', 'gates', 'search'];

/** Whether a key would do nothing just now, so that the footer need not offer it. */
export function isIdle(state: State, command: Command): boolean {
  if (!state.open && NEEDS_OPEN.includes(command)) return true;
  const { screen } = state;
  if (contextOf(state) !== screen.name) return false;
  switch (screen.name) {
    case 'home': {
      const row = homeRows(state)[screen.index];
      return (command === 'delete' && row?.kind !== 'assessment') || (command === 'enter' && row === undefined);
    }
    case 'map':
      return ['enter', 'space', 'answer-1'].includes(command) && mapRows(state, screen.filter).length === 0;
    case 'check':
      return command === 'enter' && checkRows(state).length === 0;
    case 'versions':
      return command === 'enter' && screen.from !== state.open?.questionnaire.version;
    default:
      return false;
  }
}
