import { describe, expect, test } from 'vitest';
import { rebased } from '../../src/assessment/merging/rebase.ts';
import { createRunner } from '../../src/runtime/effects.ts';
import type { RunnerWorld } from '../../src/runtime/world.ts';
import type { Action, Effect } from '../../src/session/core/action.ts';
import type { Store } from '../../src/store/assessments.ts';
import type { Workspace } from '../../src/workspace/workspace.ts';
import {
  LISTED,
  NOW,
  openState,
  sampleAssessment,
  sampleCatalogue,
  sampleQuestionnaire,
  startSession,
} from '../support/session.ts';

const never = (name: string) => async () => {
  throw new Error(`${name} was not expected`);
};

type Fakes = { workspace?: Partial<Workspace>; store?: Partial<Store>; world?: Partial<RunnerWorld> };

/** A runner on a world of which only the given parts answer; `happened` is what it dispatched and did, in order. */
function run({ workspace = {}, store = {}, world = {} }: Fakes = {}) {
  const happened: unknown[] = [];
  const stored = {
    backups: never('backups'),
    remove: never('remove'),
    setAside: never('setAside'),
    restore: never('restore'),
    ...store,
  };
  const fake = {
    store: stored,
    catalogue: async () => sampleCatalogue(),
    list: async () => LISTED,
    questionnaire: never('questionnaire'),
    open: never('open'),
    create: never('create'),
    save: never('save'),
    offered: async () => undefined,
    importFile: never('importFile'),
    ...workspace,
  } as unknown as Workspace;
  const runner = createRunner({
    workspace: fake,
    getState: () => openState(),
    dispatch: (action: Action) => happened.push(action),
    now: () => new Date(NOW),
    prefer: async (key, value) => happened.push(`prefer ${key} ${value}`),
    writeReport: async (_state, which, lang) => `/tmp/${which}.${lang}.md`,
    edit: async ({ text, note, stored }) => ({ note, before: [stored], text: `${text}!` }),
    pause: async () => void happened.push('paused'),
    explain: (error, lang) => ({ key: `${lang}: ${(error as Error).message}` }),
    ...world,
  });
  runner.attach({
    exit: code => happened.push(`exit ${code}`),
    suspend: async work => {
      happened.push('screens away');
      await work();
      happened.push('screens back');
    },
  });
  const perform = async (...effects: Effect[]) => {
    for (const effect of effects) runner.perform(effect);
    await new Promise<void>(resolve => setImmediate(resolve));
    return happened;
  };
  return { runner, happened, perform };
}

const questionnaire = sampleQuestionnaire();
const assessment = sampleAssessment();
const edit = { type: 'position', item: 'BAR-001' } as const;

describe('each effect', () => {
  test('tokens are looked for in the open assessment, where there is a scanner', async () => {
    const { perform } = run({ world: { tokens: async ({ id }) => [`a place in ${id}`] } });
    const { id } = assessment;
    expect(await perform({ type: 'tokens' })).toEqual([
      { type: 'tokens', tokens: { assessment: id, places: [`a place in ${id}`] } },
    ]);
    expect(await run().perform({ type: 'tokens' })).toEqual([]);
  });

  test('list, load, open, create', async () => {
    const { perform } = run({
      workspace: {
        questionnaire: async () => questionnaire,
        open: async () => ({ questionnaire, assessment }),
        create: async () => assessment,
      },
    });
    const draft = { name: 'x', gates: {}, participants: [] };
    expect(await perform({ type: 'list' }, { type: 'load', id: 'sample', version: '2026-02' })).toEqual([
      { type: 'listed', listed: LISTED },
      { type: 'loaded', questionnaire },
    ]);
    expect((await perform({ type: 'open', id: 'payment' })).slice(2)).toEqual([
      { type: 'opened', open: { questionnaire, assessment } },
      'prefer lastOpened payment',
    ]);
    expect((await perform({ type: 'create', draft, questionnaire })).slice(4)).toEqual([
      { type: 'opened', open: { questionnaire, assessment } },
    ]);
  });

  test('a damaged assessment is explained, with its newest backup', async () => {
    const backups = async () => [{ path: '/b/2.json' }, { path: '/b/1.json' }] as never;
    expect(await run({ store: { backups } }).perform({ type: 'open', id: 'broken' })).toEqual([
      { type: 'trouble', id: 'broken', code: 'damaged', path: '/home/broken.json', backup: '/b/2.json' },
    ]);
    expect(await run({ store: { backups: async () => [] } }).perform({ type: 'open', id: 'broken' })).toEqual([
      { type: 'trouble', id: 'broken', code: 'damaged', path: '/home/broken.json' },
    ]);
    const newer = async () => [{ kind: 'bad', id: 'broken', code: 'newer', path: '/x' } as const];
    expect(await run({ workspace: { list: newer } }).perform({ type: 'open', id: 'broken' })).toEqual([
      { type: 'trouble', id: 'broken', code: 'newer', path: '/x' },
    ]);
  });

  test('save gives back what is on the disk', async () => {
    const { perform } = run({ workspace: { save: async (_id, ...changes) => rebased(assessment, ...changes) } });
    expect(await perform({ type: 'save', id: 'payment', edits: [edit], base: assessment })).toEqual([
      { type: 'saved', assessment: { ...assessment, position: 'BAR-001' }, pending: [] },
    ]);
  });

  test('preferences, reports, imports', async () => {
    const { perform } = run({
      workspace: { importFile: async () => ({ questionnaire, problems: [] }) },
    });
    expect(
      await perform(
        { type: 'prefer', key: 'lang', value: 'en' },
        { type: 'write-report', which: 'gap', lang: 'both' },
        { type: 'import', path: 'x.yaml' },
      ),
    ).toEqual([
      'prefer lang en',
      { type: 'wrote', paths: ['/tmp/gap.both.md'] },
      { type: 'imported', id: 'sample', version: '2026-02', catalogue: sampleCatalogue(), hidden: 0 },
    ]);
  });

  test('a copy is offered, and taken in under the name that is confirmed', async () => {
    const copy = { name: 'Theirs', list: 'sample@2026-02', answered: 3, author: 'Aoki' };
    const taken: string[] = [];
    const { perform } = run({
      world: { locate: async typed => `/home/me/${typed.replaceAll("'", '')}` },
      workspace: {
        offered: async () => copy,
        open: async () => ({ questionnaire, assessment }),
        take: async (path, name) => {
          taken.push(`${path} ${name}`);
          return assessment;
        },
      },
    });
    expect(await perform({ type: 'import', path: "'copy.json'" })).toEqual([
      { type: 'offered', path: '/home/me/copy.json', copy },
    ]);
    expect(await perform({ type: 'take', path: '/home/me/copy.json', name: 'Ours' })).toContainEqual(
      expect.objectContaining({ type: 'opened' }),
    );
    expect(taken).toEqual(['/home/me/copy.json Ours']);
  });

  test('removing and restoring list anew', async () => {
    const done: string[] = [];
    const store = {
      remove: async (id: string) => done.push(`remove ${id}`),
      setAside: async (id: string) => done.push(`aside ${id}`),
      restore: async (id: string, backup: string) => done.push(`restore ${id} ${backup}`),
    } as unknown as Store;
    const { perform } = run({ store });
    await perform({ type: 'remove', id: 'payment' });
    await perform({ type: 'restore', id: 'broken', backup: '/b/1.json' });
    await perform({ type: 'restore', id: 'broken' });
    expect(done).toEqual(['remove payment', 'aside broken', 'restore broken /b/1.json', 'aside broken']);
    expect(await perform()).toEqual(Array(3).fill({ type: 'listed', listed: LISTED }));
  });

  test('the editor and a stop have the terminal to themselves', async () => {
    const { perform } = run();
    expect(await perform({ type: 'editor', text: 'メモ', note: NOTE, stored: '' })).toEqual([
      'screens away',
      'screens back',
      { type: 'edited', note: NOTE, before: [''], text: 'メモ!', at: NOW },
    ]);
    expect((await perform({ type: 'suspend' })).slice(3)).toEqual(['screens away', 'paused', 'screens back']);
  });

  test('a stop waits until what was answered is on the disk', async () => {
    let written = (): void => undefined;
    const save = () =>
      new Promise<typeof assessment>(resolve => {
        written = () => resolve(assessment);
      });
    const { perform, happened } = run({ workspace: { save } });
    expect(
      await perform({ type: 'save', id: 'payment', edits: [edit], base: assessment }, { type: 'suspend' }),
    ).toEqual([]);
    written();
    await new Promise<void>(resolve => setImmediate(resolve));
    expect(happened.slice(-3)).toEqual(['screens away', 'paused', 'screens back']);
  });
});

const NOTE = { id: 'payment', item: 'BAR-001' };

test.each<Effect>([
  { type: 'list' },
  { type: 'load', id: 'x', version: '1' },
  { type: 'open', id: 'payment' },
  { type: 'create', draft: { name: 'x', gates: {}, participants: [] }, questionnaire },
  { type: 'prefer', key: 'lang', value: 'en' },
  { type: 'write-report', which: 'gap', lang: 'ja' },
  { type: 'editor', text: '', note: NOTE, stored: '' },
  { type: 'import', path: 'x' },
  { type: 'take', path: 'x', name: 'y' },
  { type: 'remove', id: 'x' },
  { type: 'restore', id: 'x' },
  { type: 'suspend' },
])('what goes wrong with $type becomes a message in the language', async effect => {
  const boom = async () => {
    throw new Error('boom');
  };
  const workspace = { list: boom, questionnaire: boom, open: boom, create: boom, importFile: boom, take: boom };
  const { perform } = run({
    workspace,
    store: { remove: boom, setAside: boom },
    world: { prefer: boom, writeReport: boom, edit: boom, pause: boom },
  });
  const actions = (await perform(effect)).filter(one => typeof one === 'object');
  expect(actions).toEqual([{ type: 'failed', message: { key: 'ja: boom' } }]);
});

describe('leaving', () => {
  const save: Effect = { type: 'save', id: 'payment', edits: [edit], base: assessment };

  test('writes first', async () => {
    const order: string[] = [];
    const slow = async () => {
      await new Promise<void>(resolve => setImmediate(resolve));
      order.push('written');
      return assessment;
    };
    const { runner, happened } = run({ workspace: { save: slow } });
    runner.perform(save);
    runner.perform({ type: 'exit', code: 130 });
    expect(happened).toEqual([]);
    await runner.flush();
    await new Promise<void>(resolve => setImmediate(resolve));
    expect([order, happened.at(-1)]).toEqual([['written'], 'exit 130']);
  });

  test('with something unsaved ends with 4, and with what was asked for otherwise', async () => {
    const { perform, happened } = run({ workspace: { save: never('save') } });
    await perform(save, { type: 'exit', code: 0 });
    await perform();
    expect(happened.at(-1)).toBe('exit 4');
    expect((await run().perform({ type: 'exit', code: 0 })).at(-1)).toBe('exit 0');
  });
});

describe('with a session', () => {
  /** The session and the runner together, on a disk that fails as long as `broken` is true. */
  function together() {
    const disk = { broken: false, now: sampleAssessment() };
    const session = startSession(openState());
    const save: Workspace['save'] = async (_id, ...changes) => {
      if (disk.broken) throw new Error('full');
      disk.now = rebased(disk.now, ...changes);
      return disk.now;
    };
    const open: Workspace['open'] = async () => ({ questionnaire, assessment: disk.now });
    const { runner } = run({
      workspace: { save, open },
      world: { dispatch: session.dispatch, getState: session.getState },
    });
    const keys = async (...pressed: string[]) => {
      session.keys(...pressed);
      for (const effect of session.taken()) runner.perform(effect);
      await new Promise<void>(resolve => setImmediate(resolve));
    };
    return { session, disk, keys };
  }

  test('every key is on the disk once it is said to be saved', async () => {
    const { session, disk, keys } = together();
    await keys('1', '2', 'n', 'メモ', 'esc', 'enter', '3');
    expect(session.getState().saving).toEqual({ state: 'saved' });
    expect(disk.now).toEqual(session.getState().open?.assessment);
  });

  test('what could not be written is written with the next answer', async () => {
    const { session, disk, keys } = together();
    disk.broken = true;
    await keys('1');
    expect([session.getState().saving.state, disk.now.answers]).toEqual(['failed', {}]);
    disk.broken = false;
    await keys('1');
    expect(session.getState().saving).toEqual({ state: 'saved' });
    expect(Object.keys(disk.now.answers)).toEqual(['ARC-001', 'IAM-002']);
  });

  test('an assessment that is opened again shows what is not written yet, and says that it is not', async () => {
    const { session, disk, keys } = together();
    disk.broken = true;
    await keys('1');
    await keys('q');
    await keys('enter');
    expect(session.getState().open?.assessment.answers['ARC-001']?.status).toBe('met');
    expect(session.getState().saving.state).toBe('failed');
  });
});
