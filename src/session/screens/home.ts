import type { Listed } from '../../assessment/answers/listed.ts';
import type { CommandAction, Step } from '../core/action.ts';
import { homeRows } from '../core/select.ts';
import type { ScreenSpec } from '../core/spec.ts';
import type { Of, On, State } from '../core/state.ts';
import { open, replaceScreen, show } from '../core/step.ts';
import { openField } from '../fields/index.ts';
import { startFrom } from './start.ts';

/** What can be continued and what can be started. */
export const home: ScreenSpec<'home'> = {
  open: 'never',
  contexts: { home: 'choose' },
  rows: homeRows,
  isIdle: (state, { index }, command) => {
    const row = homeRows(state)[index];
    return (command === 'delete' && row?.kind !== 'assessment') || (command === 'enter' && row === undefined);
  },
  update: updateHome,
};

function updateHome(state: State, { index }: On<'home'>, { command }: CommandAction): Step {
  const rows = homeRows(state);
  const row = rows[index];
  switch (command) {
    case 'enter':
    case 'right':
    case 'space':
      if (!row) return show(state);
      if (row.kind === 'questionnaire') return startFrom(state, row.newest);
      if (row.listed.kind === 'copy') return open(state, copyTrouble(row.listed));
      return show(state, { type: 'open', id: row.listed.id });
    case 'new': {
      const first = rows.findIndex(one => one.kind === 'questionnaire');
      return first === -1 ? show(state) : replaceScreen(state, { name: 'home', index: first });
    }
    case 'workshop':
      if (row?.kind !== 'assessment' || row.listed.kind === 'copy') return show(state);
      return show(state, { type: 'open', id: row.listed.id, workshop: {} });
    case 'import':
      return openField(state, { type: 'import' });
    case 'delete':
    case 'delete-right':
      if (row?.kind !== 'assessment' || row.listed.kind === 'copy') return show(state);
      return open(state, {
        kind: 'confirm-delete',
        id: row.listed.id,
        name: row.listed.kind === 'ok' ? row.listed.name : row.listed.id,
      });
    case 'back':
    case 'quit':
      return show(state, { type: 'exit', code: 0 });
    default:
      return show(state);
  }
}

/** What can be done about a copy that another program has set aside. */
function copyTrouble({ of, path }: Extract<Listed, { kind: 'copy' }>): Of<'trouble'> {
  return { kind: 'trouble', id: of, code: 'copy', path };
}
