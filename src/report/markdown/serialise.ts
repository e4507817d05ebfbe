import type { RootContent } from 'mdast';
import { gfmToMarkdown } from 'mdast-util-gfm';
import { defaultHandlers, type Handle, type Options, toMarkdown } from 'mdast-util-to-markdown';
import { HARD_BREAK, writePlainAtOnce } from './plain-phrasing.ts';

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

/** Blocks that are written at a time: few enough to be gone soon, many enough that setting out costs nothing. */
const RUN_LENGTH = 200;

/** Where there is no room for a line break, in a table, the default is a blank. */
const hardBreak: Handle = (node, parent, state, info) => {
  const written = defaultHandlers.break(node, parent, state, info);
  return written.endsWith('\n') ? HARD_BREAK : written;
};

const OPTIONS: Options = {
  bullet: '-',
  emphasis: '*',
  fences: true,
  listItemIndent: 'one',
  rule: '-',
  extensions: [gfmToMarkdown({ stringLength: () => DELIMITER_LENGTH })],
};

/** The Markdown of a few blocks for another program, without what belongs to a document of ours. */
export function markdownOf(children: RootContent[]): string {
  return toMarkdown({ type: 'root', children }, { ...OPTIONS, handlers: { break: hardBreak } }).trimEnd();
}

/**
 * The Markdown of a document. Escaping happens here and nowhere else, so no text can break out of its place.
 * A long document is written run by run as its blocks come, so that it need never be in memory whole.
 */
export function serialise(blocks: Iterable<RootContent>): string {
  const root: Handle = (_node, _parent, state, info) => {
    writePlainAtOnce(state);
    const written: string[] = [];
    for (const children of runsOf(blocks)) written.push(state.containerFlow({ type: 'root', children }, info));
    return written.join('\n\n');
  };
  return toMarkdown({ type: 'root', children: [] }, { ...OPTIONS, handlers: { root, break: hardBreak } });
}

/** A run begins with a heading: what stands before one has no say in how it is written. */
function* runsOf(blocks: Iterable<RootContent>): Iterable<RootContent[]> {
  let run: RootContent[] = [{ type: 'html', value: LINE_LENGTH_OFF }];
  for (const block of blocks) {
    if (block.type === 'heading' && run.length >= RUN_LENGTH) {
      yield run;
      run = [];
    }
    run.push(block);
  }
  yield run;
}
