import { otherLang } from '../i18n/index.ts';
import type { Step } from './core/action.ts';
import type { State } from './core/state.ts';
import { show } from './core/step.ts';

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
