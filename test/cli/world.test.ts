import { Readable, Writable } from 'node:stream';
import { expect, test } from 'vitest';
import { meetingOf, type World } from '../../src/cli/kernel/world.ts';

function world(env: Record<string, string>, tty: { stdin: boolean; stdout: boolean }): World {
  return {
    stdin: Object.assign(Readable.from([]), { isTTY: tty.stdin }),
    stdout: Object.assign(new Writable(), { isTTY: tty.stdout }),
    stderr: new Writable(),
    env,
    cwd: '/',
    now: () => new Date(0),
    questionnairesFolder: '/',
    version: '0',
  };
}

const BOTH = { stdin: true, stdout: true };

test.each([
  ['a terminal', { TERM: 'xterm' }, BOTH, false, 'screens'],
  ['a terminal on Windows, where none has a name', { OS: 'Windows_NT' }, BOTH, false, 'screens'],
  ['a terminal without colours', { TERM: 'xterm', NO_COLOR: '1', LANG: 'C' }, BOTH, false, 'screens'],
  ['a dumb terminal', { TERM: 'dumb' }, BOTH, false, 'plain'],
  ['a terminal without a name', {}, BOTH, false, 'plain'],
  ['a screen reader', { TERM: 'xterm' }, BOTH, true, 'plain'],
  ['piped input', { TERM: 'xterm' }, { stdin: false, stdout: true }, false, 'plain'],
  ['piped output', { TERM: 'xterm' }, { stdin: true, stdout: false }, false, 'output'],
] as const)('%s', (_, env, tty, accessible, meeting) => {
  expect(meetingOf(world(env, tty), accessible)).toBe(meeting);
});
