import { randomBytes } from 'node:crypto';
import { closeSync, fchmodSync, openSync, renameSync, unlinkSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Kept } from './show.ts';
import { dayFrom, placeOf, type Situation } from './situation.ts';

/** A picture is kept for this day and the next: each takes some ten milliseconds of leaving. */
const DAYS = 2;

/**
 * Keeps what a start in this situation will show first. `draw` gives the frame for a day. A picture that cannot be kept is
 * no loss: the next start takes a moment longer.
 */
export function keepPicture(situation: Situation, now: Date, draw: (day: string) => string): void {
  const place = placeOf(situation);
  if (!place) return;
  try {
    const days = Array.from({ length: DAYS }, (_, at) => dayFrom(now, at));
    const pictures: Kept = { key: place.key, days: Object.fromEntries(days.map(day => [day, draw(day)])) };
    replace(place.path, Buffer.from(JSON.stringify(pictures)));
  } catch {
    // A full or read-only disk.
  }
}

/** Never writes into what is there: a link that came with the data directory would lead somewhere else. */
function replace(path: string, bytes: Uint8Array): void {
  const temp = join(dirname(path), `.picture.${process.pid}.${randomBytes(6).toString('hex')}.tmp`);
  try {
    const file = openSync(temp, 'wx', 0o600);
    try {
      fchmodSync(file, 0o600);
      for (let done = 0; done < bytes.length; ) done += writeSync(file, bytes, done);
    } finally {
      closeSync(file);
    }
    renameSync(temp, path);
  } catch (error) {
    unlinkSync(temp);
    throw error;
  }
}
