import { join } from 'node:path';
import { readBytes } from './bytes.ts';
import { isStoreError, StoreError } from './errors.ts';
import { readNames, writeDurably } from './files.ts';
import { LISTING } from './home.ts';
import type { Place } from './place.ts';

const MB = 1024 * 1024;

/** What a listing depends on besides the answers, and what it said of each of them, by id. */
export type ListingFile = { key: string; entries: Record<string, { stamp: string; row: unknown }> };

/** A file that changed this shortly before it was looked at may change again without another stamp. */
const SETTLED_MS = 2_000;

/** How many files are looked at at the same time. */
const AT_ONCE = 64;

/**
 * See `Store.stamps`. The inode changes with each write of tenken; the time of the last change of the inode, which nobody
 * can set, tells of everybody else's.
 */
export async function stampsOf(place: Place, ids: string[]): Promise<Map<string, string>> {
  const { fs, folders, clock } = place;
  const stamps = new Map<string, string>();
  const settled = clock().getTime() - SETTLED_MS;
  const one = async (id: string): Promise<void> => {
    const found = await fs.lstat(join(folders.assessments, `${id}.json`)).catch(() => undefined);
    if (!found?.isFile() || found.ctimeMs > settled || found.mtimeMs > settled) return;
    stamps.set(id, `${found.ino} ${found.ctimeMs} ${found.mtimeMs} ${found.size}`);
  };
  for (let at = 0; at < ids.length; at += AT_ONCE) await Promise.all(ids.slice(at, at + AT_ONCE).map(one));
  return stamps;
}

/** See `Store.listsStamp`. */
export async function listsStamp({ fs, folders }: Place): Promise<string> {
  const names = (await readNames(folders.questionnaires, fs)).sort();
  const each = names.map(async name => {
    const found = await fs.lstat(join(folders.questionnaires, name)).catch(() => undefined);
    return `${name} ${found?.ino} ${found?.ctimeMs} ${found?.size}`;
  });
  return (await Promise.all(each)).join('\n');
}

/** See `Store.readListing`. A file that cannot be read or understood is as good as none. */
export async function readListing(place: Place): Promise<ListingFile | undefined> {
  try {
    const bytes = await readBytes(join(place.folders.home, LISTING), place.fs, 16 * MB);
    const parsed: unknown = JSON.parse(Buffer.from(bytes).toString());
    return isListing(parsed) ? parsed : undefined;
  } catch (error) {
    if (error instanceof StoreError || error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function isListing(parsed: unknown): parsed is ListingFile {
  const { key, entries } = Object(parsed);
  if (typeof key !== 'string' || typeof entries !== 'object' || entries === null) return false;
  return Object.values(entries).every(one => typeof Object(one).stamp === 'string' && 'row' in Object(one));
}

/** See `Store.writeListing`. */
export async function writeListing(place: Place, listing: ListingFile): Promise<void> {
  try {
    await writeDurably(join(place.folders.home, LISTING), Buffer.from(JSON.stringify(listing)), place.fs);
  } catch (error) {
    // A full or read-only disk: the next list takes as long as this one.
    if (!(error instanceof StoreError) || isStoreError(error, 'invalid')) throw error;
  }
}
