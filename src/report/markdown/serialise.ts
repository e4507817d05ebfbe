import type { RootContent } from 'mdast';
import { gfmToMarkdown } from 'mdast-util-gfm';
import { defaultHandlers, type Handle, toMarkdown } from 'mdast-util-to-markdown';
import { writePlainAtOnce } from './plain-phrasing.ts';

/**
 * Table rows and Japanese paragraphs cannot be wrapped at 80 characters without harm,
 * so the line length rule of markdownlint is switched off in the way it documents.
 */
const LINE_LENGTH_OFF = '<!-- markdownlint-disable MD013 -->';

/**
 * Cells are not padded to a common width: Japanese would not line up anyway. Taking every cell for three wide
 * leaves them as they are and gives the three dashes that older Markdown programs want below a table head.
 */
const DELIMITER_LENGTH = 3;

/** The Markdown of a document. Escaping happens here and nowhere else, so no text can break out of its place. */
export function serialise(children: RootContent[]): string {
  return toMarkdown(
    { type: 'root', children: [{ type: 'html', value: LINE_LENGTH_OFF }, ...children] },
    {
      bullet: '-',
      emphasis: '*',
      fences: true,
      listItemIndent: 'one',
      rule: '-',
      handlers: { root },
      extensions: [gfmToMarkdown({ stringLength: () => DELIMITER_LENGTH })],
    },
  );
}

const root: Handle = (node, parent, state, info) => {
  writePlainAtOnce(state);
  return defaultHandlers.root(node, parent, state, info);
};
