import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, inject, test } from 'vitest';
import { App } from '../support/app.ts';
import { cleanEnvironment } from '../support/environment.ts';
import { NOW } from '../support/program.ts';
import { start } from '../support/terminal.ts';

const LINES = ['1', '2', 'n メモ、two accounts left', 'o 佐藤', '', '3', '', '5', 'q'];
const UTF8 = { TERM: 'xterm-256color', LANG: 'ja_JP.UTF-8' };

type Way = { name: string; env?: Record<string, string>; args?: string[]; pipe?: string };
const PIPED: Way[] = [
  { name: 'a pipe', env: UTF8 },
  { name: '| head -1', env: UTF8, pipe: '| head -1' },
  { name: '| cat', env: UTF8, pipe: '| cat' },
  { name: 'TERM=dumb', env: { ...UTF8, TERM: 'dumb' } },
  { name: 'no TERM', env: { ...UTF8, TERM: '' } },
  { name: 'NO_COLOR', env: { ...UTF8, NO_COLOR: '1' } },
  { name: 'LANG=C', env: { TERM: 'xterm', LANG: 'C', LC_ALL: 'C' } },
  { name: '--accessible', env: UTF8, args: ['--accessible'] },
];
const TYPED: Way[] = [
  { name: 'TERM=dumb', env: { TERM: 'dumb' } },
  { name: '--accessible', args: ['--accessible'] },
];

function prepared(): { app: App; id: string; file: () => string } {
  const app = new App({ lang: 'ja', columns: 80, rows: 24 });
  const id = app.create('ftr-partner-hosted@2021-q4', 'Payments');
  return { app, id, file: () => readFileSync(join(app.folders.home, 'assessments', `${id}.json`), 'utf8') };
}

function piped({ env, args = [], pipe = '' }: Way): {
  file: string;
  stdout: string;
  stderr: string;
  status: number | null;
} {
  const { app, id, file } = prepared();
  const input = join(app.folders.cwd, 'lines');
  writeFileSync(input, `${LINES.join('\n')}\n`);
  const words = [process.execPath, inject('program'), 'open', id, '--home', app.folders.home, ...args];
  const { stdout, stderr, status } = spawnSync('sh', ['-c', `"$@" < "$LINES_FILE" ${pipe}`, 'sh', ...words], {
    cwd: app.folders.cwd,
    env: { ...cleanEnvironment(), HOME: app.folders.user, TENKEN_NOW: NOW, LINES_FILE: input, ...env },
    encoding: 'utf8',
  });
  return { file: file(), stdout, stderr, status };
}

test('however the lines come in, the answers file is the same byte for byte', () => {
  const [first, ...others] = PIPED.map(way => ({ name: way.name, ...piped(way) }));
  expect(JSON.parse(first?.file ?? '').answers).toMatchObject({
    'SUP-001': {},
    'WAFR-001': { note: 'メモ、two accounts left' },
  });
  for (const { name, file, stdout, stderr, status } of [first, ...others].filter(one => one !== undefined)) {
    expect({ name, status, stderr }).toEqual({ name, status: 0, stderr: '' });
    expect({ name, escapes: stdout.includes('\u001b') }).toEqual({ name, escapes: false });
    expect({ name, file }).toEqual({ name, file: first?.file });
  }
});

test.each(TYPED)(
  'on a terminal with $name: line by line, no screen is drawn, and the file is the same',
  async ({ env, args = [] }) => {
    const { app, id, file } = prepared();
    const terminal = start({
      script: inject('program'),
      args: ['open', id, '--home', app.folders.home, '--lang', 'ja', ...args],
      cwd: app.folders.cwd,
      env: { HOME: app.folders.user, TENKEN_NOW: NOW, ...env },
    });
    let alternate = false;
    terminal.onFrame(frame => {
      alternate ||= frame.alternate;
    });
    await terminal.waitFor(/SUP-001> $/m, 'the first prompt');
    terminal.write(`${LINES.join('\r')}\r`);
    expect(await terminal.exit).toEqual({ code: 0, signal: 0, left: [] });
    expect(alternate).toBe(false);
    expect(file()).toBe(piped({ name: 'a pipe', env: UTF8 }).file);
  },
);
