import { searchItems } from '../../assessment/answers/search.ts';
import { unitLabel } from '../../assessment/answers/units.ts';
import { countSections } from '../../assessment/review/readiness.ts';
import { oneLine } from '../../cli/kernel/output.ts';
import { fold } from '../../cli/kernel/parse.ts';
import { findUnit } from '../../cli/lookup.ts';
import { answerLines, guideLines, statusText } from '../../cli/views/item.ts';
import type { Command } from '../../session/core/action.ts';
import { askedStates } from '../../session/core/select.ts';
import { opened } from '../../session/core/step.ts';
import { type Focus, focuses } from '../../session/focus.ts';
import { here, progressText, sayNews } from './say.ts';
import type { Handler, Next, Talk } from './talk.ts';

const MOST_HITS = 20;

/** Where commands have led to since `from`: another item, another unit of it, or past the last item. */
export async function reached(talk: Talk, from: Focus): Promise<Next> {
  const { screen } = talk.state();
  if (screen.name === 'workshop') return 'menu';
  if (screen.name !== 'walk') {
    if (screen.name === 'report') await talk.context.say(talk.t('plain.end-done'));
    else await sayNews(talk);
    talk.press('back');
    return 'stay';
  }
  const { current, unit } = here(talk);
  if (current.item.id !== from.current.item.id) return 'show';
  return unit?.unit.id === from.unit?.unit.id ? 'stay' : sayUnit(talk);
}

/** A move to another item. With `again` the item is shown also where there is none to go to. */
export const move =
  (command: Command, again?: 'again'): Handler =>
  async talk => {
    const from = here(talk);
    talk.press(command);
    await talk.settle();
    const next = await reached(talk, from);
    return again && next === 'stay' ? 'show' : next;
  };

/** `k` shows the case studies or customers of an item, `k 2` answers for the second, `k 0` for all of them. */
export const units: Handler = async (talk, rest) => {
  const { current } = here(talk);
  if (current.units.length === 0) {
    await talk.context.say(talk.t('plain.no-units', { item: current.item.id }));
    return 'stay';
  }
  if (rest !== '') {
    const common = ['0', '-'].includes(fold(rest));
    const wanted = common ? undefined : findUnit(opened(talk.state()), rest, talk.context.today);
    for (const _ of focuses(current)) if (here(talk).unit?.unit.id !== wanted) talk.press('unit-next');
  }
  return sayUnit(talk);
};

/** Shows what is asked and answered of one unit, or of all. */
async function sayUnit(talk: Talk): Promise<Next> {
  const { t, state, context } = talk;
  const focus = here(talk);
  const { lang } = state();
  const name = focus.unit ? unitLabel(opened(state()).questionnaire, focus.unit.unit, lang) : t('walk.all-units');
  const lines = answerLines(focus, t, lang);
  await context.say([t('plain.unit', { item: focus.current.item.id, unit: oneLine(name) }), ...lines].join('\n'));
  return 'stay';
}

/** Lists the items that hold the words; typing an id goes there. */
export const search: Handler = async ({ t, state, context }, words) => {
  const hits = searchItems(askedStates(state()), words);
  const shown = hits
    .slice(0, MOST_HITS)
    .map(one => `${one.item.id}  ${statusText(one, t)}  ${oneLine(one.item.title[state().lang])}`);
  const sum = hits.length > 0 ? t('plain.found', { n: hits.length }) : t('plain.found-none');
  await context.say([...shown, sum].join('\n'));
  return 'stay';
};

/** The guide to this item. */
export const guide: Handler = async talk => {
  const { item } = here(talk).current;
  await talk.context.say(guideLines(item, talk.t, talk.state().lang).join('\n'));
  return 'stay';
};

/** The sections with what is answered in each. */
export const map: Handler = async talk => {
  const { t, state, context } = talk;
  const lines = countSections(askedStates(state())).map(({ section, counts }) =>
    t('cli.show.section', {
      title: oneLine(section.title[state().lang]),
      answered: counts.answered,
      total: counts.total,
    }),
  );
  await context.say([...lines, progressText(talk)].join('\n'));
  return 'stay';
};

/** The other language, from here on. */
export const language: Handler = async talk => {
  talk.press('language');
  return 'show';
};
