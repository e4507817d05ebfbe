import { rebased } from '../assessment/merging/rebase.ts';
import type { OpenAssessment } from '../assessment/open-assessment.ts';
import type { Effect } from '../session/core/action.ts';
import type { State } from '../session/core/state.ts';
import { adoptVersion } from './adopt-version.ts';
import type { Editor } from './editor/editor.ts';
import { createRefresh } from './refresh.ts';
import { createSaveQueue, type SaveQueue } from './save-queue.ts';
import type { RunnerWorld, Terminal } from './world.ts';

export type Runner = {
  perform: (effect: Effect) => void;
  attach: (terminal: Terminal) => void;
  /** Waits until everything that can be written is written; gives what is still unsaved. */
  flush: SaveQueue['flush'];
  /** Shows what another program has written to the open assessment since, unless own edits are still on their way. */
  refresh: () => Promise<void>;
};

/** The exit code when something could not be written before leaving. */
const UNSAVED = 4;

/** Does what `update` asks for and answers with actions; a failure becomes a message. */
export function createRunner(world: RunnerWorld): Runner {
  const { workspace, dispatch } = world;
  let terminal: Terminal | undefined;
  let leftWith: number | undefined;
  const queue = createSaveQueue({
    write: (id, changes) => workspace.save(id, ...changes),
    onSaved: (assessment, pending) => {
      dispatch({ type: 'saved', assessment, pending });
      void adoptVersion(world, assessment).catch((error: unknown) => {
        dispatch({ type: 'failed', message: world.explain(error, world.getState().lang) });
      });
    },
    onFailed: error => dispatch({ type: 'save-failed', message: world.explain(error, world.getState().lang) }),
  });
  /** A signal may come before there are screens that could be left. */
  const exit = (code: number): void => {
    leftWith = code;
    terminal?.exit(code);
  };
  return {
    perform: effect => {
      const handle = EFFECTS[effect.type] as EffectHandler<Effect['type']>;
      void handle(effect, world, { queue, terminal: () => terminal, exit }).catch((error: unknown) => {
        dispatch({ type: 'failed', message: world.explain(error, world.getState().lang) });
      });
    },
    attach: given => {
      terminal = given;
      if (leftWith !== undefined) given.exit(leftWith);
    },
    flush: queue.flush,
    refresh: createRefresh(world, queue),
  };
}

type Deps = { queue: SaveQueue; terminal: () => Terminal | undefined; exit: (code: number) => void };
type EffectHandler<Type extends Effect['type']> = (
  effect: Extract<Effect, { type: Type }>,
  world: RunnerWorld,
  deps: Deps,
) => Promise<void>;

const EFFECTS: { [Type in Effect['type']]: EffectHandler<Type> } = {
  list: async (_, { workspace, dispatch }) => dispatch({ type: 'listed', listed: await workspace.list() }),
  load: async ({ id, version }, { workspace, dispatch }) =>
    dispatch({ type: 'loaded', questionnaire: await workspace.questionnaire(id, version) }),
  open: (effect, world, { queue }) => openAssessment(world, effect, queue.pending),
  create: async ({ draft, questionnaire }, { workspace, dispatch }) =>
    dispatch({ type: 'opened', open: { questionnaire, assessment: await workspace.create(draft, questionnaire) } }),
  around: async (_, world) => world.dispatch({ type: 'around', around: await aroundOf(world) }),
  tokens: async (_, { tokens, getState, dispatch }) => {
    const assessment = getState().open?.assessment;
    if (!tokens || !assessment) return;
    dispatch({ type: 'tokens', tokens: { assessment: assessment.id, places: await tokens(assessment) } });
  },
  upgrade: async ({ id, to }, { workspace, dispatch }, { queue }) => {
    await queue.flush();
    const from = (await workspace.open(id)).questionnaire.version;
    await (to === undefined ? workspace.undoUpgrade(id) : workspace.upgrade(id, to));
    dispatch({ type: 'upgraded', open: await workspace.open(id), from, ...(to === undefined && { how: 'back' }) });
  },
  save: async ({ id, edits, base }, _, { queue }) => queue.add(id, { edits, base }),
  prefer: async ({ key, value }, { prefer }) => void (await prefer(key, value)),
  'write-report': async ({ which, lang }, { dispatch, writeReport, getState }) =>
    dispatch({ type: 'wrote', paths: [await writeReport(getState(), which, lang)] }),
  editor: async (order, world, { terminal }) => {
    let result: Awaited<ReturnType<Editor['edit']>>;
    await terminal()?.suspend(async () => {
      result = await world.edit(order);
    });
    if (result) world.dispatch({ type: 'edited', ...result, at: world.now().toISOString() });
  },
  import: async ({ path: typed }, { workspace, dispatch, locate }) => {
    const path = (await locate?.(typed)) ?? typed;
    const copy = await workspace.offered(path);
    if (copy) return dispatch({ type: 'offered', path, copy });
    const { questionnaire, problems } = await workspace.importFile(path);
    const { id, version } = questionnaire;
    const hidden = problems.filter(one => one.rule === 'hidden-characters').length;
    dispatch({ type: 'imported', id, version, catalogue: await workspace.catalogue(), hidden });
  },
  take: async ({ path, name }, world, { queue }) => {
    const { id } = await world.workspace.take(path, name);
    await openAssessment(world, { type: 'open', id }, queue.pending);
  },
  remove: async ({ id }, { workspace, dispatch }) => {
    await workspace.store.remove(id);
    dispatch({ type: 'listed', listed: await workspace.list() });
  },
  restore: async ({ id, backup }, { workspace, dispatch }) => {
    await workspace.store.setAside(id);
    if (backup) await workspace.store.restore(id, backup);
    dispatch({ type: 'listed', listed: await workspace.list() });
  },
  redraw: async (_, { redraw }) => redraw?.(),
  suspend: async (_, { pause }, { queue, terminal }) => {
    // While the program is stopped it must neither hold a lock nor owe the disk an answer.
    await queue.flush();
    await terminal()?.suspend(pause);
  },
  exit: async ({ code }, { leaving }, { queue, exit }) => {
    const unsaved = await queue.flush();
    await leaving?.();
    exit(unsaved.length > 0 ? UNSAVED : code);
  },
};

/** The versions of the open list, and the assessments of other lists that share items with it. */
async function aroundOf({ workspace, getState }: RunnerWorld): Promise<NonNullable<State['around']>> {
  const questionnaire = getState().open?.questionnaire;
  if (!questionnaire) return { versions: [], others: [] };
  const shared = new Set(Object.values(questionnaire.also ?? {}).flatMap(all => all.map(one => one.list)));
  const ids = (await workspace.list()).flatMap(one =>
    one.kind === 'ok' && shared.has(one.questionnaire) ? [one.id] : [],
  );
  const [versions, others] = await Promise.all([
    workspace.versions(questionnaire.id),
    Promise.all(ids.map(id => workspace.open(id))),
  ]);
  return { versions, others };
}

/** Opens an assessment; one that cannot be read is explained, with the newest backup where there is one. */
async function openAssessment(
  { workspace, dispatch, prefer }: RunnerWorld,
  { id, preview, workshop }: Extract<Effect, { type: 'open' }>,
  pending: SaveQueue['pending'],
): Promise<void> {
  let open: OpenAssessment;
  try {
    open = await workspace.open(id);
  } catch (error) {
    const listed = (await workspace.list()).find(one => one.id === id);
    if (listed?.kind !== 'bad') throw error;
    const backup = listed.code === 'damaged' ? (await workspace.store.backups(id))[0]?.path : undefined;
    dispatch({ type: 'trouble', id, code: listed.code, path: listed.path, ...(backup && { backup }) });
    return;
  }
  const changes = pending(open.assessment.id);
  const assessment = rebased(open.assessment, ...changes);
  dispatch({
    type: 'opened',
    open: { ...open, assessment },
    ...(changes.length > 0 && { unsaved: true }),
    ...(preview && { preview }),
    ...(workshop && { workshop }),
  });
  await prefer('lastOpened', open.assessment.id);
}
