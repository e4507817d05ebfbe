import { readFile, writeFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import type { Assessment } from '../../src/assessment/assessment.ts';
import { createStore } from '../../src/store/assessments.ts';
import { StoreError } from '../../src/store/errors.ts';
import { assessmentText, parseAssessment } from '../../src/store/format.ts';
import { createRandom } from '../support/random.ts';
import { anAssessment, temporaryFolder } from './support/temporary-home.ts';

/** `TENKEN_LONG=1` flips 10,000 bits. */
const FLIPS = process.env['TENKEN_LONG'] === '1' ? 10_000 : 1000;

const ANSWERS: Assessment['answers'] = Object.fromEntries(
  Array.from({ length: 12 }, (_, at) => [
    `ARC-${at}`,
    {
      status: 'met',
      note: `メモ ${at}`,
      evidence: [{ id: 'e1', what: 'screenshot' }],
      updatedAt: '2026-11-02T00:00:00Z',
    },
  ]),
);
const GOOD = anAssessment({ answers: ANSWERS });
const BYTES = Buffer.from(assessmentText(GOOD, 'acme'));

/** What a reader makes of bytes: the assessment, or the code of the error. */
function read(bytes: Uint8Array): Assessment | string {
  try {
    return parseAssessment(bytes, 'acme', 'acme.json');
  } catch (error) {
    return error instanceof StoreError ? error.code : `not a StoreError: ${error}`;
  }
}

test('a file that ends anywhere too early is damaged, never an assessment with fewer answers', () => {
  const whole = BYTES.length - 1;
  const taken = Array.from({ length: whole }, (_, at) => read(BYTES.subarray(0, at))).filter(one => one !== 'damaged');
  expect(taken).toEqual([]);
  expect(read(BYTES.subarray(0, whole))).toEqual(read(BYTES));
});

test(`${FLIPS} flipped bits: damaged, newer, or an assessment with as many answers`, () => {
  const random = createRandom(7);
  const wrong: unknown[] = [];
  let refused = 0;
  for (let time = 0; time < FLIPS; time += 1) {
    const bytes = Buffer.from(BYTES);
    const at = random.below(bytes.length);
    bytes[at] = (bytes[at] ?? 0) ^ (1 << random.below(8));
    const found = read(bytes);
    const fine =
      found === 'damaged' ||
      found === 'newer' ||
      (typeof found === 'object' && Object.keys(found.answers).length === Object.keys(ANSWERS).length);
    if (!fine) wrong.push({ at, found });
    if (typeof found === 'string') refused += 1;
  }
  console.info(`${FLIPS} flipped bits: ${refused} refused as damaged or newer, ${wrong.length} with an answer missing`);
  expect(wrong).toEqual([]);
});

test('a damaged file stays as it is until somebody decides, and the newest good backup is named', async () => {
  const home = await temporaryFolder();
  const store = createStore({ home, clock: () => new Date('2026-11-02T09:00:00Z') });
  await store.create(GOOD);
  await store.update('acme', one => ({ ...one, name: 'changed' }));
  const path = store.pathOf('acme');
  const torn = BYTES.subarray(0, 200);
  await writeFile(path, torn);
  const failed: unknown = await store.read('acme').catch((error: unknown) => error);
  expect(failed).toMatchObject({ code: 'damaged' });
  expect(await store.update('acme', one => one).catch((error: unknown) => (error as StoreError).code)).toBe('damaged');
  expect(await readFile(path)).toEqual(torn);
  const { movedTo, backup } = await store.setAside('acme');
  expect(await readFile(movedTo)).toEqual(torn);
  expect((await store.restore('acme', backup?.path ?? '')).answers).toEqual(GOOD.answers);
});
