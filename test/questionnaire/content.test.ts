import { describe, expect, test } from 'vitest';
import type { Questionnaire } from '../../src/questionnaire/schema.ts';
import { reference } from '../../src/questionnaire/summary.ts';
import { itemsOf, shipped } from './shipped.ts';

/** Every text in both languages, wherever it stands, with its path. */
function pairsIn(value: unknown, path: string): { path: string; pair: Record<string, unknown> }[] {
  if (typeof value !== 'object' || value === null) return [];
  const record = value as Record<string, unknown>;
  if ('ja' in record || 'en' in record) return [{ path, pair: record }];
  return Object.entries(record).flatMap(([key, inner]) => pairsIn(inner, `${path}.${key}`));
}

const textsOf = (side: unknown): unknown[] => (Array.isArray(side) ? side : [side]);

describe.each(shipped.questionnaires.map(one => [reference(one), one] as const))(
  '%s',
  (_name, questionnaire: Questionnaire) => {
    const pairs = pairsIn(questionnaire, '');

    test('every text has both languages, point by point', () => {
      expect(pairs.length).toBeGreaterThan(400);
      for (const { path, pair } of pairs) {
        expect(Object.keys(pair).sort(), path).toEqual(['en', 'ja']);
        expect(textsOf(pair.en), path).toHaveLength(textsOf(pair.ja).length);
        for (const text of [...textsOf(pair.ja), ...textsOf(pair.en)]) expect(String(text).trim(), path).not.toBe('');
      }
    });

    test('each side is in its language', () => {
      for (const { path, pair } of pairs) {
        const japanese = textsOf(pair.ja).join('');
        const english = textsOf(pair.en).join('');
        expect(english, path).not.toMatch(/[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u);
        // Official names (FTR Partner-Hosted, CloudTrail) are the same in both.
        if (japanese !== english)
          expect(japanese, path).toMatch(/[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u);
      }
    });

    test('every item is whole', () => {
      for (const item of itemsOf(questionnaire)) {
        const { why, good, evidence, pitfalls, steps, reviewer } = item;
        const counts = [good, evidence, pitfalls, steps, reviewer].map(part => part?.en.length ?? 0);
        expect(why, item.id).toBeDefined();
        for (const [at, [min, max]] of (
          [
            [2, 4],
            [2, 4],
            [2, 4],
            [3, 7],
            [1, 2],
          ] as const
        ).entries()) {
          expect(counts[at], `${item.id} ${at}`).toBeGreaterThanOrEqual(min);
          expect(counts[at], `${item.id} ${at}`).toBeLessThanOrEqual(max);
        }
        for (const facet of ['id', 'title', 'rule'] as const)
          expect(item.confidence?.[facet], `${item.id} ${facet}`).toBeDefined();
      }
    });

    test('questions end as questions do', () => {
      for (const { id, ask } of itemsOf(questionnaire)) {
        expect(ask.en.trim(), id).toMatch(/\?$/);
        expect(ask.ja.trim(), id).toMatch(/か(（.+）)?。$/);
      }
      for (const { id, ask } of questionnaire.gates ?? []) {
        expect(ask.en.trim(), id).toMatch(/\?$/);
        expect(ask.ja.trim(), id).toMatch(/か(（.+）)?。$/);
      }
    });

    test('what is hard to add later says so', () => {
      const costly = itemsOf(questionnaire)
        .filter(one => one.retrofit === 'costly')
        .map(one => one.id);
      for (const id of ['IAM-002', 'SDAT-002', 'DR-004', 'RES-004', 'CTL-002']) {
        if (itemsOf(questionnaire).some(one => one.id === id)) expect(costly).toContain(id);
      }
    });
  },
);
