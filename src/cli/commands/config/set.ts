import { StoreError } from '../../../store/errors.ts';
import { type Preferences, writePreference } from '../../../store/preferences.ts';
import type { Run } from '../../kernel/context.ts';
import { fold, yesNoOf } from '../../kernel/parse.ts';
import { UsageError } from '../../kernel/usage-error.ts';
import { requireSetting, SETTINGS, type Setting } from './settings.ts';

/** `tenken config set`: one setting; the value `unset` forgets it. */
export const run: Run<object> = async ({ home, say, t }, [keyText = '', text = '']) => {
  const key = requireSetting(keyText);
  const value = chosen(key, text);
  const written = await writePreference(home, key, value as Preferences[Setting]);
  if (!written) throw new StoreError('denied', home);
  await say(t('cli.config.saved', { key, value: value === undefined ? t('cli.config.default') : fold(text) }));
};

function chosen(key: Setting, text: string): Preferences[Setting] | undefined {
  const wanted = fold(text);
  if (wanted === 'unset') return undefined;
  if (key === 'sideBySide') {
    const answer = yesNoOf(text);
    if (answer === 'yes' || answer === 'no') return answer === 'yes';
  }
  const choices: readonly string[] = SETTINGS[key];
  if (key === 'sideBySide' || !choices.includes(wanted))
    throw new UsageError('bad-setting', { key, text, choices: choices.join(', ') });
  return wanted as Preferences[Setting];
}
