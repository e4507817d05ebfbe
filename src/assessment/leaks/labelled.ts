import { LINKS, type Link } from './between.ts';
import { bare, hasDigitOrSign, isStrong, looksChosen } from './chosen.ts';
import { kindOf, LABEL, type LabelKind } from './labels.ts';
import { isOrdinary } from './ordinary.ts';
import { shapedSpans } from './shaped.ts';
import type { Span } from './spans.ts';

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
const ESCAPES = /\\{0,7}/y;
const RUN = /[!-~]{1,300}/y;
const REST = /[!-~]*/y;
const ID_BEFORE =
  /(?:\bid|user(?:name)?|login|ユーザー?(?:名|ID)?|アカウント|ログイン(?:名|ID)?)[ \t]*[/&・と,][ \t]*$/i;
const SECOND = /[ \t]*[/|,、][ \t]*[!-~]+/y;
const PHRASE = /(?:[A-Za-z]+[ \t]+){2,11}[A-Za-z]+[ \t]*(?=\n|$)/y;
/** Values of fields that are called password, key and the like, in all the shapes in which people write fields. */
export function labelledSpans(text: string): Span[] {
  const found = shapedSpans(text);
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
  const quoted = quotedAt(text, from);
  if (quoted) {
    const { start: first, end, isClosed } = quoted;
    if (isValue(text.slice(first, end), kind, link === 'blank' ? 'quote' : link, '\n'))
      return [first, isClosed ? end : endOfRun(text, first)];
    if (isClosed && !(first === end && text[end + 1] === text[end])) return undefined;
  }
  if (link === 'quote') return undefined;
  RUN.lastIndex = from;
  const run = RUN.exec(text)?.[0] ?? '';
  const end = from + run.length;
  if (kind === 'password' && link === 'sign') {
    const more = phraseAt(text, from) ?? pairAt(text, start, from, end);
    if (more !== undefined) return [from, more];
  }
  const cut = link === 'blank' ? (run.split(/[|,;]|\]\(/)[0] ?? '') : run;
  const tag = cut.indexOf('</');
  const word = tag > 0 ? cut.slice(0, tag) : cut;
  if (!isValue(word, kind, link, text.slice(from + word.length, from + word.length + 40))) return undefined;
  return [from, word.length === run.length ? endOfRun(text, from) : from + word.length];
}

/** What stands between quotes, which may be escaped, up to the end of the line. */
function quotedAt(text: string, from: number): { start: number; end: number; isClosed: boolean } | undefined {
  ESCAPES.lastIndex = from;
  const escapes = ESCAPES.exec(text)?.[0] ?? '';
  const close = QUOTES[text[from + escapes.length] ?? ''];
  if (close === undefined) return undefined;
  const start = from + escapes.length + 1;
  const [line = ''] = text.slice(start, start + 300).split('\n', 1);
  const end = line.indexOf(escapes + close);
  return { start, end: start + (end < 0 ? line.length : end), isClosed: end >= 0 };
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

const ENDS_LINE = /^[ \t]*["'`,;。、.)|]{0,2}[ \t]*(?:\n|$)/;
const COPULA =
  /^[ \t]*["'`」]?[ \t]*(?:です|でした|だ(?!け)|になりま|にしま|に(?:設定|変更|更新|リセット|初期化|統一)|へ(?:設定|変更))/;
const KEPT_THERE = /^[ \t]*(?:で|に|へ|を|から|により|にて|の(?!まま)|が|と|も|は|や)/;

function isValue(word: string, kind: LabelKind, link: Link, after: string): boolean {
  const value = bare(word.trim());
  if (!/[A-Za-z0-9]/.test(value) || isOrdinary(value)) return false;
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

/** What a machine makes: letters and digits mixed, long; the less sure the link, the longer. */
function isKey(value: string, link: Link): boolean {
  if (!/^[!-~]+$/.test(value) || !/[A-Za-z]/.test(value) || !/\d/.test(value)) return false;
  if (/^[a-z]+(?:[-_./][a-z]+)*[-_./]?v?\d{1,4}$/i.test(value)) return false;
  return value.length >= (link === 'sign' ? 8 : link === 'quote' ? 10 : 16);
}
