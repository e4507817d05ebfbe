import { expect, test } from 'vitest';
import { applyEdit, type Edit } from '../../src/assessment/answers/edit.ts';
import type { Assessment } from '../../src/assessment/assessment.ts';
import { copyFor } from '../../src/assessment/merging/share.ts';
import { titlesOf, undone } from '../../src/assessment/versions/undo.ts';
import { upgradedAlong, upgradePath } from '../../src/assessment/versions/upgrade.ts';
import type { Questionnaire } from '../../src/questionnaire/schema/schema.ts';
import { encodeAssessment } from '../../src/store/format.ts';
import { mergeAll } from '../../src/workspace/copies.ts';
import { newAssessment } from '../../src/workspace/new-assessment.ts';
import { ownVersions } from '../support/own-versions.ts';
import { createRandom, type Random } from '../support/random.ts';

/** `TENKEN_LONG=1` runs 2,000 times, `TENKEN_SEED` draws other cases. */
const RUNS = process.env['TENKEN_LONG'] === '1' ? 2000 : 60;
const SEED = Number(process.env['TENKEN_SEED'] ?? 20_261_122);
const LISTS = ownVersions(6, 9);
const TITLES = titlesOf(LISTS);

/** Counts words without knowing anything of answers: whatever was written has to stand in the file of a state. */
const wordsIn = (state: Assessment): Set<string> => {
  // What undo keeps is no answer that anybody sees.
  const { upgrades: _, ...seen } = state;
  return new Set(JSON.stringify(seen).match(/w\d+;/g) ?? []);
};

type World = { random: Random; words: number; clock: number };

const instant = (world: World): string => {
  world.clock += 1;
  return new Date(Date.UTC(2026, 10, 1) + world.clock * 60_000).toISOString();
};

/** Writes words; nobody takes back what is there, so that every word has to be somewhere at the end. */
function said(world: World, state: Assessment): Assessment {
  const list = LISTS.find(one => one.version === state.questionnaire.version) as Questionnaire;
  const { random } = world;
  const item = random.pick(list.sections.flatMap(one => one.items)).id;
  const at = instant(world);
  world.words += 1;
  const word = `w${world.words};`;
  const before = state.answers[item];
  const evidence = [...(before?.evidence ?? []), { id: `e${(before?.evidence?.length ?? 0) + 1}`, what: word }];
  const edits: Edit[] = [
    { type: 'answer', item, set: { evidence }, at },
    { type: 'vote', item, name: `P${word}`, vote: { status: 'met', note: word }, at },
    { type: 'profile', set: { participants: [...state.participants, { name: word }] }, at },
    ...(before?.note === undefined && !before?.differs?.['note']
      ? [{ type: 'answer', item, set: { note: word }, at } as const]
      : []),
    ...(before?.owner === undefined && !before?.differs?.['owner']
      ? [{ type: 'answer', item, set: { owner: word }, at } as const]
      : []),
  ];
  return applyEdit(state, random.pick(edits));
}

function moved(world: World, state: Assessment): Assessment {
  const { random } = world;
  if (random.below(3) === 0) return undone(state, TITLES) ?? state;
  const to = random.pick(LISTS).version;
  return upgradePath(LISTS, state.questionnaire.version, to)?.length
    ? (upgradedAlong(state, LISTS, to, instant(world)) ?? state)
    : state;
}

const stored = (state: Assessment): Assessment => encodeAssessment(state, 'own', 'own.json').assessment;
const merge = (ours: Assessment, others: Assessment[], base?: Assessment): Assessment =>
  stored(mergeAll(ours, others, { base, versions: LISTS }).assessment);

test(`${RUNS} times three people upgrade apart, undo, go on and merge: every word that anybody wrote is there`, () => {
  const figures = { words: 0, apart: 0, undone: 0 };
  for (let run = 0; run < RUNS; run += 1) {
    const random = createRandom(SEED + run);
    const world: World = { random, words: 0, clock: 0 };
    const draft = { name: 'Own', gates: {}, participants: [], lang: 'en' as const };
    const fresh = newAssessment(draft, LISTS[0] as Questionnaire, 'own', instant(world));
    const base = said(world, moved(world, said(world, fresh)));
    const people = [base, base, base].map(start => {
      let state = start;
      for (let turn = 0; turn < 6; turn += 1) {
        const before = state.questionnaire.version;
        state = stored(random.below(3) === 0 ? moved(world, state) : said(world, state));
        if (
          LISTS.findIndex(one => one.version === state.questionnaire.version) <
          LISTS.findIndex(one => one.version === before)
        )
          figures.undone += 1;
      }
      return random.below(3) === 0 ? copyFor(state, {}) : state;
    }) as [Assessment, Assessment, Assessment];
    const written = Array.from({ length: world.words }, (_, index) => `w${index + 1};`);
    const [a, b, c] = people;
    const known = random.below(2) === 0 ? base : undefined;
    const where = { run, versions: people.map(one => one.questionnaire.version), known: known !== undefined };
    for (const all of [merge(a, [b, c], known), merge(merge(c, [a], known), [b], known)]) {
      const found = wordsIn(all);
      expect({ where, lost: written.filter(word => !found.has(word)) }).toEqual({ where, lost: [] });
      const back = undone(all, TITLES);
      const after = back && wordsIn(stored(back));
      if (after) expect({ where, back: written.filter(word => !after.has(word)) }).toEqual({ where, back: [] });
    }
    figures.words += written.length;
    figures.apart +=
      new Set(people.map(one => JSON.stringify(one.upgrades?.map(step => [step.from, step.at])))).size > 1 ? 1 : 0;
  }
  const { words, apart, undone: backs } = figures;
  console.info(`${RUNS} merges of three, ${apart} upgraded apart, ${backs} undos between: 0 of ${words} words lost`);
  expect(apart).toBeGreaterThan(RUNS / 3);
}, 900_000);
