import { sanitise } from '../../text/sanitise.ts';
import type { Answer, Assessment } from '../assessment.ts';
import { commandSpans } from './commands.ts';
import { accountIdSpans, EMAIL } from './identifiers.ts';
import { labelledSpans } from './labelled.ts';
import { linkSpans } from './links.ts';
import { type Span, united } from './spans.ts';
import { tableSpans } from './tables.ts';
import { tokenSpans } from './tokens.ts';

/** Shorter texts hold none: not even a label and a value fit. */
const SHORTEST = 6;

/** What in a text must not be read: credentials, in order and apart. The text is one that `readable` gave. */
export function secretSpans(text: string): Span[] {
  if (text.length < SHORTEST) return [];
  const found = [
    ...tokenSpans(text),
    ...linkSpans(text),
    ...commandSpans(text),
    ...labelledSpans(text),
    ...tableSpans(text),
  ];
  return united(found.filter(([start]) => !text.startsWith('***', start)));
}

/** Text as a person would read it: without what cannot be seen, full-width letters as any other. Columns stay apart. */
export function readable(text: string): string {
  return text.split('\t').map(sanitise).join('\t').normalize('NFKC');
}

/** Whether credentials stand in a text. */
export function holdsSecret(text: string): boolean {
  return secretSpans(readable(text)).length > 0;
}

/** What should not leave the house: credentials, AWS account ids, addresses. */
type Kind = 'secret' | 'account-id' | 'email';

/** What was found in answers and fields, which never change: a key on the screens changes one of them. */
const KNOWN = new WeakMap<object, Kind[]>();

/** What in the words of an answer, or of any other part of an assessment, should not leave the house. */
export function secretsIn(part: Answer | object): Kind[] {
  const known = KNOWN.get(part) ?? kindsIn(part);
  KNOWN.set(part, known);
  return known;
}

function kindsIn(answer: object): Kind[] {
  const texts = stringsIn(answer).map(readable);
  const found: Kind[] = [];
  if (texts.some(text => secretSpans(text).length > 0)) found.push('secret');
  if (texts.some(text => accountIdSpans(text).length > 0)) found.push('account-id');
  if (texts.some(text => EMAIL.test(text))) found.push('email');
  return found;
}

/**
 * Every text of an assessment and every key in it, by the item or else by the field in which it stands: what people wrote
 * is told apart from ids, dates and hashes by what it looks like, so that no field can be forgotten.
 */
export function wordsByPlace(assessment: Partial<Assessment>): [place: string, words: string[]][] {
  const { answers = {}, ...rest } = assessment;
  return [
    ...Object.entries(answers).map(([id, one]): [string, string[]] => [id, [id, ...stringsIn(one)]]),
    ...Object.entries(rest).map(([field, one]): [string, string[]] => [field, stringsIn({ [field]: one })]),
  ];
}

/** Where credentials stand, as far as the patterns tell. */
export function placesWithSecrets({ answers = {}, ...rest }: Partial<Assessment>): string[] {
  const items = Object.entries(answers).filter(([id, one]) => holdsSecret(id) || secretsIn(one).includes('secret'));
  const fields = Object.entries(rest).filter(([field, one]) =>
    typeof one === 'object' && one !== null
      ? holdsSecret(field) || secretsIn(one).includes('secret')
      : stringsIn({ [field]: one }).some(holdsSecret),
  );
  return [...items, ...fields].map(([place]) => place);
}

/** Every text in a value, and every key; a text whose key says what it is, together with it. */
export function stringsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap(stringsIn);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => [
    key,
    ...(typeof inner === 'string' ? [withKey(key, inner)] : stringsIn(inner)),
  ]);
}

/** The text of a field as one would read it beside its name. */
export function withKey(key: string, text: string): string {
  return LABELLED.test(key) ? `${key}: ${text}` : text;
}

const LABELLED = /pass|pwd|secret|token|key|credential|パスワード|パスフレーズ|シークレット|トークン|暗証|キー|鍵/i;
