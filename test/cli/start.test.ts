import { copyFile, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { sandbox, started } from './support/cli.ts';

test('starts an assessment with everything that was said', async () => {
  const box = await sandbox();
  const { code, stdout } = await box.tenken([
    'start',
    'ftr-partner-hosted@2021-q4',
    '--name',
    'Payment SaaS',
    '--review-date',
    '2027/1/15',
    '--gate',
    's3=yes',
    '--gate',
    'phi=いいえ',
    '--participant',
    '佐藤:technical',
    '--participant',
    'Ken:operations',
    '--no-open',
    '--lang',
    'en',
  ]);
  expect(code).toBe(0);
  expect(stdout).toContain('payment-saas');
  const file = await box.file('payment-saas');
  expect(file).toMatchObject({
    name: 'Payment SaaS',
    lang: 'en',
    reviewDate: '2027-01-15',
    gates: { s3: 'yes', phi: 'no' },
    participants: [
      { name: '佐藤', role: 'technical' },
      { name: 'Ken', role: 'operations' },
    ],
    questionnaire: { id: 'ftr-partner-hosted', version: '2021-q4' },
    answers: {},
  });
});

test('without a version the newest, without a name the title', async () => {
  const box = await sandbox();
  const { code, stdout } = await box.tenken(['start', 'ftr-partner-hosted', '--no-open', '--json'], { lang: 'ja' });
  expect(code).toBe(0);
  const { id } = JSON.parse(stdout) as { id: string };
  const file = await box.file(id);
  expect(file.questionnaire.version).toBe('2026-02');
  expect(file.name).toContain('2026-02');
  expect(file.lang).toBeUndefined();
});

test.each([
  ['an unknown version', ['ftr-partner-hosted@1999'], 'no-version'],
  ['an unknown questionnaire', ['ftr@2026-02'], 'no-questionnaire'],
  ['no questionnaire', [], 'questionnaire-needed'],
  ['a bad date', ['ftr-partner-hosted', '--review-date', '2026-02-30'], 'no-such-day'],
  ['an unknown scope question', ['ftr-partner-hosted', '--gate', 's4=yes'], 'unknown-gate'],
  ['a scope answer that is none', ['ftr-partner-hosted', '--gate', 's3=perhaps'], 'bad-yes-no'],
  ['a scope answer without =', ['ftr-partner-hosted', '--gate', 's3'], 'bad-pair'],
  ['an unknown role', ['ftr-partner-hosted', '--participant', 'Ken:boss'], 'bad-role'],
  ['an empty name', ['ftr-partner-hosted', '--name', ' '], 'bad-name'],
])('refuses %s and creates nothing', async (_name, args, code) => {
  const box = await sandbox();
  const result = await box.tenken(['start', ...args, '--no-open', '--json']);
  expect(result.code).toBe(2);
  expect(JSON.parse(result.stderr)).toMatchObject({ error: { code } });
  expect(result.stdout).toBe('');
  await expect(stat(box.home)).rejects.toThrow('ENOENT');
});

test('lists what there is, last changed first', async () => {
  const box = await sandbox();
  expect((await box.tenken(['list'], { lang: 'ja' })).stdout).toContain('まだありません');
  await started(box, 'One');
  await started(box, 'Two');
  const { stdout } = await box.tenken(['list']);
  expect(stdout).toMatch(/^one {2}One {2}ftr-partner-hosted@2026-02 {2}answered 0\/44/m);
  expect(stdout).toMatch(/^two {2}Two/m);
  expect((await readdir(`${box.home}/assessments`)).sort()).toEqual(['one.json', 'two.json']);
});

test('bare, without terminal and input: assessments, questionnaires and what to type next', async () => {
  const box = await sandbox();
  await started(box);
  for (const lang of ['ja', 'en'] as const) {
    const { code, stdout, stderr } = await box.tenken([], { lang });
    expect(code).toBe(0);
    expect(stderr).toBe('');
    expect(stdout).toContain('shop  Shop');
    for (const version of ['2021-q4', '2024-02', '2026-02']) expect(stdout).toContain(`ftr-partner-hosted@${version}`);
    expect(stdout).toContain('tenken start ');
    expect(stdout).toContain('tenken demo report');
  }
});

test('shows an assessment and an item, by name too', async () => {
  const box = await sandbox();
  await started(box, '決済 SaaS');
  const whole = await box.tenken(['show', '決済 SaaS'], { lang: 'ja' });
  expect(whole.code).toBe(0);
  expect(whole.stdout).toContain('ARC-004  未回答  ルートユーザーのアクセスキーの削除');
  const item = await box.tenken(['show', 'saas', 'arc-004']);
  expect(item.stdout).toContain('Remove access keys for the root user');
  expect(item.stdout).toContain('What a reviewer asks');
});

test('eight that start the same name at once get eight ids', async () => {
  const box = await sandbox();
  const all = await Promise.all(
    Array.from({ length: 8 }, () =>
      box.tenken(['start', 'ftr-partner-hosted', '--name', 'Same', '--no-open', '--json']),
    ),
  );
  expect(all.map(({ code }) => code)).toEqual(all.map(() => 0));
  expect(new Set(all.map(({ stdout }) => (JSON.parse(stdout) as { id: string }).id)).size).toBe(8);
});

test.each(['Con', 'NUL', 'aux', 'prn', 'COM1', 'lpt9'])(
  '%s does not become a file that is a device elsewhere',
  async name => {
    const box = await sandbox();
    const id = await started(box, name);
    expect(id).toBe(`${name.toLowerCase()}-1`);
  },
);

test('copies that a sync program has set aside are listed with what to do', async () => {
  const box = await sandbox();
  const id = await started(box, 'Shop');
  const path = join(box.home, 'assessments', "shop (Aoki's copy).json");
  await copyFile(join(box.home, 'assessments', `${id}.json`), path);
  const { stdout } = await box.tenken(['list']);
  expect(stdout).toContain(`tenken merge shop '${path.replace("'", "'\\''")}'`);
  const { copies, unreadable } = JSON.parse((await box.tenken(['list', '--json'])).stdout) as Record<string, unknown>;
  expect([copies, unreadable]).toEqual([[{ path, of: 'shop' }], []]);
  expect((await box.tenken(['merge', 'shop', path])).code).toBe(0);
});
