import { describe, expect, test } from 'vitest';
import en from '../../locales/en.json' with { type: 'json' };
import ja from '../../locales/ja.json' with { type: 'json' };
import { chooseLang, isKey, otherLang, translator } from '../../src/i18n/index.ts';

const EN = Object.entries<string>(en);
const JA = Object.entries<string>(ja);
const placeholders = (text: string) => [...new Set([...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name))].sort();
/** What is in backticks, keys and paths keep their own spelling. */
const prose = (text: string) => text.replace(/`[^`]*`/g, '').replace(/\{\w+\}/g, '');

describe('the two languages', () => {
  test('have the same keys, in order', () => {
    expect(Object.keys(ja)).toEqual(Object.keys(en));
    expect(Object.keys(en)).toEqual([...Object.keys(en)].sort());
  });

  test('have the same placeholders in each text', () => {
    for (const [key, text] of EN) expect(placeholders(ja[key as keyof typeof ja]), key).toEqual(placeholders(text));
  });

  test('leave no text empty, none with blanks around it that the other has not', () => {
    for (const [key, text] of [...EN, ...JA]) expect(text.trim(), key).not.toBe('');
    for (const [key, text] of [...EN, ...JA]) expect(text, key).not.toMatch(/\t|\r|\{\s|\s\}/);
  });

  test('have nothing between braces but names', () => {
    for (const [key, text] of [...EN, ...JA]) expect(text.replace(/\{\w+\}/g, ''), key).not.toMatch(/[{}]/);
  });
});

describe('the Japanese', () => {
  test('has a space between Latin letters or digits and Japanese', () => {
    const joined =
      /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー][A-Za-z0-9]|[A-Za-z0-9%][\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;
    expect(JA.filter(([, text]) => joined.test(prose(text))).map(([key, text]) => `${key}: ${text}`)).toEqual([]);
  });

  test('does without what the style guide bans', () => {
    const banned = /することができ|あなた|を行(?:う|い|って|わ|え)|[Ａ-Ｚａ-ｚ０-９]/;
    expect(JA.filter(([, text]) => banned.test(text)).map(([key, text]) => `${key}: ${text}`)).toEqual([]);
  });

  test('uses Japanese punctuation in sentences', () => {
    const half = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}][,.?!;]/u;
    expect(JA.filter(([, text]) => half.test(prose(text))).map(([key, text]) => `${key}: ${text}`)).toEqual([]);
  });
});

describe('the English', () => {
  test('has no Japanese but in the names of the program and of the language', () => {
    const japanese = /[\u3000-\u9fff\uff00-\uffef]/;
    expect(
      EN.filter(([, text]) => japanese.test(text.replace(/点検|日本語/g, ''))).map(([key, text]) => `${key}: ${text}`),
    ).toEqual([]);
  });

  test('does without marketing words', () => {
    const banned =
      /\b(simply|seamless(ly)?|leverage[sd]?|utili[sz]e[sd]?|best-in-class|cutting-edge|robust(ly)?|please|easily)\b/i;
    expect(EN.filter(([, text]) => banned.test(text)).map(([key, text]) => `${key}: ${text}`)).toEqual([]);
  });
});

describe('a translator', () => {
  const t = translator('en');

  test('fills in what it is given and leaves the rest as it is written', () => {
    expect(t('header.gaps', { n: 3 })).toBe('Gaps 3');
    expect(t('header.gaps')).toBe('Gaps {n}');
    expect(t('walk.answered', { id: '$&', status: '{id}' })).toBe('$& {id}');
  });

  test('knows its keys', () => {
    expect([isKey('app.name'), isKey('nothing'), isKey('')]).toEqual([true, false, false]);
  });

  test('does not take inherited names for keys', () => {
    expect([isKey('toString'), isKey('constructor')]).toEqual([false, false]);
  });
});

describe('the language to use', () => {
  test.each([
    ['asked for', 'ja', 'en', { LANG: 'en_US.UTF-8' }, 'ja'],
    ['preferred', undefined, 'en', { LANG: 'ja_JP.UTF-8' }, 'en'],
    ['of the locale', undefined, undefined, { LANG: 'ja_JP.UTF-8' }, 'ja'],
    ['of LC_ALL before the others', undefined, undefined, { LC_ALL: 'ja', LC_MESSAGES: 'en', LANG: 'en' }, 'ja'],
    ['of LC_MESSAGES before LANG', undefined, undefined, { LC_ALL: '', LC_MESSAGES: 'en_GB', LANG: 'ja_JP' }, 'en'],
    ['English otherwise', undefined, undefined, { LANG: 'de_DE.UTF-8' }, 'en'],
    ['English where nothing is said', undefined, undefined, {}, 'en'],
  ] as const)('is the one %s', (_what, asked, preferred, env, lang) => {
    expect(chooseLang(asked, preferred, env)).toBe(lang);
  });

  test('or the other one', () => {
    expect([otherLang('ja'), otherLang('en')]).toEqual(['en', 'ja']);
  });
});
