import type { Assessment } from '../assessment.ts';
import { leftPlace, unitKey } from './unit-names.ts';

/**
 * What people have to know of units after copies were brought together: that one was told apart from another one of the
 * same place (`unit` left it, `stays` is called so there), or that one name is in several places.
 */
export type ToldUnit =
  | { kind: 'apart'; unit: string; name: string; place: string; stays: string }
  | { kind: 'twice'; name: string; places: string[] };

/** What is new of that, in the order of the units. */
export function unitsTold(before: Assessment, after: Assessment): ToldUnit[] {
  const known = new Set(twice(before).map(one => JSON.stringify(one)));
  return [...apartOnes(before, after), ...twice(after).filter(one => !known.has(JSON.stringify(one)))];
}

function apartOnes({ units: known = {} }: Assessment, { units = {} }: Assessment): ToldUnit[] {
  return Object.keys(units)
    .sort()
    .flatMap((unit): ToldUnit[] => {
      const place = leftPlace(unit);
      if (place === undefined || Object.hasOwn(known, unit)) return [];
      return [{ kind: 'apart', unit, name: units[unit]?.name ?? unit, place, stays: units[place]?.name ?? place }];
    });
}

function twice(one: Assessment): ToldUnit[] {
  const places = new Map<string, string[]>();
  for (const unit of Object.keys(one.units ?? {}).sort()) {
    const { key } = unitKey(one, unit);
    if (key !== undefined) places.set(key, [...(places.get(key) ?? []), unit]);
  }
  return [...places.values()]
    .filter(all => all.length > 1)
    .map(all => ({ kind: 'twice', name: one.units?.[all[0] ?? '']?.name ?? '', places: all }));
}
