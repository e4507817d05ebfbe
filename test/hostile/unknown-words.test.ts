import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { sandbox, started } from '../cli/support/cli.ts';

/** As a newer version could have written it. */
const AT = '2026-11-20T01:00:00.000Z';
const ENTRY = { kind: 'carried', change: 'withdrawn', old: ['ARC-004'], new: ['ARC-004'] };
const NEWER = {
  milestones: [{ id: 'm1', name: 'Before', at: AT, version: '2026-02', items: { 'ARC-004': { status: 'waived' } } }],
  upgrades: [{ from: '2024-02', to: '2026-02', at: AT, ledger: [ENTRY], before: {} }],
};

test.each(['en', 'ja'] as const)('a word from a newer version is shown as it is written, in %s', async lang => {
  const box = await sandbox();
  const id = await started(box);
  const file = join(box.home, 'assessments', `${id}.json`);
  writeFileSync(file, JSON.stringify({ ...(await box.file(id)), ...NEWER }));
  const report = await box.tenken(['report', id, '-o', '-'], { lang });
  expect(report).toMatchObject({ code: 0, stdout: expect.stringContaining('withdrawn') });
  const moved = await box.tenken(['milestone', 'compare', id, 'Before'], { lang });
  expect(moved).toMatchObject({ code: 0, stdout: expect.stringContaining('waived') });
});
