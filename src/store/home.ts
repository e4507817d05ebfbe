import { dirname, join, resolve } from 'node:path';
import { asStoreError, errnoOf } from './errors.ts';
import { type Fs, setMode, syncFolder } from './files.ts';

/** Where the data directory may be named, strongest first; `platformData` is asked only when nobody named one. */
export type HomeSources = {
  flag?: string | undefined;
  env: Record<string, string | undefined>;
  cwd: string;
  platformData?: () => Promise<string>;
};

/** A data directory and its folders: answers, their backups (a folder each), snapshots of third-party questionnaires. */
export type HomeFolders = { home: string; assessments: string; backups: string; questionnaires: string };

/** The files in which `src/picture` keeps what the screens show first. */
export const PICTURES = ['picture-home.json', 'picture-open.json'];

/** The file in which `src/store/listing-file.ts` keeps what a list of many assessments says. */
export const LISTING = 'listing.json';

/** The absolute data directory: `--home`, else `TENKEN_HOME`, else the platform's. An empty value counts as unset. */
export async function resolveHome({ flag, env, cwd, platformData = envPathsData }: HomeSources): Promise<string> {
  return resolve(cwd, flag || env.TENKEN_HOME || (await platformData()));
}

/** The folders of a data directory; none of them need exist. */
export function homeFolders(home: string): HomeFolders {
  return {
    home,
    assessments: join(home, 'assessments'),
    backups: join(home, 'backups'),
    questionnaires: join(home, 'questionnaires'),
  };
}

/** Makes a folder and its missing parents, 0700 whatever the umask. A folder that exists keeps its mode. */
export async function makeFolder(path: string, fs: Fs): Promise<void> {
  try {
    await makeOne(path, fs);
  } catch (error) {
    if (errnoOf(error) !== 'ENOENT' || dirname(path) === path) throw asStoreError(error, path);
    await makeFolder(dirname(path), fs);
    // Once more and not in a loop: in /proc the same error comes back for ever.
    await makeOne(path, fs).catch(again => {
      throw asStoreError(again, path);
    });
  }
}

async function makeOne(path: string, fs: Fs): Promise<void> {
  try {
    await fs.mkdir(path, 0o700);
  } catch (error) {
    // Platforms differ in what they say of a folder that exists, above all on a read-only disk.
    if (errnoOf(error) !== 'ENOENT' && (await isFolder(path, fs))) return;
    throw error;
  }
  await setMode(mode => fs.chmod(path, mode), 0o700);
  await syncFolder(dirname(path), fs);
}

async function isFolder(path: string, fs: Fs): Promise<boolean> {
  try {
    return (await fs.stat(path)).isDirectory();
  } catch {
    return false;
  }
}

/** Loaded late: env-paths asks for the home directory of the user at import, which fails where there is none. */
async function envPathsData(): Promise<string> {
  const { default: envPaths } = await import('env-paths');
  return envPaths('tenken', { suffix: '' }).data;
}
