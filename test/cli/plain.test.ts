import { readdir, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { expect, test } from 'vitest';
import type { Assessment } from '../../src/assessment/assessment.ts';
import { Questionnaire } from '../../src/questionnaire/schema/schema.ts';
import { sandbox, started } from './support/cli.ts';

/** The same answers as commands and as lines. */
async function answeredByCommands(): Promise<Assessment> {
  const box = await sandbox();
  const id = await started(box);
  const steps = [
    ['HOST-001', 'met', '--evidence', 'diagram', '--evidence-where', 'wiki', '--evidence-date', '2026-11-01'],
    [
      'SUP-001',
      'partly',
      '--note',
      'two accounts left',
      '--owner',
      '佐藤',
      '--due',
      '2026-12-20',
      '--check',
      'plan=yes',
      '--check',
      'action-plan=no',
    ],
    [
      'WAFR-001',
      'not-applicable',
      '--reason',
      'OTHER',
      '--reason-text',
      'not yet',
      '--value',
      'last-review=2026-05-11',
    ],
    ['ARC-004', 'unknown'],
    ['RES-001', 'met', '--value', 'rpo=90m'],
  ];
  for (const step of steps) await box.tenken(['answer', id, ...step]);
  await box.tenken(['gate', id, 's3', 'no']);
  return box.file(id);
}

const ENGLISH = [
  'e diagram | wiki | 2026-11-01',
  '1',
  '2',
  'n two accounts left',
  'o 佐藤',
  'd 2026/12/20',
  'c 1 2',
  'c 2',
  '',
  'v last-review=2026-05-11',
  '4',
  '4',
  'not yet',
  'arc-004',
  'unknown',
  'RES-001',
  'met',
  'v 90m',
  's',
  '',
  '',
  '',
  'n',
  '',
  '',
  '',
  'q',
];
const JAPANESE = [
  'ｅ diagram ｜ wiki ｜ 2026年11月1日',
  '適合',
  '２',
  'ｎ　two accounts left',
  'ｏ 佐藤',
  'ｄ ２０２６－１２－２０',
  'ｃ １　２',
  'c action-plan',
  '',
  'ｖ last-review＝2026-05-11',
  '４ OTHER not yet',
  'ＡＲＣ－００４',
  '要確認',
  'res-001',
  '１',
  'ｖ 90分',
  'ｓ',
  '',
  '',
  '',
  'いいえ',
  '',
  '',
  '',
  'ｑ',
];

test.each([
  ['en', ENGLISH],
  ['ja', JAPANESE],
] as const)('a walk in %s leaves the same file as the commands', async (lang, lines) => {
  const box = await sandbox();
  const id = await started(box);
  const { code, stdout, stderr } = await box.tenken(['open', id], { lang, input: `${lines.join('\n')}\n` });
  expect(stderr).toBe('');
  expect(code).toBe(0);
  const { position, ...rest } = await box.file(id);
  expect(position).toBe('RES-001');
  expect(rest).toEqual(await answeredByCommands());
  expect(stdout).toContain(lang === 'ja' ? 'HOST-001 を「適合」で保存しました。' : 'Saved HOST-001: Met.');
  expect(stdout).toContain(`tenken open ${id}`);
});

test.each(['ja', 'en'] as const)(
  'starts from nothing in %s, and the next walk goes on where this one left',
  async lang => {
    const box = await sandbox();
    const first = await box.tenken([], {
      lang,
      input: '1\nPayment SaaS\n2027-01-15\nKen:operations、佐藤\ny\nn\n\n\nn\n\n\n1\n',
    });
    expect(first.code).toBe(0);
    const file = await box.file('payment-saas');
    expect(file).toMatchObject({
      name: 'Payment SaaS',
      reviewDate: '2027-01-15',
      participants: [{ name: 'Ken', role: 'operations' }, { name: '佐藤' }],
      gates: { 'third-party-access': 'yes', 'end-user-credentials': 'no', 'customer-accounts': 'no' },
      answers: { 'HOST-001': { status: 'met' } },
      position: 'SUP-001',
    });
    const second = await box.tenken([], { lang, input: '1\n' });
    expect(second.stdout).toContain('SUP-001> ');
    expect(second.stdout).not.toContain('HOST-001> ');
  },
);

test('every item can be walked with one line each, and the report written', async () => {
  const box = await sandbox();
  const id = await started(box, 'Old', 'ftr-partner-hosted@2021-q4');
  const { stdout: json } = await box.tenken(['questionnaire', 'show', 'ftr-partner-hosted@2021-q4', '--json']);
  const questionnaire = Questionnaire.parse(JSON.parse(json));
  // Where a value is still missing the walk waits for it, so go on with Enter.
  const lines = questionnaire.sections
    .flatMap(section => section.items)
    .flatMap(item => (item.values?.some(value => !value.optional) ? ['1', ''] : ['1']));
  const { code, stdout } = await box.tenken(['open', id], { input: `${[...lines, 'r', 'p', 'r both'].join('\n')}\n` });
  expect(code).toBe(0);
  expect(Object.values((await box.file(id)).answers).map(one => one.status)).toEqual(Array(45).fill('met'));
  expect(stdout).toContain('all are answered');
  expect((await readdir(box.cwd)).sort()).toEqual([
    'old-gap-report.both.md',
    'old-gap-report.en.md',
    'old-improvement-plan.en.md',
  ]);
});

test('moves, search, guide, map, language and help', async () => {
  const box = await sandbox();
  const id = await started(box);
  const input = ['', 'b', 'b', '/ルート ユーザー', '/zzzz', 'g', 'm', '?', '？', 'l', 'u', 'nonsense', 'q'].join('\n');
  const { code, stdout } = await box.tenken(['open', id], { input });
  expect(code).toBe(0);
  expect(stdout).toContain('ARC-004  Unanswered');
  expect(stdout).toContain('Nothing found.');
  expect(stdout).toContain('What good looks like');
  expect(stdout).toContain('回答: 未回答');
  expect(stdout).toContain('「nonsense」は分かりません');
});

test('mistakes are told and the walk goes on', async () => {
  const box = await sandbox();
  const id = await started(box);
  const input = ['d tomorrow', 'ARC-999', 'c 9', 'v x=1', 'e | wiki', '4', '', '4', 'BECAUSE', '1'].join('\n');
  const { code, stdout } = await box.tenken(['open', id], { input });
  expect(code).toBe(0);
  expect(stdout).toContain('"tomorrow" is not a date.');
  expect(stdout).toContain('There is no item "ARC-999".');
  expect(stdout).toContain('no value "x"');
  expect((await box.file(id)).answers).toMatchObject({ 'HOST-001': { status: 'met' } });
});

test('what is taken back', async () => {
  const box = await sandbox();
  const id = await started(box);
  const input = ['2', 'n one', 'n + two', 'e a', 'e b', 'e -1', 'o x', 'o -', 'd 2026-12-01', 'd -', 'q'].join('\n');
  await box.tenken(['open', id], { input });
  expect((await box.file(id)).answers['HOST-001']).toMatchObject({
    status: 'partly',
    note: 'one\ntwo',
    evidence: [{ id: 'e2', what: 'b' }],
  });
  await box.tenken(['open', id], { input: '0\nn -\ne -1\n' });
  expect(Object.keys((await box.file(id)).answers['HOST-001'] ?? {})).toEqual(['updatedAt']);
});

test('the end of input is a quit, whenever it comes', async () => {
  const box = await sandbox();
  for (const input of ['1\n', '1\nName\n', '1\nName\n\n\ny\n']) {
    const { code, stdout } = await box.tenken([], { input });
    expect(code).toBe(0);
    expect(stdout).toContain('nothing was created');
  }
  await expect(stat(join(box.home, 'assessments'))).rejects.toThrow('ENOENT');
  const id = await started(box);
  expect((await box.tenken(['open', id])).code).toBe(0);
});

test('a pipe on which nothing comes does not keep bare tenken waiting', async () => {
  const box = await sandbox();
  const { code, stdout } = await box.tenken([], { input: new PassThrough(), patienceMs: 20 });
  expect(code).toBe(0);
  expect(stdout).toContain('What to type next');
});

test('an interrupt ends the walk with 130 and keeps what was saved', async () => {
  const box = await sandbox();
  const id = await started(box);
  const input = new PassThrough();
  const interrupt = new AbortController();
  const walk = box.tenken(['open', id], { input, interrupted: interrupt.signal });
  input.write('1\n');
  while ((await box.file(id)).position !== 'SUP-001') await new Promise(setImmediate);
  interrupt.abort();
  expect((await walk).code).toBe(130);
  expect((await box.file(id)).answers['HOST-001']?.status).toBe('met');
});

test('a save that fails is told, is not called saved, and decides the exit code', async () => {
  const box = await sandbox();
  const id = await started(box);
  const input = new PassThrough();
  const walk = box.tenken(['open', id], { input });
  input.write('2\n');
  while ((await box.file(id)).answers['HOST-001']?.status !== 'partly') await new Promise(setImmediate);
  await writeFile(join(box.home, 'assessments', `${id}.json`), 'broken');
  input.end('n a note\n');
  const { code, stdout } = await walk;
  expect(code).toBe(3);
  expect(stdout).toContain('is damaged');
  expect(stdout).not.toContain('Saved HOST-001.');
});
