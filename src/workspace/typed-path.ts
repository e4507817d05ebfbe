import { stat } from 'node:fs/promises';
import { homedir } from 'node:os';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Where a path that a person typed is looked for. */
export type Where = { cwd: string; home?: string; windows?: boolean };

/**
 * What a person may have meant with a path, likeliest first: what stands there, then without the quotes, backslashes before
 * blanks or `file://` that terminals and file managers put in, and with the home directory for `~`. All are absolute.
 *
 * @internal Exported for its tests.
 */
export function meantPaths(
  typed: string,
  { cwd, home = homedir(), windows = process.platform === 'win32' }: Where,
): string[] {
  const plain = typed.trim();
  const bare = /^(["'“”‘’])(.*)(["'“”‘’])$/s.exec(plain)?.[2]?.trim() ?? plain;
  const unescaped = windows ? bare : bare.replace(/\\(.)/gs, '$1');
  const meant = [typed, plain, bare, unescaped].map(one => inHome(fromUrl(one), home));
  return [...new Set(meant)].filter(Boolean).map(one => resolve(cwd, one));
}

/** The first of `meantPaths` that is there, or the first at all. */
export async function findTyped(typed: string, where: Where): Promise<string> {
  const paths = meantPaths(typed, where);
  for (const path of paths) {
    if (await stat(path).catch(() => undefined)) return path;
  }
  return paths.at(-1) ?? resolve(where.cwd, typed);
}

function inHome(path: string, home: string): string {
  return /^~(?=$|[/\\])/.test(path) ? `${home}${path.slice(1)}` : path;
}

function fromUrl(text: string): string {
  if (!/^file:\/\//i.test(text)) return text;
  try {
    return fileURLToPath(text.replace(/^file:\/\/localhost(?=\/)/i, 'file://'));
  } catch {
    return text;
  }
}
