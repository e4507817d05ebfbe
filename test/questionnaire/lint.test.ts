import { describe, expect, test } from 'vitest';
import { isKey } from '../../src/i18n/index.ts';
import { loadFile } from '../../src/questionnaire/load/load-file.ts';
import { changed, LIST, placeOf, problemsOf } from './list-file.ts';

/** A change to the file, and the problem it makes: a rule and the text that it points at (with its how-manieth). */
type Case = [what: string, from: string | RegExp, to: string, rule: string, at: string, nth?: number, base?: string];

const PER_UNIT = '            maxHours: 24\n';
const perUnit = (...keys: string[]) => `        perUnit:\n${keys.map(key => `          ${key}\n`).join('')}`;
const UNITS_TEXT = 'units:\n  name: {ja: 顧客, en: Customer}\n  title: {ja: 顧客, en: Customers}\n  count: 2\n';
const UNITS = changed('gates:\n', `${UNITS_TEXT}gates:\n`);
const OPTIONS = '[{id: a, text: {ja: 甲, en: A}}, {id: b, text: {ja: 乙, en: B}}]';

const SCHEMA: Case[] = [
  ['an unknown key', 'publisher: Nobody', 'publisher: Nobody\ncolour: red', 'unknown-key', 'red'],
  [
    'an unknown key in an item',
    '        impact: low',
    '        impact: low\n        colour: red',
    'unknown-key',
    'red',
  ],
  ['a key in the wrong case', 'publisher:', 'Publisher:', 'unknown-key', 'Nobody'],
  ['a value that is missing', 'publisher: Nobody\n', '', 'missing', 'id: house-list'],
  ['one language missing', '          en: Title\n', '', 'missing', 'ja: 題名'],
  ['an empty language', 'en: Title', 'en: ""', 'too-small', '""'],
  ['blanks for a language', 'en: Title', 'en: "  "', 'too-small', '"  "'],
  ['a number for a text', 'version: "1"', 'version: 1', 'wrong-type', '1\nlabel'],
  ['a text for a list', 'who: [technical]', 'who: technical', 'wrong-type', 'technical'],
  ['a list for a text', 'ja: 題名', 'ja: [題名]', 'wrong-type', '[題名]'],
  ['a list that is empty', 'who: [technical]', 'who: []', 'too-small', '[]'],
  ['a word that is none of the list', 'risk: high', 'risk: huge', 'wrong-value', 'huge'],
  ['another pass rule', 'all-applicable-met', 'most-met', 'wrong-value', 'most-met'],
  ['a bad id', 'id: house-list', 'id: House List', 'wrong-format', 'House List'],
  ['a bad item id', 'id: ONE-1', 'id: ONE 1', 'wrong-format', 'ONE 1'],
  ['a bad month', 'released: 2026-02', 'released: 2026-13', 'wrong-format', '2026-13'],
  [
    'a link that is not https',
    'url: https://example.com/list',
    'url: javascript:alert(1)',
    'wrong-format',
    'javascript',
  ],
  ['a limit of nothing', 'maxHours: 24', 'maxHours: 0', 'too-small', '0\n        why'],
  ['half a month', 'kind: duration', 'kind: date\n            maxAgeMonths: 1.5', 'wrong-type', '1.5'],
  [
    'an age beyond all numbers',
    'kind: duration',
    'kind: date\n            maxAgeMonths: 1.0e+300',
    'too-big',
    '1.0e+300',
  ],
  ['a sub-question without a text', /- id: first\n {14}text:\n.*\n.*\n/, '- id: first\n', 'missing', 'id: first'],
  ['neither one sub-question nor several', 'any:\n', 'some:\n', 'unknown-key', '- id: first'],
];

const STYLE: Case[] = [
  ['points on one side only', '            - point b\n', '', 'points-differ', 'ja:\n            - 点 a'],
  [
    'too few points',
    /(steps:\n {10}ja:\n.*\n).*\n(.*\n {10}en:\n.*\n).*\n/,
    '$1$2',
    'points-count',
    'ja:\n            - 点 a',
    3,
  ],
  ['keys out of order', 'risk: high\n        effort: low', 'effort: low\n        risk: high', 'key-order', 'id: ONE-1'],
  ['a part of the guide missing', / {8}why:\n.*\n.*\n/, '', 'part-missing', 'id: ONE-1'],
  ['a banned English word', 'It hurts.', 'It is simply bad.', 'banned-word', 'It is simply'],
  [
    'a banned Japanese word',
    '困ります。',
    '困ることができます。'.replace('困る', '確認する'),
    'banned-word',
    '確認する',
  ],
  ['full-width letters', '困ります。', 'ＡＷＳ が困ります。', 'banned-word', 'ＡＷＳ'],
  ['no space before Japanese', '困ります。', 'S3が困ります。', 'ja-spacing', 'S3が'],
  ['no space after Japanese', '困ります。', '困るのは S3。次はS3 だ。', 'ja-spacing', '困るのは'],
  ['Japanese in English', 'It hurts.', 'It hurts 困る.', 'ja-in-en', 'It hurts'],
  ['Japanese punctuation in English', 'It hurts.', 'It hurts。', 'ja-in-en', 'It hurts'],
];

const ACROSS: Case[] = [
  ['the same id twice', 'id: TWO-2', 'id: ONE-1', 'duplicate-id', 'ONE-1\n        risk', 1],
  ['ids that differ in case only', 'id: TWO-2', 'id: one-1', 'id-case', 'one-1'],
  ['a gate that does not exist', 'gate: s3', 'gate: s4', 'unknown-gate', 's4'],
  [
    'a gate that nobody uses',
    'gates:\n',
    'gates:\n  - id: spare\n    ask: {ja: 何, en: What}\n    off: {ja: 何も, en: Nothing}\n',
    'unused-gate',
    'id: spare',
  ],
  ['a related item that does not exist', 'related: [ONE-1]', 'related: [ONE-1, SIX-6]', 'unknown-related', 'SIX-6'],
  ['the same sub-question twice', 'id: second', 'id: first', 'duplicate-part', 'any:\n'],
  ['a sub-question and a value of one name', 'id: rto', 'id: first', 'duplicate-part', 'any:\n'],
  ['an item per unit without units', PER_UNIT, `${PER_UNIT}${perUnit('need: all')}`, 'units-missing', 'need: all'],
  [
    'more units than there are',
    PER_UNIT,
    `${PER_UNIT}${perUnit('need: 3')}`,
    'units-too-few',
    '3\n        why',
    0,
    UNITS,
  ],
  [
    'the same name for all and per unit',
    PER_UNIT,
    `${PER_UNIT}${perUnit('need: 2', 'values:\n            - {id: rto, kind: text, label: {ja: 何, en: What}}')}`,
    'duplicate-part',
    'any:\n',
    0,
    UNITS,
  ],
  [
    'a scope question of the organisation that does not exist',
    PER_UNIT,
    `${PER_UNIT}${perUnit('need: 2', 'organization: true', 'organizationGate: s9')}`,
    'unknown-gate',
    's9',
    0,
    UNITS,
  ],
  [
    'a plan for an item that does not exist',
    'gates:\n',
    'plan:\n  together:\n    - {id: one, title: {ja: 一つ, en: One}, items: [ONE-1, SIX-6]}\n  after: {TWO-2: [ONE-1]}\ngates:\n',
    'unknown-plan-item',
    'SIX-6',
  ],
  ['a choice without options', 'kind: duration', 'kind: choice', 'options-missing', 'id: rto'],
  ['options without a choice', 'maxHours: 24', `options: ${OPTIONS}`, 'options-unused', '[{id: a'],
  ['a comparison with no date', 'maxHours: 24', 'notAfter: go-live', 'unknown-date', 'go-live\n'],
  [
    'a comparison of units with no date',
    'gates:\n',
    `${UNITS_TEXT}  values:\n    - {id: go-live, kind: date, label: {ja: 日, en: Day}, notBefore: start}\ngates:\n`,
    'unknown-date',
    'start}',
  ],
];

test('the file that the cases change has no problem', () => {
  expect(problemsOf(LIST)).toEqual([]);
});

describe.each([
  ['schema', SCHEMA],
  ['style', STYLE],
  ['across items', ACROSS],
])('%s', (_kind, cases) => {
  test.each(cases)('%s', (_what, from, to, rule, at, nth, base) => {
    const text = changed(from, to, base);
    expect(problemsOf(text)).toContain(`${placeOf(at, text, nth)} ${rule}`);
    expect(isKey(`lint.${rule}`)).toBe(true);
  });
});

test('errors keep a file out, warnings do not', () => {
  for (const [, from, to, rule, , , base] of [...SCHEMA, ...ACROSS]) {
    const { questionnaire, problems } = loadFile('list.yaml', changed(from, to, base));
    expect(questionnaire, rule).toBeUndefined();
    expect(problems.find(one => one.rule === rule)?.severity).toBe('error');
  }
  for (const [, from, to, rule] of STYLE) {
    const { questionnaire, problems } = loadFile('list.yaml', changed(from, to));
    expect(questionnaire, rule).toBeDefined();
    expect(problems.find(one => one.rule === rule)?.severity).toBe('warning');
  }
});

test('each change makes only the problem that it is about', () => {
  for (const [what, from, to, rule, , nth, base] of [...STYLE, ...ACROSS]) {
    const rules = new Set(problemsOf(changed(from, to, base)).map(line => line.split(' ')[1]));
    const besides = nth === 3 || what === 'points on one side only' ? ['points-count'] : [];
    expect(
      [...rules].filter(one => one !== rule && !besides.includes(one ?? '')),
      what,
    ).toEqual([]);
  }
});

test.each(['1-2', '"2026.1"', 'MAR-1', 'sept2', '12-Dec', '"007"', '"1E5"'])(
  'an id that reads as %s is warned of',
  id => {
    const rules = problemsOf(LIST.replaceAll('ONE-1', id)).map(line => line.split(' ')[1]);
    expect(rules).toEqual(['reads-as-date']);
  },
);

test.each(['A-1', 'IAM-001', 'TV-2.8', 'OPS01-BP01', 'march-past', 'DECK-1'])('the id %s is as good as any', id => {
  expect(problemsOf(LIST.replaceAll('ONE-1', id))).toEqual([]);
});

test('every problem is listed, in the order of the file', () => {
  let text = changed('publisher: Nobody', 'publisher: 7\ncolour: red');
  text = changed('risk: high', 'risk: huge', text);
  text = changed(/effort: low(?=[\s\S]*effort: low)/, 'effort: none', text);
  expect(problemsOf(text)).toEqual([
    `${placeOf('7\ncolour', text)} wrong-type`,
    `${placeOf('red', text)} unknown-key`,
    `${placeOf('huge', text)} wrong-value`,
    `${placeOf('none', text)} wrong-value`,
  ]);
});

test('what is not a mapping at all is one problem', () => {
  expect(problemsOf('- a\n- b\n')).toEqual(['1:1 wrong-type']);
  expect(problemsOf('just words\n')).toEqual(['1:1 wrong-type']);
  expect(problemsOf('')).not.toEqual([]);
});

test('a month that has no such day', () => {
  expect(problemsOf(changed('released: 2026-02', 'released: 2026-02-28'))).toEqual([]);
});

test('a day that does not exist is refused', () => {
  expect(problemsOf(changed('released: 2026-02', 'released: 2026-02-31'))).not.toEqual([]);
});

describe('ids used twice', () => {
  test('of a scope question', () => {
    const again = '  - id: s3\n    ask: {ja: 何, en: What}\n    off: {ja: 何も, en: Nothing}\n';
    expect(problemsOf(changed('gates:\n', `gates:\n${again}`))).not.toEqual([]);
  });

  test('of a section', () => {
    const again = '  - id: all\n    title: {ja: 二, en: Two}\n    items:\n';
    expect(problemsOf(changed('      - id: TWO-2', `${again}      - id: TWO-2`))).not.toEqual([]);
  });
});
