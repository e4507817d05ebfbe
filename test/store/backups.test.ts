import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { expect, test } from 'vitest';
import { createStore } from '../../src/store/assessments.ts';
import { backupName, type KeptReason, newestFirst, parseBackupName, stamp } from '../../src/store/backup-names.ts';
import type { StoreError } from '../../src/store/errors.ts';
import { nodeFs } from '../../src/store/files.ts';
import { parseAssessment } from '../../src/store/format.ts';
import { expendable, type Sized } from '../../src/store/retention.ts';
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
  expect((await store.backups('acme')).map(({ path }) => basename(path).slice(0, 36))).toEqual([
    '000002-2026-11-22T09-00-00-000Z-edit',
    '000001-2026-11-22T09-00-00-000Z-star',
  ]);
});

test('a clock that was set back does not stop backups', async () => {
  const { forward, rename, names } = await aStore();
  await rename('one');
  forward(-60 * MINUTE);
  await rename('two');
  // Newest first is by the order in which they were made.
  expect(await names()).toEqual(['08:00', '09:00']);
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

/** Backups by what their names say, newest first. */
function sized(all: { ms: number; reason?: KeptReason; bytes?: number }[]): Sized[] {
  const named = all.map(({ ms, reason = 'edit' }, index) => backupName(index + 1, new Date(ms), reason, DIGEST));
  return newestFirst(named).map(one => ({ ...one, bytes: all[one.seq - 1]?.bytes ?? 1000 }));
}

/** The sequence numbers that stay when every backup is made and the folder is tidied up each time. */
function stays(all: Parameters<typeof sized>[0]): number[] {
  let left: Sized[] = [];
  for (const one of sized(all).reverse()) {
    left = [one, ...left];
    const gone = new Set(expendable(left));
    left = left.filter(kept => !gone.has(kept));
  }
  return left.map(one => one.seq);
}

test('what stays: the newest, the last of five minutes, the ends of each hour, the last of each day', () => {
  // One every minute for two days, then one a day for forty days before.
  const minutes = Array.from({ length: 2 * 24 * 60 }, (_, index) => ({ ms: NOW.getTime() + index * MINUTE }));
  const days = Array.from({ length: 40 }, (_, index) => ({ ms: NOW.getTime() - (40 - index) * DAY }));
  const kept = stays([...days, ...minutes]);
  const all = sized([...days, ...minutes]);
  const times = kept.map(seq => all.find(one => one.seq === seq)?.at ?? '');
  expect(times.slice(0, 10)).toEqual(all.slice(0, 10).map(one => one.at));
  const spans = new Set(times.slice(0, 40).map(at => Math.floor(Date.parse(at) / (5 * MINUTE))));
  expect(spans.size).toBeGreaterThanOrEqual(24);
  const hours = new Set(times.map(at => at.slice(0, 13)));
  for (let hour = 1; hour < 24; hour += 1)
    expect(hours).toContain(new Date(NOW.getTime() + (48 - hour) * 3_600_000).toISOString().slice(0, 13));
  expect(new Set(times.map(at => at.slice(0, 10))).size).toBeGreaterThanOrEqual(30);
  expect(kept.length).toBeLessThan(130);
});

const MORNING = Date.parse('2026-11-22T00:00:00.000Z');
const CLOCKS: Record<string, (index: number) => number> = {
  'one a second': index => MORNING + 3 * 3_600_000 + index * 1000,
  'a clock in 2038': index => Date.parse('2038-01-19T03:14:07Z') + index * 1000,
  'a clock in 1970': index => index * 1000,
  'back and forth': index => (index % 2 === 0 ? MORNING + 4 * 3_600_000 : Date.parse('2038-01-19T03:14:07Z')) + index,
  'a new year with each': index => Date.UTC(1970 + (index % 500), 0, 1),
  'standing still': () => MORNING,
};

test.each(Object.entries(CLOCKS))('2,000 commands do not flush the morning: %s', (_name, clock) => {
  const morning = [0, 1, 2].map(hour => ({ ms: MORNING + hour * 3_600_000 }));
  const commands = Array.from({ length: 2000 }, (_, index) => ({ ms: clock(index) }));
  const later = Array.from({ length: 10 }, (_, index) => ({ ms: MORNING + 6 * 3_600_000 + index * 6 * MINUTE }));
  const kept = stays([{ ...morning[0], ms: MORNING, reason: 'start' }, ...morning.slice(1), ...commands, ...later]);
  expect(kept.filter(seq => seq <= 3).length).toBeGreaterThan(0);
  // A clock that went back does not take the place of what is made now.
  expect(kept.slice(0, 10)).toEqual(Array.from({ length: 10 }, (_, index) => 2013 - index));
  expect(kept.length).toBeLessThan(200);
});

test('states around large changes stay among 2,000 others', () => {
  const all = Array.from({ length: 2000 }, (_, index) => ({
    ms: MORNING + index * 1000,
    reason: (index === 700 ? 'merge' : index === 701 ? 'after-merge' : 'edit') as KeptReason,
  }));
  expect(stays(all)).toEqual(expect.arrayContaining([701, 702]));
});

test('together they are no larger than 64 MB, or 20 times a file that is larger', () => {
  const large = (bytes: number, count: number) =>
    Array.from({ length: count }, (_, index) => ({ ms: MORNING + index * DAY, bytes }));
  expect(stays(large(10_000_000, 60)).length).toBe(20);
  expect(stays(large(1_000_000, 100)).length).toBeGreaterThan(30);
  expect(stays(large(1_000_000, 400)).length).toBeLessThanOrEqual(67);
  expect(stays(large(10 ** 9, 3)).length).toBe(3);
});

const DIGEST = '0123456789ab';

test('names say when, why and in which order; those of before stay readable and come last', () => {
  const old = ['2038-01-01T00-00-00-000Z.json', '2026-11-30T18-18-48-594Z.json'];
  const made = backupName(7, NOW, 'after-merge', DIGEST);
  expect(made).toBe('000007-2026-11-22T09-00-00-000Z-after-merge-0123456789ab.json');
  expect(parseBackupName(made)).toEqual({
    name: made,
    seq: 7,
    at: NOW.toISOString(),
    reason: 'after-merge',
    digest: DIGEST,
  });
  expect(parseBackupName(old[1] ?? '')).toMatchObject({ at: '2026-11-30T18:18:48.594Z', reason: 'old', seq: 0 });
  expect(newestFirst([...old, made]).map(one => one.name)).toEqual([made, ...old]);
  const others = [
    'notes.txt',
    '2020-01-01.json',
    '.x.1.abc.tmp',
    made.replace('merge', 'party'),
    `9${'0'.repeat(20)}${made}`,
  ];
  expect(newestFirst(others)).toEqual([]);
  for (const ms of [Number.NaN, -8.64e15, 8.64e15]) expect(stamp(new Date(ms))).toMatch(/^\d{4}-\d\d-\d\dT[\d-]+Z$/);
});

test('the state before and after a large change is kept, however soon the next change comes', async () => {
  const { store, rename } = await aStore();
  await rename('one');
  const reasons = async () => (await store.backupFiles('acme')).map(({ reason }) => reason);
  await store.update('acme', one => ({ ...one, name: 'merged' }), { backup: 'merge' });
  expect(await reasons()).toEqual(['merge', 'start']);
  await rename('two');
  await rename('three');
  expect(await reasons()).toEqual(['after-merge', 'merge', 'start']);
  const kept = (await store.backupFiles('acme')).map(({ path }) => store.readBackup('acme', path));
  expect((await Promise.all(kept)).map(({ name }) => name)).toEqual(['merged', 'one', '決済 SaaS']);
  const milestone = { id: 'm1', name: 'M', at: '2026-11-22T09:00:00Z', version: '2026-02', items: {} } as never;
  await store.update('acme', one => ({ ...one, milestones: [milestone] }));
  expect((await reasons())[0]).toBe('milestone');
});

test('the same bytes are not kept twice, and the newest place is theirs', async () => {
  const { home, clock, names } = await aStore();
  const store = (): ReturnType<typeof createStore> => createStore({ home, clock });
  for (const name of ['a', 'b', 'a', 'b', 'a', 'b']) await store().update('acme', one => ({ ...one, name }));
  expect((await names()).length).toBe(3);
  const all = await store().backups('acme');
  const texts = await Promise.all(all.map(({ path }) => readFile(path, 'utf8')));
  expect(texts.map(text => (JSON.parse(text) as { name: string }).name)).toEqual(['a', 'b', '決済 SaaS']);
});

test('a damaged backup does not stand in for a good one of the same name', async () => {
  const { home, clock, rename, store } = await aStore();
  await rename('one');
  const [first] = await store.backups('acme');
  await writeFile(first?.path ?? '', 'half');
  await createStore({ home, clock }).update('acme', () => anAssessment());
  await createStore({ home, clock }).update('acme', one => ({ ...one, name: 'two' }));
  expect((await store.readBackup('acme', (await store.backups('acme'))[0]?.path ?? '')).name).toBe('決済 SaaS');
  expect((await store.backupFiles('acme')).length).toBe(3);
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
