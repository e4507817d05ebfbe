import { describe, expect, test } from 'vitest';
import { maskText } from '../../src/assessment/leaks/mask.ts';
import { secretsIn } from '../../src/assessment/leaks/secrets.ts';
import { HELD_OUT_NOTES } from './credentials/held-out-notes.ts';
import { HELD_OUT_SHAPES } from './credentials/held-out-shapes.ts';
import type { Pasted } from './credentials/made.ts';
import { NOTES } from './credentials/notes.ts';
import { SHAPES } from './credentials/shapes.ts';
import { THIRD_NOTES } from './credentials/third-notes.ts';
import { THIRD_SHAPES } from './credentials/third-shapes.ts';
import { UNSEEN_NOTES } from './credentials/unseen-notes.ts';
import { UNSEEN_SHAPES } from './credentials/unseen-shapes.ts';

const isLong = process.env.TENKEN_LONG !== undefined;
/** More than this of a secret in a row helps whoever reads it. */
const READABLE = 4;
const ALL = [...SHAPES, ...HELD_OUT_SHAPES, ...THIRD_SHAPES, ...UNSEEN_SHAPES];

function isReadable(secret: string, text: string): boolean {
  for (let at = 0; at + READABLE < secret.length; at += 1)
    if (text.includes(secret.slice(at, at + READABLE + 1))) return true;
  return false;
}

/** Whether a credential is found, and nothing of it can be read once it is masked. */
function holds({ text, secrets }: Pasted): boolean {
  const masked = maskText(text);
  return secretsIn({ note: text }).includes('secret') && secrets.every(secret => !isReadable(secret, masked));
}

function told(what: string, good: number, all: number): void {
  if (isLong) console.info(`${what}: ${good} of ${all} (${((good * 100) / all).toFixed(1)} %)`);
}

describe('the lists', () => {
  test('are as long as they are said to be, without a text twice', () => {
    const [shapes, notes] = [ALL.map(one => one.text), [...NOTES, ...HELD_OUT_NOTES, ...THIRD_NOTES, ...UNSEEN_NOTES]];
    expect(new Set(shapes).size).toBeGreaterThanOrEqual(400);
    expect(new Set(notes).size).toBeGreaterThanOrEqual(600);
    expect(new Set(notes).size).toBe(notes.length);
  });
});

test.each([
  ['at hand while the patterns were written', SHAPES],
  ['written afterwards', HELD_OUT_SHAPES],
  ['of a third list', THIRD_SHAPES],
  ['of a fourth list', UNSEEN_SHAPES],
])('95 of 100 credentials %s are found and hidden', (what, shapes) => {
  const missed = shapes.filter(one => !holds(one));
  told(`credentials ${what}, found and hidden`, shapes.length - missed.length, shapes.length);
  expect(missed.length / shapes.length, missed.map(one => one.text).join('\n')).toBeLessThanOrEqual(0.05);
});

test.each([
  ['at hand while the patterns were written', NOTES],
  ['written afterwards', HELD_OUT_NOTES],
  ['of a third list', THIRD_NOTES],
  ['of a fourth list', UNSEEN_NOTES],
])('98 of 100 ordinary notes %s alarm nobody', (what, notes) => {
  const alarms = notes.filter(note => secretsIn({ note }).length > 0 || maskText(note) !== note);
  told(`ordinary notes ${what}, false alarms`, alarms.length, notes.length);
  expect(alarms.length / notes.length, alarms.join('\n')).toBeLessThanOrEqual(0.02);
});

test('what was hidden once has nothing left to hide', () => {
  for (const { text } of ALL) {
    const masked = maskText(text);
    expect(secretsIn({ note: masked }), text).not.toContain('secret');
    expect(maskText(masked), text).toBe(masked);
  }
});

describe('identifiers', () => {
  test.each([
    'アカウント 1234 5678 9012',
    '１２３４５６７８９０１２',
    '1234-5678-9012',
    'AWS account 123456789012',
    'チケット 42 のアカウントは 123456789012',
    'arn:aws:iam::123456789012:role/Admin',
    'cdk-assets-123456789012-ap-northeast-1',
    'アカウント 2026-1130-0001',
  ])('%j holds an account id, and masked none', text => {
    expect(secretsIn({ note: text })).toEqual(['account-id']);
    expect(maskText(text)).not.toMatch(/\d{4}/);
  });

  test.each([
    '山田@example.co.jp',
    'taro@例え.jp',
    '連絡先は山田@example.co.jpまで',
    'タナカ@例え.テスト',
    'a.b+c@x.example',
  ])('%j holds an address, and masked no name', text => {
    expect(secretsIn({ note: text })).toEqual(['email']);
    expect(maskText(text)).toMatch(/\*{3}@/);
    expect(maskText(text)).not.toMatch(/山田|taro|タナカ|b\+c/);
  });
});

const PIECES = [
  ...[
    'a',
    'a.',
    'a@a.',
    '1',
    '1234-',
    '1234 ',
    '00:',
    '\n',
    '\t',
    '|',
    '"',
    '漢@',
    'ー',
    'x://a:',
    'http://a:b',
    'a:b@',
  ],
  ...[
    'net use ',
    'ldapsearch ',
    'mongo -p',
    'ConvertTo-SecureString "',
    'crypto isakmp key a ',
    'set password ',
    'creds: a/',
    'key: abcd efgh ',
    'password for a ',
    'password", a: b, ',
    'a is the ',
    'abcdeが',
    'auth: ',
    'put-parameter ',
    'put-parameter pass \\\n',
    'パスワードはいつもの',
    'password(',
    'password: \\\\"',
    '【パスワード】',
    'LS0tLS1CRUdJTi',
  ],
  ...['sk-', 'ghp_', 'eyJaaaaaaaaaa-', '-eyJaaaaaaaaaa.', 'AKIAIOSFODNN7EXAMPLE ', '-----BEGIN PRIVATE KEY-----'],
  ...[
    'password: ',
    'password=',
    'password"',
    'パスワードは',
    'パスワード「',
    'passphrase: a b ',
    'secret key ',
    'token',
  ],
  ...[
    'user,password\n',
    'password,user\n',
    'curl ',
    'mysql ',
    'Bearer ',
    'Authorization: ',
    'sig=',
    'machine a login b ',
  ],
];

test.each(PIECES)(
  '1 MB of nothing but %j is looked at in a few seconds',
  piece => {
    const note = piece.repeat((isLong ? 1_000_000 : 100_000) / piece.length);
    const start = process.cpuUsage();
    secretsIn({ note });
    maskText(note);
    expect(process.cpuUsage(start).user / 1000).toBeLessThan(isLong ? 20_000 : 2_000);
  },
  60_000,
);
