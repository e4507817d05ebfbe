import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { checkList } from '../../src/assessment/answers/checks.ts';
import { itemStates } from '../../src/assessment/answers/item-state.ts';
import { allItems } from '../../src/questionnaire/schema/items.ts';
import type { Item, ValueField } from '../../src/questionnaire/schema/schema.ts';
import { sampleAssessment } from '../support/session.ts';
import { shipped } from './shipped.ts';

const retail = shipped.questionnaires.find(one => one.id === 'retail-competency');
const items = retail ? allItems(retail) : [];
const [head = [], ...rows] = readFileSync(new URL('./fixtures/retail-facts.tsv', import.meta.url), 'utf8')
  .trimEnd()
  .split('\n')
  .map(line => line.split('\t'));
const facts = rows.map(row => Object.fromEntries(head.map((name, index) => [name, row[index] ?? ''])));

const item = (id: string): Item => {
  const found = items.find(one => one.id === id);
  if (!found) throw new Error(id);
  return found;
};
const fields = (id: string): ValueField[] => [...(item(id).values ?? []), ...(item(id).perUnit?.values ?? [])];
const unspaced = (text: string) => text.replace(/\s/g, '');

describe('retail-competency@2019-12', () => {
  test('has the 63 rows of the source in its order: 14 prerequisites, 3 documents, 46 technical items', () => {
    expect(items.map(one => one.id)).toEqual(facts.map(row => row['key']));
    const kinds = ['PRE', 'DOC', 'TV', 'TV-1.', 'TV-2.', 'TV-3.', 'TV-4.'];
    expect(kinds.map(kind => items.filter(one => one.id.startsWith(kind)).length)).toEqual([14, 3, 46, 28, 13, 3, 2]);
  });

  test('has titles and printed numbers of the source', () => {
    for (const row of facts.filter(one => one['key'] !== 'PRE-1.1')) {
      const one = item(row['key'] ?? '');
      expect([unspaced(one.title.ja), one.title.en, one.printed ?? '']).toEqual([
        unspaced(row['title_ja'] ?? ''),
        row['title_en'],
        row['printed'],
      ]);
    }
  });

  test('stands in the areas of the source', () => {
    const areas = (retail?.sections ?? []).flatMap(one => one.items.map(({ id }) => [id, one.area?.en]));
    expect(areas).toEqual(facts.map(row => [row['key'], row['area']]));
  });

  test.each([
    ['saas', { saas: 'yes', 'customer-deployed': 'no', 'cardholder-data': 'yes' } as const, 46],
    ['customer_deployed', { saas: 'no', 'customer-deployed': 'yes', 'cardholder-data': 'yes' } as const, 20],
  ])('asks what applies to %s', (delivery, gates, technical) => {
    const states = retail ? itemStates(retail, sampleAssessment({ gates }), '2026-11-27') : [];
    const asked = states.filter(state => state.off === undefined).map(state => state.item.id);
    expect(asked).toEqual(facts.filter(row => row[delivery] === 'yes').map(row => row['key']));
    expect(asked.filter(id => id.startsWith('TV'))).toHaveLength(technical);
  });

  test('asks documents per case study, and for SaaS one diagram of the whole', () => {
    expect(item('DOC-A').perUnit).toMatchObject({ need: 'all', organization: true, organizationGate: 'saas' });
    expect(item('DOC-B')).toMatchObject({ gate: 'customer-deployed' });
    expect(item('DOC-B').perUnit).toBeUndefined();
    expect(item('DOC-C').perUnit).toMatchObject({ need: 'all' });
  });

  test('answers technical items per case study, cardholder data only where there is some', () => {
    for (const one of items.filter(({ id }) => id.startsWith('TV'))) {
      expect([one.id, one.perUnit?.need, one.perUnit?.organization]).toEqual([one.id, 'all', undefined]);
    }
    expect(items.filter(one => one.gate === 'cardholder-data').map(one => one.id)).toEqual(['TV-1.25', 'TV-1.26']);
  });

  test('asks four case studies with eight fields, two of them public', () => {
    expect(retail?.units?.count).toBe(4);
    expect(fields('PRE-2.1')).toHaveLength(8);
    expect(item('PRE-2.2').perUnit?.need).toBe(2);
  });

  test.each([
    ['PRE-2.1', 'maxAgeMonths', 18],
    ['PRE-3.2', 'maxAgeMonths', 12],
    ['TV-1.11', 'maxHours', 168],
    ['TV-1.24', 'maxAgeMonths', 12],
    ['TV-1.25', 'maxAgeMonths', 12],
    ['TV-2.9', 'maxAgeMonths', 12],
    ['TV-2.11', 'maxHours', 24],
    ['TV-2.13', 'maxAgeMonths', 12],
  ] as const)('%s has its limit of time', (id, limit, value) => {
    expect(
      fields(id)
        .map(one => one[limit])
        .filter(one => one !== undefined),
    ).toEqual([value]);
  });

  test('requires what the forms of the list ask for and what it limits; nothing else keeps an item from being met', () => {
    const optional = items.flatMap(one =>
      fields(one.id).flatMap(({ id, optional: yes }) => (yes ? [`${one.id} ${id}`] : [])),
    );
    expect(optional).toEqual([
      // The case study is named already, its format and the channels are seen where the list looks.
      'PRE-2.1 customer-name',
      'PRE-2.2 format',
      'PRE-4.2 channels',
      // Asked under a condition only.
      'PRE-4.3 listing',
      'PRE-4.4 explanation',
      'TV-1.11 service-key-age',
    ]);
  });

  test.each([
    ['PRE-4.2', {}, 'met'],
    ['TV-1.11', {}, 'met'],
    ['PRE-4.3', { listed: 'no' }, 'met'],
    ['PRE-4.3', {}, 'unknown'],
    ['TV-2.11', {}, 'unknown'],
    ['TV-2.11', { rto: '4h' }, 'met'],
    ['TV-2.13', {}, 'unknown'],
    ['PRE-1.4', {}, 'unknown'],
  ] as const)('%s answered met with the values %o counts as %s', (id, values, status) => {
    const answered = sampleAssessment({
      gates: { saas: 'yes', 'customer-deployed': 'no', 'cardholder-data': 'yes' },
      answers: { [id]: { status: 'met', values } },
    });
    const states = retail ? itemStates(retail, answered, '2026-11-27') : [];
    expect(states.find(one => one.item.id === id)?.status).toBe(status);
  });

  test('no other value has a limit', () => {
    const limited = items.filter(one => fields(one.id).some(({ maxHours, maxAgeMonths }) => maxHours ?? maxAgeMonths));
    expect(limited).toHaveLength(8);
  });

  test.each([
    ['PRE-1.3', [6, 2]],
    ['PRE-2.2', [3]],
    ['PRE-4.2', [3]],
    ['PRE-4.3', [2]],
    ['PRE-4.4', [3]],
  ])('%s offers the options of the source', (id, counts) => {
    const options = fields(id).flatMap(({ options: some }) => (some ? [some.length] : []));
    expect(options).toEqual(counts);
  });

  test.each(['TV-1.11', 'TV-1.24', 'TV-2.2', 'TV-1.14', 'TV-1.15', 'TV-1.19', 'TV-2.1'])(
    '%s has its conditions as sub-questions',
    id => {
      const { checks } = item(id);
      expect(checks && checkList(checks).length).toBeGreaterThan(1);
    },
  );
});
