import { kindOf, LABEL, type LabelKind } from './labels.ts';
import { isOrdinary, standsForOne } from './ordinary.ts';
import { placesOf, type Span } from './spans.ts';

/** How sure the words between a label and what follows make it that this is the value. */
type Link = 'sign' | 'quote' | 'word' | 'blank';

const CLOSING = String.raw`["'\x60*_\\\])}」』】]{0,6}`;
/** Fields that stand between the name of a value and the value. */
const FIELDS = String.raw`(?:["']?\w{1,24}["']?[ \t]*[:=][ \t]*(?:"[^"\n]{0,60}"|'[^'\n]{0,60}'|[\w.-]{1,30})[,\s]{1,12}){0,3}`;
const VERB = String.raw`(?:(?:is|was|were|are|will be|(?:has|have) been|got)[ \t]+)?(?:now[ \t]+|temporarily[ \t]+)?(?:re-?)?(?:set|changed|updated|switched|rotated)(?: back)? to|is now|is|was|are|will be`;
/** Between label and value, in the order in which they are tried. */
const LINKS: readonly (readonly [Link, RegExp])[] = [
  [
    'sign',
    new RegExp(String.raw`["',\s{}]{1,12}${FIELDS}["']?(?:value|Value|VALUE|default|値)["']?[ \t]*[:=][ \t]*`, 'y'),
  ],
  [
    'sign',
    new RegExp(
      String.raw`${CLOSING}[ \t]*(?::=|[:=]{1,3}>?|[-=]>|[→⇒➡]|>(?!@[\w.-]))(?:[ \t]*\n(?=[ \t]*[!-~]+[ \t]*(?:\n|$)))?[ \t]*`,
      'y',
    ),
  ],
  ['quote', /\((?=["'])/y],
  ['quote', /[ \t]?(?=[「『【"'`])/y],
  ['word', /[ \t]*[\]】」』][ \t]*(?=[!-~])/y],
  [
    'word',
    /[ \t]*は(?:昨日|今日|本日|現在|一旦|いったん|今は|とりあえず|全(?:員|台|環境)(?:共通)?で?|共通で)?(?:から)?[、,]?[ \t]*/y,
  ],
  ['word', /[ \t]*(?:を|が|に|も)[、,]?[ \t]*/y],
  ['word', new RegExp(String.raw`[ \t]+(?:${VERB}|to|with|as)[ \t]+`, 'iy')],
  [
    'word',
    new RegExp(String.raw`[ \t]+(?:for|of|on|to|in)(?:[ \t]+[\w./'-]{1,30}){1,4}?[ \t]+(?:${VERB})[ \t]+`, 'iy'),
  ],
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
const ESCAPES = /\\{0,7}/y;
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
const BEHIND = new RegExp(
  String.raw`(?<![!-~])([!-~]{5,80})[」』】”]?[ \t]*(?:${[
    String.raw`[ぁ-ん一-龥]{0,8}\((?:初期|仮)?(?:パスワード|PW)\)`,
    '(?:が|という)[ぁ-ん一-龥]{0,6}(?:パスワード|パスフレーズ|PW)',
    'を[ぁ-ん一-龥]{0,6}(?:パスワード|PW)(?:に|と)',
    String.raw`\((?:初期|仮)?パスワード\)`,
    String.raw`(?:is|as|was)[ \t](?:the|a|its|my|our|your|their)[ \t](?:\w{1,12}[ \t])?(?:password|passphrase|passcode|pw)(?!\w)`,
    String.raw`\(password\)`,
  ].join('|')})`,
  'dgi',
);
/** A name and its password after a word that says that both follow. */
const PAIR =
  /(?:\bcred(?:ential)?s?|\blogin (?:info|details)|ログイン情報|認証情報|接続情報|接続先?ユーザー?)[ \t]*[:=はが][ \t]*["'`「]?[\w.@\\-]{2,40}[ \t]*[/:|,、][ \t]*([!-~]{5,80})/dgi;
/** The seed of one-time passwords as AWS and others show it, in groups of four. */
const SEED =
  /(?:secret|seed|key|シークレット|シード|キー)[^\n:=は]{0,20}[:=は][ \t]*((?:[a-z2-7]{4} ){3,15}[a-z2-7]{4})(?![a-z0-9])/dgi;

const SHAPES: readonly (readonly [RegExp, (value: string) => boolean])[] = [
  [SURE, value => !standsForOne(bare(value))],
  [BEHIND, value => looksChosen(value) && !isOrdinary(bare(value))],
  [PAIR, value => looksChosen(value) && !isOrdinary(bare(value))],
  [SEED, value => /\d/.test(value)],
];

/** Values of fields that are called password, key and the like, in all the shapes in which people write fields. */
export function labelledSpans(text: string): Span[] {
  const found: Span[] = [];
  for (const [pattern, isOne] of SHAPES)
    found.push(...placesOf(pattern, text).filter(span => isOne(text.slice(...span))));
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
  const cut = link === 'blank' ? (run.split(/[|,;]/)[0] ?? '') : run;
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
