import { adoptVersion } from './adopt-version.ts';
import type { RunnerWorld } from './effects.ts';
import type { SaveQueue } from './save-queue.ts';

/**
 * Looks whether the file of the open assessment is another one than at the last look, and takes over what is in it.
 * A file that cannot be read just now is left for whoever saves next to find.
 */
export function createRefresh(
  world: Pick<RunnerWorld, 'workspace' | 'getState' | 'dispatch'>,
  queue: Pick<SaveQueue, 'pending'>,
): () => Promise<void> {
  const { workspace, getState, dispatch } = world;
  let seen = '';
  return async () => {
    const { open } = getState();
    if (!open || queue.pending(open.assessment.id).length > 0) return;
    const { id, questionnaire } = open.assessment;
    const stamp = await workspace.store.stamp(id);
    if (stamp === undefined || seen === `${id} ${stamp}`) return;
    const assessment = await workspace.store.read(id).catch(() => undefined);
    // What was written while this was being read is newer than what was read: the next look takes it.
    if ((await workspace.store.stamp(id)) !== stamp) return;
    // A list that is not at hand is left as well; what is answered meanwhile is carried over when it is saved.
    if (assessment && !(await adoptVersion(world, assessment).catch(() => true))) return;
    seen = `${id} ${stamp}`;
    const now = getState().open?.assessment;
    if (now?.id !== id || assessment?.questionnaire.version !== questionnaire.version) return;
    // The file is what was read or written here last: nothing to draw.
    if (assessment === now) return;
    dispatch({ type: 'saved', assessment, pending: queue.pending(id) });
  };
}
