import { execFileSync, spawnSync } from 'node:child_process';
import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Assessment } from '../../../src/assessment/assessment.ts';

export const PROGRAM = resolve('dist/tenken.mjs');
export const ID = 'payment-saas';

/** A folder of its own with Git's settings of the machine out of reach. */
export function place() {
  const root = mkdtempSync(join(tmpdir(), 'tenken-git-'));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  const names = {
    GIT_AUTHOR_NAME: 'T',
    GIT_AUTHOR_EMAIL: 't@example.com',
    GIT_COMMITTER_NAME: 'T',
    GIT_COMMITTER_EMAIL: 't@example.com',
  };
  const env: NodeJS.ProcessEnv = { ...process.env, ...names, HOME: root, GIT_CONFIG_NOSYSTEM: '1', LANG: 'C' };
  let calls = 0;
  const git = (clone: string, ...args: string[]) => {
    const { status, stdout, stderr } = spawnSync('git', args, { cwd: join(root, clone), env, encoding: 'utf8' });
    return { status, out: stdout + stderr };
  };
  const run = (clone: string, program: string, ...args: string[]): string => {
    calls += 1;
    return execFileSync(process.execPath, [program, ...args, '--home', './review'], {
      cwd: join(root, clone),
      // Nobody answers at the same moment.
      env: { ...env, TENKEN_NOW: new Date(Date.UTC(2026, 10, 22) + 1000 * calls).toISOString() },
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
    });
  };
  const tenken = (clone: string, ...args: string[]): string => run(clone, PROGRAM, ...args);
  const pathIn = (clone: string): string => join(root, clone, 'review', 'assessments', `${ID}.json`);
  const text = (clone: string): string => readFileSync(pathIn(clone), 'utf8');
  const file = (clone: string): Assessment => JSON.parse(text(clone)) as Assessment;
  /** Writes the file of answers past the program. */
  const rewrite = (clone: string, change: (text: string) => string): void =>
    writeFileSync(pathIn(clone), change(text(clone)));
  return { root, env, git, run, tenken, text, file, rewrite };
}

/** Two clones of a repository with one assessment of a list; with the driver where asked. */
export function twoClones(driver: boolean, list = 'ftr-partner-hosted@2026-02') {
  const at = place();
  const { git, tenken, root } = at;
  git('.', 'init', '-q', '--bare', '-b', 'main', 'origin.git');
  git('.', 'clone', '-q', 'origin.git', 'a');
  git('a', 'checkout', '-q', '-b', 'main');
  tenken('a', 'start', list, '--name', 'Payment SaaS', '--no-open');
  for (const item of list.startsWith('ftr') ? ['IAM-006', 'RES-004'] : []) tenken('a', 'answer', ID, item, 'unknown');
  appendFileSync(join(root, 'a', '.gitignore'), 'review/backups/\nreview/preferences.json\n');
  if (driver) tenken('a', 'git', 'install');
  git('a', 'add', '.');
  git('a', 'commit', '-q', '-m', 'Start');
  git('a', 'push', '-q', 'origin', 'main');
  git('.', 'clone', '-q', 'origin.git', 'b');
  if (driver) tenken('b', 'git', 'install');
  const commit = (clone: string) => git(clone, 'commit', '-q', '-am', 'Answer');
  /** What `b` gets when it pulls what `a` has pushed, both having committed. */
  const pull = () => {
    commit('a');
    git('a', 'push', '-q');
    commit('b');
    return git('b', 'pull', '--no-rebase', '--no-edit');
  };
  return { ...at, commit, pull };
}
