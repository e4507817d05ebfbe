import { bare, isStrong, looksChosen } from './chosen.ts';
import { isOrdinary, standsForOne } from './ordinary.ts';
import { placesOf, type Span } from './spans.ts';

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
  /(?:\bcred(?:ential)?s?|\blogin (?:info|details)|ログイン情報|認証情報|接続情報|接続先?ユーザー?)[ \t]*(?:[:=はが(]|are|were)[ \t]*["'`「]?[\w.@\\-]{2,40}[ \t]*[/:|,、][ \t]*([!-~]{5,80})/dgi;
/** The seed of one-time passwords as AWS and others show it, in groups of four. */
const SEED =
  /(?:secret|seed|key|シークレット|シード|キー)[^\n:=は]{0,20}[:=は][ \t]*((?:[a-z2-7]{4} ){3,15}[a-z2-7]{4})(?![a-z0-9])/dgi;

/** The value in brackets behind the label, where else a remark stands. */
const BRACKETED = /(?:pass(?:word|wd|phrase)?|pwd?|パスワード|パスフレーズ)[ \t]?\(([!-'*-~]{5,40})\)/dgi;

const SHAPES: readonly (readonly [RegExp, (value: string) => boolean])[] = [
  [SURE, value => !standsForOne(bare(value))],
  [BEHIND, value => looksChosen(value) && !isOrdinary(bare(value))],
  [PAIR, value => isStrong(value.replace(/[)\]}"'`]+$/, '')) && !isOrdinary(bare(value))],
  [BRACKETED, value => isStrong(value) && !/[<>=]/.test(value) && !isOrdinary(value)],
  [SEED, value => /\d/.test(value)],
];

/** Values that the shape of a whole phrase gives away. */
export function shapedSpans(text: string): Span[] {
  return SHAPES.flatMap(([pattern, isOne]) => placesOf(pattern, text).filter(span => isOne(text.slice(...span))));
}
