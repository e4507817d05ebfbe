import { execFile, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { expect, inject, onTestFinished, test } from 'vitest';

const program = inject('program');
const exec = promisify(execFile);

async function home(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'tenken-program-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

function environment(folder: string): Record<string, string> {
  return { PATH: process.env['PATH'] ?? '', HOME: folder, TENKEN_HOME: folder, LANG: 'C' };
}

/** The text of every file of the program that a run loaded, from what V8 noted down. */
async function loadedText(folder: string): Promise<string> {
  const notes = await readdir(folder);
  const urls = notes.flatMap(name => {
    const note = JSON.parse(readFileSync(join(folder, name), 'utf8')) as { result: { url: string }[] };
    return note.result.map(one => one.url).filter(url => url.includes(basename(dirname(program))));
  });
  expect(urls.length).toBeGreaterThan(1);
  return urls.map(url => readFileSync(new URL(url), 'utf8')).join('\n');
}

test('the bundled program answers, and line by line it loads neither Ink nor React', async () => {
  const folder = await home();
  const env = environment(folder);
  const start = ['start', 'ftr-partner-hosted@2021-q4', '--name', 'N', '--no-open', '--json'];
  const started = await exec(process.execPath, [program, ...start], { env });
  const { id } = JSON.parse(started.stdout) as { id: string };
  const noted = join(folder, 'noted');
  const walk = exec(process.execPath, [program, 'open', id], { cwd: folder, env: { ...env, NODE_V8_COVERAGE: noted } });
  walk.child.stdin?.end('適合\nr\nq\n');
  expect((await walk).stdout).toContain('Saved');
  const shown = await exec(process.execPath, [program, 'list', '--json'], { env });
  expect(JSON.parse(shown.stdout)).toMatchObject({ assessments: [{ id, answered: 1 }] });
  expect(await loadedText(noted)).not.toMatch(/react\.(transitional\.)?element|yoga/i);
});

test('a reader that goes away is no failure', async () => {
  const folder = await home();
  const child = spawn(process.execPath, [program, 'demo', 'report', '--lang', 'both'], { env: environment(folder) });
  const errors: Buffer[] = [];
  child.stderr.on('data', (chunk: Buffer) => errors.push(chunk));
  child.stdout.once('data', () => child.stdout.destroy());
  const code = await new Promise(resolve => child.on('close', resolve));
  expect(Buffer.concat(errors).toString()).toBe('');
  expect(code).toBe(0);
});

test('a wrong command ends with 2 and no stack trace', async () => {
  const folder = await home();
  const error = await exec(process.execPath, [program, 'nope'], { env: environment(folder) }).catch(
    (one: unknown) => one,
  );
  expect(error).toMatchObject({ code: 2, stdout: '' });
  expect((error as { stderr: string }).stderr).not.toMatch(/^\s+at /m);
});

test('Ctrl+C while it waits for a line ends with 130', async () => {
  const folder = await home();
  const env = environment(folder);
  const child = spawn(process.execPath, [program, 'demo', '--accessible'], { env });
  await new Promise<void>(resolve => {
    child.stdout.on('data', (chunk: Buffer) => {
      if (chunk.toString().includes('> ')) resolve();
    });
  });
  child.kill('SIGINT');
  const code = await new Promise(resolve => child.on('exit', resolve));
  expect(code).toBe(130);
});
