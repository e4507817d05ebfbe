import { spawnSync } from 'node:child_process';
import { mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, expect, onTestFinished, test } from 'vitest';
import { applyEdit, type Edit } from '../../src/assessment/answers/edit.ts';
import { upgradedAlong } from '../../src/assessment/versions/upgrade.ts';
import type { Questionnaire } from '../../src/questionnaire/schema/schema.ts';
import { createStore, type Store } from '../../src/store/assessments.ts';
import type { Fs } from '../../src/store/files.ts';
import { nodeFs } from '../../src/store/files.ts';
import { newAssessment } from '../../src/workspace/new-assessment.ts';
import { createWorkspace } from '../../src/workspace/workspace.ts';
import { NONE_SHIPPED, ownVersions } from '../support/own-versions.ts';
import { createRandom, type Random } from '../support/random.ts';
import { TODAY } from '../support/session.ts';
import { faultyFs } from './support/faulty-fs.ts';
import { hastyHost } from './support/hasty-host.ts';
import { handClock, temporaryFolder } from './support/temporary-home.ts';

/** `TENKEN_LONG=1` takes back at 200 moments, `TENKEN_SEED` chooses others. */
const LONG = process.env['TENKEN_LONG'] === '1';
const MOMENTS = LONG ? 200 : 40;
const SEED = Number(process.env['TENKEN_SEED'] ?? 20_261_122);
const LISTS = ownVersions(6, 12);
const ERRORS = ['EIO', 'ENOSPC', 'EROFS', 'EACCES', 'EMFILE'] as const;
const figures = { moments: 0, undone: 0, refused: 0, words: 0 };

const itemsOf = (version: string): string[] =>
  (LISTS.find(one => one.version === version) as Questionnaire).sections.flatMap(one => one.items.map(item => item.id));

/** Some edits of items of one version, each with a word of its own. */
function somethingSaid(random: Random, version: string, words: string[]): Edit[] {
  return Array.from({ length: 1 + random.below(6) }, (): Edit => {
    const word = `word${words.length}.`;
    words.push(word);
    const item = random.pick(itemsOf(version));
    const at = `2026-11-22T10:00:${String(words.length % 60).padStart(2, '0')}.000Z`;
    const evidence = [{ id: 'e1', what: word }];
    const set = random.pick([{ note: word }, { owner: word }, { evidence }, { plan: { action: word } }]);
    return { type: 'answer', item, set: { ...set, status: random.pick(['met', 'not-met', 'partly']) }, at };
  });
}

/** A home where somebody upgraded by one or two commands and went on; `words` are those that are in the file. */
async function prepared(random: Random, home: string) {
  const words: string[] = [];
  const { clock, forward } = handClock();
  const store = createStore({ home, clock });
  for (const list of LISTS) await store.saveQuestionnaire(list);
  const draft = { name: 'Own', gates: {}, participants: [], lang: 'en' as const };
  let state = newAssessment(draft, LISTS[0] as Questionnaire, 'own', '2026-11-01T00:00:00.000Z');
  for (const to of [undefined, ...random.pick([['v2'], ['v4'], ['v2', 'v3'], ['v3', 'v6']])]) {
    forward(60_000);
    if (to) state = upgradedAlong(state, LISTS, to, clock().toISOString()) ?? state;
    state = somethingSaid(random, state.questionnaire.version, words).reduce(applyEdit, state);
  }
  await store.create(state);
  const text = await readFile(store.pathOf('own'), 'utf8');
  // What somebody has replaced since the change of version is in what undoing keeps, and in no answer any more.
  const answers = JSON.stringify({ ...state, upgrades: [] });
  const shown = words.filter(word => answers.includes(word));
  return { words: words.filter(word => text.includes(word)), shown, clock, text };
}

/** Everything that a person can get at: the file, and the backups that can be restored. */
async function reachable(store: Store): Promise<string> {
  const backups = await store.backups('own');
  const texts = [store.pathOf('own'), ...backups.map(one => one.path)].map(path => readFile(path, 'utf8'));
  return (await Promise.all(texts)).join('\n');
}

const workspaceOf = (store: Store, clock: () => Date) =>
  createWorkspace({ store, shipped: NONE_SHIPPED, now: clock, today: () => TODAY });

async function attempt(seed: number, fault: Parameters<typeof faultyFs>[0]) {
  const home = join(await temporaryFolder(), 'home');
  const { words, shown, clock, text } = await prepared(createRandom(seed), home);
  const faulty = faultyFs(fault);
  const disk: Fs = { ...faulty.fs };
  const store = createStore({ home, clock, fs: disk, host: hastyHost });
  const failed: unknown = await workspaceOf(store, clock)
    .undoUpgrade('own')
    .then(
      () => undefined,
      (error: unknown) => error,
    );
  Object.assign(disk, nodeFs);
  return { words, shown, text, failed, store, calls: faulty.calls.length };
}

test(`a change of version taken back at ${MOMENTS} moments while the disk fails: every word is in the file or in a backup`, async () => {
  const random = createRandom(SEED);
  for (let moment = 0; moment < MOMENTS; moment += 1) {
    const seed = random.below(1_000_000);
    const { calls } = await attempt(seed, undefined);
    // The last calls are those that write; before them lists are read.
    const fault = {
      at: calls - random.below(Math.min(calls, 30)),
      errno: random.pick(ERRORS),
      lasting: random.below(2) === 0,
    };
    const { words, shown, text, failed, store } = await attempt(seed, fault);
    const now = await readFile(store.pathOf('own'), 'utf8');
    const found = await reachable(store);
    const where = { moment, seed, ...fault };
    expect({ where, lost: words.filter(word => !found.includes(word)) }).toEqual({ where, lost: [] });
    // Taken back or not: where it is, the state before lies in a backup, whatever became of the disk.
    if (now !== text)
      expect({ where, backups: (await store.backups('own')).length > 0 }).toEqual({ where, backups: true });
    if (failed === undefined) expect({ where, changed: now !== text }).toEqual({ where, changed: true });
    // And nothing that was said since is only there: the file has it, in its item or in the archive.
    if (now !== text) expect({ where, gone: shown.filter(word => !now.includes(word)) }).toEqual({ where, gone: [] });
    figures.moments += 1;
    figures.words += words.length;
    figures[now === text ? 'refused' : 'undone'] += 1;
  }
  expect(figures.undone).toBeGreaterThan(0);
  expect(figures.refused).toBeGreaterThan(0);
}, 600_000);

afterAll(() => {
  const { moments, undone, refused, words } = figures;
  console.info(
    `${moments} undos on a failing disk: ${undone} taken back, ${refused} refused, 0 of ${words} words lost`,
  );
});

const PAGE = 4096;
const canMount =
  process.platform === 'linux' &&
  process.getuid?.() === 0 &&
  spawnSync('unshare', ['-m', 'mount', '-t', 'tmpfs', 'tmpfs', '/mnt']).status === 0;

test.skipIf(!canMount)(
  'on a disk that is full to some degree: taken back with a backup, or refused with the file as it was',
  async () => {
    const disk = join(await temporaryFolder(), 'disk');
    await mkdir(disk);
    expect(spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${160 * PAGE}`, 'tmpfs', disk]).status).toBe(0);
    onTestFinished(() => void spawnSync('umount', [disk]));
    const count = { undone: 0, refused: 0 };
    for (let fill = 0; fill < 24; fill += 1) {
      const home = join(disk, 'home');
      await rm(home, { recursive: true, force: true });
      await rm(join(disk, 'filler'), { force: true });
      const { words, clock, text } = await prepared(createRandom(7), home);
      const store = createStore({ home, clock });
      // Fills the disk up to so many pages.
      await writeFile(join(disk, 'filler'), Buffer.alloc(160 * PAGE)).catch(() => undefined);
      const { size } = await stat(join(disk, 'filler'));
      await writeFile(join(disk, 'filler'), Buffer.alloc(Math.max(size - fill * PAGE, 0)));
      const failed: unknown = await workspaceOf(store, clock)
        .undoUpgrade('own')
        .then(
          () => undefined,
          (error: unknown) => error,
        );
      const now = await readFile(store.pathOf('own'), 'utf8');
      if (failed) expect({ fill, same: now === text }).toEqual({ fill, same: true });
      else expect({ fill, backups: (await store.backups('own')).length }).toEqual({ fill, backups: 1 });
      expect({ fill, lost: words.filter(word => !now.includes(word)) }).toEqual({ fill, lost: [] });
      count[failed ? 'refused' : 'undone'] += 1;
    }
    console.info(`undo on a disk that is nearly full: ${count.undone} taken back, ${count.refused} refused`);
    expect(count.undone).toBeGreaterThan(0);
    expect(count.refused).toBeGreaterThan(0);
  },
  120_000,
);
