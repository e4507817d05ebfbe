import type { Edit } from '../assessment/edit.ts';
import type { Action, Effect } from '../session/action.ts';
import type { Message, State } from '../session/state.ts';
import type { Workspace } from '../workspace/workspace.ts';

/** The terminal as Ink hands it out. */
export type Terminal = { exit: (code: number) => void; suspend: (work: () => Promise<void>) => Promise<void> };

/** What the runner needs of the world. */
export type RunnerWorld = {
  workspace: Workspace;
  getState: () => State;
  dispatch: (action: Action) => void;
  now: () => Date;
  prefer: (key: 'lang' | 'sideBySide' | 'lastOpened', value: string | boolean) => Promise<unknown>;
  writeReport: (state: State, which: 'gap' | 'plan', lang: 'ja' | 'en' | 'both') => Promise<string>;
  edit: (text: string) => Promise<string>;
  pause: () => void;
  explain: (error: unknown) => Message;
};

export type Runner = {
  perform: (effect: Effect) => void;
  attach: (terminal: Terminal) => void;
  /** Waits until everything that can be written is written; tells whether something is still unsaved. */
  flush: () => Promise<boolean>;
};

type Waiting = { id: string; edits: Edit[] };

/** Does what `update` asks for. Keys are never held up: edits wait in line and are written together. */
export function createRunner(world: RunnerWorld): Runner {
  const { workspace, dispatch } = world;
  let terminal: Terminal | undefined;
  let waiting: Waiting[] = [];
  let writing: Promise<void> | undefined;

  const fail = (error: unknown): void => dispatch({ type: 'failed', message: world.explain(error) });
  const attempt = (work: () => Promise<void>): void => void work().catch(fail);

  const writeNext = async (): Promise<void> => {
    const next = waiting[0];
    if (!next) return;
    const taken = next.edits.length;
    try {
      const assessment = await workspace.save(next.id, next.edits);
      const rest = next.edits.slice(taken);
      waiting = rest.length > 0 ? [{ id: next.id, edits: rest }, ...waiting.slice(1)] : waiting.slice(1);
      dispatch({ type: 'saved', assessment, pending: waiting.find(one => one.id === next.id)?.edits ?? [] });
    } catch (error) {
      dispatch({ type: 'save-failed', message: world.explain(error) });
      return;
    }
    await writeNext();
  };
  const write = (): Promise<void> => {
    writing ??= writeNext().finally(() => {
      writing = undefined;
    });
    return writing;
  };
  const save = (id: string, edits: Edit[]): void => {
    const last = waiting.at(-1);
    // The list that is being written may still grow: only what was taken is dropped afterwards.
    if (last?.id === id) last.edits.push(...edits);
    else waiting.push({ id, edits: [...edits] });
    void write();
  };
  const flush = async (): Promise<boolean> => {
    await writing;
    if (waiting.length > 0) await write();
    return waiting.length > 0;
  };
  const deeds: { [Type in Effect['type']]: (effect: Extract<Effect, { type: Type }>) => void } = {
    list: () => attempt(async () => dispatch({ type: 'listed', listed: await workspace.list() })),
    load: ({ id, version }) => attempt(async () => dispatch({ type: 'loaded', questionnaire: await workspace.questionnaire(id, version) })),
    open: ({ id }) => attempt(() => openAssessment(world, id)),
    create: ({ draft, questionnaire }) =>
      attempt(async () => {
        const assessment = await workspace.create(draft, questionnaire);
        dispatch({ type: 'opened', open: { questionnaire, assessment } });
      }),
    save: ({ id, edits }) => save(id, edits),
    prefer: ({ key, value }) => attempt(async () => void (await world.prefer(key, value))),
    'write-report': ({ which, lang }) =>
      attempt(async () => dispatch({ type: 'wrote', paths: [await world.writeReport(world.getState(), which, lang)] })),
    editor: ({ text }) =>
      attempt(async () => {
        let written = text;
        await terminal?.suspend(async () => {
          written = await world.edit(text);
        });
        dispatch({ type: 'edited', text: written, at: world.now().toISOString() });
      }),
    import: ({ path }) =>
      attempt(async () => {
        const { questionnaire } = await workspace.importFile(path);
        const { id, version } = questionnaire;
        dispatch({ type: 'imported', id, version, catalogue: await workspace.catalogue() });
      }),
    remove: ({ id }) =>
      attempt(async () => {
        await workspace.store.remove(id);
        dispatch({ type: 'listed', listed: await workspace.list() });
      }),
    restore: ({ id, backup }) =>
      attempt(async () => {
        await workspace.store.setAside(id);
        if (backup) await workspace.store.restore(id, backup);
        dispatch({ type: 'listed', listed: await workspace.list() });
      }),
    suspend: () => attempt(async () => terminal?.suspend(async () => world.pause())),
    exit: ({ code }) => attempt(async () => terminal?.exit((await flush()) ? 4 : code)),
  };
  return {
    perform: effect => (deeds[effect.type] as (effect: Effect) => void)(effect),
    attach: given => {
      terminal = given;
    },
    flush,
  };
}

async function openAssessment({ workspace, dispatch, prefer }: RunnerWorld, id: string): Promise<void> {
  const listed = (await workspace.list()).find(one => one.id === id);
  if (listed?.kind === 'bad') {
    const backup = listed.code === 'damaged' ? (await workspace.store.backups(id))[0]?.path : undefined;
    dispatch({ type: 'trouble', id, code: listed.code, path: listed.path, ...(backup && { backup }) });
    return;
  }
  const open = await workspace.open(id);
  dispatch({ type: 'opened', open });
  await prefer('lastOpened', open.assessment.id);
}
