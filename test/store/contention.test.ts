import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createStore } from '../../src/store/assessments.ts';
import { lockPath } from '../../src/store/lock-holder.ts';
import { thisHost } from '../../src/store/process.ts';
import { buildHammer, startHammer } from './support/hammer-process.ts';
import { anAssessment, temporaryFolder, tree } from './support/temporary-home.ts';

const PROCESSES = 8;
/** `TENKEN_LONG=1` gives 200 answers each. */
const UPDATES = process.env['TENKEN_LONG'] === '1' ? 200 : 50;

test('eight processes lose nothing, though they meet a dead lock and one of them is killed', {
  timeout: 600_000,
}, async () => {
  const folder = await temporaryFolder();
  const home = join(folder, 'home');
  const script = await buildHammer(folder);
  const store = createStore({ home, clock: () => new Date() });
  await store.create(anAssessment());
  await writeFile(lockPath(store.pathOf('acme')), deadLock());

  const victim = startHammer(script, [home, 'victim', '100000']);
  const others = Array.from({ length: PROCESSES }, (_, index) =>
    startHammer(script, [home, `p${index}`, `${UPDATES}`]),
  );
  while (victim.acknowledged() < 10) await once(victim.child.stdout ?? victim.child, 'data');
  victim.child.kill('SIGKILL');

  expect(await Promise.all(others.map(({ ended }) => ended))).toEqual(others.map(() => '0'));
  await victim.ended;
  const { answers } = await store.update('acme', assessment => assessment);
  const kept = (name: string): number => Object.keys(answers).filter(key => key.startsWith(`${name}-`)).length;
  expect(others.map((_, index) => kept(`p${index}`))).toEqual(others.map(() => UPDATES));
  expect(kept('victim')).toBeGreaterThanOrEqual(victim.acknowledged());

  const given = PROCESSES * UPDATES;
  const lost = given - others.reduce((sum, _, index) => sum + kept(`p${index}`), 0);
  console.info(`${PROCESSES} processes x ${UPDATES} answers: ${lost} of ${given} lost, 1 process killed meanwhile`);

  await store.sweep();
  expect((await tree(home)).filter(path => path.includes('.tmp') || path.includes('.lock'))).toEqual([]);
});

function deadLock(): string {
  const { pid } = spawnSync(process.execPath, ['-e', '']);
  return JSON.stringify({ pid, machine: thisHost().machine, at: Date.now(), token: 'left by a crash' });
}
