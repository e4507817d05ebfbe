import { each } from './each.ts';

/** Strings that are hard to read, count, compare or draw. */
export function hardWords(): string[][] {
  return [reserved(), numbers(), blanks(), symbols(), scripts(), piledMarks(), emoji(), lengths(), innocent()];
}

function reserved(): string[] {
  const words = ['undefined', 'null', 'nil', 'none', 'true', 'false', 'NaN', 'Infinity', 'hasOwnProperty', 'then'];
  const devices = ['CON', 'PRN', 'AUX', 'NUL', 'COM1', 'LPT9'];
  const members = ['__proto__', 'constructor', 'prototype', 'toString', 'valueOf', '__defineGetter__', '\\', '\\\\'];
  return [
    '',
    ...words,
    ...words.map(one => one.toUpperCase()),
    `(${words[1]})`,
    ...each(devices, ['', '.txt']),
    ...members,
  ];
}

function numbers(): string[] {
  const signs = ['', '-', '+', '--', '$'];
  const plain = ['0', '1', '1.00', '1/2', '1E2', '1E+02', '0/0', '.', ',', '1,000.00', '1 000', "1'000", '1_000'];
  const large = [
    '9'.repeat(96),
    '1e1000',
    '0x0',
    '0xffffffffffffffff',
    '0b11',
    '0o17',
    '2147483648',
    '9223372036854775808',
  ];
  return [
    ...each(signs, plain),
    ...large,
    '１２３',
    '١٢٣',
    '௧௨௩',
    '零一二',
    'Ⅻ',
    '½',
    '①②③',
    '08',
    '007',
    '1\u00a0000',
  ];
}

function blanks(): string[] {
  const points = [0x09, 0x0b, 0x0c, 0x20, 0x85, 0xa0, 0x1680, 0x2000, 0x2007, 0x2028, 0x2029, 0x202f, 0x205f, 0x3000];
  const unseen = [0xad, 0x200b, 0x200c, 0x200d, 0x2060, 0xfeff, 0x180e, 0x115f, 0x3164, 0xffa0, 0x2800];
  const all = [...points, ...unseen].map(point => String.fromCodePoint(point));
  return [...all, ...all.map(one => `a${one}b`), '\n\n\n', '\r\n', '  leading', 'trailing  '];
}

function symbols(): string[] {
  const rows = [",./;'[]\\-=", '<>?:"{}|_+', '!@#$%^&*()`~', '¡™£¢∞§¶•ªº–≠', '≤≥÷…æ', '¸˛Ç◊ı˜Â¯˘¿', '⅛⅜⅝⅞'];
  const quotes = [
    "'",
    '"',
    "''",
    '""',
    `'"'`,
    `"''''"'"`,
    '“”',
    '‘’',
    '「」',
    '『』',
    '«»',
    '<<>>',
    '＂＇',
    '`',
    '```',
  ];
  const numbersOfForms = ['⁰⁴⁵', '₀₁₂', '㋿', '㍿', '㌔', 'ﾃｽﾄ', 'ＡＢＣ', 'ﬃ', 'Ω', 'K', 'Å', 'ſ', 'ẞ', 'İ', 'ı'];
  return [...rows, ...quotes, ...numbersOfForms, '(｡◕ ∀ ◕｡)', '__ﾛ(,_,*)', '・(￣∀￣)・:*:', '(╯°□°)╯'];
}

function scripts(): string[] {
  const words = [
    '田中さんにあげて下さい',
    '和製漢語',
    '部落格',
    '사회과학원',
    '찦차를',
    '울란바토르',
    '𠜎𠜱𠝹𠱓',
    '𠮷野家',
    '葛\u{e0100}城',
  ];
  const others = ['ЁЂЃЄЅІ', 'Ελληνικά', 'ภาษาไทย', 'हिन्दी', 'தமிழ்', 'ქართული', 'Հայերեն', 'ᚠᛇᚻ', '᚛ᚄᚓ᚜', 'ꙮ', 'Ⱥ Ⱦ'];
  const rtl = [
    'ثم نفس سقطت',
    'בְּרֵאשִׁית',
    'הָיְתָהtestالصفحات',
    '﷽',
    'ﷺ',
    'مُنَاقَشَةُ',
    '\u202atest\u202b',
    '\u2066test\u2067',
    '\u202etxt.exe',
  ];
  return [...words, ...others, ...rtl, ...each(['abc ', 'א '], rtl.slice(0, 5))];
}

function piledMarks(): string[] {
  const marks = ['\u0300\u0315\u0334', '\u0489', '\u20dd', '\u3099', '\u0e47', '\u064b\u0651', '\u0c01', '\u0f71'];
  return marks.flatMap(mark => [mark, `a${mark}`, `か${mark.repeat(8)}`, `e${mark.repeat(40)}nd`]);
}

function emoji(): string[] {
  const alone = [
    '😍',
    '👾 🙇 💁',
    '🐵 🙈 🙉',
    '❤️ 💔',
    '🚾 🆒 🆓',
    '0️⃣ 1️⃣ 🔟',
    '🇺🇸🇷🇺🇸',
    '🇺🇸🇷🇺🇸🇦🇫',
    '🇯🇵',
    '🏳️‍🌈',
    '🏴󠁧󠁢󠁷󠁬󠁳󠁿',
    '⌛️',
    '©️',
  ];
  const joined = [
    '👩‍👩‍👧‍👦',
    '👩🏽',
    '👨‍🦰 👨🏿‍🦰',
    '✋🏿 💪🏿',
    '🧑🏻‍❤️‍💋‍🧑🏿',
    '\u200d👩',
    '👩\u200d',
    '🏽',
    '☺︎',
    '☺️',
  ];
  return [...alone, ...joined];
}

function lengths(): string[] {
  const long = ['a', 'あ', '👩‍👧', '<', '[', '(', '&', '\\', '`', '> ', '- ', 'a ', '１', 'ﾊﾞ'];
  return [...long.map(one => one.repeat(300)), `http://x.example/${'a'.repeat(500)}`];
}

/** What filters for bad words and clever parsers take amiss. */
function innocent(): string[] {
  const words = [
    'Scunthorpe General Hospital',
    'Penistone',
    'Dr. Null',
    'O’Brien',
    "D'Arcy",
    'Nguyễn',
    'van der Berg',
    'Jr.',
  ];
  const dates = [
    '2026-02-30',
    '0000-00-00',
    '31/12/99',
    '12:60',
    '24:00:00',
    '令和8年',
    '１２月',
    'P1Y',
    '@0',
    'now()',
  ];
  return [...words, ...dates, 'a@b', 'A-1', 'ß', 'straße', 'ÿ', 'naïve café', 'x²', 'e\u0301', 'é'];
}
