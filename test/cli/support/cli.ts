import { mkdtempSync, rmSync } from 'node:fs';
import { mkdtemp, readFile, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable, Writable } from 'node:stream';
import { afterAll, onTestFinished } from 'vitest';
import { compileQuestionnaires } from '../../../scripts/compile-questionnaires.ts';
import type { Assessment } from '../../../src/assessment/assessment.ts';
import { run } from '../../../src/cli/kernel/run.ts';
import type { Input, Output, World } from '../../../src/cli/kernel/world.ts';

/** The day on which all of these tests happen, wherever they run. */
export const NOW = '2026-11-22T12:00:00.000Z';

export type Result = { code: number; stdout: string; stderr: string };
type How = {
  /** What is piped in; nothing at all without it. */
  input?: string | Input;
  lang?: 'ja' | 'en';
  /** The instant at which it happens, where that is not `NOW`. */
  now?: string;
  home?: string;
  /** Standard output is a terminal. */
  terminal?: boolean;
  env?: Record<string, string>;
  patienceMs?: number;
  interrupted?: AbortSignal;
};

export type Sandbox = {
  home: string;
  cwd: string;
  /** Runs the program in this process; English unless told otherwise. */
  tenken: (argv: string[], how?: How) => Promise<Result>;
  /** The answers file of an assessment. */
  file: (id: string) => Promise<Assessment>;
};

let compiled: string | undefined;
afterAll(() => {
  if (compiled !== undefined) rmSync(compiled, { recursive: true, force: true });
});

/** The shipped questionnaires and the demo as the build would put them beside the program. */
export function questionnairesFolder(): string {
  if (compiled !== undefined) return compiled;
  const folder = mkdtempSync(join(tmpdir(), 'tenken-compiled-'));
  const problems = compileQuestionnaires('questionnaires', folder);
  if (problems.length > 0) throw new Error(problems.join('\n'));
  compiled = folder;
  return folder;
}

/** A data directory and a working folder that are gone after the test. */
export async function sandbox(): Promise<Sandbox> {
  const root = await realpath(await mkdtemp(join(tmpdir(), 'tenken-cli-')));
  onTestFinished(() => rm(root, { recursive: true, force: true }));
  const home = join(root, 'home');
  const cwd = await mkdtemp(join(root, 'cwd-'));
  return {
    home,
    cwd,
    tenken: (argv, how = {}) => runIn(argv, { home, cwd }, how),
    file: async id => JSON.parse(await readFile(join(home, 'assessments', `${id}.json`), 'utf8')) as Assessment,
  };
}

async function runIn(argv: string[], { home, cwd }: { home: string; cwd: string }, how: How): Promise<Result> {
  const stdout = collector(how.terminal === true);
  const stderr = collector(false);
  const { input = '' } = how;
  const world: World = {
    stdin: typeof input === 'string' ? Readable.from(input === '' ? [] : [Buffer.from(input)]) : input,
    stdout: stdout.stream,
    stderr: stderr.stream,
    env: { TENKEN_HOME: how.home ?? home, LANG: how.lang === 'ja' ? 'ja_JP.UTF-8' : 'C', ...how.env },
    cwd,
    now: () => new Date(how.now ?? NOW),
    questionnairesFolder: questionnairesFolder(),
    version: '9.9.9',
    patienceMs: how.patienceMs ?? 2_000,
    ...(how.interrupted && { interrupted: how.interrupted }),
  };
  const code = await run(argv, world);
  return { code, stdout: stdout.text(), stderr: stderr.text() };
}

function collector(isTTY: boolean): { stream: Output; text: () => string } {
  const chunks: Buffer[] = [];
  const stream: Output = new Writable({
    write(chunk: Buffer, _encoding, done) {
      chunks.push(chunk);
      done();
    },
  });
  if (isTTY) stream.isTTY = true;
  return { stream, text: () => Buffer.concat(chunks).toString('utf8') };
}

/** Makes an assessment and gives its id. */
export async function started(box: Sandbox, name = 'Shop', version = 'ftr-partner-hosted@2026-02'): Promise<string> {
  const { stdout } = await box.tenken(['start', version, '--name', name, '--no-open', '--json']);
  return (JSON.parse(stdout) as { id: string }).id;
}
