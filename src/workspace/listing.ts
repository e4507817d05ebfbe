import { type Listed, ListedRow, listed } from '../assessment/answers/listed.ts';
import type { Questionnaire } from '../questionnaire/schema/schema.ts';
import type { Store } from '../store/assessments.ts';
import { isId } from '../store/place.ts';
import { WorkspaceError } from './errors.ts';

/** The very list that an assessment answers. */
type Pinned = (id: string, version: string, hash: string) => Promise<Questionnaire>;

/** Below that many, the files are read as fast as what is kept of them. */
const MANY = 50;

/** Goes up with each change of what a row says. */
const FORMAT = 1;

/** What a list is made with; without `program`, the version of the program, nothing is kept for the next list. */
export type ListWith = { store: Store; pinned: Pinned; today: string; program?: string | undefined };

/**
 * All assessments, last changed first, and the copies that sync programs have set aside. Of many, those that are as they
 * were are not read again.
 */
export async function listAll(options: ListWith): Promise<Listed[]> {
  const { store, program } = options;
  const [ids, copies] = await Promise.all([store.ids(), store.conflictCopies()]);
  const isMany = program !== undefined && ids.length >= MANY;
  const rows = isMany ? await listMany(options, ids) : await Promise.all(ids.map(id => rowOf(options, id)));
  const each = rows.filter(one => one !== undefined).sort(byRecency);
  return [...each, ...copies.map(({ name, of, path }): Listed => ({ kind: 'copy', id: name, of, path }))];
}

async function listMany(options: ListWith, ids: string[]): Promise<(Listed | undefined)[]> {
  const { store, today, program } = options;
  const [stamps, kept, lists] = await Promise.all([store.stamps(ids), store.readListing(), store.listsStamp()]);
  const key = JSON.stringify([FORMAT, program, today, lists]);
  const known = kept?.key === key ? kept.entries : {};
  const rows: (Listed | undefined)[] = [];
  const entries: Record<string, { stamp: string; row: Listed }> = {};
  let read = 0;
  for (const id of ids) {
    const stamp = stamps.get(id);
    const before = Object.hasOwn(known, id) && known[id]?.stamp === stamp ? keptRow(known[id]?.row, id) : undefined;
    const row = before ?? (await rowOf(options, id));
    if (!before) read += 1;
    if (stamp !== undefined && row?.kind === 'ok') entries[id] = { stamp, row };
    rows.push(row);
  }
  if (read > ids.length - Object.keys(entries).length) await store.writeListing({ key, entries });
  return rows;
}

/** A row that was kept, where it is sound: the data directory may come from somebody else. */
function keptRow(row: unknown, id: string): Listed | undefined {
  const parsed = ListedRow.safeParse(row);
  return parsed.success && parsed.data.id === id ? parsed.data : undefined;
}

async function rowOf({ store, pinned, today }: ListWith, of: string): Promise<Listed | undefined> {
  const one = await store.listOne(of);
  if (one === undefined) return undefined;
  if (one.kind === 'bad') return { kind: 'bad', id: one.id, code: one.error.code, path: one.path };
  const { id, version, contentHash } = one.assessment.questionnaire;
  try {
    return listed(await pinned(id, version, contentHash), one.assessment, today);
  } catch {
    return { kind: 'bad', id: of, code: 'questionnaire-missing', path: store.pathOf(of) };
  }
}

function byRecency(a: Listed, b: Listed): number {
  return changedAt(b) - changedAt(a) || (a.id < b.id ? -1 : 1);
}

function changedAt(row: Listed): number {
  return row.kind === 'ok' ? Date.parse(row.updatedAt) : 0;
}

/** The id behind an id or an exact name. Throws WorkspaceError `no-assessment`, `ambiguous-assessment`. */
export async function idOf(store: Store, name: string): Promise<string> {
  // Names are looked for in every file, which takes a second with a thousand of them.
  if (isId(name) && (await store.stamp(name)) !== undefined) return name;
  const all = await store.list();
  const named = all.flatMap(one => (one.kind === 'ok' && one.assessment.name === name ? [one.assessment.id] : []));
  if (named.length > 1) throw new WorkspaceError('ambiguous-assessment', { name, ids: named.join(', ') });
  const [id] = named;
  if (id === undefined) throw new WorkspaceError('no-assessment', { name });
  return id;
}
