import type { IUnicodeVersionProvider } from '@xterm/headless';
import stringWidth from 'string-width';

const ZWJ = 0x200d;
const VS16 = 0xfe0f;
const isSkinTone = (code: number): boolean => code >= 0x1f3fb && code <= 0x1f3ff;

/** The bit field that xterm keeps between characters: 24 bits of own state, the width, and whether it joins the cell before. */
const pack = (state: number, width: number, joins: boolean): number => (state << 3) | (width << 1) | (joins ? 1 : 0);
const widthOf = (packed: number): number => (packed >> 1) & 3;
const stateOf = (packed: number): number => packed >> 3;

type Width = 0 | 1 | 2;

function widthsWhere(ambiguousIsNarrow: boolean): (code: number) => Width {
  const widths = new Map<number, Width>();
  return code => {
    const known = widths.get(code);
    if (known !== undefined) return known;
    const width = Math.min(stringWidth(String.fromCodePoint(code), { ambiguousIsNarrow }), 2) as Width;
    widths.set(code, width);
    return width;
  };
}

/** A width for each character; emoji are two cells wide, joined ones are one character (xterm alone knows Unicode 6). */
function provider(version: string, wcwidth: (code: number) => Width): IUnicodeVersionProvider {
  return {
    version,
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
}

/** Widths of a present-day terminal, and of one that gives characters of ambiguous width two cells. */
export const cellWidths = {
  usual: provider('tenken-tests', widthsWhere(true)),
  wide: provider('tenken-tests-wide', widthsWhere(false)),
};
