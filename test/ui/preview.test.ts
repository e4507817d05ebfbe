import { expect, test } from 'vitest';
import type { State } from '../../src/session/core/state.ts';
import { createPreview } from '../../src/ui/preview.ts';
import { openState, sampleAssessment, walkOn } from '../support/session.ts';

const report = (change: Partial<State> = {}): State =>
  openState({ name: 'report', which: 'gap', lang: 'ja', scroll: 0 }, change);
const settle = () => new Promise<void>(resolve => setImmediate(resolve));

/** A preview that counts how often it is made and how often it says that it has changed. */
function counted(lines: (made: number) => string[] = made => [`${made}`]) {
  const counts = { made: 0, told: 0 };
  const preview = createPreview(async () => lines(++counts.made));
  preview.subscribe(() => {
    counts.told += 1;
  });
  return { preview, counts };
}

test('it is made once and then there, also while one scrolls', async () => {
  const { preview, counts } = counted();
  const state = report();
  expect(preview.lines(state)).toBeUndefined();
  await settle();
  expect(preview.lines(state)).toEqual(['1']);
  expect(preview.lines({ ...state, screen: { name: 'report', which: 'gap', lang: 'ja', scroll: 9 } })).toBe(
    preview.lines(state),
  );
  expect(counts).toEqual({ made: 1, told: 1 });
});

test('another language, document, width or answer makes it anew', async () => {
  const { preview, counts } = counted();
  const state = report();
  const others: State[] = [
    { ...state, screen: { name: 'report', which: 'gap', lang: 'en', scroll: 0 } },
    { ...state, screen: { name: 'report', which: 'plan', lang: 'ja', scroll: 0 } },
    { ...state, size: { columns: 40, rows: 24 } },
    { ...state, ...(state.open && { open: { ...state.open, assessment: sampleAssessment({ name: '別' }) } }) },
  ];
  for (const one of others) {
    preview.lines(one);
    await settle();
  }
  expect(counts.made).toBe(4);
});

test('what is finished too late is not shown', async () => {
  const finish: ((lines: string[]) => void)[] = [];
  const preview = createPreview(() => new Promise(resolve => finish.push(resolve)));
  const first = report();
  const second: State = { ...first, size: { columns: 40, rows: 15 } };
  preview.lines(first);
  preview.lines(second);
  finish[1]?.(['new']);
  finish[0]?.(['old']);
  await settle();
  expect(preview.lines(second)).toEqual(['new']);
});

test('nothing is made elsewhere, and an overlay does not throw it away', async () => {
  const { preview, counts } = counted();
  expect(preview.lines(openState(walkOn('ARC-001')))).toBeUndefined();
  const state = report();
  preview.lines(state);
  await settle();
  expect(preview.lines({ ...state, overlay: { kind: 'help', scroll: 0 } })).toBeUndefined();
  expect(preview.lines(state)).toEqual(['1']);
  expect(counts.made).toBe(1);
});

test('who no longer listens is no longer told', async () => {
  const { preview, counts } = counted();
  let heard = 0;
  preview.subscribe(() => {
    heard += 1;
  })();
  preview.lines(report());
  await settle();
  expect([heard, counts.told]).toEqual([0, 1]);
});
