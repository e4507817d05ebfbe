import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { createStore } from '../../src/store/assessments.ts';
import { assessmentText } from '../../src/store/format.ts';
import { createDisk, type Loss } from './support/power-cut.ts';
import { anAssessment, temporaryFolder } from './support/temporary-home.ts';

const NAMES = ['first', 'second', 'third'];
const STATES = NAMES.map(name => assessmentText(anAssessment({ name }), 'acme'));
const LOSSES: Loss[] = ['dropped', 'torn', 'names-first', 'kept'];

test('a power cut after any call, with unsynced data dropped or torn: the reader finds the old or the new state', async () => {
  const home = join(await temporaryFolder(), 'home');
  const disk = createDisk(home);
  const store = createStore({ home, clock: () => new Date(), fs: disk.fs });
  /** How many calls there were when each state was acknowledged. */
  const acknowledged: number[] = [];
  await store.create(anAssessment({ name: 'first' }));
  acknowledged.push(disk.length());
  for (const name of NAMES.slice(1)) {
    await store.update('acme', one => ({ ...one, name }));
    acknowledged.push(disk.length());
  }

  let cuts = 0;
  const wrong: unknown[] = [];
  for (let length = 0; length <= disk.length(); length += 1) {
    const done = acknowledged.filter(at => at <= length).length;
    const allowed = [STATES[done - 1], STATES[done]];
    for (const loss of LOSSES) {
      const files = disk.after(length, loss);
      const found = files.get(join(home, 'assessments', 'acme.json'))?.toString('utf8');
      if (!allowed.includes(found)) wrong.push({ length, loss, done, found: found?.slice(0, 80) });
      cuts += 1;
    }
  }
  console.info(
    `${cuts} power cuts over ${disk.length()} file calls: ${wrong.length} times neither the old nor the new state`,
  );
  expect(wrong).toEqual([]);
  expect(await readFile(store.pathOf('acme'), 'utf8')).toBe(STATES[2]);
});

test('after a power cut in the midst of a write, the next program saves', async () => {
  const folder = await temporaryFolder();
  const home = join(folder, 'home');
  const disk = createDisk(home);
  const store = createStore({ home, clock: () => new Date(), fs: disk.fs });
  await store.create(anAssessment({ name: 'first' }));
  const from = disk.length();
  await store.update('acme', one => ({ ...one, name: 'second' }));
  for (let length = from; length <= disk.length(); length += 1) {
    await rm(home, { recursive: true });
    for (const [path, bytes] of disk.after(length, 'torn')) {
      await mkdir(dirname(path), { recursive: true });
      await writeFile(path, bytes);
    }
    // The machine has been started anew, so no process that held a lock is alive.
    const later = createStore({ home, clock: () => new Date(), host: disk.laterHost });
    expect({ length, ...(await later.update('acme', one => ({ ...one, name: 'third' }))) }).toMatchObject({
      length,
      name: 'third',
    });
    await later.sweep();
    expect({ length, names: await readdir(join(home, 'assessments')) }).toEqual({ length, names: ['acme.json'] });
  }
});

test('a power cut in the midst of a removal or a large change: the state before is in its place or in a backup', async () => {
  const home = join(await temporaryFolder(), 'home');
  const disk = createDisk(home);
  const store = createStore({ home, clock: () => new Date(), fs: disk.fs });
  await store.create(anAssessment({ name: 'first' }));
  const from = disk.length();
  await store.update('acme', one => ({ ...one, name: 'second' }), { backup: 'merge' });
  const merged = disk.length();
  await store.remove('acme');
  const wrong: unknown[] = [];
  for (let length = from; length <= disk.length(); length += 1) {
    for (const loss of LOSSES) {
      const texts = [...disk.after(length, loss).values()].map(bytes => bytes.toString('utf8'));
      const wanted = length < merged ? STATES.slice(0, 1) : STATES.slice(0, 2);
      if (!wanted.every(state => texts.includes(state))) wrong.push({ length, loss });
    }
  }
  expect(wrong).toEqual([]);
});
