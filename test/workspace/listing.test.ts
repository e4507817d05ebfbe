import { appendFile, lstat, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { Assessment } from '../../src/assessment/assessment.ts';
import type { Questionnaire } from '../../src/questionnaire/schema/schema.ts';
import { summarise } from '../../src/questionnaire/schema/summary.ts';
import { createStore, type Store } from '../../src/store/assessments.ts';
import { newAssessment } from '../../src/workspace/new-assessment.ts';
import { createWorkspace } from '../../src/workspace/workspace.ts';
import { temporaryFolder } from '../store/support/temporary-home.ts';
import { createRandom } from '../support/random.ts';
import { NOW, sampleQuestionnaire, TODAY } from '../support/session.ts';

const LIST = sampleQuestionnaire({ version: '2026-02' });
const shipped = { summaries: () => [summarise(LIST)], read: (): Questionnaire => LIST };
const draft = (name: string) => ({ name, gates: {}, participants: [], lang: 'en' as const });

/** 60 assessments, a workspace that keeps what lists say and one that never does; `ahead` is how far its clock is ahead. */
async function sixty({ ahead = 60_000, today = TODAY, program = '1' } = {}) {
  const home = join(await temporaryFolder(), 'home');
  const clock = () => new Date(Date.now() + ahead);
  const plain = createStore({ home, clock });
  await plain.create(newAssessment(draft('Product 0'), LIST, 'product-0', NOW));
  const text = await readFile(plain.pathOf('product-0'), 'utf8');
  for (let at = 1; at < 60; at += 1) {
    const own = text.replace('"product-0"', `"product-${at}"`).replace('"Product 0"', `"Product ${at}"`);
    await writeFile(plain.pathOf(`product-${at}`), own);
  }
  const read: string[] = [];
  const listOne: Store['listOne'] = id => {
    read.push(id);
    return plain.listOne(id);
  };
  const store: Store = { ...plain, listOne };
  const keeping = (other: { today?: string; program?: string } = {}) =>
    createWorkspace({
      store,
      shipped,
      now: clock,
      today: () => other.today ?? today,
      program: other.program ?? program,
    });
  const plainly = createWorkspace({ store: plain, shipped, now: clock, today: () => today });
  return { home, store: plain, read, keeping, plainly, file: join(home, 'listing.json') };
}

const answer = (one: Assessment, n: number): Assessment =>
  Assessment.parse({ ...one, name: `${one.name} ${n}`, updatedAt: new Date(Date.parse(NOW) + n * 1000).toISOString() });

describe('a list of many assessments', () => {
  test('reads what is as it was only once', async () => {
    const { keeping, read } = await sixty();
    const first = await keeping().list();
    expect(read).toHaveLength(60);
    read.length = 0;
    expect(await keeping().list()).toEqual(first);
    expect(read).toEqual([]);
  });

  test('says what the files say after every change, by tenken or by hand', async () => {
    const { keeping, plainly, store } = await sixty();
    const random = createRandom(15);
    const pick = async () => random.pick(await store.ids());
    for (let n = 0; n < 40; n += 1) {
      const id = await pick();
      const kind = n % 5;
      if (kind === 0) await store.update(id, one => answer(one, n));
      if (kind === 1) await store.remove(id);
      if (kind === 2) await store.create(newAssessment(draft(`New ${n}`), LIST, `new-${n}`, NOW));
      if (kind === 3) await appendFile(store.pathOf(id), ' '.repeat(n));
      if (kind === 4) await writeFile(store.pathOf(id), '{"cut');
      expect(await keeping().list()).toEqual(await plainly.list());
    }
  });

  test('a file that was changed a moment ago is read again, whatever its size and time say', async () => {
    const { keeping, plainly, store } = await sixty({ ahead: 0 });
    const path = store.pathOf('product-7');
    await keeping().list();
    const text = await readFile(path, 'utf8');
    await writeFile(path, text.replace('Product 7', 'Product X'));
    const found = await keeping().list();
    expect(found).toEqual(await plainly.list());
    expect(found).toContainEqual(expect.objectContaining({ name: 'Product X' }));
  });

  test.each([
    ['another day', { today: '2030-01-01' }],
    ['another version of the program', { program: '2' }],
  ])('begins anew on %s', async (_, other) => {
    const { keeping, read } = await sixty();
    await keeping().list();
    read.length = 0;
    await keeping(other).list();
    expect(read).toHaveLength(60);
  });

  test('begins anew when the lists of third parties change', async () => {
    const { keeping, read, store } = await sixty();
    await keeping().list();
    read.length = 0;
    await store.saveQuestionnaire({ ...LIST, id: 'own' });
    await keeping().list();
    expect(read).toHaveLength(60);
  });

  test.each([
    ['no JSON', '{"key":'],
    ['no listing', '[1, 2]'],
    ['entries of other kinds', '{"key": "k", "entries": {"product-1": 3}}'],
  ])('is the same with a file of %s in place of what was kept', async (_, text) => {
    const { keeping, plainly, file } = await sixty();
    await keeping().list();
    await writeFile(file, text);
    expect(await keeping().list()).toEqual(await plainly.list());
    expect(JSON.parse(await readFile(file, 'utf8')).entries['product-1']).toBeDefined();
  });

  test('believes no row of somebody else that is none', async () => {
    const { keeping, plainly, file } = await sixty();
    await keeping().list();
    const kept = JSON.parse(await readFile(file, 'utf8'));
    kept.entries['product-1'].row.answered = 'all';
    kept.entries['product-2'].row = kept.entries['product-3'].row;
    await writeFile(file, JSON.stringify(kept));
    expect(await keeping().list()).toEqual(await plainly.list());
  });

  test('neither reads nor writes through a link', async () => {
    const { keeping, plainly, file, home } = await sixty();
    const outside = join(home, '..', 'outside.json');
    await writeFile(outside, 'mine');
    await symlink(outside, file);
    expect(await keeping().list()).toEqual(await plainly.list());
    expect(await readFile(outside, 'utf8')).toBe('mine');
    expect((await lstat(file)).isSymbolicLink()).toBe(true);
  });

  test('may be deleted at any time, and goes with an assessment that is removed', async () => {
    const { keeping, plainly, file, store } = await sixty();
    await keeping().list();
    await rm(file);
    expect(await keeping().list()).toEqual(await plainly.list());
    await store.remove('product-1');
    await expect(lstat(file)).rejects.toMatchObject({ code: 'ENOENT' });
  });

  test('keeps nothing of a few assessments', async () => {
    const { keeping, store, file } = await sixty();
    for (const id of (await store.ids()).slice(0, 20)) await store.remove(id);
    await keeping().list();
    await expect(lstat(file)).rejects.toMatchObject({ code: 'ENOENT' });
  });
});
