/** Why a line could not be read as YAML, as far as its text tells; each is a message `lint.yaml.<cause>`. */
export type YamlCause =
  | 'wide-colon'
  | 'colon-in-text'
  | 'quote'
  | 'twice'
  | 'documents'
  | 'indent'
  | 'no-space'
  | 'bracket';

const BY_CODE: Partial<Record<string, YamlCause>> = {
  DUPLICATE_KEY: 'twice',
  MULTIPLE_DOCS: 'documents',
  BAD_INDENT: 'indent',
  TAB_AS_INDENT: 'indent',
};

/** How much of a line is looked at and shown. */
const MOST = 200;

/**
 * The likely cause of an error on a line (counted from 1) and the text of the line to mend, which may be the one before: the
 * parser often notices a mistake only there where the next key begins. Without a cause where none is likely.
 */
export function yamlCause(lines: string[], line: number, code: string): { cause?: YamlCause; text: string } {
  const near = [line, line - 1].map(at => (lines[at - 1] ?? '').slice(0, MOST));
  for (const text of near) {
    const cause = causeIn(text);
    if (cause) return { cause, text: text.trim() };
  }
  const cause = BY_CODE[code];
  return { ...(cause && { cause }), text: near[0]?.trim() ?? '' };
}

/** The first line with a quotation mark that is not closed, with its number: it swallows all that follows. */
export function openQuote(lines: string[]): string | undefined {
  const at = lines.findIndex(line => causeIn(line.slice(0, MOST)) === 'quote');
  return at === -1 ? undefined : `${at + 1}: ${(lines[at] ?? '').slice(0, MOST).trim()}`;
}

function causeIn(line: string): YamlCause | undefined {
  const [, key, value = ''] = /^\s*(?:- )?([\w.-]+)\s?(?:[:：])(.*)$/.exec(line) ?? [];
  if (key === undefined) return undefined;
  if (/^\s*(?:- )?[\w.-]+\s?：/.test(line)) return 'wide-colon';
  const text = value.trim();
  if (/^"(?:[^"\\]|\\.)*$/.test(text) || /^'(?:[^']|'')*$/.test(text) || /^(["']).*\1\s*[^\s#,\]}]/.test(text))
    return 'quote';
  if (/^[[{]/.test(text) && !/[\]}]\s*(?:#.*)?$/.test(text)) return 'bracket';
  if (value !== '' && !/^\s/.test(value)) return 'no-space';
  return /^[^"'[{|>].*(?::\s|:$)/.test(text) ? 'colon-in-text' : undefined;
}
