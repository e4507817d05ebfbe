import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { sandbox, started } from './support/cli.ts';

/** Early on 1 December in Tokyo, while it is still November in UTC and farther west. */
const CHANGED = '2026-11-30T18:17:00.000Z';

test.each([
  ['Asia/Tokyo', '2026-12-01'],
  ['UTC', '2026-11-30'],
  ['America/Los_Angeles', '2026-11-30'],
])('in %s the day of a change is the day there', async (zone, day) => {
  const box = await sandbox();
  const id = await started(box);
  const milestones = [{ id: 'm1', name: 'First', at: CHANGED, version: '2026-02', items: {} }];
  const changed = { ...(await box.file(id)), updatedAt: CHANGED, milestones };
  writeFileSync(join(box.home, 'assessments', `${id}.json`), JSON.stringify(changed));
  vi.stubEnv('TZ', zone);
  try {
    expect((await box.tenken(['list'])).stdout).toContain(`changed ${day}`);
    expect((await box.tenken(['milestone', id])).stdout).toContain(day);
  } finally {
    vi.unstubAllEnvs();
  }
});
