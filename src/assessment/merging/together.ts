import type { Assessment } from '../assessment.ts';
import type { Three } from './apart.ts';
import { leftPlace, unitKey } from './unit-names.ts';
import { isNothing, unitPart, withUnitPart } from './unit-part.ts';

/**
 * The copies with a unit in one place that both have named alike in different places since their base. It stays in two
 * places, for people to see, where one of these holds anything else: of whom that was said nobody knows.
 */
export function together(three: Three): Three {
  const names = namesOf(three.ours);
  return [...names].reduce((now, [key, place]) => {
    const other = namesOf(now.theirs).get(key);
    return other === undefined || other === place ? now : inOnePlace(now, place, other);
  }, three);
}

function inOnePlace(three: Three, ourPlace: string, theirPlace: string): Three {
  const { ours, theirs, base } = three;
  const before = base && namesOf(base).get(unitKey(ours, ourPlace).key ?? '');
  const isFree = (one: Assessment, place: string): boolean => isNothing(unitPart(one, place));
  // Whoever was put somewhere else in one copy is put there in the other one too.
  if (base && before === ourPlace && isFree(ours, theirPlace) && isFree(base, theirPlace))
    return { ...three, ours: put(ours, ourPlace, theirPlace), base: put(base, ourPlace, theirPlace) };
  if (base && before === theirPlace && isFree(theirs, ourPlace) && isFree(base, ourPlace))
    return { ...three, theirs: put(theirs, theirPlace, ourPlace), base: put(base, theirPlace, ourPlace) };
  if (base && !(isFree(base, ourPlace) && isFree(base, theirPlace))) return three;
  const theirsCan = isFree(theirs, ourPlace);
  const oursCan = isFree(ours, theirPlace);
  if (theirsCan && (!oursCan || numberOf(ourPlace) < numberOf(theirPlace)))
    return { ...three, theirs: put(theirs, theirPlace, ourPlace) };
  return oursCan ? { ...three, ours: put(ours, ourPlace, theirPlace) } : three;
}

function put(one: Assessment, place: string, to: string): Assessment {
  return withUnitPart(withUnitPart(one, to, unitPart(one, place)), place, unitPart(undefined, place));
}

/** Where each name is, for those that are in one place and have never had to leave one. */
function namesOf(one: Assessment): Map<string, string> {
  const all = Object.keys(one.units ?? {}).flatMap((place): [string, string][] => {
    const { key } = unitKey(one, place);
    return key === undefined || leftPlace(place) !== undefined ? [] : [[key, place]];
  });
  const count = (key: string): number => all.filter(([other]) => other === key).length;
  return new Map(all.filter(([key]) => count(key) === 1).sort(([a], [b]) => (a < b ? -1 : 1)));
}

function numberOf(place: string): number {
  return Number(/^u(\d+)$/.exec(place)?.[1] ?? Infinity);
}
