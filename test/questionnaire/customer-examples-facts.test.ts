import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { checkList } from '../../src/assessment/answers/checks.ts';
import { allItems } from '../../src/questionnaire/schema/items.ts';
import type { Item } from '../../src/questionnaire/schema/schema.ts';
import { shipped } from './shipped.ts';

const list = shipped.questionnaires.find(one => one.id === 'customer-examples');
const items = list ? allItems(list) : [];
const facts = readFileSync(new URL('./fixtures/customer-examples-facts.tsv', import.meta.url), 'utf8')
  .trimEnd()
  .split('\n')
  .slice(1)
  .map(line => line.split('\t'));

const item = (id: string): Item => {
  const found = items.find(one => one.id === id);
  if (!found) throw new Error(id);
  return found;
};
const ticks = ({ checks, perUnit }: Item): number =>
  [checks, perUnit?.checks].flatMap(one => (one ? checkList(one) : [])).length;

describe('customer-examples@2025-02', () => {
  test('has the 15 requirements with their titles in order, and says why NETSEC-003 is none', () => {
    const unspaced = (text = '') => text.replace(/\s/g, '');
    expect(items.map(one => [one.id, unspaced(one.title.ja), one.title.en])).toEqual(
      facts.map(([id, , ja, en]) => [id, unspaced(ja), en]),
    );
    expect(items).toHaveLength(15);
    expect(list?.leftOut?.map(one => one.id)).toEqual(['NETSEC-003']);
  });

  test('asks every point that the source lists', () => {
    for (const [id = '', , , , points] of facts) {
      expect(ticks(item(id)), id).toBeGreaterThanOrEqual(Number(points));
    }
  });

  test('asks the four SMB requirements only where somebody applies for it', () => {
    expect(items.filter(one => one.gate === 'smb').map(one => one.id)).toEqual(
      facts.filter(row => row[1]?.startsWith('SMB')).map(row => row[0]),
    );
  });

  test('separates what the organisation writes from what each customer got', () => {
    const split = items.map(({ id, perUnit }) => [id, perUnit?.need ?? '-', perUnit?.organization ?? false]);
    expect(split).toEqual([
      ['SMBCTEX-001', 'all', false],
      ['SMBCTEX-002', 'all', false],
      ['SMBCTEX-003', 'all', true],
      ['SMBCTEX-004', 2, true],
      ['DOC-001', 'all', false],
      ['ACCT-001', 1, true],
      ['ACCT-002', 1, true],
      ['OPE-001', 1, true],
      ['OPE-002', '-', false],
      ['OPE-003', '-', false],
      ['NETSEC-001', 1, true],
      ['NETSEC-002', 1, true],
      ['REL-001', 1, true],
      ['REL-002', 1, true],
      ['COST-001', 1, true],
    ]);
  });

  test('asks four customers, live within 18 months, with a certificate valid on that day', () => {
    expect(list?.units).toMatchObject({ count: 4, values: [{ id: 'go-live', kind: 'date', maxAgeMonths: 18 }] });
    const dates = item('SMBCTEX-003').perUnit?.values ?? [];
    expect(dates.map(one => one.notBefore ?? one.notAfter).filter(Boolean)).toEqual(['go-live', 'go-live']);
  });
});
