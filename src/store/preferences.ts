import { realpath, rename } from 'node:fs/promises';
import { join } from 'node:path';
import type Conf from 'conf';
import * as z from 'zod';
import { readBytes } from './bytes.ts';
import { confirmFolder, nodeFs } from './files.ts';
import { regularFile, requireWritable } from './guard.ts';
import { makeFolder } from './home.ts';

/** How the screens are drawn; `auto` asks the terminal. */
export const THEMES = ['auto', 'unicode', 'ascii'] as const;

/** A file of preferences has some hundred bytes. */
const MOST_BYTES = 1024 * 1024;

const shape = {
  lang: z.enum(['ja', 'en']),
  theme: z.enum(THEMES),
  lastOpened: z.string(),
  sideBySide: z.boolean(),
};

/** What the program remembers of a person's habits; no answers. `lastOpened` is the id of an assessment. */
export type Preferences = {
  lang?: 'ja' | 'en';
  theme?: (typeof THEMES)[number];
  lastOpened?: string;
  sideBySide?: boolean;
};

/** The preferences in a data directory; damaged and unknown values are left out. Creates nothing, never throws. */
export async function readPreferences(home: string): Promise<Preferences> {
  // Every start reads them: conf, which brings a validator along, is loaded only to write.
  try {
    const stored: unknown = JSON.parse(await readText(home));
    return typeof stored === 'object' && stored !== null ? known(stored as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}

/** Keeps one preference, or forgets it with undefined; false where that cannot be written, which stops nobody. */
export async function writePreference<Key extends keyof Preferences>(
  home: string,
  key: Key,
  value: Preferences[Key] | undefined,
): Promise<boolean> {
  try {
    await makeFolder(home, nodeFs);
    const path = preferencesPath(home);
    // conf would follow a link, wait at a pipe, and replace a file that is write-protected.
    requireWritable(path, await regularFile(path, nodeFs));
    const conf = await openOrReplace(home);
    if (value === undefined) conf.delete(key);
    else conf.set(key, value);
    await confirmFolder(home, nodeFs, undefined);
    return true;
  } catch {
    return false;
  }
}

function known(stored: Record<string, unknown>): Preferences {
  const entries = Object.entries(shape).flatMap(([key, schema]) => {
    const parsed = schema.safeParse(stored[key]);
    return parsed.success ? [[key, parsed.data]] : [];
  });
  return Object.fromEntries(entries);
}

/** A damaged file is renamed, not emptied: somebody may have edited it by hand. */
async function openOrReplace(home: string): Promise<Conf<Record<string, unknown>>> {
  try {
    return await open(home);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    await rename(preferencesPath(home), join(home, 'preferences.damaged.json'));
    return open(home);
  }
}

async function open(home: string): Promise<Conf<Record<string, unknown>>> {
  const { default: Store } = await import('conf');
  return new Store<Record<string, unknown>>({
    projectName: 'tenken',
    cwd: home,
    configName: 'preferences',
    accessPropertiesByDotNotation: false,
    clearInvalidConfig: false,
    configFileMode: 0o600,
  });
}

/** The top of the data directory may be a link that the person chose; nothing in it may. */
async function readText(home: string): Promise<string> {
  return new TextDecoder().decode(await readBytes(preferencesPath(await realpath(home)), nodeFs, MOST_BYTES));
}

function preferencesPath(home: string): string {
  return join(home, 'preferences.json');
}
