import { spawnSync } from 'node:child_process';
import { chmod, mkdir, readdir, readFile, stat, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { machineTag, thisHost } from '../../src/store/process.ts';
import { type Sandbox, sandbox, started } from './support/cli.ts';

/** Every command that writes a file where it is told. */
const WRITERS: Record<string, (id: string) => string[]> = {
  report: id => ['report', id],
  plan: id => ['plan', id],
  share: id => ['share', id],
  merge: id => ['merge', id, id],
};

async function aBox(): Promise<{ box: Sandbox; id: string }> {
  const box = await sandbox();
  const id = await started(box, 'Shop');
  await box.tenken(['answer', id, 'ARC-004', 'met']);
  return { box, id };
}

test.each(Object.entries(WRITERS))('%s -o does not write among the files of a data directory', async (name, words) => {
  const { box, id } = await aBox();
  const { home, cwd } = box;
  const other = join(cwd, 'other');
  for (const folder of ['assessments', 'backups']) await mkdir(join(other, folder), { recursive: true });
  await symlink(join(home, 'assessments'), join(cwd, 'link'));
  await symlink(join(home, 'assessments', `${id}.json`), join(cwd, 'file.json'));
  await mkdir(join(home, 'questionnaires'));
  const before = await readFile(join(home, 'assessments', `${id}.json`));
  const places = [
    ...(name === 'merge' ? [] : [join(home, 'assessments', `${id}.json`), join(home, 'assessments', 'new.json')]),
    join(home, 'assessments', 'New.json'),
    join(home, 'assessments', 'deeper', 'new.json'),
    join(home, 'backups', id, 'new.json'),
    join(home, 'backups', 'new.json'),
    join(home, 'questionnaires', 'new.json'),
    join(home, 'preferences.json'),
    join(home, 'picture-open.json'),
    join(other, 'assessments', 'New.json'),
    join(cwd, 'link', 'New.json'),
    join(cwd, 'file.json'),
  ];
  for (const path of places) {
    const { code, stderr } = await box.tenken([...words(id), '-o', path]);
    expect({ path, code, stderr }).toMatchObject({ path, code: 2, stderr: expect.stringContaining('data directory') });
  }
  expect(await readFile(join(home, 'assessments', `${id}.json`))).toEqual(before);
  expect((await readdir(join(home, 'assessments'))).sort()).toEqual([`${id}.json`]);
  // Anywhere else, an earlier file is replaced, also beside the folders of the data directory.
  for (const path of [join(home, 'out.json'), join(cwd, 'out.json'), join(cwd, 'out.json')])
    expect((await box.tenken([...words(id), '-o', path])).code).toBe(0);
});

test('merge -o onto answers goes under their lock, with a backup of what was there, readable or not', async () => {
  const { box, id } = await aBox();
  const path = join(box.home, 'assessments', `${id}.json`);
  await box.tenken(['share', id, '-o', join(box.cwd, 'copy.json')]);
  await writeFile(path, '<<<<<<< ours');
  for (const home of [box.home, join(box.cwd, 'elsewhere')]) {
    const { code, stderr } = await box.tenken(['merge', 'copy.json', 'copy.json', '-o', path], { home });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect((await box.file(id)).answers['ARC-004']?.status).toBe('met');
  }
  const names = await readdir(join(box.home, 'backups', id));
  const kept = await Promise.all(names.map(name => readFile(join(box.home, 'backups', id, name), 'utf8')));
  expect(kept).toContain('<<<<<<< ours');
  await writeFile(join(box.home, 'assessments', `.${id}.json.lock`), lockOf());
  expect((await box.tenken(['merge', 'copy.json', 'copy.json', '-o', path])).code).toBe(4);
});

function lockOf(): string {
  const { pid, machine, startTime } = thisHost();
  return JSON.stringify({ pid, machine, startTime: startTime(pid), at: Date.now(), token: 'held' });
}

test('a link that the person chose for a report stays, and its target is replaced', async () => {
  const { box, id } = await aBox();
  await symlink('real.md', join(box.cwd, 'link.md'));
  expect((await box.tenken(['report', id, '-o', join(box.cwd, 'link.md')])).code).toBe(0);
  expect(await readFile(join(box.cwd, 'real.md'), 'utf8')).toContain('# ');
});

test.each(Object.entries(WRITERS))('%s -o leaves a write-protected file as it is', async (_name, words) => {
  const { box, id } = await aBox();
  const path = join(box.cwd, 'out.json');
  await writeFile(path, 'mine', { mode: 0o444 });
  const { code, stderr } = await box.tenken([...words(id), '-o', path]);
  expect({ code, stderr }).toMatchObject({ code: 4, stderr: expect.stringContaining('write-protected') });
  expect(await readFile(path, 'utf8')).toBe('mine');
  expect(await readdir(box.cwd)).toEqual(['out.json']);
});

test('answers that are write-protected are not changed', async () => {
  const { box, id } = await aBox();
  const path = join(box.home, 'assessments', `${id}.json`);
  await chmod(path, 0o444);
  const before = await readFile(path);
  const { code, stderr } = await box.tenken(['answer', id, 'ARC-004', 'partly']);
  expect({ code, stderr }).toMatchObject({ code: 4, stderr: expect.stringContaining('write-protected') });
  expect(await readFile(path)).toEqual(before);
});

test('a report has the usual mode, an earlier one keeps its own, and a name may be as long as names can be', async () => {
  const { box, id } = await aBox();
  const path = join(box.cwd, `${'r'.repeat(252)}.md`);
  const before = process.umask(0o022);
  try {
    expect((await box.tenken(['report', id, '-o', path])).code).toBe(0);
    expect((await stat(path)).mode & 0o777).toBe(0o644);
    await chmod(path, 0o600);
    expect((await box.tenken(['report', id, '-o', path])).code).toBe(0);
    expect((await stat(path)).mode & 0o777).toBe(0o600);
  } finally {
    process.umask(before);
  }
});

test('what a killed report has left goes with the next report in that folder, and nothing else does', async () => {
  const { box, id } = await aBox();
  const dead = spawnSync(process.execPath, ['-e', '']).pid;
  const left = `.tenken.${dead}.${machineTag()}00000000.tmp`;
  const others = [`.tenken.${process.pid}.${machineTag()}00000000.tmp`, `.notes.${dead}.000000000000.tmp`, '.x.tmp'];
  for (const name of [left, ...others]) await writeFile(join(box.cwd, name), 'half');
  expect((await box.tenken(['report', id, '-o', join(box.cwd, 'out.md')])).code).toBe(0);
  expect((await readdir(box.cwd)).sort()).toEqual([...others, 'out.md'].sort());
});
