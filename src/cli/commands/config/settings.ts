import { LANGS } from '../../../i18n/index.ts';
import { type Preferences, THEMES } from '../../../store/preferences.ts';
import { nearest } from '../../kernel/nearest.ts';
import { fold } from '../../kernel/parse.ts';
import { UsageError } from '../../kernel/usage-error.ts';

/** The settings a person may change, each with the values it takes. */
export const SETTINGS = {
  lang: LANGS,
  sideBySide: ['yes', 'no'],
  theme: THEMES,
} as const;
export type Setting = keyof typeof SETTINGS;

/** The setting of this name, whatever its case. Throws UsageError. */
export function requireSetting(text: string): Setting {
  const names = Object.keys(SETTINGS) as Setting[];
  const found = names.find(name => fold(name) === fold(text));
  if (!found) throw new UsageError('unknown-setting', { key: text, keys: names.join(', ') }, nearest(text, names, 1));
  return found;
}

/** A setting as it is shown and typed; undefined where nothing has been chosen. */
export function textOf(preferences: Preferences, key: Setting): string | undefined {
  const value = preferences[key];
  return typeof value === 'boolean' ? (value ? 'yes' : 'no') : value;
}
