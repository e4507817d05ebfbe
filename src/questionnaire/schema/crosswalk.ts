import * as z from 'zod';
import { allItems } from './items.ts';
import type { Also, Item, Questionnaire } from './schema.ts';

const Place = z.string().regex(/^[a-z0-9-]+\/[A-Za-z0-9._-]+$/);

/**
 * Pairs of requirements of two questionnaires, each as `questionnaire/item`. `meets` names the side that is met where
 * the other one is (only for `subset`); a pair without it says that both ask for something alike.
 */
export const CrosswalkFile = z.array(
  z.strictObject({
    a: Place,
    b: Place,
    strength: z.enum(['equivalent', 'subset', 'related']),
    meets: z.enum(['a', 'b']).optional(),
  }),
);

export type CrosswalkPair = z.infer<typeof CrosswalkFile>[number];

type Side = { from: string; to: string } & Pick<Also, 'strength' | 'meets'>;

/** Every questionnaire with what others ask alike, by item id. `strangers` are places that no version knows. */
export function withCrosswalk(
  questionnaires: Questionnaire[],
  pairs: CrosswalkPair[],
): { questionnaires: Questionnaire[]; strangers: string[] } {
  const sides = pairs.flatMap(({ a, b, strength, meets }): Side[] => [
    { from: a, to: b, strength, ...(meets && { meets: meets === 'a' ? 'this' : 'other' }) },
    { from: b, to: a, strength, ...(meets && { meets: meets === 'b' ? 'this' : 'other' }) },
  ]);
  const places = [...new Set(sides.map(side => side.to))];
  const known = new Map(places.map(place => [place, newest(questionnaires, place)]));
  const also = (own: Questionnaire, item: Item): Also[] =>
    sides.flatMap(({ from, to, strength, meets }) => {
      const other = known.get(to);
      if (!other || !isPlace(from, own.id, item)) return [];
      return [
        {
          list: other.id,
          ids: [...new Set([other.item.id, to.split('/')[1] ?? ''])],
          questionnaire: other.list,
          item: other.item.id,
          title: other.item.title,
          strength,
          ...(meets && { meets }),
        },
      ];
    });
  return {
    questionnaires: questionnaires.map(one => {
      const found = allItems(one).map(item => [item.id, also(one, item)] as const);
      const told = found.filter(([, list]) => list.length > 0);
      return told.length === 0 ? one : { ...one, also: Object.fromEntries(told) };
    }),
    strangers: places.filter(place => known.get(place) === undefined),
  };
}

/** An item keeps its former ids among its aliases, so a pair that names one of those means it too. */
function isPlace(place: string, list: string, item: Item): boolean {
  const [id, name = ''] = place.split('/');
  return id === list && (item.id === name || (item.aliases ?? []).includes(name));
}

function newest(
  questionnaires: Questionnaire[],
  place: string,
): { id: string; list: Questionnaire['title']; item: Item } | undefined {
  for (const one of questionnaires.toReversed()) {
    const item = allItems(one).find(other => isPlace(place, one.id, other));
    if (item) return { id: one.id, list: one.title, item };
  }
  return undefined;
}
