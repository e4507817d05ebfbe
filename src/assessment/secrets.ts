import type { Answer, UnitAnswer } from './assessment.ts';

const PASSWORD = '(?:\\b(?:password|passwd)|パスワード)\\s*[=:]\\s*';
/** How long a password is, is no secret. */
const LENGTH = '(?!\\d+\\s*(?:文字|桁|characters?|chars?))';

/** Credentials as they stand in text. */
export const SECRET_PATTERNS = [
  /\b(?:AKIA|ASIA)[A-Z0-9]{16}\b/,
  /-----BEGIN [A-Z ]*PRIVATE KEY-----/,
  /aws_secret_access_key\s*[=:]/i,
  /\bgh[pousr]_[A-Za-z0-9]{36,}\b/,
  /\bxox[abprs]-[A-Za-z0-9-]{10,}/,
  /\beyJ[A-Za-z0-9_-]{10,}\.eyJ[A-Za-z0-9_-]{10,}\./,
  // A word after "password:" counts if it looks like one: with a digit or sign in it, or alone on its line.
  new RegExp(`${PASSWORD}${LENGTH}(?=[a-z]*[\\d!-/:-@[-\`{-~])[!-~]{2,}`, 'i'),
  new RegExp(`${PASSWORD}${LENGTH}[!-~]+\\s*$`, 'im'),
];

/** An e-mail address; its domain is captured. */
export const EMAIL = /[\w.%+-]+@((?:[A-Za-z0-9-]+\.)+[A-Za-z]{2,})/;

/** An AWS account id: 12 digits, alone or grouped by fours; not a card number, nor a date with its time. */
export const ACCOUNT_ID =
  /(?<![\d-])(?!20\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?:[01]\d|2[0-3])[0-5]\d(?!\d))\d{4}-?\d{4}-?\d{4}(?!-?\d)/;

/** What in the words of an answer should not leave the house: credentials, AWS account ids, addresses. */
export function secretsIn(answer: Answer): ('secret' | 'account-id' | 'email')[] {
  const text = wordsIn(answer).join('\n').normalize('NFKC');
  const found: ('secret' | 'account-id' | 'email')[] = [];
  if (SECRET_PATTERNS.some(pattern => pattern.test(text))) found.push('secret');
  if (ACCOUNT_ID.test(text)) found.push('account-id');
  if (EMAIL.test(text)) found.push('email');
  return found;
}

/** Everything that people wrote into an answer, piece by piece. */
export function wordsIn(answer: Answer): string[] {
  const { owner = '', decision = '', plan, evidence = [], dissent = [], votes = {}, units = {} } = answer;
  return [
    ...[answer, ...Object.values(units)].flatMap(wordsOf),
    owner,
    decision,
    plan?.action ?? '',
    plan?.reason ?? '',
    ...dissent.flatMap(one => [one.name, one.reason ?? '']),
    ...Object.values(votes).map(vote => vote.note ?? ''),
    ...evidence.flatMap(one => [one.what, one.where ?? '', one.owner ?? '']),
  ].filter(text => text !== '');
}

function wordsOf(answer: UnitAnswer): string[] {
  return [answer.note ?? '', answer.reason?.text ?? '', ...Object.values(answer.values ?? {})];
}
