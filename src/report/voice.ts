import type { BlockContent, PhrasingContent } from 'mdast';
import { type Key, LANGS, type Lang, translator, type Values } from '../i18n/index.ts';
import type { Pair, PairList } from '../questionnaire/schema/schema.ts';
import { lines, oneLine } from './markdown/clean.ts';
import { rich } from './markdown/inline.ts';
import { list, point, stacked, strong } from './markdown/nodes.ts';

/** The language of a report; `both` puts Japanese and English side by side, Japanese first. */
export type ReportLang = Lang | 'both';

/** Values of a message; a function where they differ by language. */
export type SayValues = Values | ((lang: Lang) => Values);

/** Speaks the language of a report, so that the parts of a report need not know which it is. */
export type Voice = {
  langs: readonly Lang[];
  /** A message on one line: `日本語 / English`. */
  say(key: Key, values?: SayValues): string;
  /** A message as a sentence, one line per language. */
  sentence(key: Key, values?: SayValues): PhrasingContent[];
  /** Several messages as one passage, one line per language. */
  passage(messages: [Key, SayValues?][]): PhrasingContent[];
  /** A text with a remark in the brackets of the language. */
  noted(text: string, remark: string): string;
  /** Words that stand side by side, with the comma of the language. */
  series(words: string[]): string;
  /** A questionnaire text on one line. */
  pick(pair: Pair): string;
  /** A bold label before a text or list. */
  label(key: Key, values?: SayValues): PhrasingContent[];
  /** A questionnaire text as paragraphs. */
  prose(pair: Pair): BlockContent[];
  /** Questionnaire points as a list, each point with its languages one above the other. */
  points(pairs: PairList, ordered?: boolean): BlockContent;
};

/** What stands between two sentences. */
const GAP: Record<Lang, string> = { ja: '', en: ' ' };

/** The voice of a report in one language or both. */
export function voiceOf(lang: ReportLang): Voice {
  const langs = lang === 'both' ? LANGS : [lang];
  const chrome = translator(langs.at(-1) ?? 'en');
  const text = (one: Lang, key: Key, values: SayValues = {}): string =>
    translator(one)(key, typeof values === 'function' ? values(one) : values);
  const texts = (key: Key, values?: SayValues): string[] => different(langs.map(one => text(one, key, values)));
  const made = (key: Key, values?: SayValues): string => texts(key, values).map(oneLine).join(' / ');
  const known = new Map<Key, string>();
  const say = (key: Key, values?: SayValues): string => {
    if (values !== undefined) return made(key, values);
    const said = known.get(key) ?? made(key);
    known.set(key, said);
    return said;
  };
  const picked = new WeakMap<Pair, string>();
  const pick = (pair: Pair): string => {
    const text = picked.get(pair) ?? different(langs.map(one => oneLine(pair[one]))).join(' / ');
    picked.set(pair, text);
    return text;
  };
  return {
    langs,
    say,
    passage: messages =>
      stacked(langs.map(one => rich(messages.map(([key, values]) => oneLine(text(one, key, values))).join(GAP[one])))),
    noted: (said, remark) => chrome('report.noted', { text: said, remark }),
    series: words => words.join(chrome('report.comma')),
    sentence: (key, values) => stacked(texts(key, values).map(one => rich(oneLine(one)))),
    pick,
    label: (key, values) => strong(chrome('report.label', { label: say(key, values) })),
    prose: pair => different(langs.map(one => pair[one])).flatMap(paragraphs),
    points: (pairs, ordered) =>
      list(
        rows(langs.map(one => pairs[one])).map(row => point([textBlock(row)])),
        ordered,
      ),
  };
}

function different(texts: string[]): string[] {
  return texts.length === 1 ? texts : [...new Set(texts)];
}

function paragraphs(text: string): BlockContent[] {
  return lines(text)
    .filter(line => line !== '')
    .map(line => ({ type: 'paragraph', children: rich(line) }));
}

/** The languages of each point together. A shorter side leaves its place out instead of shifting the others. */
function rows(sides: string[][]): string[][] {
  const length = Math.max(...sides.map(side => side.length));
  return Array.from({ length }, (_, index) => different(sides.flatMap(side => side[index] ?? [])));
}

function textBlock(texts: string[]): BlockContent {
  return { type: 'paragraph', children: stacked(texts.map(text => rich(oneLine(text)))) };
}
