import type { Assessment } from '../assessment/assessment.ts';
import { merged, mergeRefusal } from '../assessment/merge.ts';
import { isSound } from '../assessment/merging/sound.ts';
import { textOf } from '../exchange/text-of.ts';
import { hidesSomething, sanitise } from '../questionnaire/sanitise.ts';
import { isStoreError } from '../store/errors.ts';
import { parseAssessment, parseJson } from '../store/format.ts';
import { isId } from '../store/place.ts';
import { WorkspaceError } from './errors.ts';
import { idBase } from './new-assessment.ts';
import { readOutside } from './outside-file.ts';
import { refuseForeign } from './outside-kind.ts';
import type { Workspace } from './workspace.ts';

/** An assessment from a file of somebody else; `cleaned` counts texts that hidden characters were taken out of. */
export type Copy = { assessment: Assessment; cleaned: number };

const MAX_BYTES = 8 * 1024 * 1024;
const MAX_DEPTH = 40;

/**
 * Reads a copy that may come from anybody: of limited size and depth, checked against the schema, its texts harmless.
 * Nothing that it names is opened. Throws WorkspaceError `unreadable-file`, `copy-too-large`, `foreign-file`, `not-a-copy`, StoreError `newer`.
 */
export async function readCopy(path: string): Promise<Copy> {
  const bytes = await readOutside(path, MAX_BYTES);
  const isLarge = bytes.length > MAX_BYTES;
  const { encoding } = refuseForeign(path, bytes, isLarge ? ['answers', 'empty'] : ['answers']);
  if (isLarge) throw new WorkspaceError('copy-too-large', { path, limit: `${MAX_BYTES / 1024 / 1024} MB` });
  try {
    const cleaner = createCleaner(path);
    const data = cleaner.clean(parseJson(encoding === 'utf-8' ? bytes : asUtf8(bytes), path), 0);
    const { id } = (data ?? {}) as { id?: unknown };
    const text = new TextEncoder().encode(JSON.stringify(data) ?? '');
    const assessment = parseAssessment(text, typeof id === 'string' && isId(id) ? id : 'copy', path);
    if (!isSound(assessment)) throw new WorkspaceError('not-a-copy', { path, detail: 'differs' });
    return { assessment, cleaned: cleaner.count() };
  } catch (error) {
    if (isStoreError(error, 'damaged')) throw new WorkspaceError('not-a-copy', { path, detail: error.detail ?? '' });
    throw error;
  }
}

/** A copy that a shell wrote in another encoding (`tenken share … > FILE` in Windows PowerShell 5) as it was meant. */
function asUtf8(bytes: Uint8Array): Uint8Array {
  return new TextEncoder().encode(textOf(bytes)?.text ?? '');
}

/** Takes out of every text, keys too, what could steer a terminal or cannot be seen. */
function createCleaner(path: string): { clean: (value: unknown, depth: number) => unknown; count: () => number } {
  let count = 0;
  const text = (one: string): string => {
    if (hidesSomething(one)) count += 1;
    return sanitise(one);
  };
  const clean = (value: unknown, depth: number): unknown => {
    if (depth > MAX_DEPTH) throw new WorkspaceError('not-a-copy', { path, detail: 'depth' });
    if (typeof value === 'string') return text(value);
    if (Array.isArray(value)) return value.map(one => clean(one, depth + 1));
    if (value === null || typeof value !== 'object') return value;
    const entries = Object.entries(value)
      .filter(([key]) => key !== '__proto__')
      .map(([key, inner]) => [text(key), clean(inner, depth + 1)] as const);
    const all = Object.fromEntries(entries);
    // Two names that look the same are a trick, and one of them would be lost.
    if (Object.keys(all).length < entries.length) throw new WorkspaceError('not-a-copy', { path, detail: 'keys' });
    return all;
  };
  return { clean, count: () => count };
}

/** All copies as one, with the id of the first. Throws WorkspaceError `merge-…` for copies that do not belong together. */
export function mergeAll(first: Assessment, others: Assessment[], base?: Assessment): Assessment {
  const start = base ? [base, ...others] : others;
  for (const other of start) refuse(first, other);
  const { id } = first;
  // Even one copy alone is told apart from its author once it is brought in.
  return others.reduce((all, other) => ({ ...merged(all, other, base), id }), first);
}

function refuse(ours: Assessment, theirs: Assessment): void {
  const refusal = mergeRefusal(ours, theirs);
  if (!refusal) return;
  const { code, here, there } = refusal;
  throw new WorkspaceError(`merge-${code}`, { here, there, id: ours.id, name: theirs.author ?? theirs.name });
}

/** Makes an assessment of this machine from a copy. Throws WorkspaceError where its questionnaire is not at hand. */
export async function takeCopy(
  workspace: Workspace,
  copy: Assessment,
  change: { name?: string; author?: string },
): Promise<Assessment> {
  const { id, version, contentHash } = copy.questionnaire;
  const questionnaire = await workspace.questionnaire(id, version);
  if (questionnaire.contentHash !== contentHash) {
    const [here, there] = [questionnaire.contentHash, contentHash];
    throw new WorkspaceError('merge-content', { here, there, id: copy.id, name: copy.name });
  }
  const whole = { ...copy, ...change };
  return workspace.store.create({ ...whole, id: await workspace.store.freeId(idBase(whole.name, id)) });
}
