/**
 * Escape sequences as ECMA-48 and xterm write them, with 7-bit (ESC x) and 8-bit (C1) introducers, tried in order: a
 * control string with its end, one without (to the end of its line, no more is lost), CSI, and the shorter ones.
 */
const STRING_START = String.raw`(?:\x1b[\]P^_X]|[\x9d\x90\x9e\x9f\x98])`;
const SEQUENCES = new RegExp(
  [
    String.raw`${STRING_START}[^\x07\x1b\x18\x1a\x90\x98\x9b-\x9f]*(?:\x07|\x1b\\|\x9c)`,
    String.raw`${STRING_START}[^\x07\x1b\x18\x1a\x90\x98\x9b-\x9f\r\n]*`,
    String.raw`(?:\x1b\[|\x9b)[0-?]*[ -/]*[@-~]?`,
    String.raw`\x1b[ -/]*[0-~]?`,
  ].join('|'),
  'g',
);

const LINE_BREAKS = /\r\n?|[\x85\u2028\u2029]/g;

/** Invisible: controls, bidi, formats, tags, fillers, noncharacters. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}]/gu;

/** Of those, what may have a meaning where it stands: line feeds, joiners, variation selectors. */
const CONTEXTUAL = /^(?:\n|\u200c|\u200d|[\ufe00-\ufe0f\u{e0100}-\u{e01ef}])$/u;

/** A joiner that joins nothing: kept only in emoji and after the marks of scripts that need it. */
const STRAY_JOINER = new RegExp(
  [
    String.raw`(?<![\p{Extended_Pictographic}\p{Emoji_Modifier}\p{M}\p{Script=Arabic}])[\u200c\u200d]`,
    String.raw`[\u200c\u200d](?![\p{Extended_Pictographic}\p{L}])`,
  ].join('|'),
  'gu',
);

/** A variation selector without a character to vary. */
const STRAY_SELECTOR = /(?<![\p{L}\p{N}\p{S}\p{P}\p{Emoji}])[\ufe00-\ufe0f\u{e0100}-\u{e01ef}]/gu;

/** Text of the kinds this program mostly shows, in which there is nothing to do. */
const HARMLESS = /^[\n\x20-\x7e\u3000-\u303f\u3041-\u30ff\u4e00-\u9fff\uff01-\uff9f]*$/;

/** Whether `sanitise` takes out more than tabs and the line breaks of other systems. */
export function hidesSomething(text: string): boolean {
  return sanitise(text) !== text.replace(LINE_BREAKS, '\n').replace(/\t/g, '  ');
}

/**
 * Makes text from outside (loaded questionnaires, merged answers, notes) safe for the screen and the window title:
 * nothing a terminal could act on is left, nothing invisible, nothing that reorders what is read.
 */
export function sanitise(text: string): string {
  if (HARMLESS.test(text)) return text;
  return text
    .replace(/\p{Surrogate}/gu, '\ufffd')
    .replace(SEQUENCES, '')
    .replace(LINE_BREAKS, '\n')
    .replace(/\t/g, '  ')
    .replace(INVISIBLE, found => (CONTEXTUAL.test(found) ? found : ''))
    .replace(STRAY_SELECTOR, '')
    .replace(STRAY_JOINER, '');
}

/** The same for one line of a screen: a line break becomes a blank. */
export function sanitiseLine(text: string): string {
  return sanitise(text).replace(/\n+/g, ' ');
}

/** Lines of a text that `sanitise` gave as one, without the blanks around them; one line stays as it is. */
export function inOneLine(text: string): string {
  if (!text.includes('\n')) return text;
  return text
    .split('\n')
    .map(one => one.trim())
    .filter(one => one !== '')
    .join(' ');
}

const COLOURS = /\x1b\[[\d;]*m/;

/** The same for a line that we gave colours: only these stay. */
export function sanitiseStyled(text: string): string {
  const colours = text.match(new RegExp(COLOURS, 'g')) ?? [];
  return text
    .split(COLOURS)
    .map((part, at) => sanitiseLine(part) + (colours[at] ?? ''))
    .join('');
}
