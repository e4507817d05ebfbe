import type { IUnicodeVersionProvider } from '@xterm/headless';
import stringWidth from 'string-width';

const ZWJ = 0x200d;
const VS16 = 0xfe0f;
const isSkinTone = (code: number): boolean => code >= 0x1f3fb && code <= 0x1f3ff;

/** The bit field that xterm keeps between characters: 24 bits of own state, the width, and whether it joins the cell before. */
const pack = (state: number, width: number, joins: boolean): number => (state << 3) | (width << 1) | (joins ? 1 : 0);
const widthOf = (packed: number): number => (packed >> 1) & 3;
const stateOf = (packed: number): number => packed >> 3;

const widths = new Map<number, 0 | 1 | 2>();

function wcwidth(code: number): 0 | 1 | 2 {
  const known = widths.get(code);
  if (known !== undefined) return known;
  const width = Math.min(stringWidth(String.fromCodePoint(code)), 2) as 0 | 1 | 2;
  widths.set(code, width);
  return width;
}

/** Widths of a present-day terminal: emoji are two cells wide, joined ones are one character (xterm alone knows Unicode 6). */
export const cellWidths: IUnicodeVersionProvider = {
  version: 'tenken-tests',
  wcwidth,
  charProperties: (code, before) => {
    const state = code === ZWJ ? 1 : 0;
    const old = widthOf(before);
    if (before === 0 || old === 0) return pack(state, wcwidth(code), false);
    if (code === VS16) return pack(state, 2, true);
    const joins = wcwidth(code) === 0 || isSkinTone(code) || stateOf(before) === 1;
    return joins ? pack(state, Math.max(old, wcwidth(code)), true) : pack(state, wcwidth(code), false);
  },
};
