import type { MarkedExtension, RendererObject, Token, Tokens } from 'marked';
import { sanitise } from '../../../text/sanitise.ts';
import type { Look } from './look.ts';

/** Reads Markdown, and sets headings, paragraphs and inline text in styles. */
export interface Typesetter {
  lex(source: string): Token[];
  inline(tokens: Token[]): string;
  leaf(token: Token): string;
}

/** Loads marked and marked-terminal, which nothing else needs, and makes an instance that shares no state. */
export async function loadTypesetter(look: Look): Promise<Typesetter> {
  const [{ Marked }, { markedTerminal }] = await Promise.all([import('marked'), import('marked-terminal')]);
  // The types of marked-terminal describe a renderer of an older marked; what it returns is an extension.
  const terminal = markedTerminal(stylesOf(look)) as unknown as MarkedExtension<string, string>;
  const marked = new Marked<string, string>(terminal, { renderer: corrections(look) });
  const leaf = (token: Token) => marked.parser([token]).trimEnd();
  return {
    leaf,
    lex: source => marked.lexer(source),
    inline: tokens => leaf({ type: 'paragraph', raw: '', text: '', tokens }),
  };
}

/** Our styles for marked-terminal: its own would follow the environment, and its reflow counts characters, not cells. */
function stylesOf(look: Look) {
  const same = (text: string) => text;
  return {
    code: same,
    blockquote: same,
    html: same,
    hr: same,
    listitem: same,
    table: same,
    paragraph: same,
    link: same,
    heading: look.title,
    firstHeading: look.title,
    strong: look.strong,
    em: look.em,
    del: look.del,
    codespan: look.code,
    href: look.link,
    emoji: false,
    reflowText: false,
    showSectionPrefix: false,
    unescape: false,
  };
}

/**
 * What marked-terminal leaves out or leaves to the environment: character references and soft breaks in text,
 * comments, and links, which it writes as hyperlinks where the environment promises support for them.
 */
function corrections(look: Look): RendererObject<string, string> {
  return {
    text: token => look.plain(textOf(token)),
    html: ({ text }) => look.plain(htmlText(text)),
    checkbox: () => '',
    link(token) {
      const text = this.parser.parseInline(token.tokens);
      const target = leadsTo(token);
      return target === undefined ? text : look.link(text) + (target === '' ? '' : ` (${look.link(sanitise(target))})`);
    },
    image: ({ text, href }) => sanitise(text === '' ? href : `${text} (${href})`),
  };
}

/** Where a link leads: nothing when it stays inside the document, empty when its text says it already. */
function leadsTo({ href, text, autolink }: Tokens.Link): string | undefined {
  if (href.startsWith('#')) return undefined;
  return autolink || href === text || href === `mailto:${text}` ? '' : href;
}

/** A block or inline comment; one without an end goes on to the end of its token. */
const COMMENT = /<!--[\s\S]*?(?:-->|$)/g;

/** HTML as the words it is, without comments. */
export const htmlText = (html: string): string => html.replace(COMMENT, '').replace(/^<br\s*\/?>$/i, '\n');

const NAMED: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };
const REFERENCE = /&(?:#(\d{1,7})|#[xX]([\da-fA-F]{1,6})|(amp|lt|gt|quot|apos|nbsp));/g;

function textOf(token: Tokens.Text | Tokens.Escape): string {
  // marked resolves some of the references in `text`, so a second look at it could resolve what was meant literally.
  const resolved = 'escaped' in token && !token.escaped ? token.raw.replace(REFERENCE, resolve) : token.text;
  return sanitise(resolved)
    .replace(/\s*\n\s*/g, softBreak)
    .replace(/ {2,}/g, ' ');
}

function resolve(whole: string, decimal?: string, hex?: string, name?: string): string {
  if (name) return NAMED[name] ?? whole;
  const code = decimal ? Number(decimal) : Number.parseInt(hex ?? '', 16);
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd';
}

/** A line feed in a paragraph is a blank, but for Japanese on both sides. */
function softBreak(found: string, at: number, text: string): string {
  const wide = (character = '') => /[\u3000-\u9fff\uff01-\uff60]/.test(character);
  return wide(text[at - 1]) && wide(text[at + found.length]) ? '' : ' ';
}
