import type { ItemState } from '../../assessment/answers/item-state.ts';
import { countStates } from '../../assessment/review/readiness.ts';
import { oneLine } from '../../cli/kernel/output.ts';
import { answerLines, questionLines } from '../../cli/views/item.ts';
import type { T } from '../../i18n/index.ts';
import { askedOf, currentOf, focusHere, type Plain, type Walk, wordsOf } from './session.ts';

/** Shows the item a walk stands on: where it is, what it asks, what has been answered. */
export async function printItem(plain: Plain, walk: Walk): Promise<void> {
  const t = wordsOf(walk);
  const asked = askedOf(plain, walk);
  const state = currentOf(plain, walk);
  const at = asked.findIndex(one => one.item.id === state.item.id) + 1;
  const lines = [
    '',
    t('plain.where', { at, total: asked.length, section: oneLine(state.section.title[walk.lang]) }),
    ...questionLines(state.item, t, walk.lang),
    ...answerLines(focusHere(plain, walk), t, walk.lang),
  ];
  await plain.context.say(lines.join('\n'));
}

/** What has been answered so far. */
export function progressText(asked: ItemState[], t: T): string {
  const counts = countStates(asked);
  return t('plain.progress', { answered: counts.answered, total: counts.total });
}
