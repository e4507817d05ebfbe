import { expect, test } from 'vitest';
import { parseValue, valueStates, valueText } from '../../src/assessment/answers/checks.ts';
import type { ValueField } from '../../src/questionnaire/schema/schema.ts';
import { pair } from '../support/session.ts';

const options = [
  { id: 'saas', text: pair('SaaS', 'SaaS') },
  { id: 'customer', text: pair('顧客デプロイ型', 'Customer-deployed') },
];
const LABEL = { label: pair('値', 'Value') };
const field = (more: Partial<ValueField> & Pick<ValueField, 'kind'>): ValueField => ({
  id: 'value',
  ...LABEL,
  ...more,
});

test.each([
  ['number', '12', '12'],
  ['number', '１，２００', '1200'],
  ['number', '-1', undefined],
  ['number', '1.5', undefined],
  ['number', '', undefined],
  ['url', 'https://example.com/a?b=1', 'https://example.com/a?b=1'],
  ['url', 'ｈｔｔｐｓ：／／example.com', 'https://example.com'],
  ['url', 'example.com', undefined],
  ['url', 'javascript:alert(1)', undefined],
  ['choice', 'customer', 'customer'],
  ['choice', '２', 'customer'],
  ['choice', '顧客デプロイ型', 'customer'],
  ['choice', 'both', undefined],
  ['choices', 'customer、saas', 'saas,customer'],
  ['choices', 'saas,other', undefined],
] as const)('%s: %j is kept as %j', (kind, text, kept) => {
  expect(parseValue({ kind, options }, text)).toBe(kept);
});

test('a number below the minimum and dates in the wrong order break the item', () => {
  const fields = [
    field({ id: 'n', kind: 'number', min: 4 }),
    field({ id: 'from', kind: 'date', notAfter: 'live' }),
    field({ id: 'until', kind: 'date', notBefore: 'live' }),
  ];
  const states = (live: string) =>
    valueStates(fields, { n: '3', from: '2024-02-01', until: '2026-02-01' }, '2026-11-22', { live }).map(
      one => one.state,
    );
  expect(states('2025-06-30')).toEqual(['low', 'ok', 'ok']);
  expect(states('2024-01-31')).toEqual(['low', 'late', 'ok']);
  expect(states('2026-02-02')).toEqual(['low', 'ok', 'early']);
  expect(states('')).toEqual(['low', 'ok', 'ok']);
});

test('a choice is read by its text', () => {
  expect(valueText(field({ kind: 'choices', options }), 'saas,customer', 'ja', '、')).toBe('SaaS、顧客デプロイ型');
  expect(valueText(field({ kind: 'text' }), 'saas', 'ja', '、')).toBe('saas');
});
