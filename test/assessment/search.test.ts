import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { itemStates } from '../../src/assessment/answers/item-state.ts';
import { fold, searchItems } from '../../src/assessment/answers/search.ts';
import type { Answer } from '../../src/assessment/assessment.ts';
import { anItem, pair, sampleAssessment, sampleQuestionnaire, TODAY } from '../support/session.ts';

const items = [
  anItem('ARC-003', { title: pair('ルートユーザーの MFA', 'MFA on the root user'), aliases: ['多要素認証', '2FA'] }),
  anItem('IAM-001', {
    title: pair('人の ID すべてに MFA', 'MFA for all human identities'),
    why: pair('ルートユーザーの話ではありません。', 'Not about the root user.'),
  }),
  anItem('S3-001', {
    title: pair('バケットの見直し', 'Review the buckets'),
    steps: { ja: ['`aws s3 ls`', '見る', '閉じる'], en: ['`aws s3 ls`', 'Look', 'Close'] },
  }),
  anItem('RES-002', { title: pair('RTO の定義', 'Define an RTO') }),
];
const questionnaire = sampleQuestionnaire({ sections: [{ id: 'all', title: pair('全部', 'All'), items }] });

function search(query: string, answers: Record<string, Answer> = {}): string[] {
  return searchItems(itemStates(questionnaire, sampleAssessment({ answers }), TODAY), query).map(one => one.item.id);
}

describe('what is found', () => {
  test.each([
    ['an id', 'ARC-003', ['ARC-003']],
    ['half an id', 'iam', ['IAM-001']],
    ['an id in full width', 'ＡＲＣ－００３', ['ARC-003']],
    ['a Japanese title', 'バケット', ['S3-001']],
    ['the same in hiragana', 'ばけっと', ['S3-001']],
    ['the same in half-width katakana', 'ﾊﾞｹｯﾄ', ['S3-001']],
    ['an English title', 'define an rto', ['RES-002']],
    ['capitals', 'BUCKETS', ['S3-001']],
    ['an alias', '多要素', ['ARC-003']],
    ['an alias in full width', '２ＦＡ', ['ARC-003']],
    ['a step', 'aws s3 ls', ['S3-001']],
    ['several words, in any place and order', 'user mfa', ['ARC-003', 'IAM-001']],
    ['words across languages', 'バケット review', ['S3-001']],
    ['words with a wide space between them', 'ルート\u3000MFA', ['ARC-003', 'IAM-001']],
    ['nothing', '量子', []],
    ['one word that is there and one that is not', 'mfa 量子', []],
    ['blanks', ' \u3000 ', []],
    ['no query', '', []],
  ])('%s', (_what, query, ids) => {
    expect(search(query)).toEqual(ids);
  });

  test('ids come before titles, titles before notes, notes before guides', () => {
    expect(search('ルートユーザー')).toEqual(['ARC-003', 'IAM-001']);
    expect(search('mfa', { 'S3-001': { note: 'MFA Delete を検討' } })).toEqual(['ARC-003', 'IAM-001', 'S3-001']);
    expect(search('見直し', { 'RES-002': { note: '来期に見直し' } })).toEqual(['S3-001', 'RES-002']);
  });

  test('a note is found in the words of the person', () => {
    expect(search('たなか', { 'RES-002': { note: 'タナカさんに聞く' } })).toEqual(['RES-002']);
  });

  test('items of the same rank keep the order of the list', () => {
    expect(search('の')).toEqual(['ARC-003', 'IAM-001', 'S3-001', 'RES-002']);
  });
});

test.each(['retrofit', '"ja"', 'reviewer'])('%s is no word of the guide', query => {
  expect(search(query)).toEqual([]);
});

test('folding again changes nothing, and no text breaks the search', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 30 }), text => {
      expect(fold(fold(text))).toBe(fold(text));
      expect(Array.isArray(search(text))).toBe(true);
    }),
    { numRuns: 500 },
  );
});

test('every item is found by its id and by any piece of its titles', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...items),
      fc.constantFrom('ja', 'en'),
      fc.nat(),
      fc.nat(),
      (item, lang, from, length) => {
        const title = item.title[lang];
        const start = from % title.length;
        const piece = title.slice(start, start + 1 + (length % (title.length - start)));
        fc.pre(piece.trim() !== '');
        expect(search(item.id)).toContain(item.id);
        expect(search(piece)).toContain(item.id);
      },
    ),
  );
});
