/** A credential and the text that somebody pasted it in; where it has several parts that nobody may read, each of them. */
export type Pasted = { text: string; secrets: string[] };

const UPPER = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const LOWER = 'abcdefghijklmnopqrstuvwxyz';
const DIGITS = '0123456789';
const SETS = {
  hex: `${DIGITS}abcdef`,
  HEX: `${DIGITS}ABCDEF`,
  base62: UPPER + LOWER + DIGITS,
  base64: `${UPPER + LOWER + DIGITS}+/`,
  url: `${UPPER + LOWER + DIGITS}-_`,
  upper: UPPER + DIGITS,
  base32: `${UPPER}234567`,
  lower: LOWER + DIGITS,
  letters: UPPER + LOWER,
  digits: DIGITS,
};

let state = 20_261_130;

/** Letters that nobody chose, the same in every run; no key of anybody. */
export function made(set: keyof typeof SETS, length: number): string {
  const letters = SETS[set];
  let text = '';
  while (text.length < length) {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    text += letters[Math.floor((state / 2_147_483_648) * letters.length)];
  }
  return text;
}

/** A text in which `§` is the secret. */
export function pasted(text: string, secret: string): Pasted {
  return { text: text.replace('§', () => secret), secrets: [secret] };
}

/** The same text with each of the secrets. */
export function each(texts: string[], ...secrets: string[]): Pasted[] {
  return texts.flatMap((text, at) => pasted(text, secrets[at % secrets.length] ?? ''));
}

/** An id of an access key, and its secret. */
export const keyId = (): string => `AK${'IA'}${made('base32', 16)}`;
export const secretKey = (): string => made('base64', 40);
