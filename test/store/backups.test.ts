import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createStore } from '../../src/store/assessments.ts';
import { expired, instantOf, stamp } from '../../src/store/backups.ts';
import type { StoreError } from '../../src/store/errors.ts';
import { nodeFs } from '../../src/store/files.ts';
import { parseAssessment } from '../../src/store/format.ts';
import { anAssessment, handClock, temporaryFolder, tree } from './support/temporary-home.ts';

const MINUTE = 60_000;
const DAY = 86_400_000;
const NOW = new Date('2026-11-22T09:00:00.000Z');

async function aStore() {
  const home = join(await temporaryFolder(), 'home');
  const { clock, forward } = handClock(NOW.toISOString());
  const failures: StoreError[] = [];
  const store = createStore({ home, clock, onBackupError: error => failures.push(error) });
  await store.create(anAssessment());
  const rename = (name: string) => store.update('acme', assessment => ({ ...assessment, name }));
  const names = async (): Promise<string[]> => (await store.backups('acme')).map(({ at }) => at.slice(11, 16));
  return { home, clock, forward, failures, store, rename, names };
}

test('the first change of a session is preceded by a backup, then at most one every five minutes', async () => {
  const { store, forward, rename, names } = await aStore();
  await rename('one');
  await rename('two');
  forward(4 * MINUTE);
  await rename('three');
  expect(await names()).toEqual(['09:00']);
  forward(MINUTE);
  await rename('four');
  expect(await names()).toEqual(['09:05', '09:00']);
  const [newest, first] = await store.backups('acme');
  expect(JSON.parse(await readFile(newest?.path ?? '', 'utf8'))).toMatchObject({ name: 'three' });
  const kept = await readFile(first?.path ?? '');
  expect(parseAssessment(kept, 'acme', 'acme.json')).toEqual(anAssessment());
});

test('a change of nothing makes no backup; another session makes its own, in the same millisecond too', async () => {
  const { home, clock, rename, names, store } = await aStore();
  await store.update('acme', assessment => ({ ...assessment }));
  expect(await names()).toEqual([]);
  await rename('one');
  const other = createStore({ home, clock });
  await other.update('acme', assessment => ({ ...assessment, name: 'two' }));
  expect((await store.backups('acme')).map(({ at }) => at)).toEqual([
    '2026-11-22T09:00:00.001Z',
    '2026-11-22T09:00:00.000Z',
  ]);
});

test('a clock that was set back does not stop backups', async () => {
  const { forward, rename, names } = await aStore();
  await rename('one');
  forward(-60 * MINUTE);
  await rename('two');
  expect(await names()).toEqual(['09:00', '08:00']);
});

test('a backup that fails is reported and tried again, and the answer is saved', async () => {
  const { home, failures, rename, names, store } = await aStore();
  await writeFile(join(home, 'backups'), 'a file in the way');
  await rename('one');
  expect(failures.map(({ code }) => code)).toEqual(['io']);
  expect((await store.read('acme')).name).toBe('one');
  await nodeFs.unlink(join(home, 'backups'));
  await rename('two');
  expect(await names()).toEqual(['09:00']);
});

test('the 20 newest stay, and the last of each day for 30 days', () => {
  const hourly = Array.from({ length: 40 * 24 }, (_, index) => stamp(new Date(NOW.getTime() - index * 3_600_000)));
  const names = hourly.map(name => `${name}.json`);
  const gone = new Set(expired([...names].reverse(), NOW));
  const kept = names.filter(name => !gone.has(name));
  expect(kept.slice(0, 20)).toEqual(names.slice(0, 20));
  const daily = kept.slice(20).map(name => instantOf(name) ?? '');
  // The last of the 21st is among the newest.
  expect(daily[0]).toBe('2026-11-20T23:00:00.000Z');
  expect(daily.every(at => at.slice(11, 13) === '23')).toBe(true);
  expect(Date.parse(daily.at(-1) ?? '')).toBeGreaterThanOrEqual(NOW.getTime() - 30 * DAY);
  expect(daily.length).toBe(29);
});

test('other files in the folder of backups are left alone', () => {
  const names = ['notes.txt', '2020-01-01.json', '.x.1.abc.tmp'];
  expect(expired(names, NOW)).toEqual([]);
});

test('rotation happens as backups are made', async () => {
  const { home, forward, rename } = await aStore();
  for (let number = 0; number < 25; number += 1) {
    await rename(`name ${number}`);
    forward(5 * MINUTE);
  }
  expect((await readdir(join(home, 'backups', 'acme'))).length).toBe(20);
});

test('only good backups are offered, and any of them can be restored', async () => {
  const { home, store, rename, names } = await aStore();
  await rename('one');
  const folder = join(home, 'backups', 'acme');
  await writeFile(join(folder, '2026-11-23T00-00-00-000Z.json'), '{"half');
  await writeFile(join(folder, '2026-11-24T00-00-00-000Z.json'), '{"schemaVersion": 9}');
  expect(await names()).toEqual(['09:00']);
  const [backup] = await store.backups('acme');
  expect((await store.restore('acme', backup?.path ?? '')).name).toBe('決済 SaaS');
  expect(await store.read('acme')).toEqual(anAssessment());
  const [replaced] = await store.backups('acme');
  expect((await store.restore('acme', replaced?.path ?? '')).name).toBe('one');
});

test('restoring a damaged file keeps the damaged bytes', async () => {
  const { home, store, rename } = await aStore();
  await rename('one');
  await writeFile(store.pathOf('acme'), 'half a fi');
  const [backup] = await store.backups('acme');
  await store.restore('acme', backup?.path ?? '');
  const contents = (await tree(join(home, 'backups', 'acme'))).map(name =>
    readFile(join(home, 'backups', 'acme', name), 'utf8'),
  );
  expect(await Promise.all(contents)).toContain('half a fi');
});

test('only a backup of the same assessment is restored', async () => {
  const { home, store, rename } = await aStore();
  await rename('one');
  const [backup] = await store.backups('acme');
  await mkdir(join(home, 'backups', 'other'));
  await expect(store.restore('other', backup?.path ?? '')).rejects.toMatchObject({ code: 'invalid' });
  await expect(store.restore('acme', '../../assessments/acme.json')).rejects.toMatchObject({ code: 'invalid' });
  await expect(store.restore('acme', '2020-01-01T00-00-00-000Z.json')).rejects.toMatchObject({ code: 'not-found' });
  expect((await store.read('acme')).name).toBe('one');
});
