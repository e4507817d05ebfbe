#!/usr/bin/env node
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { run } from './cli/run.ts';

declare const __TENKEN_VERSION__: string;

/** A word as a POSIX shell takes it, which is also what Git for Windows runs. */
const quoted = (word: string): string => `'${word.replaceAll("'", `'\\''`)}'`;

const interrupt = new AbortController();
// Once: a second Ctrl+C ends the process at once.
process.once('SIGINT', () => interrupt.abort());

process.exitCode = await run(process.argv.slice(2), {
  stdin: process.stdin,
  stdout: process.stdout,
  stderr: process.stderr,
  env: process.env,
  cwd: process.cwd(),
  now: () => (process.env['TENKEN_NOW'] ? new Date(process.env['TENKEN_NOW']) : new Date()),
  questionnairesFolder: join(dirname(fileURLToPath(import.meta.url)), 'questionnaires'),
  version: __TENKEN_VERSION__,
  program: [process.execPath, process.argv[1] ?? ''].map(quoted).join(' '),
  interrupted: interrupt.signal,
});
// A pipe that stays open on stdin must not keep a finished program alive.
process.stdin.destroy();
