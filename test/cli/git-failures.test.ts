import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { ID, PROGRAM, twoClones } from './support/clones.ts';

// Many short processes, on a machine that has other things to do.
vi.setConfig({ testTimeout: 90_000 });

const BOTH = /^<<<<<<< ours$[\s\S]*^=======$[\s\S]*^>>>>>>> theirs$/m;

/** Two clones set up by a program in a folder with a hard name, and a PATH that holds no more than it must. */
function withProgramAt(folder: string) {
  const clones = twoClones(false);
  const { root, env, git, run } = clones;
  const bin = join(root, 'bin');
  mkdirSync(bin);
  for (const name of ['git', 'sh', 'grep', 'cat', 'rm']) symlinkSync(join('/usr/bin', name), join(bin, name));
  const withNode = join(root, 'node bin');
  mkdirSync(withNode);
  symlinkSync(process.execPath, join(withNode, 'node'));
  mkdirSync(join(root, folder));
  const program = join(root, folder, 'tenken.mjs');
  symlinkSync(PROGRAM, program);
  run('b', program, 'git', 'install');
  const setup = git('b', 'config', '--get-regexp', 'tenken').out;
  expect(setup).not.toContain(process.execPath);
  env['PATH'] = `${withNode}:${bin}`;
  return { ...clones, program, noNode: () => (env['PATH'] = bin) };
}

const HARD = `it's "$HOME" %A 100% \`x\`; 点検`;

test('the driver finds its program in a folder with any name', () => {
  const { tenken, pull, file, git } = withProgramAt(HARD);
  tenken('a', 'answer', ID, 'RES-004', 'met', '--note', 'of a');
  tenken('b', 'answer', ID, 'RES-004', 'partly', '--note', 'of b');
  const pulled = pull();
  expect(pulled.status, pulled.out).toBe(0);
  expect(file('b').answers['RES-004']?.differs).toMatchObject({ note: [{ value: 'of a' }, { value: 'of b' }] });
  tenken('b', 'answer', ID, 'RES-004', 'met', '--note', 'of both');
  expect(git('b', 'diff').out).toContain('+RES-004  Note: of both');
});

test.each([
  ['Node has moved', ({ noNode }) => void noNode()],
  ['the program has moved', ({ program }) => rmSync(program)],
  [
    'the program does not start',
    ({ program }) => {
      rmSync(program);
      writeFileSync(program, 'import "./missing.mjs";');
    },
  ],
  [
    'the program is an older one that knows no Git',
    ({ program }) => {
      rmSync(program);
      writeFileSync(program, 'process.exitCode = 2;');
    },
  ],
] as [string, (at: ReturnType<typeof withProgramAt>) => void][])(
  'where %s, both sides are in the file, Git says so, and a comparison works',
  (_, breaks) => {
    const clones = withProgramAt(HARD);
    const { tenken, pull, text, git } = clones;
    tenken('a', 'answer', ID, 'RES-004', 'met', '--note', 'of a');
    tenken('b', 'answer', ID, 'RES-004', 'partly', '--note', 'of b');
    breaks(clones);
    const pulled = pull();
    expect(pulled.status).toBe(1);
    expect(pulled.out).toContain('CONFLICT');
    expect(pulled.out).toContain('Git has merged the answers line by line');
    expect(text('b')).toMatch(BOTH);
    for (const word of ['of a', 'of b']) expect(text('b')).toContain(word);
    expect(git('b', 'diff')).toMatchObject({ status: 0, out: expect.stringContaining('of b') });
    expect(git('b', 'log', '-p', '-1')).toMatchObject({ status: 0 });
  },
);

test('lines that Git can merge are there too, and it stays a conflict until somebody has looked', () => {
  const { tenken, pull, file, noNode, git } = withProgramAt('plain');
  tenken('a', 'answer', ID, 'ARC-004', 'met');
  tenken('b', 'answer', ID, 'RES-002', 'partly');
  noNode();
  expect(pull().status).toBe(1);
  expect(file('b').answers).toMatchObject({ 'ARC-004': { status: 'met' }, 'RES-002': { status: 'partly' } });
  expect(git('b', 'status', '--short').out).toContain('UU ');
});

test.each([
  ['cut off', (text: string) => text.slice(0, text.length / 2)],
  ['of a later version', (text: string) => text.replace('"schemaVersion": 1', '"schemaVersion": 99')],
  ['no text', (text: string) => `${text.slice(0, 200)}\0\0${text.slice(200)}`],
  ['of an unknown status', (text: string) => text.replace('"unknown"', '"perhaps"')],
])('where theirs is %s, every line of both is in the file', (_, damage) => {
  const { tenken, rewrite, pull, text, git } = twoClones(true);
  tenken('a', 'answer', ID, 'IAM-006', 'met', '--note', 'of a');
  tenken('b', 'answer', ID, 'RES-004', 'partly', '--note', 'of b');
  rewrite('a', damage);
  const [mine, theirs] = [text('b'), text('a')];
  const pulled = pull();
  expect(pulled.status).toBe(1);
  expect(pulled.out).toContain('both sides are in the file');
  const left = new Set(text('b').split('\n'));
  const missing = [mine, theirs].flatMap(side => side.split('\n').filter(line => !left.has(line)));
  expect(missing).toEqual([]);
  expect(text('b')).toMatch(BOTH);
  expect(git('b', 'status', '--short').out).toContain('UU ');
});

test('where ours is damaged, theirs is in the file', () => {
  const { tenken, rewrite, pull, text } = twoClones(true);
  tenken('a', 'answer', ID, 'IAM-006', 'met', '--note', 'of a');
  rewrite('b', one => one.slice(0, 300));
  expect(pull().status).toBe(1);
  expect(text('b')).toContain('of a');
  expect(text('b')).toMatch(BOTH);
});

test('setting up again replaces what an earlier version had set up', () => {
  const { git, tenken } = twoClones(false);
  for (const old of ["'/old/node' '/old/tenken.mjs' git merge-driver %O %A %B %P", 'another'])
    git('b', 'config', '--add', 'merge.tenken.driver', old);
  git('b', 'config', 'diff.tenken.textconv', "'/old/node' '/old/tenken.mjs' git textconv");
  tenken('b', 'git', 'install');
  expect(git('b', 'config', '--get-regexp', 'tenken').out).not.toContain('/old/');
  const printed = tenken('b', 'git', 'install', '--print');
  expect(printed).toContain('git config merge.tenken.driver');
  tenken('b', 'git', 'uninstall');
  expect(git('b', 'config', '--get-regexp', 'tenken').out).toBe('');
});
