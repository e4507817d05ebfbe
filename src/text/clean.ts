const LINE_BREAK = /\r\n?|[\u0085\u2028\u2029]/g;

/** Controls, and the invisible characters no one types on purpose; joiners and tags stay, emoji are made of them. */
const DROPPED = /(?!\n)[\p{Cc}\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/gu;

/** What may be kept of a typed or pasted text. */
export function cleanInput(text: string, multiline: boolean): string {
  const clean = text
    .replace(LINE_BREAK, '\n')
    .replace(/\t/g, '  ')
    .replace(/\p{Surrogate}/gu, '\ufffd')
    .replace(DROPPED, '');
  return multiline ? clean : clean.replace(/\n/g, ' ');
}
