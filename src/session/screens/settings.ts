import type { CommandAction, Step } from '../core/action.ts';
import type { ScreenSpec } from '../core/spec.ts';
import type { On, State } from '../core/state.ts';
import { goTo, show } from '../core/step.ts';
import { openField } from '../fields/index.ts';
import { switchLanguage, switchSideBySide } from '../preferences.ts';

/** What can be set on this machine and in the open assessment. */
export const settings: ScreenSpec<'settings'> = {
  open: 'maybe',
  contexts: { settings: 'choose' },
  key: { keys: [',', 'ctrl+y'], label: 'key.settings', footer: ['home'] },
  enter: state => goTo(state, { name: 'settings', index: 0 }),
  rows: settingRows,
  page: 5,
  update: updateSettings,
};

/** The rows of the settings; those of the assessment only while one is open. */
export type SettingRow = 'lang' | 'side-by-side' | 'name' | 'review-date' | 'people' | 'gates' | 'units';

/** What can be set now. */
export function settingRows(state: State): SettingRow[] {
  const own: SettingRow[] = state.open ? ['name', 'review-date', 'people', 'gates'] : [];
  if (state.open?.questionnaire.units) own.push('units');
  return ['lang', 'side-by-side', ...own];
}

/** Language and reading on this machine; name, date, people and scope of the open assessment. */
function updateSettings(state: State, screen: On<'settings'>, { command }: CommandAction): Step {
  const rows = settingRows(state);
  if (!['enter', 'space', 'left', 'right'].includes(command)) return show(state);
  const row = rows[screen.index] ?? 'lang';
  if (row === 'lang') return switchLanguage(state);
  if (row === 'side-by-side') return switchSideBySide(state);
  if (row === 'gates' || row === 'units') return goTo(state, { name: row, index: 0 });
  return openField(state, { type: row });
}
