import type { Item } from '../../questionnaire/schema/schema.ts';
import type { ItemState } from './item-state.ts';

/** Items that hold every word of `query`, best first: in the id, then the title, then anywhere, both languages. */
export function searchItems(states: ItemState[], query: string): ItemState[] {
  const words = fold(query).split(/\s+/).filter(Boolean);
  if (words.length === 0) return [];
  return states
    .map(state => ({ state, rank: rankOf(state, words) }))
    .filter(one => one.rank < NOWHERE)
    .sort((a, b) => a.rank - b.rank)
    .map(one => one.state);
}

const NOWHERE = 4;

function rankOf({ item, answer }: ItemState, words: string[]): number {
  const notes = [answer, ...Object.values(answer.units ?? {})].map(one => one.note ?? '').join('\n');
  const { id, title, text } = foldedOf(item);
  const layers = [id, title, fold(notes), text];
  return Math.max(
    ...words.map(word => {
      const at = layers.findIndex(layer => layer.includes(word));
      return at === -1 ? NOWHERE : at;
    }),
  );
}

type Folded = { id: string; title: string; text: string };
const FOLDED = new WeakMap<Item, Folded>();

/** What is searched of an item. It is the same for every key of a query, and folding it takes longer than searching. */
function foldedOf(item: Item): Folded {
  const known = FOLDED.get(item);
  if (known) return known;
  const folded = { id: fold(item.id), title: fold(titles(item)), text: fold(textsIn(item).join('\n')) };
  FOLDED.set(item, folded);
  return folded;
}

function titles(item: Item): string {
  return [item.title.ja, item.title.en, ...(item.aliases ?? []), item.printed ?? '', item.waTool?.choice ?? ''].join(
    '\n',
  );
}

/** Every text of an item in both languages, without the keywords of its facts. */
function textsIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value)) return value.flatMap(textsIn);
  return Object.entries(value).flatMap(([key, inner]) =>
    key === 'ja' || key === 'en' ? [inner].flat().filter(one => typeof one === 'string') : textsIn(inner),
  );
}

/** Text as it is compared: full-width and half-width alike, case ignored, katakana and hiragana alike. */
export function fold(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\u30a1-\u30f6]/g, kana => String.fromCharCode(kana.charCodeAt(0) - 0x60));
}
