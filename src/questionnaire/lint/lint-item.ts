import { problem, type YamlFile } from '../load/read-yaml.ts';
import type { InheritedItem, Item, Pair, PairList } from '../schema/schema.ts';
import type { Problem } from './problem.ts';

/** How many points each part of a guide has (design of the content: few enough to read, enough to decide). */
const POINTS: Record<string, [min: number, max: number]> = {
  good: [2, 4],
  evidence: [2, 4],
  pitfalls: [2, 4],
  benefits: [1, 3],
  steps: [3, 7],
  reviewer: [1, 2],
};

/** The fixed order of keys in an item. */
export const KEY_ORDER = [
  'id',
  'from',
  'printed',
  'risk',
  'effort',
  'retrofit',
  'impact',
  'who',
  'officialAnswer',
  'gate',
  'recurs',
  'confidence',
  'related',
  'aliases',
  'waTool',
  'title',
  'ask',
  'checks',
  'values',
  'perUnit',
  'why',
  'good',
  'evidence',
  'pitfalls',
  'benefits',
  'steps',
  'reviewer',
  'note',
];

const WHOLE_PARTS = ['why', 'good', 'evidence', 'pitfalls', 'steps', 'reviewer'] as const;

/** Words the style guide bans, per language. */
const BANNED = {
  ja: [/することができ/, /あなた/, /を行(う|い|って|わ|え)/, /[Ａ-Ｚａ-ｚ０-９]/],
  en: [/\b(simply|seamless(ly)?|leverage[sd]?|utili[sz]e[sd]?|best-in-class|cutting-edge|robust(ly)?)\b/i],
};
const JA = '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}ー';
const UNSPACED = new RegExp(`[${JA}][A-Za-z0-9\`]|[A-Za-z0-9\`%][${JA}]`, 'u');

/**
 * Ids that spreadsheets turn into dates or numbers when they open a CSV: `1-2` into 2 January, `MAR-1` into 1 March, `1E5`
 * into 100000, `007` into 7.
 */
const MONTH =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';
const READS_AS_DATE = new RegExp(
  `^(?:\\d{1,4}(?:[-.]\\d{1,4}){0,2}|\\d+e\\d+|${MONTH}[-.]?\\d{1,4}|\\d{1,4}[-.]?${MONTH}(?:[-.]?\\d{1,4})?)$`,
  'i',
);

/** Checks one item's texts against the style of the house; `path` is where the item stands in the file. */
export function lintItem(yaml: YamlFile, path: PropertyKey[], item: Item | InheritedItem, strict: boolean): Problem[] {
  const severity = strict ? 'error' : 'warning';
  const say = (at: PropertyKey[], rule: string, values: Problem['values']): Problem =>
    problem(yaml, [...path, ...at], rule, { id: item.id, ...values }, severity);
  const found: Problem[] = [];
  if (READS_AS_DATE.test(item.id)) found.push(say(['id'], 'reads-as-date', {}));
  if (!('from' in item)) {
    for (const part of WHOLE_PARTS) if (item[part] === undefined) found.push(say([], 'part-missing', { part }));
  }
  for (const [part, [min, max]] of Object.entries(POINTS)) {
    const list = item[part as keyof typeof item] as PairList | undefined;
    if (!list) continue;
    if (list.ja.length !== list.en.length) found.push(say([part], 'points-differ', { part }));
    if (list.ja.length < min || list.ja.length > max) found.push(say([part], 'points-count', { part, min, max }));
  }
  const keys = yaml.keysAt(path).map(key => KEY_ORDER.indexOf(key));
  if (keys.some((at, index) => index > 0 && at < (keys[index - 1] ?? 0))) found.push(say([], 'key-order', {}));
  return [...found, ...lintTexts(item, say)];
}

type Say = (at: PropertyKey[], rule: string, values: Problem['values']) => Problem;

function lintTexts(item: Item | InheritedItem, say: Say): Problem[] {
  return Object.entries(item).flatMap(([part, value]) =>
    textsIn(value, [part]).flatMap(({ lang, text, path }) => {
      const found: Problem[] = [];
      // An official title stays as its publisher wrote it.
      const banned = part === 'title' ? undefined : BANNED[lang].map(pattern => pattern.exec(text)?.[0]).find(Boolean);
      if (banned) found.push(say(path, 'banned-word', { word: banned }));
      const unspaced = lang === 'ja' ? UNSPACED.exec(text)?.[0] : undefined;
      if (unspaced) found.push(say(path, 'ja-spacing', { text: unspaced }));
      if (lang === 'en' && /[\u3000-\u9fff\uff00-\uffef]/.test(text)) found.push(say(path, 'ja-in-en', {}));
      return found;
    }),
  );
}

type Text = { lang: 'ja' | 'en'; text: string; path: PropertyKey[] };

function textsIn(value: unknown, path: PropertyKey[]): Text[] {
  if (Array.isArray(value)) return value.flatMap((one, index) => textsIn(one, [...path, index]));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value as Partial<Pair & PairList>).flatMap(([key, inner]) => {
    if (key !== 'ja' && key !== 'en') return textsIn(inner, [...path, key]);
    const texts = Array.isArray(inner) ? inner : [inner];
    return texts.flatMap((text, index) =>
      typeof text === 'string'
        ? [{ lang: key, text, path: Array.isArray(inner) ? [...path, key, index] : [...path, key] }]
        : [],
    );
  });
}
