import { unitsOf } from '../../assessment/answers/units.ts';
import type { CommandAction, Step } from '../core/action.ts';
import { checkRows } from '../core/select.ts';
import type { ScreenSpec } from '../core/spec.ts';
import type { On, State } from '../core/state.ts';
import { goTo, opened, show, withNotice } from '../core/step.ts';
import { visit } from '../item-moves.ts';
import { gateIndex } from './gates.ts';
import { type SettingRow, settingRows } from './settings.ts';

/** What to look at before sending. */
export const check: ScreenSpec<'check'> = {
  open: 'always',
  contexts: { check: 'choose' },
  key: { keys: ['c', 'ctrl+k'], label: 'key.check', footer: ['walk', 'map', 'plan', 'report'] },
  enter: state => goTo(state, { name: 'check', index: 0 }),
  rows: checkRows,
  isIdle: (state, _, command) => command === 'enter' && checkRows(state).length === 0,
  update: updateCheck,
};

/** Enter goes to where a finding can be mended. */
function updateCheck(state: State, check: On<'check'>, { command }: CommandAction): Step {
  const rows = checkRows(state);
  const row = rows[check.index];
  if (!row || (command !== 'enter' && command !== 'space' && command !== 'right')) return show(state);
  const { gate, path, unit, first } = row.values;
  const item = row.item ?? first;
  if (gate !== undefined) return goTo(state, { name: 'gates', index: Math.max(gateIndex(state, gate), 0) });
  if (item !== undefined) return visit(state, item);
  if (path !== undefined) return toField(state, `${path}`, row.kind === 'secret-elsewhere');
  if (unit === undefined) return goTo(state, { name: 'settings', index: 0 });
  const { questionnaire, assessment } = opened(state);
  const at = unitsOf(questionnaire, assessment, state.today).findIndex(one => one.id === unit);
  return goTo(state, { name: 'units', index: Math.max(at, 0) });
}

const SETTINGS: Readonly<Record<string, SettingRow>> = {
  name: 'name',
  reviewDate: 'review-date',
  participants: 'people',
  gates: 'gates',
};

/** To where a field outside the answers is changed. What a person must take out, but no screen changes, is said to be in the file. */
function toField(state: State, path: string, mustGo: boolean): Step {
  if (path === 'units') return goTo(state, { name: 'units', index: 0 });
  const row = SETTINGS[path];
  if (row === undefined && mustGo) return show(withNotice(state, 'check.no-screen', {}, 'bad'));
  return goTo(state, { name: 'settings', index: Math.max(row ? settingRows(state).indexOf(row) : 0, 0) });
}
