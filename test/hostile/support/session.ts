import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { inject } from 'vitest';
import { cleanEnvironment } from '../../support/environment.ts';
import { type Folders, NOW } from '../../support/program.ts';

/** A day's work with tenken without screens, from the first help to the merge of two copies. */
export const COMMANDS: string[][] = [
  ['--help'],
  ['--version'],
  ['questionnaire', 'list'],
  ['questionnaire', 'show', 'ftr-partner-hosted@2026-02'],
  ['start', 'ftr-partner-hosted@2026-02', '--name', 'Shop', '--no-open', '--json'],
  ['answer', 'shop', 'ARC-004', 'partly', '--note', '残り 1 本', '--evidence', 'https://wiki.example.com/keys'],
  ['list'],
  ['check', 'shop'],
  ['report', 'shop', '-o', 'gaps.md'],
  ['report', 'shop', '--format', 'html', '-o', 'gaps.html'],
  ['report', 'shop', '-o', 'gaps.xlsx'],
  ['report', 'shop', '-o', 'gaps.json'],
  ['plan', 'shop', '-o', 'plan.csv'],
  ['share', 'shop', '--for', 'Aoki', '-o', 'copy.json'],
  ['merge', 'shop', 'copy.json'],
  ['demo', 'report', '--lang', 'ja'],
];

type Ran = { command: string; code: number | null; stdout: string; stderr: string };
type How = {
  /** What stands before `node`. */
  before?: string[];
  /** Options of Node.js. */
  node?: string[];
  env?: Record<string, string>;
  commands?: string[][];
};

/** Runs the commands one after the other on a new data directory, and gives what each printed and which files there are. */
export function walk(folders: Folders, { before = [], node = [], env = {}, commands = COMMANDS }: How): Walk {
  for (const folder of [folders.home, folders.cwd]) rmSync(folder, { recursive: true, force: true });
  mkdirSync(folders.cwd);
  const ran = commands.map(args => {
    const [program = '', ...words] = [...before, process.execPath, ...node, inject('program'), ...args];
    const { status, stdout, stderr } = spawnSync(program, words, {
      cwd: folders.cwd,
      env: { ...cleanEnvironment(), HOME: folders.user, TENKEN_HOME: folders.home, TENKEN_NOW: NOW, ...env },
      encoding: 'utf8',
      input: '',
      timeout: 20_000,
    });
    return { command: args.join(' '), code: status, stdout, stderr };
  });
  return { ran, files: { ...contentsOf(folders.home), ...contentsOf(folders.cwd) } };
}

export type Walk = { ran: Ran[]; files: Record<string, string> };

function contentsOf(folder: string): Record<string, string> {
  if (!existsSync(folder)) return {};
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter(one => one.isFile());
  return Object.fromEntries(
    files
      .map(file => join(file.parentPath, file.name))
      .sort()
      .map(path => [path, readFileSync(path, 'base64')]),
  );
}
