import { execFile, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
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

test('the bundled program answers, and line by line it loads neither Ink nor React', async () => {
  const folder = await home();
  const env = environment(folder);
  const started = await exec(
    process.execPath,
    [program, 'start', 'ftr-partner-hosted@2021-q4', '--name', 'N', '--no-open', '--json'],
    { env },
  );
  const { id } = JSON.parse(started.stdout) as { id: string };
  const walk = exec(process.execPath, [program, 'open', id], { env: { ...env, TENKEN_DEBUG: '1' } });
  walk.child.stdin?.end('適合\nq\n');
  const { stdout } = await walk;
  expect(stdout).toContain('Saved');
  const shown = await exec(process.execPath, [program, 'list', '--json'], { env });
  expect(JSON.parse(shown.stdout)).toMatchObject({ assessments: [{ id, answered: 1 }] });
});

test('a reader that goes away is no failure', async () => {
  const folder = await home();
  const child = spawn(
    '/bin/sh',
    ['-c', `"${process.execPath}" "${program}" demo report | head -c 10; echo; echo "\${PIPESTATUS:-}"`],
    {
      env: environment(folder),
    },
  );
  const chunks: Buffer[] = [];
  const errors: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => errors.push(chunk));
  await new Promise(resolve => child.on('close', resolve));
  expect(Buffer.concat(errors).toString()).toBe('');
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
