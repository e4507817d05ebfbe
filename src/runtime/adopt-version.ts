import type { Assessment } from '../assessment/assessment.ts';
import { contextOf, TYPING } from '../session/core/context.ts';
import type { RunnerWorld } from './effects.ts';

/**
 * Goes on with the list of another version where another program has taken the open assessment there. While something is
 * being typed it waits: the words belong to the item that is on the screen. Gives whether the screens are on the version.
 */
export async function adoptVersion(
  { workspace, getState, dispatch }: Pick<RunnerWorld, 'workspace' | 'getState' | 'dispatch'>,
  { id, questionnaire }: Assessment,
): Promise<boolean> {
  const isBehind = (): boolean => {
    const now = getState().open?.assessment;
    return now?.id === id && now.questionnaire.version !== questionnaire.version;
  };
  if (!isBehind()) return true;
  if (TYPING.includes(contextOf(getState()))) return false;
  const open = await workspace.open(id);
  const from = getState().open?.questionnaire.version;
  if (!isBehind() || from === undefined || open.questionnaire.version === from) return true;
  if (TYPING.includes(contextOf(getState()))) return false;
  dispatch({ type: 'upgraded', open, from, how: 'elsewhere' });
  return true;
}
