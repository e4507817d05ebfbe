import { closeSync, constants, fstatSync, openSync, readFileSync, writeSync } from 'node:fs';
import { beforeEnding } from './ending.ts';
import { dayFrom, placeOf } from './situation.ts';

/** The picture on the terminal, until the screens take it over. */
export type Shown = {
  /** From now on the screens draw, and leave the alternate screen. */
  takeOver: () => void;
  /** Gives the terminal back as it was, unless the screens have taken over. */
  drop: () => void;
};

const ENTER = '\u001b[?1049h';
/** Home and erase, which on a terminal without an alternate screen clears what else would stay between the lines. */
const CLEAN = '\u001b[H\u001b[J';
const LEAVE = `${CLEAN}\u001b[?1049l\u001b[?25h`;
/** A terminal that knows these shows what comes between them at once. */
const HOLD = '\u001b[?2026h';
const SHOW = '\u001b[?2026l';
/** Two pictures of the largest terminals have less. */
const MOST_BYTES = 4 * 1024 * 1024;
const COLOURS = /\u001b\[[\d;]*m/g;
const ACTS = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f]|\p{Bidi_Control}/u;

/**
 * Shows what the screens will show first, as they kept it when they were left, before any of them is loaded. Keys wait in
 * the terminal meanwhile. Nothing is shown where anything that the picture tells of has changed since.
 */
export function showPicture(of: NodeJS.Process, version: string, now: Date): Shown | undefined {
  const { stdin, stdout, env, platform, argv } = of;
  if (!stdin.isTTY || !stdout.isTTY) return undefined;
  const { columns, rows } = stdout;
  const text = keptPicture({ argv: argv.slice(2), env, cwd: of.cwd(), platform, columns, rows, version }, now);
  if (text === undefined) return undefined;
  const { release, ...shown } = held(of);
  try {
    stdin.setRawMode(true);
    writeSync(1, `${ENTER}${HOLD}\u001b[?25l${CLEAN}${text}\u001b[H${SHOW}`);
  } catch {
    release();
    return undefined;
  }
  return shown;
}

/**
 * The picture that was kept for this situation and day.
 *
 * @internal Exported for its tests.
 */
export function keptPicture(situation: Parameters<typeof placeOf>[0], now: Date): string | undefined {
  try {
    const place = placeOf(situation);
    const { key, days } = JSON.parse(place ? contentOf(place.path) : '{}') as Kept;
    const text = place && key === place.key ? days[dayFrom(now, 0)] : undefined;
    // The file may come from somebody else, with the data directory: colours and line feeds, and nothing else that acts.
    return text !== undefined && !ACTS.test(text.replace(COLOURS, '')) ? text : undefined;
  } catch {
    return undefined;
  }
}

/** Text of a regular file of a size that a picture has; the file may come from somebody else, as a link or a pipe too. */
function contentOf(path: string): string {
  const file = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0) | (constants.O_NOFOLLOW ?? 0));
  try {
    const found = fstatSync(file);
    return found.isFile() && found.size <= MOST_BYTES ? readFileSync(file, 'utf8') : '{}';
  } finally {
    closeSync(file);
  }
}

/** A file of pictures: what they depend on, and the picture for each of some days. */
export type Kept = { key: string; days: Record<string, string> };

/** Keeps the way back from a picture; `release` forgets it. */
function held(of: NodeJS.Process): Shown & { release: () => boolean } {
  const { stderr, stdin } = of;
  const say = stderr.write;
  let isOver = false;
  const release = (): boolean => {
    if (isOver) return false;
    isOver = true;
    stderr.write = say;
    unhear();
    of.removeListener('exit', drop);
    return true;
  };
  const drop = (): void => {
    if (!release()) return;
    stdin.setRawMode(false);
    writeSync(1, LEAVE);
  };
  const unhear = beforeEnding(drop, of);
  of.on('exit', drop);
  // What goes wrong before the screens is told in the terminal that the person came from.
  stderr.write = ((...words: Parameters<typeof say>) => {
    drop();
    return say.apply(stderr, words);
  }) as typeof say;
  return {
    release,
    drop,
    takeOver: release,
  };
}
