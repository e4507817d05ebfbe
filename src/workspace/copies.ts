import type { Assessment } from '../assessment/assessment.ts';
import { merged, mergeRefusal } from '../assessment/merging/merge.ts';
import { isSound } from '../assessment/merging/sound.ts';
import { together } from '../assessment/merging/together.ts';
import { levelled, type TakenAlong } from '../assessment/versions/level.ts';
import { textOf } from '../exchange/text-of.ts';
import type { Questionnaire } from '../questionnaire/schema/schema.ts';
import { MAX_BYTES } from '../store/bytes.ts';
import { isStoreError } from '../store/errors.ts';
import { encodeAssessment, LIMIT, parseAssessment, parseJson } from '../store/format.ts';
import { isId } from '../store/place.ts';
import { createCleaner } from './cleaner.ts';
import { WorkspaceError } from './errors.ts';
import { createFree, idBase } from './new-assessment.ts';
import { readOutside } from './outside-file.ts';
import { refuseForeign } from './outside-kind.ts';
import type { Workspace } from './workspace.ts';

/** An assessment from a file of somebody else; `cleaned` counts texts that hidden characters were taken out of. */
export type Copy = { assessment: Assessment; cleaned: number };

/**
 * Reads a copy that may come from anybody: of limited size and depth, checked against the schema, its texts harmless.
 * Nothing that it names is opened. Throws WorkspaceError `unreadable-file`, `copy-too-large`, `foreign-file`, `not-a-copy`, StoreError `newer`.
 */
export async function readCopy(path: string): Promise<Copy> {
  const bytes = await readOutside(path, MAX_BYTES);
  const isLarge = bytes.length > MAX_BYTES;
  const { encoding } = refuseForeign(path, bytes, isLarge ? ['answers', 'empty'] : ['answers']);
  if (isLarge) throw new WorkspaceError('copy-too-large', { path, limit: LIMIT });
  try {
    const cleaner = createCleaner(path);
    const data = cleaner.clean(withoutNested(parseJson(encoding === 'utf-8' ? bytes : asUtf8(bytes), path)), 0);
    const { id } = (data ?? {}) as { id?: unknown };
    const text = new TextEncoder().encode(JSON.stringify(data) ?? '');
    const assessment = parseAssessment(text, typeof id === 'string' && isId(id) ? id : 'copy', path);
    const before = (assessment.upgrades ?? []).map(step => ({
      ...assessment,
      answers: step.before.kept?.answers ?? {},
    }));
    if (![assessment, ...before].every(isSound)) throw new WorkspaceError('not-a-copy', { path, detail: 'differs' });
    return { assessment, cleaned: cleaner.count() };
  } catch (error) {
    if (isStoreError(error, 'damaged')) throw new WorkspaceError('not-a-copy', { path, detail: error.detail ?? '' });
    throw error;
  }
}

/**
 * The data of a file of 0.1.0 without the steps that its steps repeat: they stand in the outermost list as well, and take
 * most of the file.
 */
function withoutNested(data: unknown): unknown {
  const { upgrades } = (data ?? {}) as { upgrades?: unknown };
  for (const step of Array.isArray(upgrades) ? upgrades : []) {
    const { before } = (step ?? {}) as { before?: { upgrades?: unknown } };
    if (typeof before === 'object' && before !== null) delete before.upgrades;
  }
  return data;
}

/** A copy that a shell wrote in another encoding (`tenken share … > FILE` in Windows PowerShell 5) as it was meant. */
function asUtf8(bytes: Uint8Array): Uint8Array {
  return new TextEncoder().encode(textOf(bytes)?.text ?? '');
}

/**
 * All copies as one, with the id of the first, held against the schema as the store does. Copies of an older version are
 * taken along to the newest among them, as far as `versions` tell the way: `along` are those, with what became of them.
 * Throws WorkspaceError `merge-…` for copies that do not belong together, `merge-invalid` for an outcome that is no
 * assessment.
 */
export function mergeAll(
  first: Assessment,
  others: Assessment[],
  { base, versions = [] }: { base?: Assessment | undefined; versions?: Questionnaire[] } = {},
): { assessment: Assessment; along: TakenAlong[] } {
  const copies = [first, ...others, ...(base ? [base] : [])];
  const level = copies.every(one => one.questionnaire.id === first.questionnaire.id)
    ? (levelled(copies, versions) ?? copies)
    : copies;
  const [start = first, ...rest] = level;
  const known = base && rest.pop();
  for (const other of [...(known ? [known] : []), ...rest]) refuse(start, other, versions);
  const { id } = first;
  // Even one copy alone is told apart from its author once it is brought in.
  const assessment = fitting(rest.reduce((all, other) => ({ ...inOne(all, other, known), id }), start));
  const along = [first, ...others].flatMap((before, index) => {
    const after = level[index];
    return after && after.questionnaire.version !== before.questionnaire.version ? [{ before, after }] : [];
  });
  return { assessment, along };
}

function inOne(ours: Assessment, theirs: Assessment, base: Assessment | undefined): Assessment {
  const placed = together({ ours, theirs, base });
  return merged(placed.ours, placed.theirs, placed.base);
}

/** The outcome of a merge as it will be read back, or an error: what cannot be read back must not be written. */
function fitting(outcome: Assessment): Assessment {
  const { id, name } = outcome;
  try {
    const { text } = encodeAssessment(outcome, id, id);
    const read = parseAssessment(new TextEncoder().encode(text), id, id);
    if (isSound(read)) return outcome;
  } catch (error) {
    if (!isStoreError(error, 'invalid') && !isStoreError(error, 'damaged')) throw error;
    throw new WorkspaceError('merge-invalid', { id, name: String(name), detail: error.detail ?? '' });
  }
  throw new WorkspaceError('merge-invalid', { id, name: String(name), detail: 'differs' });
}

function refuse(ours: Assessment, theirs: Assessment, versions: Questionnaire[]): void {
  const refusal = mergeRefusal(ours, theirs);
  if (!refusal) return;
  const { code, here, there } = refusal;
  throw new WorkspaceError(`merge-${code}`, {
    here,
    there,
    id: ours.id,
    name: theirs.author ?? theirs.name,
    list: ours.questionnaire.id,
    versions: versions.map(one => one.version).join(', '),
  });
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
  return createFree(workspace.store, idBase(whole.name, id), free => ({ ...whole, id: free }));
}
