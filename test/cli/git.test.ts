import { execFileSync, spawnSync } from 'node:child_process';
import { appendFileSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import type { Assessment } from '../../src/assessment/assessment.ts';

// Many short processes, on a machine that has other things to do.
vi.setConfig({ testTimeout: 90_000 });

const PROGRAM = resolve('dist/tenken.mjs');
const ID = 'payment-saas';

/** A folder of its own with Git's settings of the machine out of reach. */
function place() {
  const root = mkdtempSync(join(tmpdir(), 'tenken-git-'));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  const names = {
    GIT_AUTHOR_NAME: 'T',
    GIT_AUTHOR_EMAIL: 't@example.com',
    GIT_COMMITTER_NAME: 'T',
    GIT_COMMITTER_EMAIL: 't@example.com',
  };
  const env = {
    ...process.env,
    ...names,
    HOME: root,
    GIT_CONFIG_NOSYSTEM: '1',
    LANG: 'C' as string,
  };
  let calls = 0;
  const git = (clone: string, ...args: string[]) => {
    const { status, stdout, stderr } = spawnSync('git', args, { cwd: join(root, clone), env, encoding: 'utf8' });
    return { status, out: stdout + stderr };
  };
  const tenken = (clone: string, ...args: string[]): string => {
    calls += 1;
    return execFileSync(process.execPath, [PROGRAM, ...args, '--home', './review'], {
      cwd: join(root, clone),
      // Nobody answers at the same moment.
      env: { ...env, TENKEN_NOW: new Date(Date.UTC(2026, 10, 22) + 1000 * calls).toISOString() },
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
    });
  };
  const file = (clone: string): Assessment =>
    JSON.parse(readFileSync(join(root, clone, 'review', 'assessments', `${ID}.json`), 'utf8')) as Assessment;
  return { root, git, tenken, file };
}

/** Two clones of a repository with one assessment; with the driver where asked. */
function twoClones(driver: boolean) {
  const at = place();
  const { git, tenken, root } = at;
  git('.', 'init', '-q', '--bare', '-b', 'main', 'origin.git');
  git('.', 'clone', '-q', 'origin.git', 'a');
  git('a', 'checkout', '-q', '-b', 'main');
  tenken('a', 'start', 'ftr-partner-hosted@2026-02', '--name', 'Payment SaaS', '--no-open');
  for (const item of ['IAM-006', 'RES-004']) tenken('a', 'answer', ID, item, 'unknown');
  appendFileSync(join(root, 'a', '.gitignore'), 'review/backups/\nreview/preferences.json\n');
  if (driver) tenken('a', 'git', 'install');
  git('a', 'add', '.');
  git('a', 'commit', '-q', '-m', 'Start');
  git('a', 'push', '-q', 'origin', 'main');
  git('.', 'clone', '-q', 'origin.git', 'b');
  if (driver) tenken('b', 'git', 'install');
  const commit = (clone: string) => git(clone, 'commit', '-q', '-am', 'Answer');
  return { ...at, commit };
}

test('with the driver, other answers and the same answer merge, and every value is kept and listed', () => {
  const { git, tenken, file, commit } = twoClones(true);
  tenken('a', 'answer', ID, 'ARC-004', 'met', '--note', 'of a');
  tenken('a', 'answer', ID, 'RES-004', 'met');
  tenken('b', 'answer', ID, 'IAM-006', 'partly', '--note', 'of b');
  tenken('b', 'answer', ID, 'RES-004', 'not-met');
  commit('a');
  git('a', 'push', '-q');
  commit('b');
  const pulled = git('b', 'pull', '--no-rebase', '--no-edit');
  expect(pulled.status, pulled.out).toBe(0);
  expect(pulled.out).toContain('RES-004  Answer: Met / Not met');
  const { answers } = file('b');
  expect(answers['ARC-004']).toMatchObject({ status: 'met', note: 'of a' });
  expect(answers['IAM-006']).toMatchObject({ status: 'partly', note: 'of b' });
  expect(answers['RES-004']?.differs).toEqual({ status: [{ value: 'met' }, { value: 'not-met' }] });
  expect(tenken('b', 'check', ID)).toContain('RES-004  Copies differ: Answer');

  // Decided in one clone, it is decided in the other.
  tenken('b', 'answer', ID, 'RES-004', 'partly');
  expect(git('b', 'diff').out).toMatch(/-RES-004 {2}Answer: Met \/ Not met\n\+RES-004 {2}Answer: Partly/);
  commit('b');
  git('b', 'push', '-q');
  git('a', 'pull', '-q', '--no-edit');
  expect(file('a').answers['RES-004']).toMatchObject({ status: 'partly' });
});

test('a file that cannot be merged is a conflict, and ours stays', () => {
  const { git, tenken, file, commit, root } = twoClones(true);
  tenken('a', 'answer', ID, 'ARC-004', 'met');
  commit('a');
  const theirs = join(root, 'a', 'review', 'assessments', `${ID}.json`);
  execFileSync(process.execPath, [
    '-e',
    `const fs=require('fs');const f=process.argv[1];fs.writeFileSync(f,fs.readFileSync(f,'utf8').replace(/"version": "2026-02"/,'"version": "2024-02"'))`,
    theirs,
  ]);
  commit('a');
  git('a', 'push', '-q');
  tenken('b', 'answer', ID, 'IAM-006', 'partly');
  commit('b');
  const pulled = git('b', 'pull', '--no-rebase', '--no-edit');
  expect(pulled.status).not.toBe(0);
  expect(pulled.out).toContain('different versions: 2026-02 and 2024-02');
  expect(file('b').answers['IAM-006']).toMatchObject({ status: 'partly' });
});

/** Settles a conflict by the three states that Git keeps of it. */
function settle({ git, tenken, root }: ReturnType<typeof place>): void {
  const path = `review/assessments/${ID}.json`;
  const names = ['base.json', 'ours.json', 'theirs.json'];
  for (const [index, name] of names.entries())
    writeFileSync(join(root, 'b', name), git('b', 'show', `:${index + 1}:${path}`).out);
  tenken('b', 'merge', '--base', 'base.json', 'ours.json', 'theirs.json', '-o', path);
}

test('without the driver, other answers merge by themselves, the same answer leaves its lines for "tenken merge"', () => {
  const clones = twoClones(false);
  const { git, tenken, file, commit, root } = clones;
  const text = () => readFileSync(join(root, 'b', 'review', 'assessments', `${ID}.json`), 'utf8');
  const pull = () => git('b', 'pull', '--no-rebase', '--no-edit').status;
  tenken('a', 'answer', ID, 'ARC-004', 'met');
  tenken('b', 'answer', ID, 'RES-002', 'partly');
  commit('a');
  git('a', 'push', '-q');
  commit('b');
  expect(pull()).toBe(0);
  expect(file('b').answers).toMatchObject({ 'ARC-004': { status: 'met' }, 'RES-002': { status: 'partly' } });
  expect(text()).not.toContain('differs');
  expect(tenken('b', 'show', ID, '--json')).toBeTruthy();
  git('b', 'push', '-q');
  git('a', 'pull', '-q', '--no-edit');

  tenken('a', 'answer', ID, 'RES-004', 'met');
  tenken('b', 'answer', ID, 'RES-004', 'not-met');
  commit('a');
  git('a', 'push', '-q');
  commit('b');
  expect(pull()).not.toBe(0);
  settle(clones);
  expect(file('b').answers['RES-004']?.differs).toEqual({ status: [{ value: 'met' }, { value: 'not-met' }] });
});

test('install says what it does, does it once, and is taken back', () => {
  const { git, tenken, root } = place();
  git('.', 'init', '-q', 'repo');
  const attributes = join(root, 'repo', '.gitattributes');
  const printed = tenken('repo', 'git', 'install', '--print');
  expect(printed).toContain('merge=tenken diff=tenken');
  expect(existsSync(attributes)).toBe(false);
  appendFileSync(attributes, '*.png binary\n');
  tenken('repo', 'git', 'install');
  tenken('repo', 'git', 'install');
  expect(readFileSync(attributes, 'utf8')).toBe('*.png binary\n**/assessments/*.json merge=tenken diff=tenken\n');
  expect(git('repo', 'config', '--get', 'merge.tenken.driver').out).toContain('merge-driver %O %A %B %P');
  tenken('repo', 'git', 'uninstall');
  expect(readFileSync(attributes, 'utf8')).toBe('*.png binary\n');
  expect(git('repo', 'config', '--local', '--list').out).not.toContain('tenken');
  expect(() => tenken('.', 'git', 'install')).toThrow(/no Git repository/);
});
