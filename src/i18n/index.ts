import en from '../../locales/en.json' with { type: 'json' };
import ja from '../../locales/ja.json' with { type: 'json' };

/** The languages of the program. */
export const LANGS = ['ja', 'en'] as const;
export type Lang = (typeof LANGS)[number];

/** The name of a visible text. */
export type Key = keyof typeof en & keyof typeof ja;
export type Values = Record<string, string | number>;
/** Gives the text of a key with its `{placeholders}` filled in. */
export type T = (key: Key, values?: Values) => string;

const TEXTS: Record<Lang, Record<Key, string>> = { en, ja };

/** The texts in one language. A placeholder without a value stays as it is written. */
export function translator(lang: Lang): T {
  const texts = TEXTS[lang];
  return (key, values) => {
    const text = texts[key];
    if (values === undefined || !text.includes('{')) return text;
    return text.replace(/\{(\w+)\}/g, (whole, name: string) => (name in values ? String(values[name]) : whole));
  };
}

/** Whether `text` names a visible text, for keys that come from data. */
export function isKey(text: string): text is Key {
  return Object.hasOwn(en, text);
}

/** The word for something that a file names; what this version has no word for stays as it is written there. */
export function wordOf(
  say: (key: Key) => string,
  group: 'status' | 'change' | 'copy.field' | 'backup.reason' | 'cli.bad',
  name: string,
): string {
  const key = `${group}.${name}`;
  return isKey(key) ? say(key) : name;
}

/** The other language. */
export function otherLang(lang: Lang): Lang {
  return lang === 'ja' ? 'en' : 'ja';
}

/** The language to use: asked for, else preferred, else what the locale variables say, else English. */
export function chooseLang(
  asked: Lang | undefined,
  preferred: Lang | undefined,
  env: { [name: string]: string | undefined },
): Lang {
  const locale = env.LC_ALL || env.LC_MESSAGES || env.LANG || '';
  return asked ?? preferred ?? (/^ja/i.test(locale) ? 'ja' : 'en');
}
