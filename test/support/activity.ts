import { readdirSync, readFileSync } from 'node:fs';

/**
 * How often a process has run so far, or undefined while it runs right now. Two equal answers mean that it did
 * nothing in between: all its threads slept. Where there is no `/proc`, the answer is always the same.
 */
export function activityOf(pid: number): string | undefined {
  if (process.platform !== 'linux') return 'unknown';
  try {
    const threads = readdirSync(`/proc/${pid}/task`).map(thread => {
      const folder = `/proc/${pid}/task/${thread}`;
      const state = /\) (\w)/.exec(readFileSync(`${folder}/stat`, 'utf8'))?.[1];
      return { asleep: state === 'S', ran: readFileSync(`${folder}/schedstat`, 'utf8').trim() };
    });
    return threads.every(one => one.asleep) ? threads.map(one => one.ran).join(' ') : undefined;
  } catch {
    return 'gone';
  }
}
