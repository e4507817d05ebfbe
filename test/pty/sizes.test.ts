import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, inject, onTestFinished, test } from 'vitest';
import { App } from '../support/app.ts';
import { cleanEnvironment } from '../support/environment.ts';
import { createRandom } from '../support/random.ts';
import { start } from '../support/terminal.ts';

/** `TENKEN_LONG=1` resizes 200 times, `TENKEN_SEED` chooses other sizes. */
const SIZES = process.env['TENKEN_LONG'] === '1' ? 200 : 12;
const SEED = Number.parseInt(process.env['TENKEN_SEED'] ?? '', 10) || 20_261_127;
const REFERENCE = 'ftr-partner-hosted@2021-q4';

test(`${SIZES} random sizes between 1x1 and 500x200, a key on each: no bad frame`, {
  timeout: SIZES * 5_000,
}, async () => {
  const app = new App({ lang: 'ja', columns: 80, rows: 24 });
  const id = await app.startOn(REFERENCE, 'Payments');
  const random = createRandom(SEED);
  const edges = [
    [1, 1],
    [500, 200],
    [1, 200],
    [500, 1],
    [2, 2],
  ];
  for (let at = 0; at < SIZES; at += 1) {
    const [columns = 1, rows = 1] = edges[at] ?? [1 + random.below(500), 1 + random.below(200)];
    await app.terminal.resize(columns, rows);
    await app.press(random.pick(['m', 'esc', 'right', '?', 'left']));
  }
  await app.terminal.resize(80, 24);
  await app.press('esc');
  await app.press('esc');
  console.info(`${SIZES} sizes between 1x1 and 500x200: 0 bad frames`);
  expect(app.terminal.frame().text.trim()).not.toBe('');
  await app.interrupt();
  expect(app.answers(id).answers).toEqual({});
});

const tmux = spawnSync('tmux', ['-V']).status === 0;

test.skipIf(!tmux)(
  'a pane that is killed ends the program within two seconds, with what was answered saved',
  async () => {
    const { app, id, run } = await answeredInPane(command => command);
    const pid = Number(run('display', '-p', '#{pane_pid}'));
    const took = await timeTo(
      () => run('kill-pane'),
      () => hasEnded(pid),
    );
    console.info(`a killed pane: the program ended after ${Math.round(took)} ms`);
    expect(took).toBeLessThan(2000);
    expect(Object.values(app.answers(id).answers).every(answer => answer.status === 'unknown')).toBe(true);
  },
);

test.skipIf(!tmux)('where SIGHUP is kept from the program, the end of the input ends it, without a crash', async () => {
  const { app, run } = await answeredInPane(
    command => `exec sh -c 'trap "" HUP; ${command} 2>/dev/null; echo $? > status.tmp; mv status.tmp status'`,
  );
  const status = join(app.folders.cwd, 'status');
  const took = await timeTo(
    () => run('kill-pane'),
    () => existsSync(status),
  );
  console.info(`a killed pane under a shell that ignores SIGHUP: the program ended after ${Math.round(took)} ms`);
  expect(took).toBeLessThan(2000);
  expect(readFileSync(status, 'utf8')).toBe('129\n');
});

/** A walk in a pane of tmux, in which a few items have been answered; `shell` makes the command of the pane. */
async function answeredInPane(shell: (command: string) => string) {
  const app = new App({ lang: 'ja', columns: 80, rows: 24, now: undefined });
  const id = app.create(REFERENCE, 'Payments');
  const { cwd, home, user } = app.folders;
  const run = tmuxOn(join(cwd, 'tmux'), user);
  onTestFinished(() => void run('kill-server'));
  const command = [process.execPath, inject('program'), 'open', id, '--home', home, '--lang', 'ja'].join(' ');
  run('-f', '/dev/null', 'new-session', '-d', '-c', cwd, '-x', '80', '-y', '24', shell(command));
  await until(() => run('capture-pane', '-p').includes('SUP-001'));
  run('send-keys', '5', '5', '5');
  await until(() => Object.keys(app.answers(id).answers).length > 0);
  return { app, id, run };
}

/** Milliseconds from a deed until it has come to something. */
async function timeTo(deed: () => void, fulfilled: () => boolean): Promise<number> {
  const since = performance.now();
  deed();
  await until(fulfilled);
  return performance.now() - since;
}

test('Ctrl+Z stops the program and fg draws everything again', async () => {
  const app = new App({ lang: 'ja', columns: 80, rows: 24 });
  const id = app.create(REFERENCE, 'Payments');
  const script = join(app.folders.cwd, 'shell.mjs');
  writeFileSync(script, SHELL);
  const terminal = start({
    script,
    args: [inject('program'), 'open', id, '--home', app.folders.home, '--lang', 'ja'],
    cwd: app.folders.cwd,
    env: { HOME: app.folders.user },
  });
  const onItem = (frame: Parameters<typeof app.reader.walkItem>[0]): boolean =>
    app.reader.walkItem(frame) === 'SUP-001';
  const before = await terminal.waitFor(frame => onItem(frame) && app.reader.saved(frame), 'the walk');
  terminal.press('ctrl+z');
  const shell = await terminal.waitFor(frame => frame.text.includes('ready>'), 'the shell');
  expect(shell.alternate).toBe(false);
  expect(shell.cursor.visible).toBe(true);
  terminal.type('fg\r');
  const again = await terminal.waitFor(frame => frame.alternate && onItem(frame), 'the walk again');
  expect(again.lines).toEqual(before.lines);
  terminal.press('ctrl+c');
  await terminal.waitFor(frame => !frame.alternate, 'the shell again');
  terminal.type('exit\r');
  expect((await terminal.exit).left).toEqual([]);
});

/** Runs commands of a tmux server of its own; gives what they print. */
function tmuxOn(socket: string, home: string): (...words: string[]) => string {
  return (...words) =>
    spawnSync('tmux', ['-S', socket, ...words], { encoding: 'utf8', env: { ...cleanEnvironment(), HOME: home } })
      .stdout;
}

/** An interactive shell that starts the program as a job. */
const SHELL = `
import { spawn } from 'node:child_process';
const words = [process.execPath, ...process.argv.slice(2)].map(word => "'" + word + "'").join(' ');
const shell = spawn('bash', ['--norc', '--noprofile', '--rcfile', '/dev/null', '-i'], {
  stdio: 'inherit',
  env: { ...process.env, PS1: 'ready> ', PROMPT_COMMAND: words + '; unset PROMPT_COMMAND' },
});
shell.on('exit', () => process.exit(0));
`;

/** Whether a process is gone, or only waits for its parent to ask how it ended: tmux takes its time. */
function hasEnded(pid: number): boolean {
  try {
    return /\) Z /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return true;
  }
}

async function until(fulfilled: () => boolean): Promise<void> {
  const bound = performance.now() + 15_000;
  while (!fulfilled()) {
    if (performance.now() > bound) throw new Error('it did not come to that within 15 s');
    await new Promise(done => setTimeout(done, 10));
  }
}
