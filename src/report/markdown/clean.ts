/** Control and format characters, lone surrogates; ZWNJ and ZWJ stay because scripts and emoji need them. */
const UNSEEN = /(?!\u200c|\u200d|\n)[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/gu;

/** Text of which `clean` would change nothing, as nearly all is: lines of letters, signs and Japanese. */
const CLEAN = /^[\n -~\u2010-\u2027\u3001-\u30ff\u4e00-\u9fff\uff01-\uff60]*$/;
const UNEVEN = /^\s|\s$|\s\s|[^\S ]/;

/**
 * Text from a person or a questionnaire without characters that nobody sees.
 * They could reorder a line, hide words from a reader or drive a terminal that prints the report.
 */
export function clean(text: string): string {
  if (CLEAN.test(text)) return text;
  return text
    .replace(/\r\n?|[\v\f\u0085\u2028\u2029]/g, '\n')
    .replace(/\t/g, ' ')
    .replace(UNSEEN, '');
}

/** The text on one line, for headings, table cells and list rows. */
export function oneLine(text: string): string {
  const shown = clean(text);
  return UNEVEN.test(shown) ? shown.replace(/\s+/g, ' ').trim() : shown;
}

/** The lines of a text, trimmed; blank lines are kept as empty strings. */
export function lines(text: string): string[] {
  return clean(text)
    .split('\n')
    .map(line => line.replace(/ {2,}/g, ' ').trim());
}
