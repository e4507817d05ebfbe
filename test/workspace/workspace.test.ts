import { utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Edit } from '../../src/assessment/answers/edit.ts';
import type { Shipped } from '../../src/questionnaire/load/shipped.ts';
import type { Questionnaire } from '../../src/questionnaire/schema/schema.ts';
import { reference, summarise } from '../../src/questionnaire/schema/summary.ts';
import { createStore } from '../../src/store/assessments.ts';
import { idBase, newAssessment } from '../../src/workspace/new-assessment.ts';
import { createWorkspace } from '../../src/workspace/workspace.ts';
import { changed, LIST } from '../questionnaire/list-file.ts';
import { temporaryFolder } from '../store/support/temporary-home.ts';
import { NOW, sampleQuestionnaire, TODAY } from '../support/session.ts';

const VERSIONS = ['2021-q4', '2024-02', '2026-02'].map(version => sampleQuestionnaire({ version }));

/** Shipped questionnaires in memory. */
function shippedOf(all: Questionnaire[]): Shipped {
  return {
    summaries: () => all.map(one => summarise(one)),
    read: (id, version) => all.find(one => one.id === id && one.version === version),
  };
}

async function aWorkspace(all: Questionnaire[] = VERSIONS) {
  const folder = await temporaryFolder();
  const now = () => new Date(NOW);
  const store = createStore({ home: join(folder, 'home'), clock: now });
  const workspace = createWorkspace({ store, shipped: shippedOf(all), now, today: () => TODAY });
  const fileWith = async (text: string, name = 'list.yaml') => {
    const path = join(folder, name);
    await writeFile(path, text);
    return path;
  };
  return { workspace, store, fileWith, folder };
}

const draft = (name: string) => ({
  name,
  gates: { s3: 'no' as const },
  participants: [{ name: '田中' }],
  lang: 'ja' as const,
});

describe('questionnaires', () => {
  test('the newest where no version is named', async () => {
    const { workspace } = await aWorkspace();
    expect((await workspace.questionnaire('sample')).version).toBe('2026-02');
    expect((await workspace.questionnaire('sample', '2021-q4')).version).toBe('2021-q4');
    expect((await workspace.catalogue()).map(reference)).toEqual([
      'sample@2021-q4',
      'sample@2024-02',
      'sample@2026-02',
    ]);
  });

  test('one that is not there is named, with what is', async () => {
    const { workspace } = await aWorkspace();
    await expect(workspace.questionnaire('other')).rejects.toMatchObject({
      code: 'no-questionnaire',
      values: { id: 'other' },
    });
    await expect(workspace.questionnaire('sample', '2099')).rejects.toMatchObject({
      code: 'no-version',
      values: { id: 'sample', version: '2099', versions: '2021-q4, 2024-02, 2026-02' },
    });
  });
});

describe('the newest version at hand', () => {
  test('is named where it is another one', async () => {
    const { workspace } = await aWorkspace();
    const [oldest, , newest] = VERSIONS as [Questionnaire, Questionnaire, Questionnaire];
    expect(await workspace.newest(oldest)).toBe('2026-02');
    expect(await workspace.newest(newest)).toBeUndefined();
  });

  test('of an own list is the one saved last that can be read', async () => {
    const { workspace, store, folder } = await aWorkspace([]);
    const [one, two, three] = VERSIONS as [Questionnaire, Questionnaire, Questionnaire];
    for (const [at, version] of [two, three, one].entries())
      await utimes(await store.saveQuestionnaire(version), at + 1, at + 1);
    expect(await workspace.newest(two)).toBe('2021-q4');
    expect(await workspace.newest(one)).toBeUndefined();
    const path = join(folder, 'home', 'questionnaires', `sample@2021-q4-${one.contentHash.slice(0, 12)}.json`);
    await writeFile(path, '{}');
    expect(await workspace.newest(two)).toBe('2026-02');
    expect(await workspace.newest(three)).toBeUndefined();
  });
});

describe('an assessment', () => {
  test('is created, answered, listed and opened', async () => {
    const { workspace } = await aWorkspace();
    const questionnaire = await workspace.questionnaire('sample');
    const base = await workspace.create(draft('Payments'), questionnaire);
    const { id } = base;
    const edits: Edit[] = [
      { type: 'answer', item: 'ARC-001', set: { status: 'met' }, at: NOW },
      { type: 'answer', item: 'IAM-002', set: { status: 'partly' }, at: NOW },
      { type: 'answer', item: 'ARC-001', set: { status: 'not-met' }, at: NOW },
    ];
    const saved = await workspace.save(id, { base, edits });
    expect(saved.answers).toEqual({
      'ARC-001': { status: 'not-met', updatedAt: NOW },
      'IAM-002': { status: 'partly', updatedAt: NOW },
    });
    expect(await workspace.list()).toMatchObject([
      { kind: 'ok', id: 'payments', answered: 2, total: 5, gaps: 2, version: '2026-02' },
    ]);
    expect(await workspace.open('payments')).toEqual({ assessment: saved, questionnaire });
  });

  test('opens by its id or its exact name; of two with one name both are named', async () => {
    const { workspace } = await aWorkspace();
    const questionnaire = await workspace.questionnaire('sample');
    await workspace.create(draft('決済 SaaS'), questionnaire);
    expect((await workspace.open('決済 SaaS')).assessment.id).toBe('saas');
    await workspace.create(draft('決済 SaaS'), questionnaire);
    expect((await workspace.open('saas-2')).assessment.name).toBe('決済 SaaS');
    await expect(workspace.open('決済 SaaS')).rejects.toMatchObject({
      code: 'ambiguous-assessment',
      values: { name: '決済 SaaS' },
    });
    await expect(workspace.open('saas-3')).rejects.toMatchObject({ code: 'no-assessment', values: { name: 'saas-3' } });
  });

  test('whose questionnaire or file is broken is listed as such, and holds up no other', async () => {
    const { workspace, store, fileWith } = await aWorkspace();
    const own = (await workspace.importFile(await fileWith(LIST))).questionnaire;
    await workspace.create(draft('own one'), own);
    await workspace.create(draft('good one'), await workspace.questionnaire('sample'));
    await workspace.create(draft('bad one'), await workspace.questionnaire('sample'));
    await writeFile(store.pathOf('bad-one'), '{"schemaVersion": 1, ');
    const without = createWorkspace({
      store,
      shipped: { summaries: () => [], read: () => undefined },
      now: () => new Date(NOW),
      today: () => TODAY,
    });
    expect((await workspace.list()).map(one => [one.kind, one.id]).sort()).toEqual([
      ['bad', 'bad-one'],
      ['ok', 'good-one'],
      ['ok', 'own-one'],
    ]);
    expect(
      (await without.list())
        .filter(one => one.kind === 'bad')
        .map(one => [one.id, one.code])
        .sort(),
    ).toEqual([
      ['bad-one', 'damaged'],
      ['good-one', 'questionnaire-missing'],
    ]);
  });
});

describe('a list of one’s own', () => {
  test('is kept: it opens when the file is gone or changed', async () => {
    const { workspace, fileWith } = await aWorkspace();
    const { questionnaire, problems } = await workspace.importFile(await fileWith(LIST));
    expect(problems).toEqual([]);
    const { id } = await workspace.create(draft('mine'), questionnaire);
    await fileWith('nothing');
    expect((await workspace.open(id)).questionnaire).toEqual(questionnaire);
    expect((await workspace.catalogue()).at(-1)).toMatchObject({ id: 'house-list', version: '1', own: true, items: 2 });
  });

  test('comes with its warnings', async () => {
    const { workspace, fileWith } = await aWorkspace();
    const { problems } = await workspace.importFile(await fileWith(changed('It hurts.', 'It is simply bad.')));
    expect(problems.map(one => [one.rule, one.severity])).toEqual([['banned-word', 'warning']]);
  });

  test('with errors is refused, all of them listed, and not kept', async () => {
    const { workspace, fileWith } = await aWorkspace();
    const path = await fileWith(changed('risk: high', 'risk: huge', changed('publisher: Nobody\n', '')));
    await expect(workspace.importFile(path)).rejects.toMatchObject({
      code: 'bad-questionnaire',
      values: { path },
      problems: [{ rule: 'missing' }, { rule: 'wrong-value' }],
    });
    expect(await workspace.catalogue()).toHaveLength(3);
  });

  test('that cannot be read says so', async () => {
    const { workspace, folder } = await aWorkspace();
    const path = join(folder, 'absent.yaml');
    await expect(workspace.importFile(path)).rejects.toMatchObject({
      code: 'unreadable-file',
      values: { path, detail: 'ENOENT' },
    });
    await expect(workspace.importFile(folder)).rejects.toMatchObject({
      code: 'unreadable-file',
      values: { detail: 'EISDIR' },
    });
  });

  test('changed and taken in again: an assessment keeps the list that it was started with', async () => {
    const { workspace, fileWith } = await aWorkspace();
    const first = (await workspace.importFile(await fileWith(LIST))).questionnaire;
    const { id } = await workspace.create(draft('mine'), first);
    await workspace.importFile(await fileWith(changed('Is it kept?', 'Is it kept now?')));
    expect((await workspace.open(id)).questionnaire).toEqual(first);
  });

  test('changed and taken in again: a new assessment gets the new list', async () => {
    const texts = [LIST, changed('Is it kept?', 'Is it kept now?')];
    for (const order of [texts, texts.toReversed()]) {
      const { workspace, fileWith } = await aWorkspace();
      let last: Questionnaire | undefined;
      for (const text of order) last = (await workspace.importFile(await fileWith(text))).questionnaire;
      expect(await workspace.questionnaire('house-list', '1')).toEqual(last);
    }
  });

  test('that takes the name of a shipped version is not confused with it', async () => {
    const { workspace, fileWith } = await aWorkspace();
    const text = changed('id: house-list\nversion: "1"', 'id: sample\nversion: 2026-02');
    const taken = await workspace.importFile(await fileWith(text)).catch(() => undefined);
    if (!taken) return;
    const { id } = await workspace.create(draft('mine'), taken.questionnaire);
    expect((await workspace.open(id)).questionnaire).toEqual(taken.questionnaire);
  });
});

describe('a new assessment', () => {
  test('says what it answers and nothing else', () => {
    const questionnaire = sampleQuestionnaire();
    expect(newAssessment(draft('x'), questionnaire, 'x', NOW)).toEqual({
      schemaVersion: 1,
      id: 'x',
      name: 'x',
      questionnaire: { id: 'sample', version: '2026-02', contentHash: 'a'.repeat(64) },
      createdAt: NOW,
      updatedAt: NOW,
      lang: 'ja',
      gates: { s3: 'no' },
      participants: [{ name: '田中' }],
      answers: {},
    });
    expect(
      newAssessment({ name: 'x', gates: {}, participants: [], reviewDate: '2027-01-15' }, questionnaire, 'x', NOW),
    ).toMatchObject({ reviewDate: '2027-01-15' });
  });

  test.each([
    ['Payments', 'payments'],
    ['決済 SaaS', 'saas'],
    ['決済基盤', 'ftr'],
    ['ＰＯＳ　２', 'pos-2'],
    ['  a--b__c  ', 'a-b-c'],
    ['A', 'a'],
    ['../../etc', 'etc'],
    ['', 'ftr'],
    ['x'.repeat(80), 'x'.repeat(40)],
    [`${'x'.repeat(39)} y`, 'x'.repeat(39)],
  ])('%j is kept under %s', (name, id) => {
    expect(idBase(name, 'ftr')).toBe(id);
    expect(idBase(name, 'ftr')).toMatch(/^[a-z0-9][a-z0-9-]{0,59}$/);
  });
});
