import { rebased } from '../../../src/assessment/merging/rebase.ts';
import { createStore } from '../../../src/store/assessments.ts';
import { editSaying, WORD_KINDS, type WordKind } from './words.ts';

/**
 * Child process: `hammer-lists HOME NAME COUNT` reads `acme`, as somebody does who looks at it, and then adds one word of
 * its own to a list or text, COUNT times; it says so after each.
 */
const [home = '', name = '', count = '0'] = process.argv.slice(2);
const store = createStore({ home, clock: () => new Date() });
for (let number = 0; number < Number(count); number += 1) {
  const base = await store.read('acme');
  const kind = WORD_KINDS[number % WORD_KINDS.length] as WordKind;
  const edits = [editSaying(base, kind, 'ARC-001', `${name}-${number}.`)];
  await store.update('acme', now => rebased(now, { base, edits }));
  process.stdout.write(`${number}\n`);
}
