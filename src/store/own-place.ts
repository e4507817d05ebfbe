import { stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { homeFolders, LISTING, PICTURES } from './home.ts';
import { isId } from './place.ts';

/** Files of the program at the top of a data directory. */
const FILES = new Set([...PICTURES, LISTING, 'preferences.json', 'preferences.damaged.json']);

/**
 * Whether a path lies where the data directory keeps answers, backups, questionnaires and its other files, by whatever name
 * or case it is reached. The same goes for the answers of any other data directory, which has backups beside them.
 */
export async function isOwnPlace(path: string, home: string): Promise<boolean> {
  const { assessments, backups, questionnaires } = homeFolders(home);
  const own = (await Promise.all([assessments, backups, questionnaires].map(identity))).filter(
    one => one !== undefined,
  );
  const top = await identity(home);
  const folder = dirname(path);
  if (top !== undefined && (await identity(folder)) === top && FILES.has(basename(path).toLowerCase())) return true;
  for (let at = folder; ; at = dirname(at)) {
    const found = await identity(at);
    if (found !== undefined && own.includes(found)) return true;
    if (basename(at) === 'assessments' && (await identity(join(dirname(at), 'backups'))) !== undefined) return true;
    if (dirname(at) === at) return false;
  }
}

/**
 * The data directory and the id of which a path is the answers file: of `home`, or of any other that keeps its answers in a
 * folder of that name. Undefined for any other path.
 */
export async function answersAt(path: string, home: string): Promise<{ home: string; id: string } | undefined> {
  const folder = dirname(path);
  const id = basename(path, '.json');
  if (!path.endsWith('.json') || !isId(id)) return undefined;
  const found = await identity(folder);
  if (found !== undefined && found === (await identity(homeFolders(home).assessments))) return { home, id };
  return found !== undefined && basename(folder) === 'assessments' ? { home: dirname(folder), id } : undefined;
}

/** What tells a folder from every other; undefined where there is none. */
async function identity(path: string): Promise<string | undefined> {
  const found = await stat(path, { bigint: true }).catch(() => undefined);
  return found?.isDirectory() ? `${found.dev} ${found.ino}` : undefined;
}
