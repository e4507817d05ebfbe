import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, inject, onTestFinished, test } from 'vitest';
import { App } from '../support/app.ts';
import { hasProgram } from '../support/installed.ts';
import { start, type Terminal } from '../support/terminal.ts';

const REFERENCE = 'ftr-partner-hosted@2021-q4';
const ITEM = 'SUP-001';
const LONG = process.env['TENKEN_LONG'] === '1';
/** Tried in the long suite, with the programs that are installed. */
const tried = (...names: string[]): boolean => LONG && names.every(hasProgram);

/** Starts words in a terminal; the program under test is `$TENKEN`. */
const WRAPPER = `
import { spawn } from 'node:child_process';
const [word, ...words] = JSON.parse(process.argv[2]);
spawn(word, words, { stdio: 'inherit' }).on('exit', code => process.exit(code ?? 1));
`;

/** A walk in another terminal program, whose words are made from the command that starts the walk. */
function within(wordsFor: (command: string, app: App) => string[], env: Record<string, string> = {}) {
  const app = new App({ lang: 'ja', columns: 80, rows: 24 });
  const id = app.create(REFERENCE, 'Payments');
  const { cwd, home, user } = app.folders;
  const wrapper = join(cwd, 'wrapper.mjs');
  const script = join(cwd, 'walk.sh');
  writeFileSync(wrapper, WRAPPER);
  const command = [process.execPath, inject('program'), 'open', id, '--home', home, '--lang', 'ja'];
  writeFileSync(
    script,
    `#!/bin/sh\n${command.map(word => `'${word}'`).join(' ')}\necho "ended with $?"\nread -r line\n`,
    {
      mode: 0o755,
    },
  );
  const terminal = start({
    script: wrapper,
    args: [JSON.stringify(wordsFor(script, app))],
    foreign: true,
    cwd,
    env: { HOME: user, LANG: 'C.UTF-8', LC_ALL: 'C.UTF-8', ...env },
  });
  return { app, id, terminal };
}

/** Walks about as a person does, and looks at what is on the screen. */
async function walkAbout(terminal: Terminal, app: App, leave = ['ctrl+c']): Promise<void> {
  const { reader } = app;
  await terminal.waitFor(frame => reader.walkItem(frame) === ITEM, 'the walk');
  terminal.press('n');
  await terminal.waitFor(reader.shows(reader.t('field.note.help')), 'the note');
  terminal.type('復旧手順は abc に');
  const note = await terminal.waitFor('復旧手順は abc に', 'the text');
  expect(note.lines.findIndex(line => line.includes('復旧手順は abc に'))).toBeGreaterThan(4);
  expect(note.lines.filter(line => line.includes(ITEM))).toHaveLength(1);
  terminal.press('ctrl+s');
  await terminal.waitFor(frame => reader.walkItem(frame) === ITEM && frame.text.includes('復旧手順'), 'the walk again');
  terminal.press('1');
  await terminal.waitFor(
    frame => reader.walkItem(frame) !== undefined && reader.walkItem(frame) !== ITEM,
    'the next item',
  );
  terminal.press('m');
  const map = await terminal.waitFor(`[${reader.t('map.filter.all')}]`, 'the map');
  expect(map.lines.find(line => line.includes(ITEM))).toContain('✓');
  expect(map.lines.filter(line => line.includes('WAFR-001'))).toHaveLength(1);
  terminal.press(...leave);
  const end = await terminal.waitFor('ended with 130', 'the end');
  expect(end.text).not.toContain('WAFR-001');
}

test.runIf(tried('mosh-server', 'mosh-client'))('mosh', { timeout: 120_000 }, async () => {
  const { app, terminal } = within(
    command => {
      const { stdout } = spawnSync('mosh-server', ['new', '-i', '127.0.0.1', '--', command], {
        encoding: 'utf8',
        env: { ...process.env, LANG: 'C.UTF-8', LC_ALL: 'C.UTF-8', TERM: 'xterm-256color' },
      });
      const [, port = '', key = ''] = /MOSH CONNECT (\d+) (\S+)/.exec(stdout) ?? [];
      return ['env', `MOSH_KEY=${key}`, 'mosh-client', '127.0.0.1', port];
    },
    { MOSH_PREDICTION_DISPLAY: 'never' },
  );
  await walkAbout(terminal, app);
  terminal.write('\r');
  await terminal.exit;
});

test.runIf(tried('screen'))('GNU screen without an alternate screen', { timeout: 120_000 }, async () => {
  const { app, terminal } = within((command, { folders }) => {
    const rc = join(folders.cwd, 'screenrc');
    writeFileSync(rc, 'startup_message off\ndefutf8 on\n');
    onTestFinished(() => void spawnSync('screen', ['-S', `t${process.pid}`, '-X', 'quit']));
    return ['screen', '-c', rc, '-S', `t${process.pid}`, command];
  });
  await walkAbout(terminal, app);
  terminal.write('\r');
  await terminal.exit;
});

test.runIf(tried('emacs'))('the terminal of Emacs', { timeout: 120_000 }, async () => {
  const { app, terminal } = within(command => [
    'emacs',
    '-nw',
    '-Q',
    '--eval',
    `(progn (menu-bar-mode -1) (setq confirm-kill-processes nil) (prefer-coding-system 'utf-8) (set-terminal-coding-system 'utf-8) (set-keyboard-coding-system 'utf-8) (term "${command}") (term-char-mode))`,
  ]);
  // The first Ctrl+C is the prefix of commands there.
  await walkAbout(terminal, app, ['ctrl+c', 'ctrl+c']);
  terminal.kill('SIGKILL');
  await terminal.exit;
});
