import { localDay } from '../assessment/day.ts';
import { type BackupName, changeAfter, isMarked } from './backup-names.ts';

/** A backup with its size in bytes. */
export type Sized = BackupName & { bytes: number };

const NEWEST = 10;
const SPANS = 24;
const SPAN_MINUTES = 5;
const HOURS = 24;
const DAYS = 30;
const CHANGES = 60;
/** However large a file is, so many of the newest states stay. */
const ALWAYS = 2;

const MB = 1024 * 1024;
/** Room for all that the rules keep of a file of some 300 KB, which is more than a full list with notes takes. */
const LEAST_BUDGET = 64 * MB;
/** A larger file has room for as many states as a version before 0.2 kept. */
const TIMES_NEWEST = 20;

/**
 * Which of these backups, newest first, may go. What stays:
 *
 * - the 10 newest;
 * - the last of each of the 24 newest spans of five minutes in which anything was kept, the first and the last of each of
 *   the 24 newest hours, and the last of each of the 30 newest days;
 * - the 60 newest from before or after a merge, an upgrade, its undo, a restore, a removal or a milestone, and the start;
 * - the oldest at every doubling of the distance from the newest.
 *
 * Spans, hours and days are labels that are counted, not ages that are measured: a clock that is wrong makes wrong labels,
 * but lets nothing expire and keeps no place taken. Where all that is too large, each rule gives its best in turn until
 * the room is used up: 20 times the newest, or 64 MB.
 */
export function expendable(all: Sized[]): Sized[] {
  const kept = new Set<Sized>(all.slice(0, ALWAYS));
  let room = Math.max(LEAST_BUDGET, TIMES_NEWEST * (all[0]?.bytes ?? 0));
  for (const one of kept) room -= one.bytes;
  for (const one of inTurns(rules(all))) {
    if (kept.has(one) || one.bytes > room) continue;
    kept.add(one);
    room -= one.bytes;
  }
  return all.filter(one => !kept.has(one));
}

/** What each rule keeps, its best first. */
function rules(all: Sized[]): Sized[][] {
  const starts = all.filter(one => one.reason === 'start').slice(-1);
  const before = all.filter(one => changeAfter(one.reason)).slice(0, CHANGES / 2);
  const after = all.filter(one => isMarked(one.reason) && !changeAfter(one.reason)).slice(0, CHANGES / 2);
  const hours = labelled(all, one => one.at.slice(0, 13), HOURS);
  return [
    all.slice(0, NEWEST),
    labelled(all, one => localDay(one.at), DAYS).flatMap(group => group.slice(0, 1)),
    before,
    [...starts, ...after],
    hours.flatMap(group => [...new Set([group[0], group.at(-1)])].flatMap(one => one ?? [])),
    doublings(all),
    labelled(all, one => spanOf(one.at), SPANS).flatMap(group => group.slice(0, 1)),
  ];
}

/** The first `most` groups of backups with the same label, each newest first. */
function labelled(all: Sized[], label: (one: Sized) => string, most: number): Sized[][] {
  const groups = new Map<string, Sized[]>();
  for (const one of all) {
    const key = label(one);
    const group = groups.get(key);
    if (group) group.push(one);
    else if (groups.size < most) groups.set(key, [one]);
  }
  return [...groups.values()];
}

/** Of the backups made 1, 2 to 3, 4 to 7, ... before the newest, the oldest each. */
function doublings(all: Sized[]): Sized[] {
  const [newest] = all;
  const groups = new Map<number, Sized>();
  for (const [index, one] of all.entries()) {
    // Those of before 0.2 have no sequence: they lie one after the other before the first.
    const distance = Math.max((newest?.seq ?? 0) - one.seq, index);
    groups.set(Math.floor(Math.log2(distance + 1)), one);
  }
  return [...groups.values()];
}

/** The first of every list, then the second of every list, and so on. */
function* inTurns(lists: Sized[][]): Generator<Sized> {
  const longest = Math.max(...lists.map(list => list.length));
  for (let at = 0; at < longest; at += 1) for (const list of lists) if (list[at]) yield list[at] as Sized;
}

function spanOf(at: string): string {
  return `${at.slice(0, 14)}${Math.floor(Number(at.slice(14, 16)) / SPAN_MINUTES)}`;
}
