import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createStore } from '../../src/store/assessments.ts';
import { type Host, thisHost } from '../../src/store/process.ts';
import { anAssessment, temporaryFolder } from './support/temporary-home.ts';

const MINUTE = 60_000;
/** `TENKEN_LONG=1` gives 1,200 answers, and 2,000 commands. */
const LONG = process.env['TENKEN_LONG'] === '1';
const SAVES = LONG ? 1200 : 60;
const COMMANDS = LONG ? 2000 : 30;

/** A machine of its own whose clock is wrong by some minutes. */
function machine(name: string, minutes: number): () => Host {
  return () => ({ ...thisHost(), machine: name, now: () => Date.now() + minutes * MINUTE });
}

test('two machines on one directory, with clocks eleven minutes apart, lose nothing', {
  timeout: 600_000,
}, async () => {
  const home = await temporaryFolder();
  const stores = [machine('one', 0), machine('two', 11)].map(host =>
    createStore({ home, clock: () => new Date(host().now()), host }),
  );
  await stores[0]?.create(anAssessment());
  const each = stores.map(async (store, who) => {
    for (let number = 0; number < SAVES / 2; number += 1)
      await store.update('acme', one => ({
        ...one,
        answers: { ...one.answers, [`P${who}-${number}`]: { note: 'x' } },
      }));
  });
  await Promise.all(each);
  const kept = Object.keys((await stores[0]?.read('acme'))?.answers ?? {}).length;
  console.info(`2 machines, clocks 11 minutes apart: ${SAVES - kept} of ${SAVES} saved answers lost`);
  expect(kept).toBe(SAVES);
});

const MORNING = Date.parse('2026-11-30T09:00:00+09:00');
const CLOCKS: [string, (index: number) => number][] = [
  ['right', index => MORNING + 4 * 60 * MINUTE + index * 1000],
  ['in 2038', index => Date.parse('2038-01-19T03:14:07Z') + index * 1000],
  ['in 1970', index => index * 1000],
  ['back and forth', index => (index % 2 === 0 ? MORNING + index : Date.parse('2038-01-19T03:14:07Z') + index)],
];

test.each(CLOCKS)(
  'many commands do not flush the morning, with the clock %s',
  { timeout: 600_000 },
  async (name, clock) => {
    const home = await temporaryFolder();
    // Each command is a program of its own.
    const command = (ms: number, title: string) =>
      createStore({ home, clock: () => new Date(ms) }).update('acme', one => ({ ...one, name: title }));
    await createStore({ home, clock: () => new Date(MORNING) }).create(anAssessment({ name: 'the beginning' }));
    await command(MORNING, 'the morning');
    for (let number = 0; number < COMMANDS; number += 1) await command(clock(number), `command ${number}`);
    for (let number = 0; number < 20; number += 1)
      await command(MORNING + 8 * 60 * MINUTE + number, `evening ${number}`);
    const folder = join(home, 'backups', 'acme');
    const names = await readdir(folder);
    const titles = await Promise.all(
      names.map(async one => (JSON.parse(await readFile(join(folder, one), 'utf8')) as { name: string }).name),
    );
    console.info(`${COMMANDS} commands, clock ${name}: ${names.length} backups, with the morning`);
    expect(titles).toContain('the beginning');
    expect(titles).toContain('evening 18');
    expect(titles).toContain('evening 10');
    // The state before the many commands, or one of the first of them.
    expect(titles.some(one => one === 'the morning' || /^command \d$/.test(one))).toBe(true);
    const [newest] = await createStore({ home, clock: () => new Date() }).backups('acme');
    expect(JSON.parse(await readFile(newest?.path ?? '', 'utf8'))).toMatchObject({ name: 'evening 18' });
  },
);
