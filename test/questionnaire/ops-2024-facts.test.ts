import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { ChangesFile } from '../../src/questionnaire/schema/schema.ts';
import { item, itemsOf, ROOT, readTable, version } from './shipped.ts';

const before = version('ops-pillar@2023-10-03');
const ops = version('ops-pillar@2024-06');
const facts = readTable('ops-2024-06-facts.tsv');
const practices = readTable('ops-2024-06-wa-tool.tsv');
const file = ChangesFile.parse(parse(readFileSync(join(ROOT, 'ops-pillar/2024-06/changes.yaml'), 'utf8')));
const all = itemsOf(ops);

/** Ids of 2023-10-03 that mean nothing, or another practice, in 2024-06. */
const GONE = ['OPS01-BP07', 'OPS02-BP07', 'OPS03-BP08', 'OPS06-BP08'];

describe('ops-pillar@2024-06', () => {
  test('has the 11 questions of 2023-10-03 with 6, 6, 7, 5, 10, 4, 6, 5, 3, 7 and 9 practices', () => {
    expect(ops.sections.map(section => section.items.length)).toEqual([6, 6, 7, 5, 10, 4, 6, 5, 3, 7, 9]);
    expect(ops.sections.map(({ id, area, title }) => ({ id, area, title }))).toEqual(
      before.sections.map(({ id, area, title }) => ({ id, area, title })),
    );
  });

  test('has the ids, English titles, risks and Well-Architected Tool ids of the facts', () => {
    expect(practices).toHaveLength(68);
    expect(
      all.map(({ id, title, risk, waTool }) => ({
        id,
        title: title.en,
        risk,
        question: waTool?.question,
        choice: waTool?.choice,
      })),
    ).toEqual(practices);
  });

  test('agrees with the facts about each practice of 2023-10-03', () => {
    expect(facts.map(row => [row['old'], row['old_title'], row['old_risk']])).toEqual(
      itemsOf(before).map(({ id, title, risk }) => [id, title.en, risk]),
    );
    for (const row of facts.filter(one => one['new'] !== '')) {
      const { title, risk } = item(ops, row['new'] ?? '');
      expect([title.en, risk], row['new']).toEqual([row['new_title'], row['new_risk']]);
    }
  });

  test('tells how each practice changed, as the facts do', () => {
    const told = [
      ...file.same.map(id => [id, id, 'same']),
      ...file.changes.flatMap(({ kind, old = [], new: next = [] }) => old.map(id => [id, next[0] ?? '', kind])),
    ];
    expect(file.from).toBe('2023-10-03');
    expect(told.toSorted()).toEqual(facts.map(row => [row['old'], row['new'], row['kind']]).toSorted());
    expect(file.changes.filter(one => one.kind === 'added')).toEqual([]);
  });

  test('keeps the Japanese title wherever the English one is the same', () => {
    for (const row of facts.filter(one => one['new'] !== '' && one['old_title'] === one['new_title']))
      expect(item(ops, row['new'] ?? '').title.ja, row['new']).toBe(item(before, row['old'] ?? '').title.ja);
  });

  test('names no id of the older numbering but as an alias or in a note', () => {
    for (const { aliases: _, note: __, ...rest } of all)
      for (const id of GONE) expect(JSON.stringify(rest), rest.id).not.toContain(id);
    const asked = all.flatMap(one => (one.related ?? []).filter(id => id.startsWith('OPS')));
    expect(asked.filter(id => !all.some(one => one.id === id))).toEqual([]);
    expect(item(ops, 'OPS02-BP01').related).toEqual(['OPS02-BP02', 'OPS02-BP04']);
  });

  test('is found by an id that only 2023-10-03 has, where that practice lives on', () => {
    const found = (id: string) => all.filter(one => one.aliases?.includes(id)).map(one => one.id);
    expect(GONE.map(found)).toEqual([['OPS01-BP06'], ['OPS02-BP06'], [], ['OPS06-BP04']]);
  });

  test('says how sure it is', () => {
    expect(ops.confidence).toEqual({ id: 'mirror', title: 'mirror', rule: 'inferred' });
    expect(ops.notice?.en).toMatch(/October 3, 2023/);
    expect(ops.notice?.ja).toMatch(/2023 年 10 月 3 日版/);
  });

  test('has every part of the guide in both languages', () => {
    for (const one of all)
      for (const part of ['good', 'evidence', 'pitfalls', 'benefits', 'steps', 'reviewer'] as const) {
        expect(one[part]?.ja.length, `${one.id} ${part}`).toBe(one[part]?.en.length);
        expect(one[part]?.ja.length, `${one.id} ${part}`).toBeGreaterThan(0);
      }
  });
});
