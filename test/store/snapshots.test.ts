import { readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createStore } from '../../src/store/assessments.ts';
import { temporaryFolder } from './support/temporary-home.ts';

const HASH = '0123456789ab'.padEnd(64, 'c');
const QUESTIONNAIRE = { version: '2026.1', id: 'house-list', contentHash: HASH, sections: [{ id: 's', items: [] }] };

async function aStore() {
  const home = join(await temporaryFolder(), 'home');
  return { home, store: createStore({ home, clock: () => new Date() }) };
}

test('a questionnaire of a third party is kept under id, version and hash', async () => {
  const { home, store } = await aStore();
  const path = await store.saveQuestionnaire(QUESTIONNAIRE);
  expect(path).toBe(join(home, 'questionnaires', 'house-list@2026.1-0123456789ab.json'));
  expect((await stat(path)).mode & 0o777).toBe(0o600);
  expect(await store.readQuestionnaire('house-list', '2026.1', HASH)).toEqual(QUESTIONNAIRE);
  expect(await store.readQuestionnaire('house-list', '2026.1', HASH.slice(0, 12))).toEqual(QUESTIONNAIRE);
  expect(await store.listQuestionnaires()).toEqual([{ kind: 'ok', path, questionnaire: QUESTIONNAIRE }]);
});

test('what is there under the name of another, or damaged, is not taken for it', async () => {
  const { store } = await aStore();
  const path = await store.saveQuestionnaire(QUESTIONNAIRE);
  const otherHash = `${HASH.slice(0, 12)}${'d'.repeat(52)}`;
  await expect(store.readQuestionnaire('house-list', '2026.1', otherHash)).rejects.toMatchObject({ code: 'damaged' });
  await expect(store.readQuestionnaire('house-list', '2026.2', HASH)).rejects.toMatchObject({ code: 'not-found' });
  await writeFile(path, (await readFile(path, 'utf8')).slice(0, 40));
  await expect(store.readQuestionnaire('house-list', '2026.1', HASH)).rejects.toMatchObject({ code: 'damaged' });
  expect(await store.listQuestionnaires()).toMatchObject([{ kind: 'bad', path, error: { code: 'damaged' } }]);
});

test.each([
  { ...QUESTIONNAIRE, id: '../x' },
  { ...QUESTIONNAIRE, version: '1/2' },
  { ...QUESTIONNAIRE, contentHash: 'abc' },
  { sections: [] },
])('%j does not become a path', async questionnaire => {
  const { home, store } = await aStore();
  await expect(store.saveQuestionnaire(questionnaire)).rejects.toMatchObject({ code: 'invalid' });
  await expect(stat(home)).rejects.toThrow();
});

test('neither does what is asked for', async () => {
  const { store } = await aStore();
  await expect(store.readQuestionnaire('../x', '1', HASH)).rejects.toMatchObject({ code: 'invalid' });
  await expect(store.readQuestionnaire('x', '1', '0123')).rejects.toMatchObject({ code: 'invalid' });
});
