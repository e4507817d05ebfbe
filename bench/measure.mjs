// What the measurements share: clocks, figures, programs in a terminal, and the programs to compare with.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const PATIENCE_MS = 60_000;
const STEADY = /^(CI|NODE_OPTIONS|NO_COLOR|FORCE_COLOR|TENKEN_.*|LC_.*|LANG)$/;

export const root = dirname(dirname(fileURLToPath(import.meta.url)));
const { spawn } = createRequire(join(root, 'test/package.json'))('@lydell/node-pty');
export const program = join(resolve(root, process.env.TENKEN_DIST || 'dist'), 'tenken.mjs');
export const env = {
  ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !STEADY.test(name))),
  TERM: 'xterm-256color',
};

/** The value below which a share of the others lies; 0.5 is the median. */
export function quantile(values, share) {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(Math.floor(sorted.length * share), sorted.length - 1)];
}

export const median = values => quantile(values, 0.5);

/** Milliseconds that a program takes from start to end. */
export function whole(args, input = '') {
  const from = performance.now();
  const ended = spawnSync(process.execPath, args, { env, cwd: root, input, maxBuffer: 1 << 28 });
  if (ended.status !== 0) throw new Error(`${args.join(' ')} ended with ${ended.status}\n${ended.stderr}`);
  return performance.now() - from;
}

/** A program in a terminal; `until` resolves with the time at which a text came. */
export function open(args, { columns = 80, rows = 24 } = {}) {
  const pty = spawn(process.execPath, args, { cols: columns, rows, cwd: root, env });
  let text = '';
  let heard = () => undefined;
  pty.onData(data => {
    text += data;
    // The question where the cursor is, to learn how wide its characters are.
    if (data.includes('\x1b[6n')) pty.write('\x1b[1;2R');
    heard();
  });
  const until = wanted =>
    new Promise((done, fail) => {
      const why = () => fail(new Error(`no ${wanted} in ${JSON.stringify(text.slice(-500))}`));
      const bound = setTimeout(why, PATIENCE_MS);
      heard = () => {
        if (!wanted.test(text)) return;
        clearTimeout(bound);
        heard = () => undefined;
        done(performance.now());
      };
      heard();
    });
  return {
    pty,
    until,
    forget: () => {
      text = '';
    },
    size: () => text.length,
    end: () => pty.kill('SIGKILL'),
  };
}

/** Milliseconds from the start of a program until a text is on its terminal. */
export async function firstPaint(args, wanted) {
  const from = performance.now();
  const { until, end } = open(args);
  const to = await until(wanted);
  end();
  return to - from;
}

/** Starts a program and leaves it as a person does. */
export async function leave(args) {
  const { pty, until } = open(args);
  await until(/\u001b\[\?2004h/);
  const ended = new Promise(done => pty.onExit(done));
  pty.write('\x03');
  await ended;
}

/** The most memory that a running process has had, in MiB. */
export function peakOf(pid) {
  const found = /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
  return Number(found?.[1] ?? 0) / 1024;
}

/** Processor time of a running process so far, in milliseconds. */
export function cpuOf(pid) {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ');
  return (Number(fields[11]) + Number(fields[12])) * 10;
}

/** The programs that others would start, bundled as this one is; gives their paths by name. */
export async function bundlePeers(folder) {
  mkdirSync(folder, { recursive: true });
  const paths = {};
  for (const name of ['ink', 'clack', 'inquirer']) {
    const outfile = join(folder, `${name}.mjs`);
    await build({
      bundle: true,
      platform: 'node',
      target: 'node20.19',
      format: 'esm',
      minify: true,
      logLevel: 'error',
      nodePaths: [join(root, 'test/node_modules')],
      define: { 'process.env.NODE_ENV': '"production"' },
      alias: { 'react-devtools-core': join(root, 'scripts/empty.mjs') },
      banner: {
        js: "import { createRequire as __createRequire } from 'node:module';\nconst require = __createRequire(import.meta.url);",
      },
      entryPoints: [join(root, 'bench', 'programs', `${name}.mjs`)],
      outfile,
    });
    paths[name] = outfile;
  }
  return paths;
}

/** Runs a script of this folder that is TypeScript; gives what it printed. */
export function script(name, ...args) {
  const ended = spawnSync(process.execPath, [join(root, 'scripts/run.mjs'), join(root, 'bench', name), ...args], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 1 << 26,
  });
  if (ended.status !== 0) throw new Error(ended.stderr);
  return ended.stdout.trim();
}

/** Writes the table of a run into a file. */
export function writeTable(path, text) {
  writeFileSync(path, text);
}
