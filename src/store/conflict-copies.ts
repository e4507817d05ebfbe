import { join } from 'node:path';
import { readBytes } from './bytes.ts';
import { StoreError } from './errors.ts';
import { readNames } from './files.ts';
import { parseAssessment, parseJson } from './format.ts';
import { isId, type Place } from './place.ts';

/** A copy of an assessment that another program put beside the answers; `of` is the id that it says it has. */
export type ConflictCopy = { name: string; path: string; of: string };

/** `merge` takes no larger ones. */
const MOST_BYTES = 8 * 1024 * 1024;
const MOST_COPIES = 50;

/**
 * Names that programs give a copy which they set aside: `acme (1).json`, `acme 2.json`, `acme (conflicted copy …).json`,
 * `acme-HOST.json`, `acme.sync-conflict-….json`, `acme.json.orig`, `acme_LOCAL_1.json`, … They have one thing in common: they
 * are no name that tenken gives.
 */
function isAside(name: string): boolean {
  const isOurs = name.endsWith('.json') && isId(name.slice(0, -'.json'.length));
  return !isOurs && !name.startsWith('.') && /json/i.test(name);
}

/** See `Store.conflictCopies`. */
export async function conflictCopies(place: Place): Promise<ConflictCopy[]> {
  const folder = place.folders.assessments;
  const names = (await readNames(folder, place.fs)).filter(isAside).sort().slice(0, MOST_COPIES);
  const copies: ConflictCopy[] = [];
  for (const name of names) {
    const of = await idIn(place, join(folder, name));
    if (of !== undefined) copies.push({ name, path: join(folder, name), of });
  }
  return copies;
}

/** The id that a copy says it has; undefined where it is no assessment. */
async function idIn(place: Place, path: string): Promise<string | undefined> {
  try {
    const bytes = await readBytes(path, place.fs, MOST_BYTES);
    const { id } = (parseJson(bytes, path) ?? {}) as { id?: unknown };
    if (typeof id !== 'string' || !isId(id)) return undefined;
    parseAssessment(bytes, id, path);
    return id;
  } catch (error) {
    if (error instanceof StoreError) return undefined;
    throw error;
  }
}
