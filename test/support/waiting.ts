import { activityOf } from './activity.ts';
import type { Running } from './running.ts';
import type { Frame } from './screen.ts';

/** What to wait for: a text, a pattern, or a condition on a complete picture. */
export type Wanted = string | RegExp | ((frame: Frame) => boolean);

/** The bound of every wait. */
const PATIENCE_MS = 15_000;
/** Longer than the 20 ms that Ink waits after a lone Esc, and than the time between two frames. */
const QUIET_MS = 28;
const LOOK_MS = 5;

/** The last picture; fails if it, or one before it, was bad. */
export function checkedFrame({ screen }: Running): Frame {
  if (screen.problems.length > 0) throw new Error(`${screen.problems.join('\n')}\n${shown({ screen })}`);
  return screen.frame();
}

/** Waits for a picture; looks at every complete one, and at nothing by time alone. */
export async function waitForFrame(running: Running, wanted: Wanted, what: string): Promise<Frame> {
  const fits = conditionOf(wanted);
  const { screen } = running;
  await running.drawn();
  if (fits(screen.frame())) return checkedFrame(running);
  return new Promise((done, fail) => {
    const settle = (result: () => void): void => {
      clearTimeout(bound);
      stop();
      result();
    };
    const giveUp = (why: string): void =>
      settle(() =>
        fail(new Error([`${why} while waiting for ${what}`, ...screen.problems, shown(running)].join('\n'))),
      );
    const stop = running.onFrame(frame => {
      if (screen.problems.length > 0) giveUp('a bad frame');
      else if (fits(frame)) settle(() => done(frame));
    });
    const bound = setTimeout(() => giveUp(`nothing more after ${PATIENCE_MS} ms`), PATIENCE_MS);
    void running.ended.then(({ code, signal }) => giveUp(`the program ended (${code}, signal ${signal})`));
  });
}

/** Waits until the program sleeps and everything it wrote is drawn. */
export async function waitForRest(running: Running): Promise<Frame> {
  const until = Date.now() + PATIENCE_MS;
  let before = '';
  let since = Date.now();
  while (Date.now() < until) {
    await running.drawn();
    const now = `${activityOf(running.pid) ?? `busy ${Date.now()}`} ${running.outputs()}`;
    if (now !== before) since = Date.now();
    if (running.hasEnded() || Date.now() - since >= QUIET_MS) return checkedFrame(running);
    before = now;
    await new Promise(done => setTimeout(done, LOOK_MS));
  }
  throw new Error(`the program was still busy after ${PATIENCE_MS} ms\n${shown(running)}`);
}

function conditionOf(wanted: Wanted): (frame: Frame) => boolean {
  if (typeof wanted === 'function') return wanted;
  return frame => (typeof wanted === 'string' ? frame.text.includes(wanted) : wanted.test(frame.text));
}

function shown({ screen }: Pick<Running, 'screen'>): string {
  const { columns, rows } = screen.size();
  return [`--- ${columns}x${rows}`, screen.frame().text.trimEnd(), '---'].join('\n');
}
