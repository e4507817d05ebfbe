import { describe, expect, test } from 'vitest';
import type { Questionnaire } from '../../src/questionnaire/schema/schema.ts';
import { reference } from '../../src/questionnaire/schema/summary.ts';
import { itemsOf, shipped } from './shipped.ts';

const named = (all: Questionnaire[]) => all.map(one => [reference(one), one] as const);
/** Titles that the Japanese source itself writes so. */
const LATIN_TITLES = ['IaC', 'Disaster Recovery / RTO・RPO'];
const JAPANESE = /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u;

/** Every text in both languages, wherever it stands, with its path. */
function pairsIn(value: unknown, path: string): { path: string; pair: Record<string, unknown> }[] {
  if (typeof value !== 'object' || value === null) return [];
  const record = value as Record<string, unknown>;
  if ('ja' in record || 'en' in record) return [{ path, pair: record }];
  return Object.entries(record).flatMap(([key, inner]) => pairsIn(inner, `${path}.${key}`));
}

const textsOf = (side: unknown): unknown[] => (Array.isArray(side) ? side : [side]);

describe.each(named(shipped.questionnaires))('%s', (_name, questionnaire) => {
  const pairs = pairsIn(questionnaire, '');

  test('has every text in both languages, point by point', () => {
    expect(pairs.length).toBeGreaterThan(itemsOf(questionnaire).length);
    for (const { path, pair } of pairs) {
      expect(Object.keys(pair).sort(), path).toEqual(['en', 'ja']);
      expect(textsOf(pair.en), path).toHaveLength(textsOf(pair.ja).length);
      for (const text of [...textsOf(pair.ja), ...textsOf(pair.en)]) expect(String(text).trim(), path).not.toBe('');
    }
  });

  test('has each side in its language', () => {
    for (const { path, pair } of pairs) {
      const japanese = textsOf(pair.ja).join('');
      const english = textsOf(pair.en).join('');
      expect(english, path).not.toMatch(JAPANESE);
      // Names (FTR Partner-Hosted, CloudTrail) are the same in both.
      if (japanese !== english && !LATIN_TITLES.includes(japanese)) expect(japanese, path).toMatch(JAPANESE);
    }
  });

  test('asks questions', () => {
    for (const { id, ask } of [...itemsOf(questionnaire), ...(questionnaire.gates ?? [])]) {
      expect(ask.en.trim(), id).toMatch(/\?$/);
      expect(ask.ja.trim(), id).toMatch(/か(（.+）)?。$/);
    }
  });
});

describe.each(named(shipped.questionnaires.filter(one => one.id === 'ftr-partner-hosted')))('%s', (_name, ftr) => {
  const LENGTHS = { good: [2, 4], evidence: [2, 4], pitfalls: [2, 4], steps: [3, 7], reviewer: [1, 2] } as const;

  test('has every item whole', () => {
    for (const item of itemsOf(ftr)) {
      expect(item.why, item.id).toBeDefined();
      for (const [part, [min, max]] of Object.entries(LENGTHS)) {
        const points = item[part as keyof typeof LENGTHS]?.en.length ?? 0;
        expect(points >= min && points <= max, `${item.id} ${part}: ${points}`).toBe(true);
      }
      for (const facet of ['id', 'title', 'rule'] as const) {
        expect(item.confidence?.[facet], `${item.id} ${facet}`).toBeDefined();
      }
    }
  });

  test('says what is hard to add later', () => {
    const costly = itemsOf(ftr).filter(one => one.retrofit === 'costly');
    const expected = itemsOf(ftr).filter(one => /^(IAM-002|SDAT-002|DR-004|RES-004|CTL-002)$/.test(one.id));
    expect(costly.map(one => one.id)).toEqual(expect.arrayContaining(expected.map(one => one.id)));
  });
});
