import { eachGrapheme } from '../../../text/graphemes.ts';
import { wrapText } from '../../../text/wrap.ts';

/** Puts a look around a text that may have looks inside. */
export type Style = (text: string) => string;

/** Styles (SGR codes), blanks at the end of a line, and everything that a terminal could act on. */
const CODE = /\x1b\[([\d;]+)m/g;
const BLANK_END = / +((?:\x1b\[[\d;]+m)*)$/;
const CONTROLS = /\x1b\[[\d;]*m|[\x00-\x1f\x7f-\x9f]/g;

/** What switches a code off. */
const off = (code: string): string => {
  if (code === '1' || code === '2') return '22';
  return code.length === 1 ? `2${code}` : '39';
};
const sgr = (code: string) => `\x1b[${code}m`;

/** A style that switches these codes on and off again. */
export function style(...codes: string[]): Style {
  const on = codes.map(sgr).join('');
  const end = codes
    .toReversed()
    .map(code => sgr(off(code)))
    .join('');
  return text => (text === '' ? '' : on + text + end);
}

/** From `at` on, these codes are on. */
interface Change {
  at: number;
  on: readonly string[];
}

/**
 * Wraps styled text to lines of at most `width` cells. Styles that span a break are switched off at the end of the
 * line and on again in the next one.
 */
export function wrapStyled(text: string, width: number): string[] {
  const { plain, changes } = read(text);
  if (changes.length === 1) return wrapText(plain, width);
  let at = 0;
  return plain.split('\n').flatMap(paragraph => {
    const end = at + paragraph.length;
    const lines = wrapText(paragraph, width).map(line => {
      // Only blanks lie between two lines, so the next place where it is found is the place it came from.
      const start = plain.indexOf(line, at);
      at = start + line.length;
      return paint(line, start, changes);
    });
    at = end + 1;
    return lines;
  });
}

/** The text without its styles. */
export const plainOf = (text: string): string => text.replace(CODE, '');

/** Width of a styled text in cells; string-width says the same, but takes a third of the time of a whole report. */
export function styledWidth(text: string): number {
  const plain = plainOf(text);
  let width = 0;
  eachGrapheme(plain, 0, plain.length, (_start, _end, cells) => {
    width += cells;
  });
  return width;
}

/** A styled text filled up with blanks to `width` cells. */
export const padStyled = (text: string, width: number): string =>
  text + ' '.repeat(Math.max(0, width - styledWidth(text)));

/** Text and styles apart; a code that is switched off uncovers the one around it. */
function read(text: string): { plain: string; changes: Change[] } {
  const changes: Change[] = [{ at: 0, on: [] }];
  let plain = '';
  let from = 0;
  let on: string[] = [];
  for (const match of text.matchAll(CODE)) {
    const code = match[1] ?? '';
    const opened = on.findLastIndex(open => off(open) === code);
    on = opened < 0 ? [...on, code] : on.toSpliced(opened, 1);
    plain += text.slice(from, match.index);
    from = match.index + match[0].length;
    changes.push({ at: plain.length, on });
  }
  return { plain: plain + text.slice(from), changes };
}

/** A line that starts at `start` of the text, with its styles. */
function paint(line: string, start: number, changes: Change[]): string {
  const end = start + line.length;
  let painted = '';
  for (const [index, { at, on }] of changes.entries()) {
    const until = Math.min(changes[index + 1]?.at ?? end, end);
    const from = Math.max(at, start);
    if (from < until) painted += style(...visible(on))(line.slice(from - start, until - start));
  }
  return painted;
}

/** Of codes that exclude each other only the innermost counts. */
const visible = (on: readonly string[]) =>
  on.filter((code, index) => !on.some((other, at) => at > index && off(other) === off(code)));

/** A line without blanks at its end and any control character or sequence but styles, or without these too. */
export function cleanLine(line: string, color: boolean): string {
  return line.replace(CONTROLS, found => (color && found.length > 1 ? found : '')).replace(BLANK_END, '$1');
}
