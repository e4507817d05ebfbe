import { expect } from 'vitest';
import { type Lang, translator } from '../../src/i18n/index.ts';
import type { State } from '../../src/session/core/state.ts';
import { compose, type Frame } from '../../src/ui/compose.ts';
import { type Row, rowWidth } from '../../src/ui/parts/row.ts';
import { makeTheme } from '../../src/ui/theme.ts';
import { blockHeight } from '../../src/ui/view.ts';

/** The sizes that screens are made for; the last one is the small walk. */
export const SIZES = [
  [80, 24],
  [40, 15],
  [120, 40],
  [20, 5],
] as const;
export const LANGS: Lang[] = ['ja', 'en'];

export type Look = { columns: number; rows: number; lang: Lang; ascii?: boolean; report?: string[] };

/** A frame of a state at a size, in a language. */
export function frameOf(state: State, { columns, rows, lang, ascii = false, report }: Look): Frame {
  const shown = { ...state, lang, ascii, size: { columns, rows } };
  return compose(shown, translator(lang), makeTheme({ colours: 16, ascii }), report);
}

const textOf = (row: Row): string => row.map(span => span.text).join('');

/** The lines of a frame as text; a menu is drawn as its component draws it, two cells for the cursor. */
export function linesOf({ chrome, body }: Frame): string[] {
  const blocks = body.blocks.flatMap(block =>
    'rows' in block
      ? block.rows.map(textOf)
      : block.menu.labels.map(label => `${' '.repeat(block.menu.indent + 2)}${label}`),
  );
  return [...chrome.header.map(textOf), ...blocks, ...chrome.footer.map(textOf)];
}

/**
 * What is wrong with a frame, in words; nothing if it fits. Only the labels of a menu may be wider than the screen:
 * their component cuts them.
 */
export function faultsOf(frame: Frame, { columns, rows }: Look): string[] {
  const { chrome, body, height, cursor } = frame;
  const drawn = body.blocks.reduce((sum, block) => sum + blockHeight(block), 0);
  const lines = [
    ...chrome.header,
    ...body.blocks.flatMap(block => ('rows' in block ? block.rows : [])),
    ...chrome.footer,
  ];
  const outside = cursor && (cursor.x < 0 || cursor.x >= columns || cursor.y < 0 || cursor.y >= rows);
  return [
    ...lines.filter(row => rowWidth(row) > columns).map(row => `${rowWidth(row)} > ${columns}: ${textOf(row).trim()}`),
    ...linesOf(frame)
      .filter(line => /[\n\r\t\u001b]/.test(line))
      .map(line => `control: ${JSON.stringify(line)}`),
    ...(drawn > height ? [`${drawn} lines in ${height}`] : []),
    ...(chrome.header.length + height + chrome.footer.length === rows ? [] : ['the parts do not add up']),
    ...(outside ? [`cursor at ${cursor.x},${cursor.y}`] : []),
  ];
}

/** Every size and language in which a state does not fit, with what is wrong. */
export function misfitsOf(state: State, sizes: readonly (readonly [number, number])[] = SIZES): string[] {
  return sizes.flatMap(([columns, rows]) =>
    LANGS.flatMap(lang => {
      const look = { columns, rows, lang };
      return faultsOf(frameOf(state, look), look).map(fault => `${columns}x${rows} ${lang}: ${fault}`);
    }),
  );
}

/** Fails where a state does not fit. */
export function expectToFit(state: State, sizes?: readonly (readonly [number, number])[]): void {
  expect(misfitsOf(state, sizes)).toEqual([]);
}
