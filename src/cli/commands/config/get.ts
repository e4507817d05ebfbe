import { readPreferences } from '../../../store/preferences.ts';
import type { Run } from '../../kernel/context.ts';
import { oneLine } from '../../kernel/output.ts';
import { requireSetting, SETTINGS, type Setting, textOf } from './settings.ts';

/** `tenken config` and `tenken config get`: all settings and where the data lies, or one value alone. */
export const run: Run<object> = async ({ home, say, t }, [key]) => {
  const preferences = await readPreferences(home);
  if (key !== undefined) return say(textOf(preferences, requireSetting(key)) ?? '');
  for (const name of Object.keys(SETTINGS) as Setting[]) {
    const value = textOf(preferences, name) ?? t('cli.config.default');
    await say(t('cli.config.line', { key: name, value, choices: SETTINGS[name].join(' | ') }));
  }
  await say(t('cli.config.home', { path: oneLine(home) }));
};
