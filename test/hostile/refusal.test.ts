import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Assessment } from '../../src/assessment/assessment.ts';
import { sandbox, started } from '../cli/support/cli.ts';

const AT = '2026-11-20T01:00:00.000Z';

/** Wherever people write, and what the refusal says of it. */
const PLACES: [place: string, (secret: string) => Partial<Assessment>][] = [
  ['Name', secret => ({ name: secret })],
  ['Participant', secret => ({ participants: [{ name: secret }] })],
  ['Unit', secret => ({ units: { u1: { name: secret } } })],
  ['Parking lot', secret => ({ parking: [{ id: 'p1', text: secret, at: AT }] })],
  ['Milestone', secret => ({ milestones: [{ id: 'm1', name: secret, at: AT, version: '2026-02', items: {} }] })],
  [
    'Retired answer',
    secret => ({ retired: [{ item: 'A', version: '1', title: { ja: 'a', en: 'a' }, answer: { note: secret } }] }),
  ],
  ['ARC-004', secret => ({ answers: { 'ARC-004': { differs: { note: [{ value: secret }, { value: 'x' }] } } } })],
  ['ARC-004', secret => ({ answers: { 'ARC-004': { votes: { Aoki: { status: 'met', note: secret } } } } })],
];
const SECRETS = { 'of ours': 'AKIAIOSFODNN7EXAMPLE', 'of secretlint': `npm_${'a1B2'.repeat(9)}` };

describe.each(Object.entries(SECRETS))('a credential that is known to a pattern %s', (_, secret) => {
  test.each(PLACES)(
    'in %s keeps report, plan and copy from being written, unless it is masked',
    async (place, fields) => {
      const box = await sandbox();
      const id = await started(box);
      const file = join(box.home, 'assessments', `${id}.json`);
      writeFileSync(file, JSON.stringify({ ...(await box.file(id)), ...fields(`the key is ${secret}`) }));
      for (const command of ['report', 'plan', 'share']) {
        const { code, stdout, stderr } = await box.tenken([command, id, '-o', 'out']);
        expect({ command, code, stdout }).toEqual({ command, code: 2, stdout: '' });
        expect(stderr).toContain(place);
        expect(stderr).not.toContain(secret);
        expect(existsSync(join(box.cwd, 'out'))).toBe(false);
      }
      const { code, stdout } = await box.tenken(['report', id, '--mask', '-o', '-']);
      expect(code).toBe(0);
      expect(stdout).not.toContain(secret);
    },
  );
});
