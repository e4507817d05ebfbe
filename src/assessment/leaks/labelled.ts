import { kindOf, LABEL, type LabelKind } from './labels.ts';
import { isOrdinary } from './ordinary.ts';
import type { Span } from './spans.ts';

/** How sure the words between a label and what follows make it that this is the value. */
type Link = 'sign' | 'quote' | 'word' | 'blank';

const CLOSING = String.raw`["'\x60*_\])}」』】]{0,4}`;
/** Between label and value, in the order in which they are tried. */
const LINKS: readonly (readonly [Link, RegExp])[] = [
  ['sign', /["',\s{}]{1,12}["']?(?:value|Value|VALUE|default|値)["']?[ \t]*[:=][ \t]*/y],
  [
    'sign',
    new RegExp(
      String.raw`${CLOSING}[ \t]*(?::=|[:=]{1,3}>?|[-=]>|[→⇒➡>])(?:[ \t]*\n(?=[ \t]*[!-~]+[ \t]*(?:\n|$)))?[ \t]*`,
      'y',
    ),
  ],
  ['quote', /\((?=["'])/y],
  ['quote', /[ \t]?(?=[「『【"'`])/y],
  ['word', /[ \t]*(?:は|を|が|に|も)[、,]?[ \t]*/y],
  ['word', /[ \t]+(?:is now|is|was|are|to|will be|has been (?:set|changed) to|set to|changed to|with|as)[ \t]+/iy],
  [
    'blank',
    new RegExp(
      String.raw`${CLOSING}(?:[ \t]*(?:[|,;\t/~]|\.{2,4}|・{2,3}|-{2,3})[ \t]*|[ \t]+|[ \t]*\n[ \t]*(?=[!-~]+[ \t]*(?:\n|$)))`,
      'y',
    ),
  ],
];
const QUOTES: Record<string, string> = {
  '"': '"',
  "'": "'",
  '`': '`',
  '「': '」',
  '『': '』',
  '【': '】',
  '“': '”',
  '‘': '’',
};
const RUN = /[!-~]{1,300}/y;
const REST = /[!-~]*/y;
const ID_BEFORE =
  /(?:\bid|user(?:name)?|login|ユーザー?(?:名|ID)?|アカウント|ログイン(?:名|ID)?)[ \t]*[/&・と,][ \t]*$/i;
const SECOND = /[ \t]*[/|,、][ \t]*[!-~]+/y;
const PHRASE = /(?:[A-Za-z]+[ \t]+){2,11}[A-Za-z]+[ \t]*(?=\n|$)/y;
/** A label before the value of another shape: AWS writes these with and without a sign. */
const SURE =
  /(?:aws_secret_access_key|aws_session_token|SecretAccessKey|SessionToken)["']?\s*[=:]\s*(?!["']?\*{3})([!-~]+)/dgi;
/** The value first. */
const BEHIND =
  /(?<![!-~])([!-~]{5,80})[ \t]*(?:[ぁ-ん一-龥]{0,8}\((?:初期|仮)?パスワード\)|がパスワード|をパスワードに|\((?:初期|仮)?パスワード\)|is the password|\(password\))/dg;

/** Values of fields that are called password, key and the like, in all the shapes in which people write fields. */
export function labelledSpans(text: string): Span[] {
  const found: Span[] = [];
  for (const pattern of [SURE, BEHIND])
    for (const { indices } of text.matchAll(pattern)) {
      const span = indices?.[1];
      if (span && (pattern === SURE || looksChosen(text.slice(...span)))) found.push(span);
    }
  const labels = new RegExp(LABEL);
  for (let label = labels.exec(text); label; label = labels.exec(text)) {
    const span = valueAfter(text, label.index, labels.lastIndex, kindOf(label.groups));
    if (!span) continue;
    found.push(span);
    labels.lastIndex = Math.max(span[1], labels.lastIndex);
  }
  return found;
}

function valueAfter(text: string, start: number, end: number, kind: LabelKind): Span | undefined {
  const isFlag = /(?<![\w-])--?[\w-]{0,20}$/.test(text.slice(Math.max(0, start - 24), start));
  for (const [link, pattern] of LINKS) {
    pattern.lastIndex = end;
    if (!pattern.test(text)) continue;
    const value = valueAt(text, pattern.lastIndex, { kind, link: isFlag && link === 'blank' ? 'sign' : link, start });
    if (value) return value;
  }
  return undefined;
}

type Where = { kind: LabelKind; link: Link; start: number };

function valueAt(text: string, from: number, { kind, link, start }: Where): Span | undefined {
  const close = QUOTES[text[from] ?? ''];
  if (close !== undefined) {
    const end = text.slice(from + 1, from + 300).search(new RegExp(`\\${close}|\\n`));
    const inside = end < 0 ? text.slice(from + 1, from + 300) : text.slice(from + 1, from + 1 + end);
    if (isValue(inside, kind, link === 'quote' || link === 'blank' ? 'quote' : link, '\n'))
      return end < 0 ? [from + 1, endOfRun(text, from + 1)] : [from + 1, from + 1 + end];
    if (end > 0) return undefined;
  }
  if (link === 'quote') return undefined;
  RUN.lastIndex = from;
  const run = RUN.exec(text)?.[0] ?? '';
  const end = from + run.length;
  if (kind === 'password' && link === 'sign') {
    const more = phraseAt(text, from) ?? pairAt(text, start, from, end);
    if (more !== undefined) return [from, more];
  }
  const cut = link === 'blank' ? (run.split(/[|,;]/)[0] ?? '') : run;
  const tag = cut.indexOf('</');
  const word = tag > 0 ? cut.slice(0, tag) : cut;
  if (!isValue(word, kind, link, text.slice(from + word.length, from + word.length + 40))) return undefined;
  return [from, word.length === run.length ? endOfRun(text, from) : from + word.length];
}

function endOfRun(text: string, from: number): number {
  REST.lastIndex = from;
  REST.test(text);
  return REST.lastIndex;
}

/** The end of a phrase of several words that says nothing else. */
function phraseAt(text: string, from: number): number | undefined {
  PHRASE.lastIndex = from;
  const words =
    PHRASE.exec(text)?.[0]
      .trim()
      .split(/[ \t]+/) ?? [];
  const isPhrase =
    words.length >= 4 && words.every(one => one.length > 2 && one === one.toLowerCase() && !isOrdinary(one));
  return isPhrase ? PHRASE.lastIndex : undefined;
}

/** The end of a name and its password, where the label says both. */
function pairAt(text: string, start: number, from: number, end: number): number | undefined {
  if (!ID_BEFORE.test(text.slice(Math.max(0, start - 24), start)) || end === from) return undefined;
  if (isOrdinary(bare(text.slice(from, end)))) return undefined;
  SECOND.lastIndex = end;
  return SECOND.test(text) ? SECOND.lastIndex : undefined;
}

/** A word without the quotes and marks around it. */
function bare(word: string): string {
  return word.replace(/^["'`(]+/, '').replace(/["'`.,;:!?()[\]{}>]+$/, '') || word;
}

const ENDS_LINE = /^[ \t]*["'`,;。、.)|]{0,2}[ \t]*(?:\n|$)/;
const COPULA =
  /^[ \t]*["'`」]?[ \t]*(?:です|でした|だ(?!け)|になりま|にしま|に(?:設定|変更|更新|リセット|初期化|統一)|へ(?:設定|変更))/;
const KEPT_THERE = /^[ \t]*(?:で|に|へ|を|から|により|にて|の|が|と|も|は|や)/;

function isValue(word: string, kind: LabelKind, link: Link, after: string): boolean {
  const value = bare(word.trim());
  if (!/[!-~]/.test(value) || isOrdinary(value)) return false;
  if (kind === 'key') return isKey(value, link);
  if (kind === 'code' && /^\d{4,10}$|^[\dA-Za-z]{3,8}(?:[- ][\dA-Za-z]{3,8})+$/.test(value) && /\d/.test(value))
    return link !== 'word' || !KEPT_THERE.test(after) || COPULA.test(after);
  if (link === 'sign')
    return (
      (hasDigitOrSign(value) && value.length > 1) ||
      (ENDS_LINE.test(after) && /^[!-~]+$/.test(value)) ||
      COPULA.test(after)
    );
  if (link === 'quote')
    return (
      value.length > 3 &&
      /[A-Za-z0-9]/.test(value) &&
      !/\s.*\s/.test(value) &&
      !/^[A-Z]{2,6}$/.test(value) &&
      (looksChosen(value) || /^[a-z0-9]+$/.test(value))
    );
  if (COPULA.test(after) && value.length > 3 && !/^[A-Z]{2,6}$/.test(value)) return /^[!-~]+$/.test(value);
  if (link === 'word') return looksChosen(value) && (!KEPT_THERE.test(after) || isStrong(value));
  if (!looksChosen(value) || value.length < 6 || !/\d/.test(value)) return false;
  return isStrong(value) || !KEPT_THERE.test(after.replace(/^[ \t]*です/, ''));
}

function hasDigitOrSign(value: string): boolean {
  return /[\d!-/:-@[-`{-~]/.test(value);
}

/** What a person would choose: letters with a digit or a sign that no sentence has. */
function looksChosen(value: string): boolean {
  return value.length > 4 && /[A-Za-z]/.test(value) && /[\d!#$%^&*?+=@~]/.test(value) && /^[!-~]+$/.test(value);
}

function isStrong(value: string): boolean {
  return (
    value.length > 7 &&
    /[A-Za-z]/.test(value) &&
    /\d/.test(value) &&
    /[A-Z].*[a-z]|[a-z].*[A-Z]|[!#$%^&*?+=@~]/.test(value)
  );
}

/** What a machine makes: letters and digits mixed, long; the less sure the link, the longer. */
function isKey(value: string, link: Link): boolean {
  if (!/^[!-~]+$/.test(value) || !/[A-Za-z]/.test(value) || !/\d/.test(value)) return false;
  if (/^[a-z]+(?:[-_./][a-z]+)*[-_./]?v?\d{1,4}$/i.test(value)) return false;
  return value.length >= (link === 'sign' ? 8 : link === 'quote' ? 10 : 16);
}
