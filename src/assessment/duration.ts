const UNITS: [pattern: RegExp, minutes: number][] = [
  [/^(\d+(?:\.\d+)?)\s*(?:days?|d|日間?)(?![a-z])/, 1440],
  [/^(\d+(?:\.\d+)?)\s*(?:hours?|hrs?|h|時間)(?![a-z])/, 60],
  [/^(\d+(?:\.\d+)?)\s*(?:minutes?|mins?|m|分間?)(?![a-z])/, 1],
];

/** Ten years in minutes: what is longer is a slip of the finger. */
const LONGEST = 5_256_000;

/** Minutes in a written duration: `4h`, `90 min`, `1d 12h`, `24 時間`, `1時間30分`. Undefined if it is none. */
export function parseDuration(text: string): number | undefined {
  let rest = text.normalize('NFKC').trim().toLowerCase();
  let minutes = 0;
  if (rest === '0') return 0;
  if (rest === '') return undefined;
  while (rest !== '') {
    const unit = UNITS.map(([pattern, factor]) => ({ match: pattern.exec(rest), factor })).find(one => one.match);
    if (!unit?.match) return undefined;
    minutes += Number(unit.match[1]) * unit.factor;
    rest = rest.slice(unit.match[0].length).trim();
  }
  return minutes <= LONGEST ? Math.round(minutes) : undefined;
}

/** A duration in the one form that is kept on disk: `4h`, `90m`, `36h`, `0m`. */
export function formatDuration(minutes: number): string {
  return minutes > 0 && minutes % 60 === 0 ? `${minutes / 60}h` : `${minutes}m`;
}
