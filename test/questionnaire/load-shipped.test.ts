import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { loadShipped } from '../../src/questionnaire/load/load-shipped.ts';
import type { Item } from '../../src/questionnaire/schema/schema.ts';

const both = (ja: string, en: string) => `{ja: ${ja}, en: ${en}}`;
const points = (n: number) => `{ja: [${Array(n).fill('点').join(', ')}], en: [${Array(n).fill('point').join(', ')}]}`;

/** A whole item as a line of flow style; `more` comes where the order of keys wants it. */
const whole = (id: string, facts = '', texts = '') =>
  `- {id: ${id}, risk: high, effort: low, retrofit: easy, impact: low, who: [technical]${facts}, title: ${both('題名', `Title of ${id}`)}, ask: ${both('守られていますか。', 'Is it kept?')}${texts}, why: ${both('困ります。', 'It hurts.')}, good: ${points(2)}, evidence: ${points(2)}, pitfalls: ${points(2)}, steps: ${points(3)}, reviewer: ${points(1)}}\n`;

const about = (version: string, more = '') => `id: list
version: "${version}"
label: ${both('版', 'Version')}
title: ${both('一覧', 'List')}
publisher: Nobody
passRule: all-applicable-met
officialList: {where: ${both('なし。', 'None.')}}
${more}sections:
  - {id: all, title: ${both('すべて', 'All')}, file: 01-all.yaml}
`;
const GATES = `gates:\n  - {id: s3, ask: ${both('何。', 'What?')}, off: ${both('何も。', 'Nothing.')}}\n`;

/** Loads questionnaires from files given by their paths. */
function load(files: Record<string, string>) {
  const root = mkdtempSync(join(tmpdir(), 'tenken-shipped-'));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  const { questionnaires, problems } = loadShipped(root);
  const items = (version: string): Item[] =>
    questionnaires.find(one => one.version === version)?.sections.flatMap(section => section.items) ?? [];
  return {
    questionnaires,
    items,
    problems: problems.map(one => `${one.file.slice(root.length + 1)}:${one.line}:${one.col} ${one.rule}`),
    raw: problems,
  };
}

const older = {
  'list/2021/version.yaml': about('2021', GATES),
  'list/2021/01-all.yaml': `${whole('DR-1', ', officialAnswer: no, gate: s3, recurs: yearly', `, checks: {all: [{id: a, text: ${both('甲', 'A')}}]}, values: [{id: rto, kind: duration, label: ${both('目標', 'Target')}, maxHours: 24}]`)}${whole('SUP-1')}`,
};

test('an item without changes is the same item', () => {
  const { items, problems } = load({
    ...older,
    'list/2022/version.yaml': about('2022', GATES),
    'list/2022/01-all.yaml': '- {id: DR-1, from: "2021"}\n',
  });
  expect(problems).toEqual([]);
  expect(items('2022')[0]).toEqual(items('2021')[0]);
});

test('an item may come back under another id, and through several versions', () => {
  const { items, problems } = load({
    ...older,
    'list/2022/version.yaml': about('2022', GATES),
    'list/2022/01-all.yaml': `- {id: RES-1, from: 2021/DR-1, title: ${both('新しい題名', 'New title')}}\n`,
    'list/2023/version.yaml': about('2023', GATES),
    'list/2023/01-all.yaml': '- {id: RES-1, from: "2022", risk: low}\n',
  });
  expect(problems).toEqual([]);
  expect(items('2023')[0]).toMatchObject({
    id: 'RES-1',
    risk: 'low',
    title: { en: 'New title' },
    gate: 's3',
    ask: { en: 'Is it kept?' },
  });
});

test('null drops a field, a field given replaces the old one whole', () => {
  const { items, problems } = load({
    ...older,
    'list/2022/version.yaml': about('2022'),
    'list/2022/01-all.yaml': `- {id: DR-1, from: "2021", officialAnswer: null, gate: null, recurs: null, checks: null, values: [{id: rto, kind: duration, label: ${both('目標', 'Target')}}], steps: ${points(4)}}\n`,
  });
  expect(problems).toEqual([]);
  const [item] = items('2022');
  for (const dropped of ['officialAnswer', 'gate', 'recurs', 'checks', 'from'])
    expect(item).not.toHaveProperty(dropped);
  expect(item?.values).toEqual([{ id: 'rto', kind: 'duration', label: { ja: '目標', en: 'Target' } }]);
  expect(item?.steps?.en).toHaveLength(4);
});

test('how sure a version is counts for its items, unless they say otherwise', () => {
  const { items } = load({
    ...older,
    'list/2022/version.yaml': about('2022', `confidence: {id: official, title: mirror}\n${GATES}`),
    'list/2022/01-all.yaml': `- {id: DR-1, from: "2021", confidence: {title: partner}}\n${whole('NEW-1')}`,
  });
  expect(items('2022').map(one => one.confidence)).toEqual([
    { id: 'official', title: 'partner' },
    { id: 'official', title: 'mirror' },
  ]);
});

test('what is not there is named', () => {
  const { problems } = load({
    ...older,
    'list/2022/version.yaml': about('2022'),
    'list/2022/01-all.yaml':
      '- {id: DR-1, from: "2020"}\n- {id: DR-9, from: "2021"}\n- {id: SUP-1, from: 2021/SUP-2}\n- {id: SUP-1, from: "2023"}\n',
    'list/2023/version.yaml': about('2023'),
    'other/1/01-all.yaml': '[]\n',
  });
  expect(problems).toEqual([
    'list/2022/01-all.yaml:1:20 unknown-from',
    'list/2022/01-all.yaml:2:20 unknown-from',
    'list/2022/01-all.yaml:3:21 unknown-from',
    'list/2022/01-all.yaml:4:21 unknown-from',
    'list/2023/01-all.yaml:1:1 file-missing',
    'other/1/version.yaml:1:1 file-missing',
  ]);
});

test('a version cannot take an item of another questionnaire', () => {
  const { problems } = load({
    ...older,
    'other/2022/version.yaml': about('2022').replace('id: list', 'id: other'),
    'other/2022/01-all.yaml': '- {id: DR-1, from: "2021"}\n',
  });
  expect(problems).toEqual(['other/2022/01-all.yaml:1:20 unknown-from']);
});

test('problems stand where they are, and all of them are errors', () => {
  const { problems, raw } = load({
    'list/2021/version.yaml': about('2021'),
    'list/2021/01-all.yaml': `${whole('A-1').replace('risk: high', 'risk: huge')}${whole('B-1').replace('It hurts.', 'It is simply bad.')}${whole('C-1', ', gate: s9')}`,
    'list/2022/version.yaml': about('2022').replace('publisher: Nobody\n', ''),
    'list/2023/version.yaml': about('2023'),
    'list/2023/01-all.yaml': 'a: 1\n',
    'list/2024/version.yaml': about('2024').replace('publisher', '\tpublisher'),
  });
  expect(problems).toEqual([
    'list/2021/01-all.yaml:1:19 wrong-value',
    expect.stringMatching(/^list\/2021\/01-all\.yaml:2:\d+ banned-word$/),
    expect.stringMatching(/^list\/2021\/01-all\.yaml:3:\d+ unknown-gate$/),
    'list/2022/version.yaml:1:1 missing',
    'list/2023/01-all.yaml:1:1 wrong-type',
    'list/2024/version.yaml:5:1 no-tabs',
  ]);
  expect(new Set(raw.map(one => one.severity))).toEqual(new Set(['error']));
});

test('the hash is about what is required, not about the guide', () => {
  const hash = (change: (text: string) => string) =>
    load({ ...older, 'list/2021/01-all.yaml': change(older['list/2021/01-all.yaml']) }).questionnaires[0]?.contentHash;
  const before = hash(text => text);
  expect(hash(text => text.replace('It hurts.', 'It hurts a lot.'))).toBe(before);
  expect(hash(text => text.replace('[technical]', '[business]'))).toBe(before);
  for (const [from, to] of [
    ['Is it kept?', 'Is it kept now?'],
    ['maxHours: 24', 'maxHours: 25'],
    ['officialAnswer: no, ', ''],
    ['risk: high', 'risk: low'],
    ['{id: a,', '{id: b,'],
    ['SUP-1', 'SUP-2'],
  ] as const) {
    expect(
      hash(text => text.replaceAll(from, to)),
      from,
    ).not.toBe(before);
  }
});
