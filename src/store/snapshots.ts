import { join } from 'node:path';
import * as z from 'zod';
import { readBytes } from './bytes.ts';
import { StoreError } from './errors.ts';
import { readNames, writeDurably } from './files.ts';
import { parseJson, serialise } from './format.ts';
import { requireOwnFolder } from './guard.ts';
import { makeFolder } from './home.ts';
import type { Place } from './place.ts';

/** The part of a questionnaire that names its snapshot; the rest is kept as it is and checked by whoever reads it. */
const Named = z.looseObject({
  id: z.string().regex(/^[a-z0-9][a-z0-9-]{0,59}$/),
  version: z.string().regex(/^[a-z0-9][a-z0-9.-]{0,29}$/),
  contentHash: z.string().regex(/^[0-9a-f]{64}$/),
});

/** A questionnaire of a third party as it was saved: JSON, of which only these three fields have been checked. */
export type Snapshot = z.infer<typeof Named>;

/** One snapshot of a list: readable, or not and why. */
export type ListedSnapshot =
  | { kind: 'ok'; path: string; questionnaire: Snapshot }
  | { kind: 'bad'; path: string; error: StoreError };

/** What the name of a file says of the snapshot in it; `hash` is the first 12 digits of its content hash. */
export type SavedVersion = { version: string; hash: string };

const FILE = /^[a-z0-9][a-z0-9-]{0,59}@([a-z0-9][a-z0-9.-]{0,29})-([0-9a-f]{12})\.json$/;

/** See `Store.saveQuestionnaire`. */
export async function saveSnapshot(place: Place, questionnaire: object): Promise<string> {
  const named = Named.safeParse(questionnaire);
  const folder = place.folders.questionnaires;
  if (!named.success) throw new StoreError('invalid', folder, { detail: named.error.issues[0]?.path.join('.') ?? '' });
  const path = snapshotPath(place, named.data.id, named.data.version, named.data.contentHash);
  await requireOwnFolder(folder, place.fs);
  await makeFolder(folder, place.fs);
  await writeDurably(path, Buffer.from(serialise(questionnaire)), place.fs, { onUnsynced: place.onUnsynced });
  return path;
}

/** See `Store.readQuestionnaire`. */
export async function readSnapshot(place: Place, id: string, version: string, hash: string): Promise<Snapshot> {
  const path = snapshotPath(place, id, version, hash);
  const snapshot = parseSnapshot(await readBytes(path, place.fs), path);
  const isIt = snapshot.id === id && snapshot.version === version && snapshot.contentHash.startsWith(hash);
  if (!isIt) throw new StoreError('damaged', path, { detail: 'contentHash' });
  return snapshot;
}

/** See `Store.listQuestionnaires`: what was saved last comes last. */
export async function listSnapshots(place: Place): Promise<ListedSnapshot[]> {
  const names = await snapshotNames(place, () => true);
  return Promise.all(names.map(name => listOne(place, join(place.folders.questionnaires, name))));
}

/** See `Store.savedVersions`. */
export async function savedVersions(place: Place, id: string): Promise<SavedVersion[]> {
  const names = await snapshotNames(place, name => name.startsWith(`${id}@`));
  return names.map(name => {
    const [, version = '', hash = ''] = FILE.exec(name) ?? [];
    return { version, hash };
  });
}

/** The names of the snapshots that are wanted; what was saved last comes last. */
async function snapshotNames(place: Place, isWanted: (name: string) => boolean): Promise<string[]> {
  const folder = place.folders.questionnaires;
  const names = (await readNames(folder, place.fs)).filter(name => FILE.test(name) && isWanted(name)).sort();
  const dated = await Promise.all(names.map(async name => ({ name, at: await savedAt(place, join(folder, name)) })));
  return dated.sort((a, b) => a.at - b.at).map(({ name }) => name);
}

async function savedAt(place: Place, path: string): Promise<number> {
  const found = await place.fs.lstat(path).catch(() => undefined);
  return found?.mtimeMs ?? 0;
}

async function listOne(place: Place, path: string): Promise<ListedSnapshot> {
  try {
    return { kind: 'ok', path, questionnaire: parseSnapshot(await readBytes(path, place.fs), path) };
  } catch (error) {
    if (error instanceof StoreError) return { kind: 'bad', path, error };
    throw error;
  }
}

function parseSnapshot(bytes: Uint8Array, path: string): Snapshot {
  const parsed = Named.safeParse(parseJson(bytes, path));
  if (parsed.success) return parsed.data;
  throw new StoreError('damaged', path, { detail: parsed.error.issues[0]?.path.join('.') ?? '' });
}

function snapshotPath(place: Place, id: string, version: string, hash: string): string {
  const name = `${id}@${version}-${hash.slice(0, 12)}.json`;
  if (!FILE.test(name)) throw new StoreError('invalid', name, { detail: 'id' });
  return join(place.folders.questionnaires, name);
}
