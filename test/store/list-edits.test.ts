import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createStore } from '../../src/store/assessments.ts';
import { buildHammer, startHammer } from './support/hammer-process.ts';
import { anAssessment, temporaryFolder } from './support/temporary-home.ts';
import { WORD_KINDS } from './support/words.ts';

const PROCESSES = 8;
/** `TENKEN_LONG=1` gives 200 edits each. */
const EDITS = process.env['TENKEN_LONG'] === '1' ? 200 : 28;

test('eight processes that add to the same lists and texts lose no word', { timeout: 900_000 }, async () => {
  const folder = await temporaryFolder();
  const home = join(folder, 'home');
  const script = await buildHammer(folder, 'hammer-lists.ts');
  const store = createStore({ home, clock: () => new Date() });
  await store.create(anAssessment());
  const all = Array.from({ length: PROCESSES }, (_, index) => startHammer(script, [home, `p${index}`, `${EDITS}`]));
  expect(await Promise.all(all.map(({ ended }) => ended))).toEqual(all.map(() => '0'));

  const text = JSON.stringify(await store.read('acme'));
  const words = all.flatMap((_, index) => Array.from({ length: EDITS }, (__, number) => `p${index}-${number}.`));
  const lost = words.filter(word => !text.includes(word));
  console.info(
    `${PROCESSES} processes x ${EDITS} edits of lists and texts of ${WORD_KINDS.length} kinds: ${lost.length} of ${words.length} lost`,
  );
  expect(lost).toEqual([]);
});
