import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { SMALL_LIST } from '../support/small-list.ts';
import { sandbox } from './support/cli.ts';

/** The mistakes that people make in a list of their own, and the words that help. */
const MISTAKES: [what: string, from: string | RegExp, to: string, en: RegExp, ja: RegExp][] = [
  ['a full-width colon', /^publisher: /m, 'publisher：', /full-width.*publisher：/, /全角.*publisher：/],
  ['a colon inside a text', /ja: 基本/, 'ja: 基本: 最初', /colon inside.*ja: 基本: 最初/, /コロン「:」/],
  ['a quote that is not closed', /ja: 基本/, 'ja: "基本', /quotation mark/, /引用符/],
  ['a key that is misspelt', /^title:/m, 'titel:', /Did you mean "title"/, /もしかして「title」/],
  ['a word for a list', /who: \[technical\]/, 'who: technical', /such as \[technical\]/, /\[technical\] のように/],
  [
    'a version without quotes',
    /^version: .*$/m,
    'version: 2026',
    /quotes around it, such as "2026"/,
    /"2026"」のように/,
  ],
  [
    'a value that is missing',
    /^ +retrofit: .*\n/m,
    '',
    /missing .*retrofit.*required and missing/,
    /missing .*retrofit.*必須/,
  ],
  ['an id in Japanese', /id: OWN-002/, 'id: 運用-02', /"運用-02" is no id\. Use Latin letters/, /半角の英数字/],
  ['an id twice', /id: OWN-002/, 'id: OWN-001', /same id stands on line \d+/, /同じ ID が \d+ 行目/],
  ['a tab', /^ {2}ja: /m, '\tja: ', /Tabs are not allowed/, /タブ/],
];

test.each(MISTAKES)('%s', async (_, from, to, en, ja) => {
  const box = await sandbox();
  const text = SMALL_LIST.replace(from, to);
  expect(text).not.toBe(SMALL_LIST);
  await writeFile(join(box.cwd, 'own.yaml'), text);
  for (const [lang, words] of [
    ['en', en],
    ['ja', ja],
  ] as const) {
    const { code, stdout } = await box.tenken(['questionnaire', 'lint', 'own.yaml'], { lang });
    expect(code).toBe(1);
    expect(stdout).toMatch(words);
    expect(stdout).toMatch(/^own\.yaml:\d+:\d+ /);
    expect(stdout).not.toMatch(/[A-Z]{3,}_[A-Z]|hasOwnProperty|expected (?:array|object|string)|\(string|\{\w+\}/);
  }
});

test('warnings are marked as such, and files of others named', async () => {
  const box = await sandbox();
  await writeFile(join(box.cwd, 'own.yaml'), SMALL_LIST);
  const { code, stdout } = await box.tenken(['questionnaire', 'lint', 'own.yaml']);
  expect([code, stdout]).toEqual([0, expect.stringMatching(/part-missing warning: OWN-001/)]);
  await writeFile(join(box.cwd, 'own.csv'), 'No,質問\n1,a\n2,b\n');
  const table = await box.tenken(['questionnaire', 'lint', 'own.csv']);
  expect([table.code, table.stderr]).toEqual([2, expect.stringContaining('a table (CSV)')]);
});
