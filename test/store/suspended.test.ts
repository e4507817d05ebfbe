import { spawnSync } from 'node:child_process';
import { readdir, readFile, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { createStore, type Store } from '../../src/store/assessments.ts';
import { lockPath } from '../../src/store/lock-holder.ts';
import { thisHost } from '../../src/store/process.ts';
import { hastyHost } from './support/hasty-host.ts';
import { pausingFs } from './support/pausing-fs.ts';
import { anAssessment, temporaryFolder } from './support/temporary-home.ts';

const HOUR = 3_600_000;
/** `TENKEN_LONG=1` suspends at every call, else at every third. */
const STEP = process.env['TENKEN_LONG'] === '1' ? 1 : 3;
const noted = (item: string) => (one: ReturnType<typeof anAssessment>) => ({
  ...one,
  answers: { ...one.answers, [item]: { note: item } },
});

type Work = { name: string; run: (store: Store) => Promise<unknown>; prepare?: (store: Store) => Promise<unknown> };
const deadLock = (): string =>
  JSON.stringify({ pid: spawnSync('true').pid, machine: thisHost().machine, at: 1, token: 'left by a crash' });
const WORKS: Work[] = [
  { name: 'an answer', run: store => store.update('acme', noted('OURS')) },
  { name: 'a merge', run: store => store.update('acme', noted('OURS'), { backup: 'merge' }) },
  {
    name: 'an answer after a crash',
    prepare: store => writeFile(lockPath(store.pathOf('acme')), deadLock()),
    run: store => store.update('acme', noted('OURS')),
  },
  { name: 'the outcome of a merge', run: store => store.put('acme', noted('OURS')(anAssessment())) },
  { name: 'a removal', run: store => store.remove('acme') },
  { name: 'a restore', run: async store => store.restore('acme', (await store.backups('acme'))[0]?.path ?? '') },
];

const figures = { points: 0, lost: 0 };

/** Runs a work that is suspended before its `at`-th call for so long that another machine takes the lock over and saves. */
async function attempt({ run, prepare }: Work, at: number) {
  const home = await temporaryFolder();
  const sound = createStore({ home, clock: () => new Date() });
  await sound.create(anAssessment());
  await sound.update('acme', noted('BEFORE'));
  await prepare?.(sound);
  const rival = createStore({ home, clock: () => new Date(), host: () => ({ ...hastyHost(), machine: 'another' }) });
  const lock = lockPath(sound.pathOf('acme'));
  let saved: unknown;
  const { fs, calls } = pausingFs(at, async () => {
    const then = new Date(Date.now() - HOUR);
    for (const path of [lock, lockPath(lock)]) await utimes(path, then, then).catch(() => undefined);
    saved = await rival.update('acme', noted('THEIRS')).catch((error: unknown) => error);
  });
  const result: unknown = await run(createStore({ home, clock: () => new Date(), fs, host: hastyHost })).catch(
    (error: unknown) => error,
  );
  const folders = [join(home, 'assessments'), join(home, 'backups', 'acme')];
  const texts = await Promise.all(
    folders.map(async folder => Promise.all((await readdir(folder)).map(name => readFile(join(folder, name), 'utf8')))),
  );
  return { calls, result, saved, answers: texts[0] ?? [], all: texts.flat() };
}

test.each(WORKS)(
  '$name that is suspended at any call and then goes on loses nothing',
  { timeout: 300_000 },
  async work => {
    const { calls } = await attempt(work, 0);
    for (let at = 1; at <= calls.length; at += STEP) {
      const { result, saved, answers, all } = await attempt(work, at);
      const where = `${at} ${calls[at - 1]}`;
      expect({
        where,
        failed: result instanceof Error ? `${result.name} ${result.message} ${result.cause}` : '',
      }).toEqual({
        where,
        failed: '',
      });
      figures.points += 1;
      // Where the assessment was removed by then, the other one is told that there is none.
      if (saved instanceof Error) expect({ where, saved }).toMatchObject({ where, saved: { code: 'not-found' } });
      else if (!all.some(text => text.includes('THEIRS'))) figures.lost += 1;
      if (work.run.toString().includes('OURS') && !work.name.includes('outcome')) {
        const isThere = answers.some(text => text.includes('OURS') && text.includes('THEIRS'));
        if (!isThere) figures.lost += 1;
      }
      expect({ where, lost: figures.lost }).toEqual({ where, lost: 0 });
    }
  },
);

afterAll(() => {
  console.info(
    `suspended at ${figures.points} calls while another machine took the lock over: ${figures.lost} saves lost`,
  );
});
