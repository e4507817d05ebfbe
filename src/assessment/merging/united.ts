import type { Fields, Said } from './fields.ts';

type Values = ReadonlyMap<string, Said>;

/** Per field: what both hold, and what either has added to the base or decided; everything where there is no base. */
export function united(ours: Fields, theirs: Fields, base: Fields | undefined): Fields {
  const paths = new Set([...ours.keys(), ...theirs.keys()]);
  return new Map(
    [...paths].map(path => [path, unitedValues(ours.get(path), theirs.get(path), base?.get(path))] as const),
  );
}

const NONE: Values = new Map();

/**
 * A value stays if both hold it or if one side has given it since the base. Where the base holds several values, a side
 * with one has decided: it has given that value anew, though the base holds it.
 */
function unitedValues(ours: Values = NONE, theirs: Values = NONE, base: Values = NONE): Map<string, Said> {
  const before = roundOf(base);
  const sides = [ours, theirs].map(side => ({ side, round: isDecision(side, base) ? before + 1 : roundOf(side) }));
  const isFresh = (side: Values, round: number, key: string): boolean =>
    side.has(key) && (!base.has(key) || round > before);
  const keys = [...new Set([...ours.keys(), ...theirs.keys()])];
  const kept = keys.filter(
    key => sides.some(({ side, round }) => isFresh(side, round, key)) || (ours.has(key) && theirs.has(key)),
  );
  // Two narrowed it down to what the other has dropped: nothing of either goes without a decision.
  const all = kept.length === 0 && ours.size > 0 && theirs.size > 0 ? keys : kept;
  const round = Math.max(...sides.map(one => one.round));
  return new Map(
    all.map(key => {
      const anew = sides.filter(({ side, round }) => isFresh(side, round, key));
      // Who said it before it was decided has not decided it.
      const held = (anew.length > 0 ? anew : sides).flatMap(({ side }) => side.get(key) ?? []);
      const by = new Set(held.flatMap(one => [...one.by]));
      return [key, { value: held[0]?.value, by, ...(round > 0 && { round }) }] as const;
    }),
  );
}

/** A value that the base does not hold needs no such rule. */
function isDecision(side: Values, base: Values): boolean {
  return base.size > 1 && side.size === 1 && [...side.keys()].every(key => base.has(key));
}

/** How often the values of a field have been decided apart. */
function roundOf(values: Values): number {
  return Math.max(0, ...[...values.values()].map(one => one.round ?? 0));
}
