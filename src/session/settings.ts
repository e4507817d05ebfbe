import { otherLang } from '../i18n/index.ts';
import type { Command, Step } from './core/action.ts';
import type { Screen, State } from './core/state.ts';
import { goTo, moved, replaceScreen, show } from './core/step.ts';
import { openField } from './field.ts';

/** The rows of the settings; those of the assessment only while one is open. */
export type SettingRow = 'lang' | 'side-by-side' | 'name' | 'review-date' | 'people' | 'gates' | 'units';

/** What can be set now. */
export function settingRows(state: State): SettingRow[] {
  const own: SettingRow[] = state.open ? ['name', 'review-date', 'people', 'gates'] : [];
  if (state.open?.questionnaire.units) own.push('units');
  return ['lang', 'side-by-side', ...own];
}

/** Language and reading on this machine; name, date, people and scope of the open assessment. */
export function updateSettings(state: State, screen: Extract<Screen, { name: 'settings' }>, command: Command): Step {
  const rows = settingRows(state);
  const index = moved(command, screen.index, rows.length, 5);
  if (index !== undefined) return replaceScreen(state, { ...screen, index });
  if (!['enter', 'space', 'left', 'right'].includes(command)) return show(state);
  const row = rows[screen.index] ?? 'lang';
  if (row === 'lang') return switchLanguage(state);
  if (row === 'side-by-side') return switchSideBySide(state);
  if (row === 'gates' || row === 'units') return goTo(state, { name: row, index: 0 });
  return openField(state, { type: row });
}

/** Changes the language of everything that is shown, and remembers it. */
export function switchLanguage(state: State): Step {
  const lang = otherLang(state.lang);
  // Nearly every line changes, so this repairs at the same price what another program wrote on the screen.
  return show({ ...state, lang }, { type: 'redraw' }, { type: 'prefer', key: 'lang', value: lang });
}

/** Shows the questionnaire in both languages, or in one, and remembers it. */
export function switchSideBySide(state: State): Step {
  const sideBySide = !state.sideBySide;
  return show({ ...state, sideBySide }, { type: 'prefer', key: 'sideBySide', value: sideBySide });
}
