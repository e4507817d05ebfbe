import type { CommandAction, Step } from '../core/action.ts';
import type { ScreenSpec } from '../core/spec.ts';
import type { On, State } from '../core/state.ts';
import { goTo, replaceScreen, show } from '../core/step.ts';

/** A report as it would be written. */
export const report: ScreenSpec<'report'> = {
  open: 'always',
  contexts: { report: 'read' },
  key: { keys: ['r', 'ctrl+r'], label: 'key.report', footer: ['walk', 'map', 'check', 'plan'] },
  enter: state => goTo(state, { name: 'report', which: 'gap', lang: state.lang, scroll: 0 }),
  update: updateReport,
};

/** Left and right choose the language, one key the document, one writes it. */
function updateReport(state: State, screen: On<'report'>, { command }: CommandAction): Step {
  const langs = ['ja', 'en', 'both'] as const;
  if (command === 'right' || command === 'left') {
    const by = command === 'right' ? 1 : -1;
    const lang = langs.at((langs.indexOf(screen.lang) + by) % langs.length) ?? 'ja';
    return replaceScreen(state, { ...screen, lang, scroll: 0 });
  }
  if (command === 'which') {
    const kinds = (['gap', 'plan', 'minutes'] as const).filter(one => one !== 'minutes' || hasMinutes(state));
    const which = kinds[(kinds.indexOf(screen.which) + 1) % kinds.length] ?? 'gap';
    return replaceScreen(state, { ...screen, which, scroll: 0 });
  }
  if (command !== 'write' && command !== 'enter') return show(state);
  return show(state, { type: 'write-report', which: screen.which, lang: screen.lang });
}

/** Minutes can be read once there was a meeting. */
function hasMinutes({ open: now }: State): boolean {
  return (now?.assessment.workshops?.length ?? 0) > 0;
}
