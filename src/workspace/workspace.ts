import type { Listed } from '../assessment/answers/listed.ts';
import type { Assessment } from '../assessment/assessment.ts';
import type { Day } from '../assessment/day.ts';
import { type Change, rebased } from '../assessment/merging/rebase.ts';
import { titlesOf, undone } from '../assessment/versions/undo.ts';
import type { Problem } from '../questionnaire/lint/problem.ts';
import type { Shipped } from '../questionnaire/load/shipped.ts';
import type { Questionnaire } from '../questionnaire/schema/schema.ts';
import { reference, type Summary, summarise } from '../questionnaire/schema/summary.ts';
import type { Store } from '../store/assessments.ts';
import { WorkspaceError } from './errors.ts';
import { idOf, listAll } from './listing.ts';
import { createFree, idBase, type NewAssessment, newAssessment } from './new-assessment.ts';
import { readOutside } from './outside-file.ts';

/** Answers and questionnaires together: what commands and screens work with. Throws StoreError and WorkspaceError. */
export type Workspace = {
  store: Store;
  /** Every questionnaire version that can be started, shipped ones first, oldest first within a questionnaire. */
  catalogue: () => Promise<Summary[]>;
  /** One version; without a version the newest. */
  questionnaire: (id: string, version?: string) => Promise<Questionnaire>;
  /** All assessments, last changed first. */
  list: () => Promise<Listed[]>;
  /** An assessment by its id or its exact name, with its questionnaire. */
  open: (name: string) => Promise<{ questionnaire: Questionnaire; assessment: Assessment }>;
  create: (draft: NewAssessment, questionnaire: Questionnaire) => Promise<Assessment>;
  /**
   * Writes changes on top of what is in the file by now, see `rebased`. Those that were made on a version which another
   * program has left since are carried to the one of now, and what has no place there goes into the archive.
   */
  save: (id: string, ...changes: Change[]) => Promise<Assessment>;
  /** Every version of a questionnaire that is at hand, oldest first. */
  versions: (id: string) => Promise<Questionnaire[]>;
  /** The name of the newest version at hand, if it is another one than that of `questionnaire`. */
  newest: (questionnaire: Questionnaire) => Promise<string | undefined>;
  /** Takes an assessment to another version of its questionnaire. Throws WorkspaceError `no-way`. */
  upgrade: (id: string, to: string) => Promise<Assessment>;
  /**
   * Takes an assessment to a corrected file of the version that it has, with its answers; gives the items with other words.
   * Throws WorkspaceError `same-version` where the file asks for something else.
   */
  correct: (id: string, after: Questionnaire) => Promise<string[]>;
  /**
   * Takes back the last change of version; what was said since comes along or into the archive. The state before is kept
   * in a backup. Throws WorkspaceError `no-upgrade`, StoreError where there can be no backup.
   */
  undoUpgrade: (id: string) => Promise<Assessment>;
  /** Takes in a third party's YAML file and keeps a copy; `problems` are its warnings. */
  importFile: (path: string) => Promise<{ questionnaire: Questionnaire; problems: Problem[] }>;
  /** What to tell of a file that is somebody's copy; undefined where it is something else. Throws as `readCopy`. */
  offered: (path: string) => Promise<Offered | undefined>;
  /** Makes an assessment of this name from the copy in a file. Throws as `readCopy` and `takeCopy`. */
  take: (path: string, name: string) => Promise<Assessment>;
};

/** A copy in a few words: its name, the list with its version, how many items have an answer, and whose it is. */
export type Offered = { name: string; list: string; answered: number; author?: string };

/** What a workspace stands on; `now` gives the current instant, `today` the day where the person is. */
export type WorkspaceOptions = { store: Store; shipped: Shipped; now: () => Date; today: () => Day };

/** Puts a store and the shipped questionnaires together. */
export function createWorkspace({ store, shipped, now, today }: WorkspaceOptions): Workspace {
  const pinned = (id: string, version: string, hash: string): Promise<Questionnaire> =>
    readPinned(store, shipped, id, version, hash);
  const workspace: Workspace = {
    store,
    catalogue: async () => [...shipped.summaries(), ...(await ownSummaries(store))],
    questionnaire: (id, version) => findQuestionnaire(store, shipped, id, version),
    list: () => listAll(store, pinned, today()),
    open: async name => {
      const assessment = await store.read(await idOf(store, name));
      const { id, version, contentHash } = assessment.questionnaire;
      return { assessment, questionnaire: await pinned(id, version, contentHash) };
    },
    create: async (draft, questionnaire) => {
      const at = now().toISOString();
      return createFree(store, idBase(draft.name, questionnaire.id), id => newAssessment(draft, questionnaire, id, at));
    },
    save: (id, ...changes) => saveChanges(store, shipped, id, changes),
    versions: id => versionsOf(store, shipped, id),
    newest: questionnaire => newestOther(store, shipped, questionnaire),
    upgrade: async (id, to) => {
      const { questionnaire } = await store.read(id);
      const versions = await versionsOf(store, shipped, questionnaire.id);
      const at = now().toISOString();
      const { upgradeAlong } = await import('./upgrading.ts');
      return store.update(id, assessment => upgradeAlong(assessment, versions, to, at), { backup: 'upgrade' });
    },
    correct: async (id, after) => {
      const { questionnaire } = await workspace.open(id);
      const { corrected } = await import('./upgrading.ts');
      const items = corrected(questionnaire, after);
      const { contentHash } = after;
      const move = (one: Assessment): Assessment => ({ ...one, questionnaire: { ...one.questionnaire, contentHash } });
      await store.update(id, move, { backup: 'upgrade' });
      return items;
    },
    undoUpgrade: async id => {
      const { questionnaire } = await store.read(id);
      const titles = titlesOf(await versionsOf(store, shipped, questionnaire.id));
      return store.update(
        id,
        assessment => {
          const before = undone(assessment, titles);
          if (!before) throw new WorkspaceError('no-upgrade', { id });
          return before;
        },
        { backup: 'undo' },
      );
    },
    importFile: path => importFile(store, shipped, path),
    offered,
    take: async (path, name) => {
      const { readCopy, takeCopy } = await import('./copies.ts');
      return takeCopy(workspace, (await readCopy(path)).assessment, { name });
    },
  };
  return workspace;
}

async function offered(path: string): Promise<Offered | undefined> {
  const { kindOfFile } = await import('./outside-kind.ts');
  if ((await kindOfFile(path)) !== 'answers') return undefined;
  const { readCopy } = await import('./copies.ts');
  const { name, questionnaire, answers, author } = (await readCopy(path)).assessment;
  const answered = Object.values(answers).filter(one => one.status !== undefined).length;
  return { name, list: reference(questionnaire), answered, ...(author && { author }) };
}

/** Most changes meet the version that they were made on; only the others need the lists. */
async function saveChanges(store: Store, shipped: Shipped, id: string, changes: Change[]): Promise<Assessment> {
  let isElsewhere = false;
  const saved = await store.update(id, assessment => {
    isElsewhere = changes.some(({ base }) => base.questionnaire.version !== assessment.questionnaire.version);
    return isElsewhere ? assessment : rebased(assessment, ...changes);
  });
  if (!isElsewhere) return saved;
  const versions = await versionsOf(store, shipped, saved.questionnaire.id);
  const { withLateChange } = await import('../assessment/versions/late-edits.ts');
  const late = (now: Assessment): Assessment => changes.reduce((all, one) => withLateChange(all, one, versions), now);
  return store.update(id, late, { backup: 'merge' });
}

async function ownSummaries(store: Store): Promise<Summary[]> {
  const own = await Promise.all(
    (await store.listQuestionnaires()).map(one => (one.kind === 'ok' ? asQuestionnaire(one.questionnaire) : undefined)),
  );
  return own.flatMap(one => (one ? [summarise(one, true)] : []));
}

async function versionsOf(store: Store, shipped: Shipped, id: string): Promise<Questionnaire[]> {
  const known = [...shipped.summaries(), ...(await ownSummaries(store))].filter(one => one.id === id);
  return Promise.all(known.map(one => readPinned(store, shipped, id, one.version, one.contentHash)));
}

async function newestOther(
  store: Store,
  shipped: Shipped,
  { id, version, contentHash }: Questionnaire,
): Promise<string | undefined> {
  for (const own of (await store.savedVersions(id)).toReversed()) {
    // It was read from this very file; long lists take their time to be read.
    if (own.version === version && contentHash.startsWith(own.hash)) return undefined;
    const snapshot = await store.readQuestionnaire(id, own.version, own.hash).catch(() => undefined);
    if (await asQuestionnaire(snapshot)) return own.version === version ? undefined : own.version;
  }
  const newest = shipped.summaries().findLast(one => one.id === id)?.version;
  return newest === version ? undefined : newest;
}

async function findQuestionnaire(store: Store, shipped: Shipped, id: string, version?: string): Promise<Questionnaire> {
  const known = [...shipped.summaries(), ...(await ownSummaries(store))].filter(one => one.id === id);
  if (known.length === 0) throw new WorkspaceError('no-questionnaire', { id });
  const wanted = version === undefined ? known.at(-1) : known.findLast(one => one.version === version);
  if (!wanted) {
    throw new WorkspaceError('no-version', {
      id,
      version: version ?? '',
      versions: known.map(one => one.version).join(', '),
    });
  }
  return readPinned(store, shipped, id, wanted.version, wanted.contentHash);
}

/** A shipped version stands for its id and version whatever its hash; another's list must be the very one. */
async function readPinned(
  store: Store,
  shipped: Shipped,
  id: string,
  version: string,
  hash: string,
): Promise<Questionnaire> {
  const ours = shipped.read(id, version);
  if (ours) return ours;
  const kept = await asQuestionnaire(await store.readQuestionnaire(id, version, hash));
  if (!kept) throw new WorkspaceError('damaged-questionnaire', { id, version });
  return kept;
}

/** What a kept list is, if it is one. Most people have none of their own, so the schema is loaded when one is there. */
async function asQuestionnaire(kept: unknown): Promise<Questionnaire | undefined> {
  const { Questionnaire } = await import('../questionnaire/schema/schema.ts');
  return Questionnaire.safeParse(kept).data;
}

async function importFile(
  store: Store,
  shipped: Shipped,
  path: string,
): Promise<{ questionnaire: Questionnaire; problems: Problem[] }> {
  // The YAML reader is large, and few commands take a file in.
  const [{ loadFile }, { LIMITS }, { refuseForeign }] = await Promise.all([
    import('../questionnaire/load/load-file.ts'),
    import('../questionnaire/load/yaml-subset.ts'),
    import('./outside-kind.ts'),
  ]);
  const bytes = await readOutside(path, LIMITS.bytes);
  refuseForeign(path, bytes, ['questionnaire']);
  const { questionnaire, problems } = loadFile(path, bytes);
  if (!questionnaire) throw new WorkspaceError('bad-questionnaire', { path }, problems);
  const { id } = questionnaire;
  if (shipped.summaries().some(one => one.id === id)) throw new WorkspaceError('reserved-questionnaire', { path, id });
  await store.saveQuestionnaire(questionnaire);
  return { questionnaire, problems };
}
