import type { Listed } from '../assessment/answers/listed.ts';
import type { Summary } from '../questionnaire/schema/summary.ts';
import type { Action, Step } from './core/action.ts';
import { homeRows } from './core/select.ts';
import type { Overlay, Screen, State } from './core/state.ts';
import { goTo, moved, open, pageSize, replaceScreen, show } from './core/step.ts';
import { openField } from './field.ts';
import { createTextArea } from './text/text-area.ts';

type Home = Extract<Screen, { name: 'home' }>;

/** What can be continued and what can be started. */
export function updateHome(state: State, home: Home, action: Extract<Action, { type: 'command' }>): Step {
  const rows = homeRows(state);
  const { command } = action;
  const index = moved(command, home.index, rows.length, pageSize(state));
  if (index !== undefined) return replaceScreen(state, { ...home, index });
  const row = rows[home.index];
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
      return first === -1 ? show(state) : replaceScreen(state, { ...home, index: first });
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

/** Begins the few questions that start an assessment of a questionnaire. */
export function startFrom(state: State, summary: Pick<Summary, 'id' | 'version'>): Step {
  const draft = {
    questionnaireId: summary.id,
    version: summary.version,
    name: '',
    reviewDate: '',
    people: '',
    units: '',
    gates: {},
  };
  const versions = state.catalogue.filter(one => one.id === summary.id);
  const step = versions.length > 1 ? 'version' : 'name';
  const area = createTextArea('', { multiline: false });
  const load = { type: 'load', id: summary.id, version: summary.version } as const;
  const index = Math.max(
    versions.toReversed().findIndex(one => one.version === summary.version),
    0,
  );
  return goTo(state, { name: 'start', step, draft, index, area }, load);
}

/** What can be done about a copy that another program has set aside. */
function copyTrouble({ of, path }: Extract<Listed, { kind: 'copy' }>): Extract<Overlay, { kind: 'trouble' }> {
  return { kind: 'trouble', id: of, code: 'copy', path };
}
