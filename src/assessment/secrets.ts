import type { Answer, Assessment, UnitAnswer } from './assessment.ts';

const PASSWORD = '(?:\\b(?:password|passwd)|パスワード)\\s*[=:]\\s*';
/** How long a password is, is no secret. */
const LENGTH = '(?!\\d+\\s*(?:文字|桁|characters?|chars?))';

/** Until the line that ends a private key; without one, whatever looks like its lines. */
const KEY_BODY = '(?:[^]{0,8000}?-----END [A-Z ]*PRIVATE KEY-----|[A-Za-z0-9+/=\\s]*)';

/** Credentials as they stand in text, each with all that must not be read of it. */
export const SECRET_PATTERNS = [
  // An access key, and the secret one behind it as in the files that AWS gives out.
  /(?<![A-Za-z0-9])(?:AKIA|ASIA)[A-Z0-9]{16}(?![A-Za-z0-9])(?:[\s,;:/|"']{1,4}[A-Za-z0-9/+]{40}(?![A-Za-z0-9/+]))?/,
  /(?:aws_secret_access_key|aws_session_token|SecretAccessKey|SessionToken)["']?\s*[=:]\s*[!-~]*/i,
  /\bX-Amz-(?:Signature|Security-Token)=[^&\s]+/i,
  /(?<![A-Za-z0-9])gh[pousr]_[A-Za-z0-9]{36,}/,
  /(?<![A-Za-z0-9])xox[abprs]-[A-Za-z0-9-]{10,}/,
  /(?<![A-Za-z0-9])eyJ[A-Za-z0-9_-]{10,}\.eyJ[A-Za-z0-9_-]{10,}\.[A-Za-z0-9_-]*/,
  // After the tokens: what looks like lines of a key may be one of them.
  new RegExp(`-----BEGIN [A-Z ]*PRIVATE KEY-----${KEY_BODY}`),
  // A word after "password:" counts if it looks like one: with a digit or sign in it, or alone on its line.
  new RegExp(`${PASSWORD}${LENGTH}(?=[a-z]*[\\d!-/:-@[-\`{-~])[!-~]{2,}`, 'i'),
  new RegExp(`${PASSWORD}${LENGTH}[!-~]+\\s*$`, 'im'),
];

/** An e-mail address; its domain is captured. Looking behind keeps a long run of letters from being tried at each of them. */
export const EMAIL = /(?<![\w.%+-])[\w.%+-]+@((?:[A-Za-z0-9-]+\.)+[A-Za-z]{2,})/;

/** An AWS account id: 12 digits, alone or grouped by fours; not a card number, a UUID, nor a date with its time. */
export const ACCOUNT_ID = new RegExp(
  [
    String.raw`(?<!\d)(?<![\da-f]{4}-)(?!20\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?:[01]\d|2[0-3])[0-5]\d(?!\d))\d{12}(?!\d)`,
    String.raw`(?<!\d)(?<!\d-)\d{4}-\d{4}-\d{4}(?!-?\d)`,
  ].join('|'),
  'i',
);

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
  const { owner = '', decision = '', plan, evidence = [], dissent = [], votes = {}, units = {}, differs } = answer;
  return [
    ...[answer, ...Object.values(units)].flatMap(wordsOf),
    owner,
    decision,
    plan?.action ?? '',
    plan?.reason ?? '',
    ...dissent.flatMap(one => [one.name, one.reason ?? '']),
    ...Object.values(votes).map(vote => vote.note ?? ''),
    ...evidence.flatMap(one => [one.what, one.where ?? '', one.owner ?? '']),
    ...stringsIn(differs),
  ].filter(text => text !== '');
}

function wordsOf(answer: UnitAnswer): string[] {
  return [answer.note ?? '', answer.reason?.text ?? '', ...Object.values(answer.values ?? {})];
}

/** What people wrote outside of the answers. */
const FIELDS = ['name', 'participants', 'units', 'parking', 'workshops', 'milestones', 'retired', 'differs'] as const;

/** Everything that people wrote, by the item or else by the field in which it stands. */
export function wordsByPlace(assessment: Partial<Assessment>): [place: string, words: string[]][] {
  const answers = Object.entries(assessment.answers ?? {}).map(([id, one]): [string, string[]] => [id, wordsIn(one)]);
  return [...answers, ...FIELDS.map((field): [string, string[]] => [field, stringsIn(assessment[field])])];
}

/** Where credentials stand, as far as the patterns tell. */
export function placesWithSecrets(assessment: Partial<Assessment>): string[] {
  return wordsByPlace(assessment).flatMap(([place, words]) => {
    const text = words.join('\n').normalize('NFKC');
    return SECRET_PATTERNS.some(pattern => pattern.test(text)) ? [place] : [];
  });
}

/** Every text in a value, and every key. */
export function stringsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap(stringsIn);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => [key, ...stringsIn(inner)]);
}
