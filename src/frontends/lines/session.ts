import type { Edit } from '../../assessment/answers/edit.ts';
import { type ItemState, itemStates } from '../../assessment/answers/item-state.ts';
import { newlyRetired } from '../../assessment/versions/kept.ts';
import { isToConfirm } from '../../assessment/versions/upgrade.ts';
import type { Context } from '../../cli/kernel/context.ts';
import type { Opened } from '../../cli/lookup.ts';
import { saveEdits } from '../../cli/saving.ts';
import { type Lang, type T, translator } from '../../i18n/index.ts';
import { type Focus, focusOn } from '../../session/focus.ts';
import type { Ways } from '../../session/ways.ts';
import type { Lines } from './lines.ts';

/** What a walk line by line works with; `demo` says that nothing of it will be kept. */
export type Plain = { context: Context; lines: Lines; demo?: boolean };

/** Where a walk stands; `unit` is the case study or customer that is answered now. `failed` is the exit code of a save that failed and has not been made good. */
export type Walk = { opened: Opened; item: string; lang: Lang; unit?: string | undefined; failed?: number };

/** What a line led to: the item is shown again, or not, or the walk ends. */
export type Outcome = { walk: Walk; step: 'show' | 'stay' | 'quit' };

/** A command of the walk; `rest` is what follows its letter. */
export type Handler = (plain: Plain, walk: Walk, rest: string) => Promise<Outcome>;

/** The items that are asked: all that no scope question switches off. */
export function askedOf({ context }: Plain, { opened }: Walk): ItemState[] {
  return itemStates(opened.questionnaire, opened.assessment, context.today).filter(state => state.off === undefined);
}

/** The item a walk stands on. */
export function currentOf(plain: Plain, walk: Walk): ItemState {
  const asked = askedOf(plain, walk);
  const current = asked.find(state => state.item.id === walk.item) ?? asked[0];
  if (!current) throw new Error('every item is switched off');
  return current;
}

/** What the ways from item to item follow from; they are those of the screens. */
export function waysOf(plain: Plain, walk: Walk): Ways {
  return { assessment: walk.opened.assessment, asked: askedOf(plain, walk) };
}

/** What the walk asks now: the item in common, or of one unit. */
export function focusHere(plain: Plain, walk: Walk): Focus {
  return focusOn(currentOf(plain, walk), walk.unit);
}

/** The texts in the language of the walk. */
export function wordsOf(walk: Walk): T {
  return translator(walk.lang);
}

/** Saves edits and waits until they are on disk. */
export async function saved({ context }: Plain, walk: Walk, edits: Edit[]): Promise<Walk> {
  const workspace = await context.workspace();
  const { assessment: before, questionnaire } = walk.opened;
  const assessment = await saveEdits(context, before, edits);
  const { failed: _, ...rest } = walk;
  if (assessment.questionnaire.version === questionnaire.version)
    return { ...rest, opened: { ...walk.opened, assessment } };
  return adopted(context, rest, await workspace.open(before.id));
}

/** Goes on with the list of the version that another program has taken the assessment to, and says so. */
async function adopted(context: Context, walk: Walk, opened: Opened): Promise<Walk> {
  const from = walk.opened.questionnaire.version;
  const { questionnaire, assessment } = opened;
  const archived = newlyRetired(walk.opened.assessment, assessment).length;
  const confirm = Object.values(assessment.answers).filter(isToConfirm).length;
  await context.say(wordsOf(walk)('history.elsewhere', { from, version: questionnaire.version, n: archived, confirm }));
  return { ...walk, opened };
}

/** Goes to an item and remembers it as the place to come back to. */
export async function visited(plain: Plain, walk: Walk, item: string): Promise<Outcome> {
  const there = await saved(plain, walk, [{ type: 'position', item }]);
  const { unit: _, ...rest } = there;
  return { walk: { ...rest, item }, step: 'show' };
}
