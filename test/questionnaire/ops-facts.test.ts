import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { loadShipped } from '../../src/questionnaire/load/load-shipped.ts';
import { allItems } from '../../src/questionnaire/schema/items.ts';

const { questionnaires, problems } = loadShipped('questionnaires');
const ops = questionnaires.find(one => one.id === 'ops-pillar' && one.version === '2023-10-03');
const [head = [], ...rows] = readFileSync(new URL('./fixtures/ops-facts.tsv', import.meta.url), 'utf8')
  .trimEnd()
  .split('\n')
  .map(line => line.split('\t'));
const facts = rows.map(row => Object.fromEntries(head.map((name, index) => [name, row[index] ?? ''])));

describe('ops-pillar@2023-10-03', () => {
  test('is without problems', () => expect(problems).toEqual([]));

  test('has the 11 questions with 7, 7, 8, 5, 10, 4, 6, 5, 3, 7 and 9 practices in four areas', () => {
    expect(ops?.sections.map(section => section.items.length)).toEqual([7, 7, 8, 5, 10, 4, 6, 5, 3, 7, 9]);
    expect([...new Set(ops?.sections.map(section => section.area?.en))]).toEqual([
      'Organization',
      'Prepare',
      'Operate',
      'Evolve',
    ]);
  });

  test('has the ids, titles, risks, efforts and relations of the source, in its order', () => {
    const items = ops ? allItems(ops) : [];
    expect(
      items.map(({ id, title, risk, effort, related }) => [
        id,
        title.ja,
        title.en,
        risk,
        effort ?? 'none',
        (related ?? ['-']).join(','),
      ]),
    ).toEqual(
      facts.map(row => [row['id'], row['title_ja'], row['title_en'], row['risk'], row['effort'], row['related']]),
    );
  });

  test('knows the English id where it differs', () => {
    const differing = facts.filter(row => row['id'] !== row['id_en']);
    expect(differing.map(row => [row['id'], row['id_en']])).toEqual([['OPS06-BP08', 'OPS06-BP04']]);
    const item = ops && allItems(ops).find(one => one.id === 'OPS06-BP08');
    expect(item?.aliases).toContain('OPS06-BP04');
    expect(item?.note).toBeDefined();
  });

  test('knows question and choice of the Well-Architected Tool for all but three practices', () => {
    const lines = readFileSync(new URL('./fixtures/wa-tool.tsv', import.meta.url), 'utf8')
      .trimEnd()
      .split('\n')
      .slice(1);
    const items = ops ? allItems(ops) : [];
    const told = items.map(({ id, waTool }) => `${id}\t${waTool?.question ?? ''}\t${waTool?.choice ?? ''}`);
    expect(told.toSorted()).toEqual(lines);
    expect(items.filter(item => !item.waTool).map(item => item.id)).toEqual(['OPS01-BP07', 'OPS02-BP05', 'OPS03-BP08']);
  });

  test('has every part of the guide in both languages', () => {
    for (const item of ops ? allItems(ops) : []) {
      for (const part of ['good', 'evidence', 'pitfalls', 'benefits', 'steps', 'reviewer'] as const) {
        expect(item[part]?.ja.length, `${item.id} ${part}`).toBe(item[part]?.en.length);
        expect(item[part]?.ja.length, `${item.id} ${part}`).toBeGreaterThan(0);
      }
      expect(item.why?.ja.length, item.id).toBeGreaterThan(60);
      expect(item.why?.en.length, item.id).toBeGreaterThan(120);
    }
  });
});
