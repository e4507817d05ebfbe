import { spawnSync } from 'node:child_process';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { createStore } from '../../src/store/assessments.ts';
import { StoreError } from '../../src/store/errors.ts';
import { anAssessment, temporaryFolder } from './support/temporary-home.ts';

const PAGE = 4096;

/** A disk of some pages, where this user may mount one. */
async function smallDisk(pages: number): Promise<string | undefined> {
  const folder = join(await temporaryFolder(), 'disk');
  await mkdir(folder);
  const { status } = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${pages * PAGE}`, 'tmpfs', folder]);
  if (status !== 0) return undefined;
  onTestFinished(() => void spawnSync('umount', [folder]));
  return folder;
}

const canMount = process.platform === 'linux' && process.getuid?.() === 0 && (await mountable());

async function mountable(): Promise<boolean> {
  return spawnSync('unshare', ['-m', 'mount', '-t', 'tmpfs', 'tmpfs', '/mnt']).status === 0;
}

test.skipIf(!canMount)('a disk that fills up in steps: saved, or refused with the old file as it was', async () => {
  const disk = (await smallDisk(24)) ?? '';
  expect(disk).not.toBe('');
  const home = join(disk, 'home');
  const store = createStore({ home, clock: () => new Date() });
  await store.create(anAssessment());
  const path = store.pathOf('acme');
  const count = { saved: 0, refused: 0 };
  for (let step = 0; step < 30; step += 1) {
    // Each step takes another page away from what is free, until there is none, and each answer is a little longer.
    await writeFile(join(disk, `filler-${step}`), Buffer.alloc(PAGE)).catch(() => undefined);
    const before = await readFile(path);
    const name = `${step} `.padEnd(100 * (step + 1), 'x');
    const result: unknown = await store.update('acme', one => ({ ...one, name })).catch((error: unknown) => error);
    if (result instanceof StoreError) {
      expect({ step, code: result.code, path: result.path }).toEqual({ step, code: 'no-space', path });
      expect(await readFile(path)).toEqual(before);
      count.refused += 1;
    } else {
      expect((await store.read('acme')).name).toBe(name);
      count.saved += 1;
    }
  }
  console.info(`a disk that fills up: ${count.saved} saved, ${count.refused} refused with the old file as it was`);
  expect(count.saved).toBeGreaterThan(0);
  expect(count.refused).toBeGreaterThan(0);
  for (let step = 0; step < 30; step += 1) await rm(join(disk, `filler-${step}`), { force: true });
  expect(await store.update('acme', one => ({ ...one, name: 'room again' }))).toMatchObject({ name: 'room again' });
});
