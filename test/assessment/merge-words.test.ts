import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { Assessment } from '../../src/assessment/assessment.ts';
import { leftPlace } from '../../src/assessment/merging/unit-names.ts';
import { serialise } from '../../src/store/format.ts';
import { played, type Story, steps, wordsIn } from '../support/three-people.ts';

const numRuns = process.env['TENKEN_LONG'] ? 10_000 : 300;

// Each story is a good dozen of merges.
vi.setConfig({ testTimeout: process.env['TENKEN_LONG'] ? 7_200_000 : 180_000 });

/** What was said of one customer and stands with another one, though the first one is still there. */
function toldOfAnother({ end, said }: Story): string[] {
  const { units = {}, answers } = end;
  const names = new Map(Object.entries(units).map(([id, { name }]) => [name, id]));
  const notes = new Map(Object.entries(answers['A-1']?.units ?? {}).map(([id, { note }]) => [note, id]));
  return said.flatMap(({ word, customer }) => {
    const [at, home] = [notes.get(word), names.get(customer)];
    return customer === undefined || at === undefined || home === undefined || at === home
      ? []
      : [`${word} of ${customer}`];
  });
}

test('no word of three people goes that somebody who had seen it did not replace, and none is told of another customer', () => {
  const figures = { runs: 0, words: 0, replaced: 0, lost: 0, decisions: 0, exchanges: 0, apart: 0 };
  fc.assert(
    fc.property(steps, all => {
      const story = played(all);
      const { end, said, decisions, exchanges } = story;
      const there = wordsIn(end);
      const wanted = new Set(said.filter(one => !one.over).map(one => one.word));
      const lost = [...wanted].filter(word => !there.has(word));
      figures.runs += 1;
      figures.words += said.length;
      figures.replaced += said.length - wanted.size;
      figures.lost += lost.length;
      figures.decisions += decisions;
      figures.exchanges += exchanges;
      figures.apart += Object.keys(end.units ?? {}).filter(id => leftPlace(id) !== undefined).length;
      expect(lost).toEqual([]);
      expect(toldOfAnother(story)).toEqual([]);
      expect(Assessment.safeParse(JSON.parse(serialise(end))).success).toBe(true);
    }),
    { numRuns },
  );
  console.info(
    `${figures.runs} stories of three people: ${figures.lost} of ${figures.words} words lost, ` +
      `${figures.replaced} replaced by people who had seen them, ${figures.decisions} differences settled, ` +
      `${figures.apart} customers told apart, ${figures.exchanges} merges`,
  );
  expect(Math.min(figures.decisions, figures.apart)).toBeGreaterThan(numRuns / 20);
});
