import { type Listed, listed } from '../assessment/answers/listed.ts';
import type { Questionnaire } from '../questionnaire/schema/schema.ts';
import type { Store } from '../store/assessments.ts';
import { isId } from '../store/place.ts';
import { WorkspaceError } from './errors.ts';

/** The very list that an assessment answers. */
type Pinned = (id: string, version: string, hash: string) => Promise<Questionnaire>;

/** All assessments, last changed first, and the copies that sync programs have set aside. */
export async function listAll(store: Store, pinned: Pinned, today: string): Promise<Listed[]> {
  const [all, copies] = await Promise.all([store.list(), store.conflictCopies()]);
  const each = await Promise.all(
    all.map(async (one): Promise<Listed> => {
      if (one.kind === 'bad') return { kind: 'bad', id: one.id, code: one.error.code, path: one.path };
      const { id, version, contentHash } = one.assessment.questionnaire;
      try {
        return listed(await pinned(id, version, contentHash), one.assessment, today);
      } catch {
        return {
          kind: 'bad',
          id: one.assessment.id,
          code: 'questionnaire-missing',
          path: store.pathOf(one.assessment.id),
        };
      }
    }),
  );
  return [...each, ...copies.map(({ name, of, path }): Listed => ({ kind: 'copy', id: name, of, path }))];
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
