import { spawnSync } from 'node:child_process';
import { copyFile, mkdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createStore } from '../../src/store/assessments.ts';
import { anAssessment, temporaryFolder } from './support/temporary-home.ts';

const NAMES = [
  'acme (1).json',
  'acme 2.json',
  'acme - Copy.json',
  'acme - コピー.json',
  "acme (Aoki's conflicted copy 2026-11-30).json",
  'acme (青木 の競合コピー 2026-11-30).json',
  'acme (conflicted copy 2026-11-30 101112).json',
  'acme-DESKTOP-4F2A.json',
  'acme.sync-conflict-20261130-101112-ABCDEFG.json',
  'acme.json.orig',
  'acme.json.bak',
  'acme.json~',
  'acme.json.Conflict',
  'acme_LOCAL_4711.json',
  'acme_REMOTE_4711.json',
  'acme.json.mine',
];

test('copies that other programs have set aside are found, whatever they are called, and nothing else is', async () => {
  const home = await temporaryFolder();
  const store = createStore({ home, clock: () => new Date() });
  await store.create(anAssessment());
  await store.create(anAssessment({ id: 'acme-2' }));
  const folder = join(home, 'assessments');
  for (const name of NAMES) await copyFile(store.pathOf('acme'), join(folder, name));
  for (const name of ['notes.txt', 'acme.damaged-2026-11-22T09-00-00-000Z.json', 'other (1).json', 'x.json.orig'])
    await writeFile(join(folder, name), '{"half');
  for (const name of ['.acme (1).json', '.acme.json.swp']) await copyFile(store.pathOf('acme'), join(folder, name));
  await writeFile(join(folder, 'null (1).json'), 'null');
  await mkdir(join(folder, 'folder (1).json'));
  await symlink('/dev/zero', join(folder, 'endless (1).json'));
  if (process.platform !== 'win32') spawnSync('mkfifo', [join(folder, 'pipe (1).json')]);
  const found = await store.conflictCopies();
  expect(found.map(({ name }) => name)).toEqual([...NAMES].sort());
  expect(new Set(found.map(({ of }) => of))).toEqual(new Set(['acme']));
  expect((await store.list()).length).toBe(2);
});

test('of a thousand, fifty are told', async () => {
  const home = await temporaryFolder();
  const store = createStore({ home, clock: () => new Date() });
  await store.create(anAssessment());
  for (let number = 0; number < 60; number += 1)
    await copyFile(store.pathOf('acme'), join(home, 'assessments', `acme (${number}).json`));
  expect((await store.conflictCopies()).length).toBe(50);
});
