import { mkdtemp, readdir, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Assessment } from '../../../src/assessment/assessment.ts';

/** A fresh folder that is gone after the test. */
export async function temporaryFolder(): Promise<string> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'tenken-store-')));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** Every file and folder below `root`, relative, sorted. */
export async function tree(root: string): Promise<string[]> {
  return (await readdir(root, { recursive: true })).sort();
}

/** An assessment that says nothing yet. */
export function anAssessment(fields: Partial<Assessment> = {}): Assessment {
  return {
    schemaVersion: 1,
    id: 'acme',
    name: '決済 SaaS',
    questionnaire: { id: 'ftr', version: '2026-02', contentHash: 'a'.repeat(64) },
    createdAt: '2026-11-01T00:00:00Z',
    updatedAt: '2026-11-01T00:00:00Z',
    gates: {},
    participants: [],
    answers: {},
    ...fields,
  };
}

/** A clock that stands still until it is moved on. */
export function handClock(start = '2026-11-22T09:00:00.000Z'): { clock: () => Date; forward: (ms: number) => void } {
  let now = Date.parse(start);
  return {
    clock: () => new Date(now),
    forward: ms => {
      now += ms;
    },
  };
}
