import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { Assessment, STATUSES } from '../../src/assessment/assessment.ts';
import { maskAssessment, maskText } from '../../src/assessment/leaks/mask.ts';
import { secretsIn } from '../../src/assessment/leaks/secrets.ts';
import { type Sandbox, sandbox, started } from '../cli/support/cli.ts';
import { everyField } from './support/every-field.ts';
import { unzipped } from './support/unzip.ts';

/** What nobody may read, and the text that it stands in. */
const SECRETS: Record<string, string> = {
  AKIAIOSFODNN7EXAMPLE: 'key_AKIAIOSFODNN7EXAMPLE',
  'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY': 'AKIAIOSFODNN7EXAMPLE,wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
  je7MtGbClwBF2Zp9Utk: 'aws_secret_access_key = je7MtGbClwBF2Zp9Utk',
  IQoJb3JpZ2luX2VjEHo: '{"SessionToken": "IQoJb3JpZ2luX2VjEHo"}',
  MIIEowIBAAKCAQEAz: '-----BEGIN RSA PRIVATE KEY-----\nMIIEowIBAAKCAQEAz\n-----END RSA PRIVATE KEY-----',
  MIIEvQIBADANBgkqh: '-----BEGIN PRIVATE KEY-----\nMIIEvQIBADANBgkqh',
  SflKxwRJSMeKKF2QT4: 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.SflKxwRJSMeKKF2QT4',
  '9f86d081884c7d65': 'https://b.s3.amazonaws.com/x?X-Amz-Signature=9f86d081884c7d65',
  hunter22: 'パスワード：hunter22',
  '123456789012': 'arn:aws:iam::123456789012:role/Admin',
  '210987654321': 'cdk-assets-210987654321-ap-northeast-1',
  '1111-2222-3333': '1111-2222-3333',
  '３３３３４４４４５５５５': '３３３３４４４４５５５５',
  taroyamada: 'taroyamada@example.com',
};

/** What only secretlint knows. */
const TOKEN = `npm_${'a1B2'.repeat(9)}`;

test.each(Object.entries(SECRETS))('%s is hidden', (secret, text) => {
  const masked = maskText(`前 ${text} 後`);
  expect(masked).not.toContain(secret);
  expect(masked.startsWith('前 ')).toBe(true);
});

test('a secret with something invisible in it is hidden, and other text stays as it was written', () => {
  expect(maskText('AKIA\u200bIOSFODNN7EXAMPLE')).toBe('***');
  for (const text of [
    'ﾃｽﾄ①　株式会社',
    '550e8400-e29b-41d4-a716-446655440000',
    '取得 202611221230',
    'カード 1234-5678-9012-3456',
  ])
    expect(maskText(text)).toBe(text);
});

test('two voters at one domain stay two', () => {
  const vote = { status: 'met' as const };
  const answers = { 'ARC-004': { votes: { 'a@example.com': vote, 'b@example.com': vote } } };
  const masked = maskAssessment({ ...({} as Assessment), id: 'a', answers } as Assessment);
  expect(Object.keys(masked.answers['ARC-004']?.votes ?? {})).toEqual(['***@example.com', '***@example.com (2)']);
});

/** Where a text is no one's words but leads to something that has to be there. */
const LEADS = /^(?:id|lang|position|questionnaire\..*)$|\.section$|^parking\.\*\.item$|^retired\.\*\.(?:item|version)$/;
const ITEMS = [
  'ARC-004',
  'IAM-003',
  'ARC-005',
  'NETSEC-001',
  'SUP-001',
  'SMBCTEX-001',
  'SMBCTEX-002',
  'OPE-001',
  'OPE-002',
  'NETSEC-002',
];

/** An assessment in which every field that there is holds the text. */
function fullOf(real: Assessment, text: string): Assessment {
  const full = everyField(Assessment, {
    keys: way => {
      if (way === 'answers') return ITEMS;
      if (/(?:^|\.)differs$|(?:^|\.)by$/.test(way))
        return ['note', `votes.${text.replaceAll('~', '~0').replaceAll('.', '~1')}.note`];
      if (/(?:^|\.)units$/.test(way)) return ['u1'];
      if (/gates$/.test(way)) return Object.keys(real.gates);
      if (/\.items$/.test(way)) return ITEMS;
      if (/(?:^|\.)(?:values|checks)$/.test(way)) return ['v1'];
      return undefined;
    },
    text: way => (/\.plan\.\*$/.test(way) ? (ITEMS[0] ?? '') : LEADS.test(way) ? '' : `${text}\n«${way}»`),
  }) as Assessment;
  const answers = Object.fromEntries(
    Object.entries(full.answers).map(([id, answer], at) => [id, { ...answer, status: STATUSES[at % STATUSES.length] }]),
  ) as Assessment['answers'];
  const { id, questionnaire, gates, createdAt } = real;
  const { position, lang, ...rest } = full;
  return { ...rest, id, questionnaire, gates, createdAt, answers };
}

/** Some of the fields that reports do show, so that the test cannot pass by showing nothing. */
const SHOWN = [
  'name',
  'participants.*.name',
  'milestones.*.name',
  'parking.*.text',
  'workshops.*.present.*',
  'retired.*.answer.note',
  'differs.*.*.value',
  'answers.*.differs.*.*.value',
  'answers.*.note',
  'answers.*.owner',
  'answers.*.reason.text',
  'answers.*.plan.action',
  ...['name', 'reason'].map(name => `answers.*.dissent.*.${name}`),
  ...['what', 'where', 'owner'].map(name => `answers.*.evidence.*.${name}`),
];

const KINDS: string[][] = [
  ...['md', 'html', 'csv', 'json', 'xlsx', 'ics'].flatMap(format => [
    ['report', '--format', format],
    ['plan', '--format', format],
  ]),
  ...['md', 'html'].map(format => ['minutes', '--format', format]),
  ...['backlog', 'jira', 'github'].map(target => ['plan', '--target', target]),
];

/** An assessment on disk whose every field holds every secret. */
async function secretive(version: string): Promise<{ box: Sandbox; id: string }> {
  const box = await sandbox();
  const id = await started(box, 'Shop', version);
  const full = fullOf(await box.file(id), [TOKEN, ...Object.values(SECRETS)].join('\n'));
  writeFileSync(join(box.home, 'assessments', `${id}.json`), JSON.stringify(full));
  return { box, id };
}

/** What a person can read in a report, whatever its format. */
async function readable(box: Sandbox, id: string, [kind = '', ...words]: string[], options: string[]): Promise<string> {
  const { code, stderr } = await box.tenken([kind, id, ...words, ...options, '-o', 'out'], {
    env: { TENKEN_DEBUG: '1' },
  });
  // A CSV says on standard error what it has no columns for.
  expect({ code, stderr: words.includes('csv') ? '' : stderr }).toEqual({ code: 0, stderr: '' });
  const bytes = readFileSync(join(box.cwd, 'out'));
  const content = words.includes('xlsx') ? Object.values(unzipped(bytes)).join('\n') : bytes.toString('utf8');
  const text = `${content}\n${stderr}`;
  return text.replaceAll('\r\n ', '').normalize('NFKC');
}

const readableSecrets = (text: string): string[] =>
  [TOKEN, ...Object.keys(SECRETS)].filter(secret => text.includes(secret.normalize('NFKC')));
const fieldsIn = (text: string): string[] =>
  [...text.matchAll(/«([^»]*)»/g)].map(([, way = '']) => way.replaceAll('\\', ''));

describe.each([
  ['ftr-partner-hosted@2026-02', ['answers.*.decision']],
  ['customer-examples@2025-02', ['units.*.name', 'answers.*.units.*.note']],
])('of %s no masked', (version, more) => {
  test.each(['ja', 'both'])(
    'report in %s holds a secret, whatever field it was in',
    async lang => {
      const { box, id } = await secretive(version);
      const shown = new Set<string>();
      for (const kind of KINDS) {
        const masked = await readable(box, id, kind, ['--mask', '--lang', lang]);
        expect({ kind, secrets: readableSecrets(masked) }).toEqual({ kind, secrets: [] });
        const plain = await readable(box, id, kind, ['--allow-secrets', '--lang', lang]);
        if (!kind.includes('ics')) expect(readableSecrets(plain).length).toBeGreaterThan(10);
        for (const way of fieldsIn(masked)) shown.add(way);
      }
      expect([...shown]).toEqual(expect.arrayContaining([...SHOWN, ...more]));
    },
    120_000,
  );
});

test.each([
  'a',
  'a.',
  'a@a.',
  '1',
  '1234-',
  'AKIA',
  '-----BEGIN PRIVATE KEY-----',
  'password: ',
  'aws_secret_access_key ',
  ' ',
])('a long note of nothing but %j takes no longer than any other', piece => {
  const note = piece.repeat(200_000 / piece.length);
  const start = process.cpuUsage();
  maskText(note);
  secretsIn({ note });
  expect(process.cpuUsage(start).user / 1000).toBeLessThan(2_000);
});
