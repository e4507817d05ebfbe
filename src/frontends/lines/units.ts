import { unitLabel } from '../../assessment/answers/units.ts';
import { oneLine } from '../../cli/kernel/output.ts';
import { fold } from '../../cli/kernel/parse.ts';
import { findUnit } from '../../cli/lookup.ts';
import { answerLines } from '../../cli/views/item.ts';
import { unitAfter } from '../../session/focus.ts';
import { currentOf, focusHere, type Handler, type Outcome, type Plain, type Walk, wordsOf } from './session.ts';

/** `k` shows the case studies or customers of an item, `k 2` answers for the second, `k 0` for all of them. */
export const units: Handler = async (plain, walk, rest) => {
  const t = wordsOf(walk);
  const current = currentOf(plain, walk);
  if (current.units.length === 0) {
    await plain.context.say(t('plain.no-units', { item: current.item.id }));
    return { walk, step: 'stay' };
  }
  if (rest === '') return showUnit(plain, walk);
  const common = ['0', '-'].includes(fold(rest));
  const unit = common ? undefined : findUnit(walk.opened, rest, plain.context.today);
  return showUnit(plain, { ...walk, unit });
};

/** Shows what is asked and answered of one unit, or of all. */
export async function showUnit(plain: Plain, walk: Walk): Promise<Outcome> {
  const focus = focusHere(plain, walk);
  const t = wordsOf(walk);
  const { questionnaire } = walk.opened;
  const name = focus.unit ? unitLabel(questionnaire, focus.unit.unit, walk.lang) : t('walk.all-units');
  const lines = answerLines(focus, t, walk.lang);
  await plain.context.say([t('plain.unit', { item: focus.current.item.id, unit: oneLine(name) }), ...lines].join('\n'));
  return { walk, step: 'stay' };
}

/** The unit to ask after the present answer, if the item asks units something of their own. */
export function nextUnit(plain: Plain, walk: Walk): string | undefined {
  return unitAfter(focusHere(plain, walk));
}
