import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, inject, test } from 'vitest';
import { App } from '../support/app.ts';
import { cleanEnvironment } from '../support/environment.ts';
import { expectGolden } from '../support/golden.ts';
import { NOW, runProgram } from '../support/program.ts';
import { start } from '../support/terminal.ts';

type Lang = 'ja' | 'en';

/** A whole meeting: who is there, one section, votes that differ and votes that agree, and everything said beside them. */
const LINES: Record<Lang, string[]> = {
  en: [
    ...['6', 'Tanaka:facilitator, Sato:technical, 高橋:business'],
    ...['3', '4', '4', '5 30', '6 60', '1'],
    ...['t', '1 3', '2 1', '2'],
    ...[
      'i one account is left',
      'x Sato: it is closed in December',
      'a close it; Sato; 2026-12-15',
      'z ask legal',
      '-',
      '-',
      '',
    ],
    ...['t', '1', '1', '', 'u', '', 'w', '4', 'q'],
  ],
  ja: [
    ...['6', '田中：進行役、佐藤：技術、高橋:事業'],
    ...['３', '4', '４', '５ ３０', '6 60', '１'],
    ...['ｔ', '１ ３', '２　１', '２'],
    ...[
      'ｉ 1 アカウント残っている',
      'x 佐藤：12 月に閉じる',
      'ａ 閉じる；佐藤；2026-12-15',
      'z 法務に聞く',
      '－',
      '-',
      '',
    ],
    ...['t', '１', '1', '', 'ｕ', '', 'w', '4', 'ｑ'],
  ],
};

function prepared(lang: Lang): { app: App; id: string; file: () => string } {
  const app = new App({ lang, columns: 80, rows: 24 });
  const id = app.create('ftr-partner-hosted@2021-q4', 'Payments');
  return { app, id, file: () => readFileSync(join(app.folders.home, 'assessments', `${id}.json`), 'utf8') };
}

function piped(lang: Lang) {
  const { app, id, file } = prepared(lang);
  const args = [inject('program'), 'workshop', id, '--home', app.folders.home, '--lang', lang];
  const { stdout, stderr, status } = spawnSync(process.execPath, args, {
    cwd: app.folders.cwd,
    env: { ...cleanEnvironment(), HOME: app.folders.user, TENKEN_NOW: NOW },
    input: `${LINES[lang].join('\n')}\n`,
    encoding: 'utf8',
  });
  const minutes = runProgram({ folders: app.folders, args: ['minutes', id, '--output', '-'], lang, now: NOW });
  return { stdout, stderr, status, file: file(), minutes: minutes.stdout };
}

test.each(['en', 'ja'] as const)('a meeting in %s goes from the people to the minutes line by line', lang => {
  const { stdout, stderr, status, file, minutes } = piped(lang);
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  expect(stdout).not.toMatch(/\u001b|[\u2500-\u259f]/);
  expect(JSON.parse(file)).toMatchObject({
    parking: [{ id: 'p1' }],
    workshops: [{ agenda: 'section', minutes: 30, pace: 60, endedAt: NOW }],
  });
  expectGolden(minutes, `plain-workshop.minutes.${lang}.md`);
  expectGolden(stdout, `plain-workshop.lines.${lang}.txt`);
});

test.each([
  { lang: 'en', env: { TERM: 'xterm', ACCESSIBLE: '1' }, args: [] },
  { lang: 'ja', env: { TERM: 'xterm-256color' }, args: ['--accessible'] },
] as const)('the same meeting on a terminal in $lang leaves the same file', async ({ lang, env, args }) => {
  const { app, id, file } = prepared(lang);
  const terminal = start({
    script: inject('program'),
    args: ['workshop', id, '--home', app.folders.home, '--lang', lang, ...args],
    cwd: app.folders.cwd,
    env: { HOME: app.folders.user, TENKEN_NOW: NOW, ...env },
  });
  let alternate = false;
  terminal.onFrame(frame => {
    alternate ||= frame.alternate;
  });
  await terminal.waitFor(/> $/m, 'the first prompt');
  terminal.write(`${LINES[lang].join('\r')}\r`);
  expect(await terminal.exit).toEqual({ code: 0, signal: 0, left: [] });
  expect(alternate).toBe(false);
  expect(file()).toBe(piped(lang).file);
});
