import type { Assessment, Milestone } from '../assessment.ts';
import { canonical } from './paths.ts';
import { apartId, unitKey } from './unit-names.ts';
import { isNothing, unitPart, withUnitPart } from './unit-part.ts';

/** Two copies and what they started from. */
export type Three = { ours: Assessment; theirs: Assessment; base: Assessment | undefined };
type Side = 'ours' | 'theirs';
/** What happens to one place: a customer of `side` leaves it, with all that was said of it. */
type Leaving = { side: Side; place: string; to: string };

const SIDES: readonly [Side, Side][] = [
  ['ours', 'theirs'],
  ['theirs', 'ours'],
];

/**
 * The copies with every unit in a place of its own. Two copies that have given one place different names since their
 * base mean two customers: one of them leaves, in a fixed order, for an id that follows from place and name. Whoever
 * has left a place in one copy leaves it in the others too, so that nothing said of one is ever said of the other.
 */
export function apart(three: Three): Three {
  let now = three;
  const places = [...new Set([three.ours, three.theirs].flatMap(one => Object.keys(one.units ?? {})))].sort();
  // A place that somebody leaves for is looked at as well: they may be called differently there.
  for (const place of places) {
    const left = settledIn(now, place);
    for (const { to } of left.leavings) if (!places.includes(to)) places.push(to);
    now = left.three;
  }
  return now;
}

function settledIn(three: Three, place: string): { three: Three; leavings: Leaving[] } {
  let now = followedFromBase(three, place);
  const leavings: Leaving[] = now === three ? [] : SIDES.map(([side]) => ({ side, place, to: baseId(three, place) }));
  for (const [side, other] of SIDES) {
    const key = unitKey(now[side], place).key;
    const to = key === undefined ? undefined : apartId(place, key);
    if (to === undefined || !canLeave(now[side], place, to)) continue;
    if (!has(now[other], to) || unitKey(now[other], place).key === key) continue;
    now = forked(now, { side, place, to });
    leavings.push({ side, place, to });
  }
  const leaving = namedApart(now, place);
  if (!leaving) return { three: now, leavings };
  return { three: forked(now, leaving), leavings: [...leavings, leaving] };
}

function baseId({ base }: Three, place: string): string {
  return apartId(place, unitKey(base, place).key ?? '');
}

/** Where a copy has told the base's customer apart already, base and the other copy follow, whatever it is called there. */
function followedFromBase(three: Three, place: string): Three {
  const { base } = three;
  const { key } = unitKey(base, place);
  const to = baseId(three, place);
  if (!base || key === undefined || !canLeave(base, place, to)) return three;
  const ahead = SIDES.some(([side]) => has(three[side], to) && unitKey(three[side], place).key !== key);
  if (!ahead) return three;
  const follow = (one: Assessment): Assessment => (has(one, to) ? one : moved(one, place, to, undefined, three));
  return { ours: follow(three.ours), theirs: follow(three.theirs), base: follow(base) };
}

/** Who leaves a place that two copies have given different names; undefined where nobody has to. */
function namedApart({ ours, theirs, base }: Three, place: string): Leaving | undefined {
  const [a, b, before] = [unitKey(ours, place), unitKey(theirs, place), unitKey(base, place)];
  if (a.key === undefined || b.key === undefined || a.key === b.key) return undefined;
  // What copies disagree on already is one customer with two names.
  if (before.contested || before.key === a.key || before.key === b.key) return undefined;
  // An id that follows from one of the names tells that the other one is what this customer was called later.
  if ([a.key, b.key].some(key => apartId(place, key) === place)) return undefined;
  const all: Leaving[] = [
    { side: 'ours', place, to: apartId(place, a.key) },
    { side: 'theirs', place, to: apartId(place, b.key) },
  ];
  const inOrder = a.key > b.key ? all : all.reverse();
  return inOrder.find(({ side, to }) => canLeave(side === 'ours' ? ours : theirs, place, to));
}

/** One side's customer leaves. What both started from stays with either: it was said of both, or of none by name. */
function forked(three: Three, { side, place, to }: Leaving): Three {
  const { base } = three;
  const other = side === 'ours' ? 'theirs' : 'ours';
  const start = unitPart(base, place);
  const fork = (one: Assessment): Assessment => (has(one, to) || isNothing(start) ? one : withUnitPart(one, to, start));
  const result = { ...three, base: base && fork(base) };
  result[side] = moved(three[side], place, to, base, three);
  result[other] = fork(three[other]);
  return result;
}

/** The copy with a unit under another id; in its place is what `left` says of that, or nothing. */
function moved(one: Assessment, place: string, to: string, left: Assessment | undefined, three: Three): Assessment {
  const there = withUnitPart(one, to, unitPart(one, place));
  const milestones = one.milestones?.map(each => (isShared(each, one, three) ? each : renamed(each, place, to)));
  return { ...withUnitPart(there, place, unitPart(left, place)), ...(milestones && { milestones }) };
}

function canLeave(one: Assessment, place: string, to: string): boolean {
  return place !== to && !has(one, to);
}

function has({ units = {} }: Assessment, unit: string): boolean {
  return Object.hasOwn(units, unit);
}

/** A state that another copy holds too was of the place before anybody was told apart. */
function isShared(milestone: Milestone, of: Assessment, { ours, theirs, base }: Three): boolean {
  const said = ({ id: _, ...rest }: Milestone): string => canonical(rest);
  const others = [ours, theirs, base].filter(one => one !== undefined && one !== of);
  return others.some(one => one?.milestones?.some(other => said(other) === said(milestone)));
}

function renamed(milestone: Milestone, place: string, to: string): Milestone {
  const items = Object.entries(milestone.items).map(([item, { units, ...state }]) => {
    if (!units) return [item, state] as const;
    const entries = Object.entries(units).map(([unit, status]) => [unit === place ? to : unit, status] as const);
    return [item, { ...state, units: Object.fromEntries(entries) }] as const;
  });
  return { ...milestone, items: Object.fromEntries(items) };
}
