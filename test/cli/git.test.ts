import { execFileSync } from 'node:child_process';
import { appendFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { ID, place, twoClones } from './support/clones.ts';

// Many short processes, on a machine that has other things to do.
vi.setConfig({ testTimeout: 90_000 });

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

test('a file that cannot be merged is a conflict with both sides in the file', () => {
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
  expect(pulled.out).toContain('both sides are in the file');
  const text = readFileSync(join(root, 'b', 'review', 'assessments', `${ID}.json`), 'utf8');
  for (const side of ['2026-02', '2024-02']) expect(text).toContain(`"version": "${side}"`);
  expect(text).toMatch(/^<<<<<<< ours$[\s\S]*^=======$[\s\S]*^>>>>>>> theirs$/m);
  expect(() => file('b')).toThrow();
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
