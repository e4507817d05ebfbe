import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applyEdit, type Edit } from '../../src/assessment/answers/edit.ts';
import { type Change, rebased } from '../../src/assessment/merging/rebase.ts';
import { createSaveQueue } from '../../src/runtime/save-queue.ts';
import { NOW, sampleAssessment } from '../support/session.ts';

const note = (item: string, text = item): Edit => ({ type: 'answer', item, set: { note: text }, at: NOW });
const itemsOf = (edits: Edit[]) =>
  edits.map(edit => ('item' in edit && edit.item !== undefined ? edit.item : edit.type));
const itemsIn = (changes: readonly Change[]) => changes.flatMap(({ edits }) => itemsOf([...edits]));
/** Lets everything that is ready happen. */
const settle = () => new Promise<void>(resolve => setImmediate(resolve));

/** A disk that writes when it is told to, and keeps what it was given. */
function slowDisk() {
  const disk = new Map<string, ReturnType<typeof sampleAssessment>>();
  const asked: { id: string; items: string[]; end: (error?: Error) => Promise<void> }[] = [];
  const saved: { id: string; pending: string[] }[] = [];
  const failed: unknown[] = [];
  const memory = new Map<string, ReturnType<typeof sampleAssessment>>();
  const saving = createSaveQueue({
    write: (id, changes) =>
      new Promise((resolve, reject) => {
        const given = [...changes];
        const end = (error?: Error): Promise<void> => {
          if (error) reject(error);
          else {
            disk.set(id, rebased(disk.get(id) ?? sampleAssessment({ id }), ...given));
            resolve(disk.get(id) ?? sampleAssessment({ id }));
          }
          return settle();
        };
        asked.push({ id, items: itemsIn(changes), end });
      }),
    onSaved: (assessment, pending) => saved.push({ id: assessment.id, pending: itemsIn(pending) }),
    onFailed: error => failed.push(error),
  });
  /** Edits as the screens make them: on what they have made so far. */
  const queue = {
    ...saving,
    add: (id: string, edits: Edit[]) => {
      const base = memory.get(id) ?? sampleAssessment({ id });
      memory.set(id, edits.reduce(applyEdit, base));
      saving.add(id, { base, edits });
    },
  };
  const at = (index: number) => {
    const one = asked[index];
    if (!one) throw new Error(`there is no write ${index}`);
    return one;
  };
  return { queue, disk, asked, saved, failed, at };
}

describe('writes', () => {
  test('begin at once, one at a time; what comes meanwhile goes out together', async () => {
    const { queue, asked, saved, at } = slowDisk();
    queue.add('a', [note('A')]);
    for (const item of ['B', 'C', 'D']) queue.add('a', [note(item)]);
    expect(asked.map(one => one.items)).toEqual([['A']]);
    await at(0).end();
    expect(asked.map(one => one.items)).toEqual([['A'], ['B', 'C', 'D']]);
    expect(saved).toEqual([{ id: 'a', pending: ['B', 'C', 'D'] }]);
    await at(1).end();
    expect([asked.length, saved]).toEqual([
      2,
      [
        { id: 'a', pending: ['B', 'C', 'D'] },
        { id: 'a', pending: [] },
      ],
    ]);
  });

  test('keep to their assessment, and within it to the order in which the edits came', async () => {
    const { queue, asked, at } = slowDisk();
    queue.add('a', [note('A')]);
    queue.add('b', [note('B')]);
    queue.add('a', [note('C')]);
    for (let index = 0; index < 3; index += 1) await at(index).end();
    expect(asked.map(one => `${one.id} ${one.items}`)).toEqual(['a A', 'a C', 'b B']);
  });

  test('get edits of their own: what is added later is not in what was handed over', async () => {
    const given: Change[][] = [];
    const queue = createSaveQueue({
      write: async (id, changes) => {
        given.push(changes);
        await settle();
        return sampleAssessment({ id });
      },
      onSaved: () => undefined,
      onFailed: () => undefined,
    });
    const mine = [note('A')];
    queue.add('a', { base: sampleAssessment(), edits: mine });
    queue.add('a', { base: sampleAssessment(), edits: [note('B')] });
    expect(itemsIn(given[0] ?? [])).toEqual(['A']);
    expect(itemsOf(mine)).toEqual(['A']);
    await queue.flush();
  });
});

describe('a write that fails', () => {
  test('is told, kept, and tried again with the next edit', async () => {
    const { queue, asked, failed, saved, at } = slowDisk();
    queue.add('a', [note('A')]);
    queue.add('a', [note('B')]);
    await at(0).end(new Error('full'));
    expect([failed.length, saved, asked.length]).toEqual([1, [], 1]);
    queue.add('a', [note('C')]);
    expect(at(1).items).toEqual(['A', 'B', 'C']);
    await at(1).end();
    expect(saved).toEqual([{ id: 'a', pending: [] }]);
  });

  test('does not hold up another assessment', async () => {
    const { queue, asked, at } = slowDisk();
    queue.add('a', [note('A')]);
    await at(0).end(new Error('damaged'));
    queue.add('b', [note('B')]);
    await at(1).end(new Error('damaged'));
    await settle();
    expect(asked.map(one => one.id)).toContain('b');
  });
});

describe('flushing', () => {
  test('waits for what is under way and for what waits behind it', async () => {
    const { queue, asked, at } = slowDisk();
    queue.add('a', [note('A')]);
    queue.add('a', [note('B')]);
    const flushed = queue.flush();
    await at(0).end();
    await at(1).end();
    expect([await flushed, asked.length]).toEqual([[], 2]);
  });

  test('tries once more what failed, and names what stays behind', async () => {
    const { queue, at } = slowDisk();
    queue.add('a', [note('A')]);
    await at(0).end(new Error('full'));
    const saved = queue.flush();
    await settle();
    await at(1).end();
    expect(await saved).toEqual([]);
    queue.add('a', [note('B')]);
    await at(2).end(new Error('full'));
    const again = queue.flush();
    await settle();
    await at(3).end(new Error('full'));
    expect(itemsOf(await again)).toEqual(['B']);
  });

  test('with nothing to write is done', async () => {
    expect(await slowDisk().queue.flush()).toEqual([]);
  });
});

test('an edit is written whenever it comes', async () => {
  for (let microtasks = 0; microtasks < 12; microtasks += 1) {
    const { queue, asked, at } = slowDisk();
    queue.add('a', [note('A')]);
    void at(0).end();
    for (let count = 0; count < microtasks; count += 1) await Promise.resolve();
    queue.add('a', [note('B')]);
    await settle();
    expect(
      asked.map(one => one.items),
      `after ${microtasks} microtasks`,
    ).toEqual([['A'], ['B']]);
  }
});

test('in the end the disk has every edit, whatever fails on the way', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.constantFrom('A', 'B', 'C'), fc.nat(99), fc.boolean(), fc.boolean()), {
        minLength: 1,
        maxLength: 20,
      }),
      async steps => {
        const { queue, disk, asked, at } = slowDisk();
        const all = steps.map(([item, n]) => note(item, String(n)));
        let ended = 0;
        for (const [index, [, , write, fail]] of steps.entries()) {
          queue.add('a', all.slice(index, index + 1));
          if (write && ended < asked.length) {
            await at(ended).end(fail ? new Error('full') : undefined);
            ended += 1;
          }
        }
        const flushed = queue.flush();
        await settle();
        for (; ended < asked.length; ended += 1) await at(ended).end();
        expect(await flushed).toEqual([]);
        expect(disk.get('a')).toEqual(all.reduce(applyEdit, sampleAssessment({ id: 'a' })));
      },
    ),
    { numRuns: 200 },
  );
});
