// Prints what the built program takes on this machine, a line per figure: `node bench/run.mjs [RUNS]` (9 without it).
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import { spawn } from '@lydell/node-pty';

const RUNS = Number(process.argv[2] ?? 9);
if (!Number.isInteger(RUNS) || RUNS < 1) {
  console.error('usage: node bench/run.mjs [RUNS]');
  process.exit(2);
}
const PATIENCE_MS = 20_000;
const root = dirname(dirname(fileURLToPath(import.meta.url)));
const program = join(resolve(root, process.env.TENKEN_DIST || 'dist'), 'tenken.mjs');
const home = mkdtempSync(join(tmpdir(), 'tenken-bench-'));
const STEADY = /^(CI|NODE_OPTIONS|NO_COLOR|FORCE_COLOR|TENKEN_.*|LC_.*|LANG)$/;
const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !STEADY.test(name)));
const known = ['--home', home, '--lang', 'en'];

function median(values) {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

function print(name, times) {
  const cells = [median(times), Math.min(...times), Math.max(...times)].map(value => value.toFixed(1).padStart(9));
  console.log(`${name.padEnd(44)}${cells.join('')}`);
}

function run(args) {
  const ended = spawnSync(process.execPath, [program, ...args, ...known], { env, encoding: 'utf8', input: '' });
  if (ended.status !== 0) throw new Error(`tenken ${args.join(' ')} ended with ${ended.status}\n${ended.stderr}`);
  return ended.stdout;
}

function timed(work) {
  const from = performance.now();
  work();
  return performance.now() - from;
}

function times(work) {
  work();
  return Array.from({ length: RUNS }, () => timed(work));
}

/** The program in a terminal; `until` resolves with the time at which a text came. */
function open(args) {
  const pty = spawn(process.execPath, [program, ...args, ...known], { cols: 80, rows: 24, cwd: home, env });
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
      const bound = setTimeout(
        () => fail(new Error(`no ${wanted} in ${JSON.stringify(text.slice(-500))}`)),
        PATIENCE_MS,
      );
      heard = () => {
        if (!wanted.test(text)) return;
        clearTimeout(bound);
        heard = () => undefined;
        done(performance.now());
      };
      heard();
    });
  const forget = () => {
    text = '';
  };
  return { pty, until, forget };
}

async function firstFrame(args, wanted) {
  const found = [];
  for (let at = 0; at <= RUNS; at += 1) {
    const from = performance.now();
    const { pty, until } = open(args);
    const to = await until(wanted);
    pty.kill('SIGKILL');
    if (at > 0) found.push(to - from);
  }
  return found;
}

/** From a key to the picture that it leads to: down and up between two items, which also writes the place to disk. */
async function keyLatency(id) {
  const { pty, until, forget } = open(['open', id]);
  await until(/HOST-001/);
  const found = [];
  const steps = [
    { key: '\r', wanted: /SUP-001/ },
    { key: '\x1b[D', wanted: /HOST-001/ },
  ];
  for (let at = 0; at < RUNS * 2; at += 1) {
    await new Promise(done => setTimeout(done, 150));
    forget();
    const { key, wanted } = steps[at % 2];
    const from = performance.now();
    pty.write(key);
    found.push((await until(wanted)) - from);
  }
  pty.kill('SIGKILL');
  return found;
}

/** An assessment of the newest version with an answer to every item, each with a note and evidence. */
function fullAssessment() {
  const reference = 'ftr-partner-hosted@2026-02';
  const { id, path } = JSON.parse(run(['start', reference, '--name', 'Bench', '--json']));
  const { sections } = JSON.parse(run(['questionnaire', 'show', reference, '--json']));
  const statuses = ['met', 'met', 'partly', 'not-met', 'unknown'];
  const answers = sections
    .flatMap(section => section.items)
    .map((item, at) => [
      item.id,
      {
        status: statuses[at % statuses.length],
        note: 'A note of the usual length, such as people write in a meeting.',
        evidence: [{ id: 'e1', what: 'A document', where: 'The wiki', date: '2026-11-01' }],
      },
    ]);
  const assessment = JSON.parse(readFileSync(path, 'utf8'));
  writeFileSync(path, JSON.stringify({ ...assessment, answers: Object.fromEntries(answers) }));
  return id;
}

/** The time of one durable save inside a process, without its start: many edits by the store itself. */
function saveTimes(id) {
  const script = join(root, 'bench', 'save.ts');
  const args = [join(root, 'scripts', 'run.mjs'), script, home, id, String(Math.max(RUNS * 5, 50))];
  const ended = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8' });
  if (ended.status !== 0) throw new Error(ended.stderr);
  return JSON.parse(ended.stdout);
}

try {
  console.log(
    `Node ${process.versions.node}, ${process.platform} ${process.arch}, ${cpus().length} cores, runs: ${RUNS}`,
  );
  console.log(`${'milliseconds'.padEnd(44)}${['median', 'least', 'most'].map(head => head.padStart(9)).join('')}`);
  print(
    'tenken --version',
    times(() => spawnSync(process.execPath, [program, '--version'], { env })),
  );
  const walk = JSON.parse(run(['start', 'ftr-partner-hosted@2026-02', '--name', 'Walk', '--json'])).id;
  print(
    'tenken list',
    times(() => run(['list'])),
  );
  print('first frame of Home', await firstFrame([], /Walk/));
  print('first frame of an item', await firstFrame(['open', walk], /HOST-001/));
  print('key to screen, next item and back', await keyLatency(walk));
  const full = fullAssessment();
  print('one durable save (in a process)', saveTimes(full));
  print(
    'tenken answer (whole process)',
    times(() => run(['answer', full, 'ARC-001', '--note', String(Math.random())])),
  );
  print(
    'tenken report, every item answered',
    times(() => run(['report', full, '-o', '-'])),
  );
} finally {
  rmSync(home, { recursive: true, force: true });
}
