import { searchItems } from '../../assessment/answers/search.ts';
import { countSections } from '../../assessment/review/readiness.ts';
import { oneLine } from '../../cli/kernel/output.ts';
import { guideLines, statusText } from '../../cli/views/item.ts';
import { otherLang } from '../../i18n/index.ts';
import { isLast, itemBy, leftOpen, nextOpenFrom, sectionBy } from '../../session/ways.ts';
import { progressText } from './print.ts';
import { askedOf, currentOf, type Handler, visited, waysOf, wordsOf } from './session.ts';

const MOST_HITS = 20;

/** To the next item; after the last it says what is left. */
export const next: Handler = async (plain, walk) => {
  const ways = waysOf(plain, walk);
  const { id } = currentOf(plain, walk).item;
  const to = isLast(ways, id) ? undefined : itemBy(ways, id, 1);
  if (to !== undefined) return visited(plain, walk, to);
  const open = leftOpen(ways);
  const t = wordsOf(walk);
  await plain.context.say(open > 0 ? t('plain.end-open', { n: open }) : t('plain.end-done'));
  return { walk, step: 'stay' };
};

/** To the item before; at the first one it is shown again. */
export const back: Handler = async (plain, walk) => {
  const { id } = currentOf(plain, walk).item;
  return visited(plain, walk, itemBy(waysOf(plain, walk), id, -1) ?? id);
};

/** To the next item to answer, from here on and then from the top. */
export const nextOpen: Handler = async (plain, walk) => {
  const to = nextOpenFrom(waysOf(plain, walk), currentOf(plain, walk).item.id);
  if (to !== undefined) return visited(plain, walk, to);
  await plain.context.say(wordsOf(walk)('walk.none-open'));
  return { walk, step: 'stay' };
};

/** To the first item of the next section, or of the one before. */
export const sectionMove =
  (by: 1 | -1): Handler =>
  async (plain, walk) => {
    const { id } = currentOf(plain, walk).item;
    return visited(plain, walk, sectionBy(waysOf(plain, walk), id, by) ?? id);
  };

/** Lists the items that hold the words; typing an id goes there. */
export const search: Handler = async (plain, walk, words) => {
  const t = wordsOf(walk);
  const hits = searchItems(askedOf(plain, walk), words);
  const shown = hits
    .slice(0, MOST_HITS)
    .map(state => `${state.item.id}  ${statusText(state, t)}  ${oneLine(state.item.title[walk.lang])}`);
  const sum = hits.length > 0 ? t('plain.found', { n: hits.length }) : t('plain.found-none');
  await plain.context.say([...shown, sum].join('\n'));
  return { walk, step: 'stay' };
};

/** The guide to this item. */
export const guide: Handler = async (plain, walk) => {
  await plain.context.say(guideLines(currentOf(plain, walk).item, wordsOf(walk), walk.lang).join('\n'));
  return { walk, step: 'stay' };
};

/** The sections with what is answered in each. */
export const map: Handler = async (plain, walk) => {
  const t = wordsOf(walk);
  const asked = askedOf(plain, walk);
  const lines = countSections(asked).map(({ section, counts }) =>
    t('cli.show.section', { title: oneLine(section.title[walk.lang]), answered: counts.answered, total: counts.total }),
  );
  await plain.context.say([...lines, progressText(asked, t)].join('\n'));
  return { walk, step: 'stay' };
};

/** The other language, from here on. */
export const language: Handler = async (_plain, walk) => ({
  walk: { ...walk, lang: otherLang(walk.lang) },
  step: 'show',
});

/** What can be typed. */
export const help: Handler = async (plain, walk) => {
  await plain.context.say(wordsOf(walk)('plain.help'));
  return { walk, step: 'stay' };
};

export const quit: Handler = async (_plain, walk) => ({ walk, step: 'quit' });
