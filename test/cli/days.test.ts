import { expect, test } from 'vitest';
import { sandbox, started } from './support/cli.ts';

test('days are taken as offices, people and AWS write them, at every place', async () => {
  const box = await sandbox();
  const id = await started(box);
  const ok = async (...words: string[]): Promise<void> => {
    const { code, stderr } = await box.tenken(words);
    expect([words, code, stderr]).toEqual([words, 0, '']);
  };
  const evidence = ['--evidence', 'credential report', '--evidence-date', '2022-01-02T00:00:00+00:00'];
  await ok(
    'answer',
    id,
    'ARC-004',
    'met',
    ...evidence,
    '--evidence-until',
    '12/20',
    '--evidence-sighted',
    '11/20',
    '--due',
    '1月4日',
  );
  await ok('answer', id, 'RES-004', 'met', '--value', '令和8年11月1日', '--due', '12/20（日）');
  await ok('plan', 'set', id, 'RES-001', '--accept', 'why', '--until', 'R8.12.25', '--due', '20261220');
  await ok('start', 'ftr-partner-hosted', '--name', 'Other', '--review-date', '１１／２９', '--no-open');
  const { answers } = await box.file(id);
  expect(answers['ARC-004']).toMatchObject({
    due: '2027-01-04',
    evidence: [{ date: '2022-01-02', validUntil: '2026-12-20', sighted: '2026-11-20' }],
  });
  expect(answers['RES-004']).toMatchObject({ due: '2026-12-20' });
  expect(Object.values(answers['RES-004']?.values ?? {})).toEqual(['2026-11-01']);
  expect(answers['RES-001']).toMatchObject({ due: '2026-12-20', plan: { until: '2026-12-25' } });
  expect((await box.file('other')).reviewDate).toBe('2026-11-29');
});

test('a day that does not exist is told apart from what is no day', async () => {
  const box = await sandbox();
  const id = await started(box);
  for (const [text, says] of [
    ['2027-02-29', 'There is no day "2027-02-29" in the calendar'],
    ['2/30', 'There is no day "2/30" in the calendar'],
    ['soon', '"soon" is not a date'],
  ] as const) {
    const { code, stderr } = await box.tenken(['answer', id, 'RES-004', '--due', text]);
    expect([code, stderr]).toEqual([2, expect.stringContaining(says)]);
  }
});
