import { describe, expect, test } from 'vitest';
import { coloursOf, makeTheme } from '../../src/ui/theme.ts';

/** Backgrounds that people use: white, black, the two of Solarized, that of VS Code. */
const GROUNDS = { white: 'ffffff', black: '000000', solarizedDark: '002b36', solarizedLight: 'fdf6e3', code: '1e1e1e' };
const CUBE = [0, 95, 135, 175, 215, 255];

/** Relative luminance of a colour in hexadecimal digits, as WCAG has it. */
function luminance(hex: string): number {
  const parts = [0, 2, 4].map(at => Number.parseInt(hex.slice(at, at + 2), 16) / 255);
  const [red = 0, green = 0, blue = 0] = parts.map(one =>
    one <= 0.039_28 ? one / 12.92 : ((one + 0.055) / 1.055) ** 2.4,
  );
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

/** A colour of the cube of the 256 as hexadecimal digits. */
function cube(index: number): string {
  const at = index - 16;
  return [Math.floor(at / 36), Math.floor(at / 6) % 6, at % 6]
    .map(one => (CUBE[one] ?? 0).toString(16).padStart(2, '0'))
    .join('');
}

test('the colours can be read on dark and on light grounds', () => {
  const codes = Object.values(makeTheme({ colours: 256, ascii: false }).colors).filter(code =>
    code?.startsWith('38;5;'),
  );
  expect(codes.length).toBeGreaterThan(3);
  for (const code of codes) {
    const colour = cube(Number(code?.slice(5)));
    for (const [name, ground] of Object.entries(GROUNDS))
      expect(contrast(colour, ground), `${code} ${name}`).toBeGreaterThan(2.7);
    expect(contrast(colour, GROUNDS.white)).toBeGreaterThan(3.8);
    expect(contrast(colour, GROUNDS.black)).toBeGreaterThan(3.8);
  }
});

test.each([0, 16, 256] as const)('with %i colours nothing is grey, yellow or cyan, and dim text is faint', colours => {
  const { colors } = makeTheme({ colours, ascii: false });
  expect(colors.dim).toBe('2');
  expect(Object.values(colors).filter(code => /^(3[346]|9\d)$/.test(code ?? ''))).toEqual([]);
});

describe('a terminal by its environment', () => {
  test.each([
    [{ TERM: 'xterm-256color' }, 256],
    [{ TERM: 'xterm' }, 16],
    [{ TERM: 'linux' }, 16],
    [{ TERM: 'vt100' }, 16],
    [{ TERM: 'screen' }, 16],
    [{ TERM: 'alacritty' }, 256],
    [{ TERM: 'foot' }, 256],
    [{ TERM: 'tmux' }, 256],
    [{ TERM: 'mlterm' }, 256],
    [{ TERM: 'st' }, 256],
    [{ TERM: 'putty' }, 16],
    [{ TERM: 'xterm', COLORTERM: 'truecolor' }, 256],
    [{ OS: 'Windows_NT' }, 256],
    [{ TERM: 'eterm-color', COLORTERM: 'truecolor' }, 16],
    [{ TERM: 'xterm-256color', NO_COLOR: '1' }, 0],
    [{ TERM: 'xterm-256color', FORCE_COLOR: '0' }, 0],
    [{ TERM: 'xterm-256color', CI: 'true' }, 256],
  ])('%j has %i colours', (env, colours) => expect(coloursOf(env)).toBe(colours));
});
