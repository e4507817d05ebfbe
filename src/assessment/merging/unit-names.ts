import type { Assessment } from '../assessment.ts';
import { pathOf } from './paths.ts';

/**
 * What a unit is called, in a form that is the same for names that only look different; undefined where it has no name,
 * `contested` where copies disagree on it.
 */
export function unitKey(assessment: Assessment | undefined, unit: string): { key?: string; contested?: true } {
  const units = assessment?.units ?? {};
  const name = Object.hasOwn(units, unit) ? units[unit]?.name : undefined;
  const path = pathOf('units', unit, 'name');
  const rivals = (assessment?.differs?.[path] ?? []).map(({ value }) => value);
  const names = [name, ...rivals].filter((one): one is string => typeof one === 'string' && one.trim() !== '');
  const [first, ...more] = [...new Set(names.map(folded))];
  if (first === undefined) return {};
  return more.length > 0 ? { contested: true } : { key: first };
}

/**
 * The id of a unit that had to leave its place because another one of that place has another name. It follows from the
 * place and the name alone, so whoever merges whatever first, it is the same.
 */
export function apartId(unit: string, key: string): string {
  return `${homeOf(unit)}-${hashOf(key)}`;
}

/** The place that a unit had before it was told apart from another one; undefined for one that is where it was. */
export function leftPlace(unit: string): string | undefined {
  const home = homeOf(unit);
  return home === unit ? undefined : home;
}

function homeOf(unit: string): string {
  return /^(.+)-[0-9a-f]{8}$/.exec(unit)?.[1] ?? unit;
}

function folded(name: string): string {
  return name.normalize('NFKC').trim().replace(/\s+/g, ' ').toLowerCase();
}

/** FNV-1a, 32 bits. Two names of one place that meet there would only be listed as differing. */
function hashOf(text: string): string {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(text)) hash = Math.imul(hash ^ byte, 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, '0');
}
