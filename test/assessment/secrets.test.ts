import { describe, expect, test } from 'vitest';
import type { Answer } from '../../src/assessment/assessment.ts';
import { secretsIn } from '../../src/assessment/leaks/secrets.ts';

const inNote = (note: string) => secretsIn({ note });

test.each([
  'キーは AKIAIOSFODNN7EXAMPLE です',
  'ASIAIOSFODNN7EXAMPLE',
  'ＡＫＩＡＩＯＳＦＯＤＮＮ７ＥＸＡＭＰＬＥ',
  'aws_secret_access_key = wJalrXUtnFEMI',
  'AWS_SECRET_ACCESS_KEY: x',
  '-----BEGIN RSA PRIVATE KEY-----\nMIIE',
  '-----BEGIN PRIVATE KEY-----',
  '-----BEGIN OPENSSH PRIVATE KEY-----',
  `ghp_${'a'.repeat(36)}`,
  `gho_${'A1'.repeat(20)}`,
  'xoxb-123456789012-abcdef',
  'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.abc',
  'password: hunter2',
  'Password=hunter2',
  'passwd = x',
])('%j is a credential', note => {
  expect(inNote(note)).toContain('secret');
});

test.each(['パスワード: hunter2', 'パスワード：hunter2', '初期パスワード＝hunter2', 'root パスワード = hunter2'])(
  '%j is a credential',
  note => {
    expect(inNote(note)).toContain('secret');
  },
);

test.each([
  '123456789012',
  'アカウント 1234-5678-9012',
  'arn:aws:iam::123456789012:role/Admin',
  '１２３４５６７８９０１２',
  '本番（123456789012）と検証（210987654321）',
])('%j holds an account id', note => {
  expect(inNote(note)).toEqual(['account-id']);
});

describe('an ordinary note alarms nobody', () => {
  test.each([
    '本番 3 アカウント、検証 2 アカウントで確認済み。',
    'パスワードポリシーは 14 文字以上、再利用禁止は 24 回。',
    'パスワードは IAM Identity Center で管理している',
    'password policy: see the wiki'.replace(': see', ' is on'),
    '電話 03-1234-5678、携帯 090-1234-5678',
    '法人番号 1234567890123',
    '2026-11-22 12:30 に実施、次回は 2027 年 2 月',
    '20261122 の記録',
    'チケット INFRA-1234 と INFRA-5678',
    '議事録 https://wiki.example.com/pages/12345678',
    'RTO 4h、RPO 15m、保持 35 日',
    'CIS v5.0.0 の 1.3、Security Hub IAM.4',
    'aws_access_key_id は使っていない',
    'AKIA で始まるキーは 0 本',
    'GitHub の ghp_ トークンは発行していない',
    '秘密鍵（PRIVATE KEY）は Secrets Manager に置いた',
    '請求 1,234,567 円、契約番号 A-0012345',
    'v1.2.3-build.20261122',
    '10.0.0.0/16、172.16.0.0/12、i-0123456789abcdef0',
    'sha256 は e3b0c44298fc1c149afbf4c8996fb924 で始まる',
    '',
  ])('%j', note => {
    expect(inNote(note)).toEqual([]);
  });

  test.each(['カード番号 1234-5678-9012-3456', '取得 202611221230', 'password: 14 文字以上'])('%j', note => {
    expect(inNote(note)).toEqual([]);
  });
});

test('every text of an answer is looked at', () => {
  const key = 'AKIAIOSFODNN7EXAMPLE';
  const places: Answer[] = [
    { note: key },
    { reason: { code: 'OTHER', text: key } },
    { evidence: [{ id: 'e1', what: key }] },
    {
      evidence: [
        { id: 'e1', what: '画面' },
        { id: 'e2', what: '画面', where: `s3://bucket/${key}` },
      ],
    },
  ];
  for (const answer of places) expect(secretsIn(answer)).toEqual(['secret']);
  expect(secretsIn({ note: `${key} 123456789012` })).toEqual(['secret', 'account-id']);
  expect(secretsIn({})).toEqual([]);
});

test('text values and owners are looked at', () => {
  expect(secretsIn({ values: { next: 'AKIAIOSFODNN7EXAMPLE' } })).toEqual(['secret']);
  expect(secretsIn({ owner: 'AKIAIOSFODNN7EXAMPLE' })).toEqual(['secret']);
});
