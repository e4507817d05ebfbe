import type { Readable, Writable } from 'node:stream';
import type { Picture } from '../../picture/picture.ts';
import { asksForLines } from '../../picture/situation.ts';

/** A stream to write to, as a terminal or not. */
export type Output = Writable & { isTTY?: boolean; columns?: number };
/**
 * A stream to read from, as a terminal or not.
 *
 * @internal Exported for its tests.
 */
export type Input = Readable & { isTTY?: boolean };

/** Everything outside of the program that a command may touch, so that tests can stand in for all of it. */
export type World = {
  stdin: Input;
  stdout: Output;
  stderr: Output;
  env: Record<string, string | undefined>;
  cwd: string;
  now: () => Date;
  /** Where the build put the compiled questionnaires and the demo. */
  questionnairesFolder: string;
  version: string;
  /** The file that Node was given to run this program, for others that have to run it. */
  script?: string | undefined;
  /** Fires when the person interrupts (Ctrl+C). */
  interrupted?: AbortSignal;
  /** What the terminal shows before the screens do. */
  picture?: Picture;
  /** How long bare `tenken` waits for the first piped line before it takes the input for none. */
  patienceMs?: number;
};

/** How a person and the program meet: full screens, line by line, or only output. */
export type Meeting = 'screens' | 'plain' | 'output';

/** Screens need a capable terminal on both ends; a terminal without a reader gets output only. */
export function meetingOf(world: World, accessible: boolean): Meeting {
  const reader = world.stdin.isTTY === true;
  if (accessible || !reader || isBare(world.env) || asksForLines(world.env)) return 'plain';
  return world.stdout.isTTY === true ? 'screens' : 'output';
}

/** Whether a terminal says that it can do nothing but lines, or, other than on Windows, says nothing at all. */
function isBare({ TERM, OS }: World['env']): boolean {
  return TERM === 'dumb' || (!TERM && OS !== 'Windows_NT');
}
