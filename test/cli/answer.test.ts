import { describe, expect, test } from 'vitest';
import { sandbox, started } from './support/cli.ts';

test('writes everything that can be said of an item at once', async () => {
  const box = await sandbox();
  const id = await started(box);
  const { code, stdout } = await box.tenken([
    'answer',
    id,
    'res-001',
    'met',
    '--note',
    'agreed\nwith sales',
    '--value',
    'RPO=90分',
    '--owner',
    '佐藤',
    '--due',
    '2026年12月20日',
    '--evidence',
    'DR plan',
    '--evidence-where',
    'wiki',
    '--evidence-date',
    '2026-11-01',
    '--evidence-until',
    '2027.1.31',
    '--evidence-owner',
    'Ken',
  ]);
  expect(code).toBe(0);
  expect(stdout).toContain('RES-001: Met');
  expect((await box.file(id)).answers['RES-001']).toEqual({
    status: 'met',
    note: 'agreed\nwith sales',
    values: { rpo: '90m' },
    owner: '佐藤',
    due: '2026-12-20',
    evidence: [
      { id: 'e1', what: 'DR plan', where: 'wiki', date: '2026-11-01', validUntil: '2027-01-31', owner: 'Ken' },
    ],
    updatedAt: '2026-11-22T12:00:00.000Z',
  });
});

test.each([
  ['met', 'met'],
  ['適合', 'met'],
  ['Partly', 'partly'],
  ['一部適合', 'partly'],
  ['NOT-MET', 'not-met'],
  ['不適合', 'not-met'],
  ['ｕｎｋｎｏｗｎ', 'unknown'],
  ['要確認', 'unknown'],
])('understands the status %s', async (word, status) => {
  const box = await sandbox();
  const id = await started(box);
  expect((await box.tenken(['answer', id, 'ARC-004', word])).code).toBe(0);
  expect((await box.file(id)).answers['ARC-004']?.status).toBe(status);
  expect((await box.tenken(['answer', id, 'ARC-004', '未回答'])).code).toBe(0);
  expect((await box.file(id)).answers['ARC-004']?.status).toBeUndefined();
});

test('not applicable takes a reason, and another status drops it', async () => {
  const box = await sandbox();
  const id = await started(box);
  await box.tenken(['answer', id, 'IAM-003', '対象外', '--reason', 'out-of-scope', '--reason-text', 'no IAM users']);
  expect((await box.file(id)).answers['IAM-003']).toMatchObject({
    status: 'not-applicable',
    reason: { code: 'OUT_OF_SCOPE', text: 'no IAM users' },
  });
  await box.tenken(['answer', id, 'IAM-003', 'met']);
  expect((await box.file(id)).answers['IAM-003']?.reason).toBeUndefined();
});

test('evidence adds up, empty texts remove, --clear takes everything back', async () => {
  const box = await sandbox();
  const id = await started(box);
  await box.tenken([
    'answer',
    id,
    'SUP-001',
    'partly',
    '--evidence',
    'one',
    '--note',
    'x',
    '--due',
    '2026-12-01',
    '--check',
    'plan=yes',
  ]);
  await box.tenken(['answer', id, 'SUP-001', '--evidence', 'two', '--note', '', '--due', '']);
  const { evidence, note, due, checks, status } = (await box.file(id)).answers['SUP-001'] ?? {};
  expect({ evidence, note, due, checks, status }).toEqual({
    evidence: [
      { id: 'e1', what: 'one' },
      { id: 'e2', what: 'two' },
    ],
    note: undefined,
    due: undefined,
    checks: { plan: 'yes' },
    status: 'partly',
  });
  await box.tenken(['answer', id, 'SUP-001', '--clear']);
  expect((await box.file(id)).answers['SUP-001']).toEqual({ checks: {}, updatedAt: '2026-11-22T12:00:00.000Z' });
});

describe('refuses, in both languages, and writes nothing', () => {
  test.each([
    ['unknown-item', ['ARC-04', 'met'], 'ARC-004'],
    ['bad-status', ['ARC-004', 'maybe'], 'unanswered', '未回答'],
    ['bad-day', ['ARC-004', 'met', '--due', 'soon'], '2026-12-20'],
    ['no-such-day', ['ARC-004', 'met', '--due', '2026-13-01'], '2026-13-01'],
    ['bad-value-duration', ['RES-001', '--value', 'rpo=soon'], '4h'],
    ['bad-value-date', ['RES-004', '--value', 'last-test=yesterday'], '2026-12-20'],
    ['unknown-field', ['RES-001', '--value', 'rto=4h'], 'rpo'],
    ['unknown-check', ['SUP-001', '--check', 'plans=yes'], 'plan'],
    ['bad-yes-no', ['SUP-001', '--check', 'plan=perhaps'], 'unset'],
    ['bad-pair', ['SUP-001', '--check', 'plan'], '='],
    ['reason-needed', ['ARC-004', 'not-applicable'], 'OUT_OF_SCOPE'],
    ['bad-reason', ['ARC-004', 'not-applicable', '--reason', 'BECAUSE'], 'OUT_OF_SCOPE'],
    ['reason-unexpected', ['ARC-004', 'met', '--reason', 'OTHER'], '--note'],
    ['evidence-needed', ['ARC-004', 'met', '--evidence-date', '2026-11-01'], '--evidence'],
    ['nothing-to-do', ['ARC-004'], '--note'],
  ])('%s', async (code, args, hint, hintJa = hint) => {
    const box = await sandbox();
    const id = await started(box);
    const before = await box.file(id);
    const english = await box.tenken(['answer', id, ...args]);
    const japanese = await box.tenken(['answer', id, ...args], { lang: 'ja' });
    expect([english.code, japanese.code]).toEqual([2, 2]);
    expect(english.stderr.split('\n')).toHaveLength(4);
    expect(english.stderr).toContain(hint);
    expect(japanese.stderr).toContain(hintJa);
    expect(japanese.stderr).toMatch(/[ぁ-ん]/);
    expect(english.stderr).not.toContain(code);
    expect(english.stderr).not.toMatch(/\bat .*\.(ts|mjs)/);
    expect(await box.file(id)).toEqual(before);
  });
});

test('scope questions switch items off and keep their answers', async () => {
  const box = await sandbox();
  const id = await started(box);
  await box.tenken(['answer', id, 'S3-001', 'met']);
  const { code, stdout } = await box.tenken(['gate', id, 's3', 'no']);
  expect(code).toBe(0);
  expect(stdout).toContain('S3-001');
  expect((await box.tenken(['show', id, 'S3-001'])).stdout).toContain('switches this item off');
  await box.tenken(['gate', id, 'S3', 'unset']);
  const file = await box.file(id);
  expect(file.gates).toEqual({});
  expect(file.answers['S3-001']?.status).toBe('met');
  expect((await box.tenken(['gate', id, 's5', 'no'])).code).toBe(2);
});

test('what is typed cannot steer a terminal', async () => {
  const box = await sandbox();
  const id = await started(box, 'evil\u001b]0;pwned\u0007name');
  await box.tenken(['answer', id, 'ARC-004', 'partly', '--note', 'a\u001b[31mred\u202etxt']);
  for (const args of [
    ['list'],
    ['show', id],
    ['show', id, 'ARC-004'],
    ['check', id],
    ['list', '--json'],
    ['show', id, '--json'],
  ]) {
    const { stdout } = await box.tenken(args, { terminal: true });
    expect(stdout).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/);
  }
});
