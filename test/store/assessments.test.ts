import { copyFile, lstat, mkdir, readFile, stat, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { applyEdit } from '../../src/assessment/answers/edit.ts';
import { createStore } from '../../src/store/assessments.ts';
import { anAssessment, handClock, temporaryFolder, tree } from './support/temporary-home.ts';

const AT = '2026-11-22T10:00:00Z';

async function aStore() {
  const home = join(await temporaryFolder(), 'home');
  return { home, store: createStore({ home, clock: handClock().clock }) };
}

const noted = (item: string, note: string) => (assessment: Parameters<typeof applyEdit>[0]) =>
  applyEdit(assessment, { type: 'answer', item, set: { note }, at: AT });

test('asking an absent home for anything makes nothing', async () => {
  const { home, store } = await aStore();
  expect(await store.list()).toEqual([]);
  expect(await store.listQuestionnaires()).toEqual([]);
  expect(await store.backups('acme')).toEqual([]);
  expect(await store.freeId('acme')).toBe('acme');
  expect(await store.sweep()).toBe(0);
  await expect(store.read('acme')).rejects.toMatchObject({ code: 'not-found' });
  await expect(store.update('acme', noted('A', 'x'))).rejects.toMatchObject({ code: 'not-found' });
  await expect(store.remove('acme')).rejects.toMatchObject({ code: 'not-found' });
  await expect(stat(home)).rejects.toThrow();
});

test('what was answered is read back, by this store and by another', async () => {
  const { home, store } = await aStore();
  expect(await store.create(anAssessment())).toEqual(anAssessment());
  const saved = await store.update('acme', noted('ARC-003', '2 アカウント残り \uD800'));
  expect(saved.answers['ARC-003']).toEqual({ note: '2 アカウント残り \uFFFD', updatedAt: AT });
  expect(await store.read('acme')).toEqual(saved);
  expect(await createStore({ home, clock: () => new Date() }).read('acme')).toEqual(saved);
});

test('a file that stays the same is understood once, and one that another program wrote is read', async () => {
  const { home, store } = await aStore();
  const other = createStore({ home, clock: () => new Date() });
  await store.create(anAssessment());
  const read = await store.read('acme');
  expect(await store.read('acme')).toBe(read);
  const saved = await store.update('acme', noted('ARC-003', 'x'));
  expect(await store.read('acme')).toBe(saved);
  const theirs = await other.update('acme', noted('ARC-003', 'y'));
  expect(await store.read('acme')).toEqual(theirs);
  expect((await store.read('acme')).answers['ARC-003']?.note).toBe('y');
});

test('folders are 0700 and files 0600 with no umask', async () => {
  const { home, store } = await aStore();
  const before = process.umask(0);
  try {
    await store.create(anAssessment());
    await store.update('acme', noted('ARC-003', 'x'));
  } finally {
    process.umask(before);
  }
  const modes = await Promise.all(
    ['.', ...(await tree(home))].map(async path => {
      const found = await stat(join(home, path));
      return found.isDirectory() ? found.mode & 0o777 : -(found.mode & 0o777);
    }),
  );
  expect(new Set(modes)).toEqual(new Set([0o700, -0o600]));
});

test('changes asked for at once happen in order, and nothing is left beside the file', async () => {
  const { home, store } = await aStore();
  await store.create(anAssessment());
  const changes = Array.from({ length: 20 }, (_, number) =>
    store.update('acme', ({ name, ...rest }) => ({ ...rest, name: `${name},${number}` })),
  );
  await Promise.all(changes);
  expect((await store.read('acme')).name).toBe(`決済 SaaS,${Array.from({ length: 20 }, (_, number) => number).join()}`);
  expect(await tree(join(home, 'assessments'))).toEqual(['acme.json']);
});

test('a change that fails or is invalid changes nothing and does not stop the next', async () => {
  const { store } = await aStore();
  await store.create(anAssessment());
  const bug = new Error('bug');
  const throws = store.update('acme', () => {
    throw bug;
  });
  const invalid = store.update('acme', assessment => ({ ...assessment, name: '' }));
  const fine = store.update('acme', assessment => assessment);
  await expect(throws).rejects.toBe(bug);
  await expect(invalid).rejects.toMatchObject({ code: 'invalid', detail: 'name' });
  expect(await fine).toEqual(anAssessment());
});

test('a change of nothing does not touch a file that somebody formatted by hand', async () => {
  const { store } = await aStore();
  await store.create(anAssessment());
  await writeFile(store.pathOf('acme'), JSON.stringify(anAssessment()));
  const before = await lstat(store.pathOf('acme'));
  await store.update('acme', assessment => ({ ...assessment, owner: undefined }));
  expect((await lstat(store.pathOf('acme'))).ino).toBe(before.ino);
});

test('the list has the last changed first, and the unreadable at the end', async () => {
  const { home, store } = await aStore();
  await store.create(anAssessment({ id: 'b', updatedAt: '2026-11-02T00:00:00Z' }));
  await store.create(anAssessment({ id: 'a', updatedAt: '2026-11-02T00:00:00Z' }));
  await store.create(anAssessment({ id: 'c', updatedAt: '2026-11-02T00:00:00.5Z' }));
  const folder = join(home, 'assessments');
  await writeFile(join(folder, 'half.json'), '{');
  await writeFile(join(folder, 'later.json'), '{"schemaVersion": 2}');
  await mkdir(join(folder, 'folder.json'));
  for (const name of ['notes.txt', 'Not An Id.json', 'x.damaged-2026.json', '.hidden.json'])
    await writeFile(join(folder, name), '');
  const listed = (await store.list()).map(one =>
    one.kind === 'ok' ? one.assessment.id : `${one.id} ${one.error.code}`,
  );
  expect(listed).toEqual(['c', 'a', 'b', 'folder no-file', 'half damaged', 'later newer']);
});

test.each(['', '.', '..', '../x', 'a/b', 'A', '-a', 'a.b', 'a\0', 'ä', 'a'.repeat(61), '__proto__'])(
  'the id %j is refused everywhere',
  async id => {
    const { home, store } = await aStore();
    const asked = [
      store.read(id),
      store.create(anAssessment({ id })),
      store.update(id, assessment => assessment),
      store.remove(id),
      store.backups(id),
      store.restore(id, 'x'),
      store.setAside(id),
      store.freeId(id),
    ];
    for (const one of await Promise.allSettled(asked)) expect(one).toMatchObject({ reason: { code: 'invalid' } });
    expect(() => store.pathOf(id)).toThrow('invalid');
    await expect(stat(home)).rejects.toThrow();
  },
);

test('an id is taken once, and the next free one has a number', async () => {
  const { store } = await aStore();
  const long = 'a'.repeat(60);
  for (const id of ['acme', 'acme-2', long]) await store.create(anAssessment({ id }));
  await expect(store.create(anAssessment({ name: 'other' }))).rejects.toMatchObject({ code: 'exists' });
  expect((await store.read('acme')).name).toBe('決済 SaaS');
  expect(await store.freeId('acme')).toBe('acme-3');
  expect(await store.freeId(long)).toBe(`${'a'.repeat(58)}-2`);
});

test('of two that create the same id at once, one is told', async () => {
  const { home, store } = await aStore();
  const other = createStore({ home, clock: () => new Date() });
  const both = await Promise.allSettled([store.create(anAssessment()), other.create(anAssessment({ name: 'b' }))]);
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
});

test('a file of a later program is refused and not touched', async () => {
  const { home, store } = await aStore();
  const later = JSON.stringify({ ...anAssessment(), schemaVersion: 2, answers: [] });
  await store.create(anAssessment());
  await writeFile(store.pathOf('acme'), later);
  const before = await lstat(store.pathOf('acme'));
  for (const asked of [store.read('acme'), store.update('acme', noted('A', 'x')), store.setAside('acme')]) {
    await expect(asked).rejects.toMatchObject({ code: 'newer', detail: '2', path: store.pathOf('acme') });
  }
  expect(await lstat(store.pathOf('acme'))).toMatchObject({ ino: before.ino, mtimeMs: before.mtimeMs });
  expect(await tree(home)).toEqual(['assessments', join('assessments', 'acme.json')]);
});

test('a damaged file is not touched until it is set aside, with the newest good backup named', async () => {
  const { home, store } = await aStore();
  await store.create(anAssessment());
  await store.update('acme', noted('ARC-003', 'x'));
  const [backup] = await store.backups('acme');
  await expect(store.setAside('acme')).rejects.toMatchObject({ code: 'invalid', detail: 'not damaged' });
  const asides: string[] = [];
  for (const content of ['{"half', '{"half again']) {
    await writeFile(store.pathOf('acme'), content);
    await expect(store.read('acme')).rejects.toMatchObject({ code: 'damaged', detail: 'JSON', backup: backup?.path });
    await expect(store.update('acme', noted('A', 'x'))).rejects.toMatchObject({ code: 'damaged' });
    expect(await readFile(store.pathOf('acme'), 'utf8')).toBe(content);
    const aside = await store.setAside('acme');
    expect(aside.backup).toEqual(backup);
    expect(await readFile(aside.movedTo, 'utf8')).toBe(content);
    asides.push(aside.movedTo);
    await expect(store.read('acme')).rejects.toMatchObject({ code: 'not-found' });
  }
  expect(asides[0]).toBe(join(home, 'assessments', 'acme.damaged-2026-11-22T09-00-00-000Z.json'));
  expect(await readFile(asides[0] ?? '', 'utf8')).toBe('{"half');
  expect(await store.list()).toEqual([]);
});

test('what was removed lies in the backups and can be brought back', async () => {
  const { home, store } = await aStore();
  await store.create(anAssessment());
  const backup = await store.remove('acme');
  expect(await store.list()).toEqual([]);
  expect(await store.backups('acme')).toEqual([backup]);
  expect(await tree(join(home, 'assessments'))).toEqual([]);
  await store.restore('acme', backup.path);
  expect(await store.read('acme')).toEqual(anAssessment());
});

test('a copied file is an assessment of its own', async () => {
  const { home, store } = await aStore();
  await store.create(anAssessment());
  await copyFile(store.pathOf('acme'), store.pathOf('acme-copy'));
  await store.update('acme-copy', assessment => ({ ...assessment, id: 'acme', name: 'copy' }));
  expect(await store.read('acme')).toEqual(anAssessment());
  expect(await store.read('acme-copy')).toEqual(anAssessment({ id: 'acme-copy', name: 'copy' }));
  expect((await tree(join(home, 'assessments'))).length).toBe(2);
});

test('an answers file that is a link is neither read nor written nor removed, and says so in the list', async () => {
  const { home, store } = await aStore();
  await store.create(anAssessment());
  await mkdir(join(home, 'git'));
  const real = join(home, 'git', 'answers.json');
  await copyFile(store.pathOf('acme'), real);
  const before = await readFile(real, 'utf8');
  await symlink(real, store.pathOf('linked'));
  const path = store.pathOf('linked');
  for (const asked of [
    store.read('linked'),
    store.update('linked', assessment => ({ ...assessment, name: 'linked' })),
    store.remove('linked'),
    store.setAside('linked'),
  ])
    await expect(asked).rejects.toMatchObject({ code: 'link', path });
  expect((await store.list()).map(one => (one.kind === 'ok' ? 'ok' : one.error.code))).toEqual(['ok', 'link']);
  expect(await readFile(real, 'utf8')).toBe(before);
  expect(await tree(join(home, 'git'))).toEqual(['answers.json']);
});
