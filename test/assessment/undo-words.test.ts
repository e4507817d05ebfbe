import { expect, test } from 'vitest';
import { applyEdit, type Edit } from '../../src/assessment/answers/edit.ts';
import type { Assessment } from '../../src/assessment/assessment.ts';
import { titlesOf, undone } from '../../src/assessment/versions/undo.ts';
import { upgradedAlong } from '../../src/assessment/versions/upgrade.ts';
import type { Questionnaire } from '../../src/questionnaire/schema/schema.ts';
import { newAssessment } from '../../src/workspace/new-assessment.ts';
import { ownVersions } from '../support/own-versions.ts';
import { createRandom, type Random } from '../support/random.ts';

const STORIES = process.env['TENKEN_LONG'] === '1' ? 10_000 : 300;
const LISTS = ownVersions(6, 12);

const itemsOf = (version: string): string[] =>
  LISTS.filter(one => one.version === version).flatMap(one =>
    one.sections.flatMap(section => section.items.map(item => item.id)),
  );

/** A few edits of one version, each with a word of its own; some replace what was said before. */
function answered(state: Assessment, random: Random, words: string[]): Assessment {
  const edits = Array.from({ length: 1 + random.below(6) }, (): Edit => {
    const word = `word${words.length}.`;
    words.push(word);
    const at = `2026-11-22T10:00:${String(words.length % 60).padStart(2, '0')}.000Z`;
    const evidence = [{ id: 'e1', what: word }];
    const set = random.pick([{ note: word }, { owner: word }, { evidence }, { plan: { action: word } }]);
    const status = random.pick(['met', 'not-met', 'partly'] as const);
    return { type: 'answer', item: random.pick(itemsOf(state.questionnaire.version)), set: { ...set, status }, at };
  });
  return edits.reduce(applyEdit, state);
}

test(`${STORIES} times a version is taken back after answers on it: every word that stood in an answer is there`, () => {
  const draft = { name: 'Own', gates: {}, participants: [], lang: 'en' as const };
  for (let seed = 0; seed < STORIES; seed += 1) {
    const random = createRandom(seed);
    const words: string[] = [];
    let state = newAssessment(draft, LISTS[0] as Questionnaire, 'own', '2026-11-01T00:00:00.000Z');
    state = answered(state, random, words);
    for (const to of random.pick([['v2'], ['v4'], ['v2', 'v3'], ['v3', 'v6']])) {
      state = upgradedAlong(state, LISTS, to, `2026-11-22T09:0${to.slice(1)}:00.000Z`) ?? state;
      state = answered(state, random, words);
    }
    // What was replaced since is in what undoing keeps, and in no answer any more.
    const before = JSON.stringify({ ...state, upgrades: [] });
    const after = JSON.stringify(undone(state, titlesOf(LISTS)));
    const gone = words.filter(word => before.includes(word) && !after.includes(word));
    expect({ seed, gone }).toEqual({ seed, gone: [] });
  }
});
