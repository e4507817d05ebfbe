import { writeFileSync } from 'node:fs';
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
    writeFileSync(place.path, JSON.stringify(pictures), { mode: 0o600 });
  } catch {
    // A full or read-only disk; what is half-written is no JSON and not shown.
  }
}
