import { type Colours, makeTheme } from '../../theme.ts';
import { type Style, style } from './ansi.ts';

/** How a document looks: styles for text, and the marks around it. */
export interface Look {
  strong: Style;
  em: Style;
  del: Style;
  code: Style;
  link: Style;
  dim: Style;
  warn: Style;
  title: Style;
  marks: DocumentMarks;
  /** Text with the signs of our own reports in the marks of this look. */
  plain(text: string): string;
}

interface DocumentMarks {
  /** What is drawn under a heading of depth 1 and 2. */
  underlines: [string, string];
  /** What stands before a heading of depth 3 to 6. */
  headings: [string, string, string, string];
  /** The bullet of a list, by how deep it is nested. */
  bullets: [string, string];
  ticks: { yes: string; no: string };
  quote: string;
  rule: string;
  arrow: string;
  late: string;
}

const UNICODE: DocumentMarks = {
  underlines: ['═', '─'],
  headings: ['■ ', '▸ ', '· ', '· '],
  bullets: ['• ', '◦ '],
  ticks: { yes: '[✓] ', no: '[ ] ' },
  quote: '│ ',
  rule: '─',
  arrow: '→',
  late: '! ',
};

const ASCII: DocumentMarks = {
  underlines: ['=', '-'],
  headings: ['# ', '> ', '. ', '. '],
  bullets: ['- ', '* '],
  ticks: { yes: '[x] ', no: '[ ] ' },
  quote: '| ',
  rule: '-',
  arrow: '->',
  late: '! ',
};

/** Signs of our own reports that are two cells wide in terminals for which ASCII is chosen. */
const IN_ASCII: Record<string, string> = { '█': '#', '░': '.', '→': '->', '·': '|', '…': '...', '—': '-' };

const unstyled: Style = text => text;
const asAscii = (text: string) => text.replace(/[█░→·…—]/g, sign => IN_ASCII[sign] ?? sign);

/** The look of a document in a terminal. Code keeps its backticks: colour is never the only sign of anything. */
export function makeLook({ colours, ascii }: { colours: Colours; ascii: boolean }): Look {
  const styled = (code = ''): Style => (colours > 0 && code !== '' ? style(code) : unstyled);
  const { colors } = makeTheme({ colours, ascii });
  const inCode = styled(colors.code);
  return {
    strong: styled('1'),
    em: styled('3'),
    del: styled('9'),
    code: text => inCode(`\`${text}\``),
    link: styled('4'),
    dim: styled(colors.dim),
    warn: styled(colors.warn),
    title: styled('1'),
    marks: ascii ? ASCII : UNICODE,
    plain: ascii ? asAscii : text => text,
  };
}
