import { expect, test } from 'vitest';
import { expectGolden } from '../support/golden.ts';
import { sandbox } from './support/cli.ts';

async function two() {
  const box = await sandbox();
  const begin = async (list: string, name: string): Promise<string> =>
    (JSON.parse((await box.tenken(['start', list, '--name', name, '--no-open', '--json'])).stdout) as { id: string })
      .id;
  const ftr = await begin('ftr-partner-hosted@2021-q4', 'Pay');
  const retail = await begin('retail-competency@2019-12', 'Store');
  for (const item of ['ARC-001', 'CTL-001', 'BAR-001', 'DR-001', 'DR-002', 'S3-002'])
    await box.tenken(['answer', ftr, item, 'met', '--note', `${item} fine`, '--evidence', `proof of ${item}`]);
  await box.tenken(['answer', ftr, 'ARC-003', 'not-met']);
  return { box, ftr, retail };
}

test('an FTR offers answers to a retail assessment, with how far they go', async () => {
  const { box, ftr, retail } = await two();
  for (const lang of ['ja', 'en'] as const) {
    const { code, stdout } = await box.tenken(['reuse', retail, '--from', ftr, '--lang', lang]);
    expect(code).toBe(0);
    expectGolden(stdout, `reuse.${lang}.txt`);
  }
  expect((await box.file(retail)).answers).toEqual({});
}, 60_000);

test('only what asks the same brings a status; a part brings words and evidence and leaves the item open', async () => {
  const { box, ftr, retail } = await two();
  const { proposals } = JSON.parse((await box.tenken(['reuse', retail, '--from', ftr, '--json'])).stdout) as {
    proposals: { strength: string; status?: string }[];
  };
  expect(proposals.some(one => one.strength === 'subset')).toBe(true);
  for (const { strength, status } of proposals) if (strength !== 'equivalent') expect(status).toBeUndefined();

  await box.tenken(['answer', retail, 'TV-2.10', 'partly', '--note', 'own words']);
  expect((await box.tenken(['reuse', retail, '--from', ftr, '--accept', 'TV-1.1', '--accept', 'TV-2.10'])).code).toBe(
    0,
  );
  const { answers } = await box.file(retail);
  expect(answers['TV-1.1']).toMatchObject({
    status: 'met',
    note: 'ARC-001 fine',
    evidence: [{ id: 'e1', what: 'proof of ARC-001' }],
  });
  expect(answers['TV-2.10']).toMatchObject({ status: 'partly', note: 'own words\nDR-001 fine\nDR-002 fine' });
  expect(answers['TV-2.10']?.evidence?.map(one => one.id)).toEqual(['e1', 'e2']);
  expect(answers).not.toHaveProperty('TV-1.12');

  await box.tenken(['reuse', retail, '--from', ftr, '--section', 'security-detection']);
  expect((await box.file(retail)).answers['TV-1.12']).toMatchObject({ status: 'met' });
}, 60_000);

test.each([
  [[], '--from'],
  [['--from', 'nobody'], 'nobody'],
  [['--from', 'pay', '--accept', 'PRE-1.1'], 'offered'],
  [['--from', 'pay', '--section', 'cost'], 'security-access'],
])(
  '%j is refused',
  async (options, word) => {
    const { box, retail } = await two();
    const { code, stderr } = await box.tenken(['reuse', retail, ...options]);
    expect(code).toBe(2);
    expect(stderr).toContain(word);
  },
  60_000,
);
