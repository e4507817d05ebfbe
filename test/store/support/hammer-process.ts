import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { build } from 'esbuild';

/** Bundles the child process into `folder`, as plain Node 20 cannot run TypeScript; returns its path. */
export async function buildHammer(folder: string, source = 'hammer.ts'): Promise<string> {
  const outfile = join(folder, 'hammer.mjs');
  await build({
    entryPoints: [join(import.meta.dirname, source)],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    logLevel: 'silent',
  });
  return outfile;
}

/** Starts one; `acknowledged` counts what it said it saved, `ended` gives its exit code and its complaints. */
export function startHammer(
  script: string,
  args: string[],
): { child: ChildProcess; acknowledged: () => number; ended: Promise<string> } {
  const child = spawn(process.execPath, [script, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  let lines = 0;
  let complaints = '';
  child.stdout.on('data', (chunk: Buffer) => {
    lines += chunk.toString().split('\n').length - 1;
  });
  child.stderr.on('data', (chunk: Buffer) => {
    complaints += chunk.toString();
  });
  const ended = once(child, 'close').then(([code]) => `${code}${complaints}`);
  return { child, acknowledged: () => lines, ended };
}
