import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { CrosswalkFile, withCrosswalk } from '../../src/questionnaire/schema/crosswalk.ts';
import { anItem, pair, sampleQuestionnaire } from '../support/session.ts';

const pairs = CrosswalkFile.parse(parse(readFileSync('questionnaires/crosswalk.yaml', 'utf8')));
const facts = readFileSync(new URL('./fixtures/crosswalk.tsv', import.meta.url), 'utf8')
  .trimEnd()
  .split('\n')
  .slice(1);

/** The facts name a rule here ("4 customers, last 18 months"), which is no item: the units of the list hold it. */
const NO_ITEM = 'customer-examples/SMB-GENERAL';

test('the crosswalk holds every pair of items of the facts with its strength and direction, in order', () => {
  const direction = { a: 'b->a', b: 'a->b' } as const;
  const told = pairs.map(({ a, b, strength, meets }) => [a, b, strength, meets ? direction[meets] : '-'].join('\t'));
  expect(told).toEqual(facts.filter(line => !line.includes(NO_ITEM)));
  expect(facts).toHaveLength(125);
  expect(told).toHaveLength(124);
});

test('only a subset has a direction', () => {
  for (const one of pairs) expect(one.meets !== undefined, `${one.a} ${one.b}`).toBe(one.strength === 'subset');
});

describe('what others ask alike', () => {
  const list = (id: string, version: string, items: string[], aliases: string[] = []) =>
    sampleQuestionnaire({
      id,
      version,
      title: pair(id, id),
      sections: [{ id: 'only', title: pair('区分', 'Section'), items: items.map(item => anItem(item, { aliases })) }],
    });
  const lists = [
    list('ftr', '1', ['DR-001']),
    list('ftr', '2', ['RES-001'], ['DR-001']),
    list('retail', '1', ['TV-1']),
  ];
  const { questionnaires, strangers } = withCrosswalk(lists, [
    { a: 'ftr/DR-001', b: 'retail/TV-1', strength: 'subset', meets: 'b' },
    { a: 'ftr/DR-001', b: 'retail/TV-9', strength: 'related' },
  ]);

  test('is told on both sides, with who meets whom', () => {
    expect(questionnaires[0]?.also?.['DR-001']).toMatchObject([{ item: 'TV-1', strength: 'subset', meets: 'other' }]);
    expect(questionnaires[2]?.also?.['TV-1']).toMatchObject([{ item: 'RES-001', strength: 'subset', meets: 'this' }]);
  });

  test('follows an item to its new id, and names what nobody knows', () => {
    expect(questionnaires[1]?.also?.['RES-001']).toHaveLength(1);
    expect(strangers).toEqual(['retail/TV-9']);
  });
});
