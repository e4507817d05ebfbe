import { copyFile, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { applyEdit } from '../../src/assessment/answers/edit.ts';
import type { Assessment } from '../../src/assessment/assessment.ts';
import { upgradedAlong } from '../../src/assessment/versions/upgrade.ts';
import { createStore } from '../../src/store/assessments.ts';
import { MAX_BYTES } from '../../src/store/bytes.ts';
import { encodeAssessment, parseAssessment, serialise } from '../../src/store/format.ts';
import { newAssessment } from '../../src/workspace/new-assessment.ts';
import { createWorkspace } from '../../src/workspace/workspace.ts';
import { sandbox } from '../cli/support/cli.ts';
import { NONE_SHIPPED, ownVersions } from '../support/own-versions.ts';
import { TODAY } from '../support/session.ts';
import { handClock } from './support/temporary-home.ts';

/** `TENKEN_LONG=1` goes through 60 upgrades, and reads a nested file of more than 50 MB. */
const LONG = process.env['TENKEN_LONG'] === '1';
const STEPS = LONG ? 60 : 12;
const ITEMS = 30;
const [first, ...later] = ownVersions(STEPS + 1, ITEMS);
if (!first) throw new Error('there is a first version');

/** An answer to every item of the first version, a kilobyte each. */
function answered(id: string): Assessment {
  const draft = { name: 'Own', gates: {}, participants: [], lang: 'en' as const };
  const start = newAssessment(draft, first as NonNullable<typeof first>, id, '2026-11-01T00:00:00.000Z');
  return (first?.sections[0]?.items ?? []).reduce(
    (all, item) =>
      applyEdit(all, {
        type: 'answer',
        item: item.id,
        set: { status: 'met', note: `${item.id} `.padEnd(1000, 'word ') },
        at: '2026-11-02T00:00:00.000Z',
      }),
    start,
  );
}

test(`${STEPS} upgrades of a list of one's own: the file grows by the same little each time, and every command reads it`, async () => {
  const box = await sandbox();
  const { clock, forward } = handClock();
  const store = createStore({ home: box.home, clock });
  for (const list of [first, ...later]) await store.saveQuestionnaire(list);
  const workspace = createWorkspace({ store, shipped: NONE_SHIPPED, now: clock, today: () => TODAY });
  await store.create(answered('own'));
  const path = store.pathOf('own');
  const sizes = [(await stat(path)).size];
  for (const { version } of later) {
    forward(60_000);
    await workspace.upgrade('own', version);
    sizes.push((await stat(path)).size);
  }
  const grown = sizes.slice(1).map((size, index) => size - (sizes[index] ?? 0));
  const [smallest, largest] = [Math.min(...grown), Math.max(...grown)];
  console.info(
    `${STEPS} upgrades of ${ITEMS} items: ${sizes[0]} bytes at first, ${sizes.at(-1)} at last, ${smallest} to ${largest} more each time`,
  );
  // A third of the answers would be ten thousand bytes; one is kept, or two, beside what the ledger says.
  expect(largest).toBeLessThan(12_000);
  expect(sizes.at(-1)).toBeLessThan((sizes[0] ?? 0) + STEPS * 8_000);

  const run = async (...args: string[]) => {
    const result = await box.tenken(args);
    expect({ args, code: result.code, stderr: result.stderr }).toEqual({ args, code: 0, stderr: '' });
    return result.stdout;
  };
  expect(await run('list')).toContain('own');
  await run('share', 'own', '-o', 'copy.json');
  await run('take', 'copy.json', '--name', 'Taken');
  await run('merge', 'own', 'copy.json');
  await copyFile(path, join(box.cwd, 'whole.json'));
  await run('merge', 'own', 'whole.json', '--base', 'copy.json');
  for (const name of ['base', 'ours', 'theirs']) await copyFile(path, join(box.cwd, name));
  await run('git', 'merge-driver', 'base', 'ours', 'theirs');
  expect(JSON.parse(await readFile(join(box.cwd, 'ours'), 'utf8'))).toEqual(JSON.parse(await readFile(path, 'utf8')));

  // All the way back, one command for each that was given.
  for (const _ of later) await workspace.undoUpgrade('own');
  expect(await readFile(path, 'utf8')).toBe(encodeAssessment(answered('own'), 'own', path).text);
}, 300_000);

/** A file as 0.1.0 wrote it: each step with the whole assessment before it, and the earlier steps in that. */
function nested(steps: number): { assessment: Assessment; text: string } {
  const lists = [...(first ? [first] : []), ...later];
  let assessment = answered('own');
  for (const { version } of later.slice(0, steps)) {
    const after = upgradedAlong(
      assessment,
      lists,
      version,
      `2026-11-${version.slice(1).padStart(2, '0')}T00:00:00.000Z`,
    );
    const step = after?.upgrades?.at(-1);
    if (!after || !step) throw new Error('there is a way');
    assessment = { ...after, upgrades: [...(assessment.upgrades ?? []), { ...step, before: { ...assessment } }] };
  }
  return { assessment, text: serialise(assessment) };
}

test('a nested file of 0.1.0 is read, written straight with the next answer, and taken, merged and undone like any other', async () => {
  const box = await sandbox();
  const store = createStore({ home: box.home, clock: () => new Date('2026-11-29T00:00:00.000Z') });
  for (const list of [first, ...later]) await store.saveQuestionnaire(list);
  await store.create(answered('own'));
  const { text } = nested(LONG ? 9 : 6);
  const path = store.pathOf('own');
  await writeFile(path, text);
  await writeFile(join(box.cwd, 'old.json'), text);
  const before = (await stat(path)).size;
  expect((await box.tenken(['take', 'old.json', '--name', 'Old'])).code).toBe(0);
  expect((await box.tenken(['merge', 'own', 'old.json'])).code).toBe(0);
  const [item] = Object.keys((await store.read('own')).answers);
  expect((await box.tenken(['answer', 'own', item ?? '', 'met'])).code).toBe(0);
  const after = (await stat(path)).size;
  console.info(`a nested file of ${before} bytes: ${after} bytes once it is straight`);
  expect(after).toBeLessThan(200_000);
  expect(before).toBeGreaterThan(LONG ? 20_000_000 : 2_000_000);
  const all = await box.file('own');
  expect(JSON.stringify(all.upgrades)).not.toContain('"upgrades"');
  expect((await box.tenken(['upgrade', 'own', '--undo', '--yes'])).code).toBe(0);
}, 120_000);

test('what would be too large to be read again is refused, and says so', async () => {
  const box = await sandbox();
  const store = createStore({ home: box.home, clock: () => new Date('2026-11-29T00:00:00.000Z') });
  await store.saveQuestionnaire(first);
  await store.create(answered('own'));
  const path = store.pathOf('own');
  const before = await readFile(path, 'utf8');
  const huge = 'x'.repeat(MAX_BYTES);
  await expect(store.update('own', one => ({ ...one, name: huge }))).rejects.toMatchObject({ code: 'too-large', path });
  expect(await readFile(path, 'utf8')).toBe(before);
  // What just fits is written and read.
  const room = MAX_BYTES - Buffer.byteLength(before) + 'Own'.length;
  await store.update('own', one => ({ ...one, name: 'y'.repeat(room) }));
  const bytes = await readFile(path);
  expect(bytes.length).toBeLessThanOrEqual(MAX_BYTES);
  expect(parseAssessment(bytes, 'own', path).name).toHaveLength(room);
  await expect(store.update('own', one => ({ ...one, name: 'y'.repeat(room + 1) }))).rejects.toMatchObject({
    code: 'too-large',
  });
}, 120_000);
