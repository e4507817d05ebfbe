import { canonical, partsOf, pathOf } from '../assessment/merging/paths.ts';
import { hidesSomething, inOneLine, sanitise } from '../text/sanitise.ts';
import { WorkspaceError } from './errors.ts';

const MAX_DEPTH = 40;

/** What people write in several lines. Everything else is one line: names, titles, ids, places, words of a newer version. */
const SEVERAL_LINES = new Set(['note', 'decision', 'reason', 'text', 'action']);
/** Records whose keys are paths of fields. */
const BY_PATH = new Set(['differs', 'by', 'rounds']);

/** Cleans the data of a file; `count` gives how many texts were changed by it. */
export type Cleaner = { clean: (value: unknown, depth: number) => unknown; count: () => number };

/**
 * Takes out of every text, keys too, what could steer a terminal or cannot be seen, and line breaks where a text is one
 * line: in a name they would begin a new line in whatever it is written to. Throws WorkspaceError `not-a-copy`.
 */
export function createCleaner(path: string): Cleaner {
  let count = 0;
  const text = (one: string, key: string): string => {
    const harmless = sanitise(one);
    const clean = SEVERAL_LINES.has(key) ? harmless : inOneLine(harmless);
    if (hidesSomething(one) || clean !== harmless) count += 1;
    return clean;
  };
  const walk = (value: unknown, key: string, depth: number): unknown => {
    if (depth > MAX_DEPTH) throw new WorkspaceError('not-a-copy', { path, detail: 'depth' });
    if (typeof value === 'string') return text(value, key);
    if (Array.isArray(value)) return value.map(one => walk(one, key, depth + 1));
    if (value === null || typeof value !== 'object') return value;
    const entries = Object.entries(value)
      .filter(([name]) => name !== '__proto__')
      .map(([name, inner]) => [
        BY_PATH.has(key) ? cleanPath(name, depth) : text(name, ''),
        walk(inner, fieldOf(key, name), depth + 1),
      ]);
    const all = Object.fromEntries(entries) as Record<string, unknown>;
    // Two names that look the same are a trick, and one of them would be lost.
    if (Object.keys(all).length < entries.length) throw new WorkspaceError('not-a-copy', { path, detail: 'keys' });
    return all;
  };
  /** A path may name a piece of evidence by all that it says, as JSON; that is cleaned like the piece itself. */
  const cleanPath = (name: string, depth: number): string => {
    const parts = partsOf(name).map(part => {
      const said = objectIn(part);
      return said === undefined ? text(part, '') : canonical(walk(said, '', depth + 1));
    });
    return pathOf(...parts);
  };
  return { clean: (value, depth) => walk(value, '', depth), count: () => count };
}

/** By which name a text counts: in what copies disagree on, by the field that they disagree on. */
function fieldOf(key: string, name: string): string {
  if (BY_PATH.has(key)) return partsOf(name).at(-1) ?? '';
  return name === 'value' ? key : name;
}

function objectIn(part: string): unknown {
  if (!/^[[{]/.test(part)) return undefined;
  try {
    return JSON.parse(part) as unknown;
  } catch {
    return undefined;
  }
}
