import { spawnSync } from 'node:child_process';
import { mkdir, readdir, readFile, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { keepPicture } from '../../src/picture/keep.ts';
import { keptPicture } from '../../src/picture/show.ts';
import { createStore, type Store } from '../../src/store/assessments.ts';
import { readPreferences, writePreference } from '../../src/store/preferences.ts';
import { hastyHost } from './support/hasty-host.ts';
import { anAssessment, temporaryFolder } from './support/temporary-home.ts';

const LIST = { id: 'own', version: '1', contentHash: 'a'.repeat(64) };
const SNAPSHOT = join('questionnaires', `own@1-${'a'.repeat(12)}.json`);

/** What somebody else may have put in the place of a file or a folder. */
const TRAPS: Record<string, (path: string, outside: string) => Promise<unknown>> = {
  'a link to a file': (path, outside) => symlink(join(outside, 'file.json'), path),
  'a link to nothing': (path, outside) => symlink(join(outside, 'new.json'), path),
  'a link to a folder': (path, outside) => symlink(join(outside, 'folder'), path),
  'a link to an endless file': path => symlink('/dev/zero', path),
  'a link to itself': path => symlink(path, path),
  'a pipe': async path => spawnSync('mkfifo', [path]),
  'a folder': path => mkdir(path),
};
const FOLDERS = ['assessments', 'backups', join('backups', 'acme'), 'questionnaires'];
const FILES = [
  join('assessments', 'acme.json'),
  join('assessments', '.acme.json.lock'),
  join('assessments', '..acme.json.lock.lock'),
  join('assessments', 'acme (1).json'),
  join('backups', 'acme', 'BACKUP'),
  join('backups', 'acme', '999999-2026-11-30T00-00-00-000Z-edit-0123456789ab.json'),
  SNAPSHOT,
  'preferences.json',
  'preferences.damaged.json',
  'picture-home.json',
  'picture-open.json',
];

const start = (home: string, argv: string[]) => ({
  argv,
  env: { TENKEN_HOME: home },
  cwd: '/',
  platform: 'linux' as const,
  columns: 80,
  rows: 24,
  version: '1',
});

const ACTS: Record<string, (store: Store, home: string) => unknown> = {
  list: store => store.list(),
  copies: store => store.conflictCopies(),
  read: store => store.read('acme'),
  update: store => store.update('acme', one => ({ ...one, name: 'changed' })),
  merge: store => store.update('acme', one => ({ ...one, name: 'merged' }), { backup: 'merge' }),
  put: store => store.put('acme', anAssessment({ name: 'put' })),
  create: store => store.create(anAssessment({ id: 'other' })),
  backups: store => store.backups('acme'),
  backupFiles: store => store.backupFiles('acme'),
  restore: async store => store.restore('acme', (await store.backupFiles('acme')).at(-1)?.path ?? ''),
  setAside: store => store.setAside('acme'),
  snapshot: store => store.saveQuestionnaire(LIST),
  snapshots: store => store.listQuestionnaires(),
  versions: store => store.savedVersions('own'),
  sweep: store => store.sweep(),
  preferences: (_store, home) => readPreferences(home),
  prefer: (_store, home) => writePreference(home, 'lang', 'ja'),
  keep: (_store, home) => {
    for (const argv of [[], ['open', 'acme']]) keepPicture(start(home, argv), new Date(), () => 'picture');
  },
  show: (_store, home) => [[], ['open', 'acme']].map(argv => keptPicture(start(home, argv), new Date())),
  remove: store => store.remove('acme'),
};

/** `TENKEN_LONG=1` has a fresh directory for every act. */
const LONG = process.env['TENKEN_LONG'] === '1';

/** Longer than any of them takes, even on a slow machine. */
const SLOW_MS = 10_000;
const figures = { acts: 0, escaped: 0, slow: 0 };

async function content(folder: string): Promise<string[]> {
  const names = (await readdir(folder, { recursive: true })).sort();
  return Promise.all(
    names.map(async name => `${name} ${await readFile(join(folder, name), 'utf8').catch(() => 'folder')}`),
  );
}

async function aHome(): Promise<{ home: string; outside: string; backup: string }> {
  const folder = await temporaryFolder();
  const [home, outside] = [join(folder, 'home'), join(folder, 'outside')];
  await mkdir(join(outside, 'folder', 'acme'), { recursive: true });
  await writeFile(join(outside, 'file.json'), JSON.stringify(anAssessment({ name: 'outside' })));
  await writeFile(join(outside, 'folder', 'acme.json'), JSON.stringify(anAssessment({ name: 'outside' })));
  const store = createStore({ home, clock: () => new Date() });
  await store.create(anAssessment());
  await store.update('acme', one => ({ ...one, name: 'one' }));
  await store.saveQuestionnaire(LIST);
  return { home, outside, backup: (await store.backups('acme'))[0]?.path ?? '' };
}

const cases = [...FOLDERS, ...FILES].flatMap(place => Object.keys(TRAPS).map(trap => ({ place, trap })));

test.each(cases.filter(({ place, trap }) => !(FOLDERS.includes(place) && trap === 'a folder')))(
  '$trap in the place of $place: nothing outside is read or written, and nothing waits',
  { timeout: 120_000 },
  async ({ place, trap }) => {
    if (process.platform === 'win32') return;
    const lay = async ({ home, outside, backup }: Awaited<ReturnType<typeof aHome>>): Promise<void> => {
      const path = join(home, place.replace('BACKUP', backup.slice(dirname(backup).length + 1)));
      await rm(path, { recursive: true, force: true });
      await mkdir(dirname(path), { recursive: true });
      await TRAPS[trap]?.(path, outside);
    };
    let used = await aHome();
    const before = JSON.stringify(await content(used.outside));
    for (const [name, act] of Object.entries(ACTS)) {
      if (LONG) used = await aHome();
      await lay(used);
      const store = createStore({ home: used.home, clock: () => new Date(), host: hastyHost });
      const began = performance.now();
      const result: unknown = await (async () => act(store, used.home))().catch((error: unknown) => error);
      figures.acts += 1;
      if (performance.now() - began > SLOW_MS) figures.slow += 1;
      if (JSON.stringify(await content(used.outside)) !== before) figures.escaped += 1;
      if ((JSON.stringify(result) ?? '').includes('"outside"')) figures.escaped += 1;
      if (result instanceof Error) expect({ name, result }).toMatchObject({ name, result: { name: 'StoreError' } });
      expect({ name, ...figures }).toMatchObject({ name, escaped: 0, slow: 0 });
    }
  },
);

test('the data directory itself may be a link that the person chose', async () => {
  const { home } = await aHome();
  await rename(home, `${home}-real`);
  await symlink(`${home}-real`, home);
  const store = createStore({ home, clock: () => new Date() });
  expect((await store.update('acme', one => ({ ...one, name: 'linked' }))).name).toBe('linked');
  expect(await writePreference(home, 'lang', 'ja')).toBe(true);
  expect(await readPreferences(home)).toEqual({ lang: 'ja' });
});

afterAll(() => {
  const { acts, escaped, slow } = figures;
  console.info(`${acts} acts on foreign directories: ${escaped} reached something outside, ${slow} waited`);
});
