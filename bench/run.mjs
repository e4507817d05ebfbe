// Prints what the built program takes on this machine, beside what others take in the same run:
// `node bench/run.mjs [RUNS] [--write]` (15 without it; `--write` makes bench/README.md).
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import {
  bundlePeers,
  firstPaint,
  leave,
  median,
  open,
  program,
  quantile,
  root,
  script,
  whole,
  writeTable,
} from './measure.mjs';
import { memoryAndIdle } from './memory.mjs';

const args = process.argv.slice(2);
const RUNS = Number(args.find(one => !one.startsWith('--')) ?? 15);
if (!Number.isInteger(RUNS) || RUNS < 3) {
  console.error('usage: node bench/run.mjs [RUNS] [--write]');
  process.exit(2);
}
const folder = mkdtempSync(join(tmpdir(), 'tenken-bench-'));
const home = join(folder, 'home');
const known = ['--home', home, '--lang', 'en'];
const tenken = (...words) => [program, ...words, ...known];
const rows = [];

/** A line of the table: what, the figure, the one to compare with, the ratio or limit, the goal, and whether it is met. */
function say(what, figure, against, ratio, goal, isMet) {
  const met = goal === '' ? '' : isMet ? 'yes' : 'no';
  rows.push([what, figure, against, ratio, goal, met]);
  console.log(
    [what.padEnd(52), figure.padStart(10), against.padStart(22), ratio.padStart(8), goal.padStart(14), met].join(' '),
  );
}

const ms = value => `${value.toFixed(1)} ms`;

/** Two measurements in turn, so that a change of the machine's mood hits both. */
async function paired(one, other) {
  const [a, b] = [[], []];
  await one();
  await other();
  for (let at = 0; at < RUNS; at += 1) {
    a.push(await one());
    b.push(await other());
  }
  return [median(a), median(b)];
}

async function compare(what, one, name, other, goal) {
  const [a, b] = await paired(one, other);
  say(what, ms(a), `${name} ${ms(b)}`, (a / b).toFixed(2), `<= ${goal}`, a / b <= goal);
  return [a, b];
}

const KEYS = 200;
/** The two places with most rows, how a key leads to them, and two keys there with what they must bring. */
const PLACES = {
  walk: {
    opening: [],
    steps: [
      { key: '\r', wanted: /rule 1\b/ },
      { key: '\x1b[D', wanted: /rule 0\b/ },
    ],
  },
  map: {
    opening: [{ key: 'm', wanted: /section 0/ }],
    steps: [
      { key: '\x1b[B', wanted: /❯/ },
      { key: '\x1b[A', wanted: /❯/ },
    ],
  },
};

/** From a key to the picture it leads to, p95 over many keys. */
async function keyTimes(words, { opening, steps }) {
  const { pty, until, forget, size, end } = open(tenken(...words));
  const press = async ({ key, wanted }) => {
    forget();
    const from = performance.now();
    pty.write(key);
    const to = await until(wanted);
    await new Promise(done => setTimeout(done, 60));
    return { took: to - from, bytes: size() };
  };
  await until(/ITEM-0/);
  await new Promise(done => setTimeout(done, 800));
  for (const one of [...opening, ...steps, ...steps]) await press(one);
  const found = [];
  for (let at = 0; at < KEYS; at += 1) found.push(await press(steps[at % steps.length]));
  end();
  return {
    p95: quantile(
      found.map(one => one.took),
      0.95,
    ),
    bytes: Math.max(...found.map(one => one.bytes)),
  };
}

async function keys() {
  const ids = new Map([50, 1000, 10_000].map(count => [count, script('seed.ts', home, String(count))]));
  for (const [name, place] of Object.entries(PLACES)) {
    const all = [];
    for (const [count, id] of ids) {
      const { p95, bytes } = await keyTimes(['open', id], place);
      all.push(p95);
      const what = `key to frame in the ${name}, ${count} items, p95`;
      say(what, ms(p95), `${bytes} bytes a key`, '', '<= 16 ms', p95 <= 16);
    }
    const growth = all.at(-1) / all[0];
    say(`growth of that from 50 to 10,000 items`, growth.toFixed(2), '', '', '<= 1.3', growth <= 1.3);
  }
}

async function saves() {
  for (const count of [50, 10_000]) {
    const times = JSON.parse(script('save.ts', home, `bench-${count}`, '60'));
    const p95 = quantile(times, 0.95);
    say(`acknowledged save, ${count} answers, p95`, ms(p95), `median ${ms(median(times))}`, '', '<= 20 ms', p95 <= 20);
  }
}

async function reports() {
  const bare = median(Array.from({ length: RUNS }, () => whole(['-e', '0'])));
  for (const count of [50, 1000, 10_000]) {
    const runs = count === 10_000 ? 3 : RUNS;
    const taken = median(Array.from({ length: runs }, () => whole(tenken('report', `bench-${count}`, '-o', '-'))));
    const limit = 3 * bare + 1000;
    say(
      `report as Markdown, ${count} items`,
      ms(taken),
      '',
      '',
      count === 10_000 ? `<= ${limit.toFixed(0)} ms` : '',
      taken <= limit,
    );
  }
  const many = join(folder, 'many');
  script('seed.ts', many, 'x', '1000');
  const list = median(Array.from({ length: 3 }, () => whole([program, 'list', '--home', many])));
  say('list of 1,000 assessments', ms(list), '', '', `<= ${(3 * bare + 1000).toFixed(0)} ms`, list <= 3 * bare + 1000);
}

/**
 * From the start of the program to its first frame, beside what others take. Programs that are measured are killed, so
 * the first starts find no picture of the last time, and those after an orderly leave find one.
 */
async function starts(peers, plainInk, id) {
  const [home, item] = [() => firstPaint(tenken(), /Walk/), () => firstPaint(tenken('open', id), /OPS01-BP01/)];
  const others = {
    ink: ['one-line Ink', () => firstPaint([peers.ink], /Ready/)],
    plain: ['Ink from node_modules', () => firstPaint([plainInk], /Ready/)],
    clack: ['@clack/prompts select', () => firstPaint([peers.clack], /Ready/)],
    inquirer: ['@inquirer/prompts', () => firstPaint([peers.inquirer], /Ready/)],
  };
  await compare('first start: Home', home, ...others.ink, 1.5);
  await compare('first start: an item of 68', item, ...others.ink, 1.5);
  await leave(tenken('open', id));
  await leave(tenken());
  await compare('next start: Home', home, ...others.ink, 1.5);
  await compare('next start: an item of 68', item, ...others.ink, 1.5);
  await compare('next start: Home', home, ...others.plain, 0.5);
  await compare('next start: Home', home, ...others.clack, 1.0);
  await compare('next start: Home', home, ...others.inquirer, 1.0);
  const ready = () => firstPaint(tenken(), /\u001b\[\?2004h/);
  const [keys] = await paired(ready, ready);
  say('next start: Home takes keys', ms(keys), '', '', '', true);
}

const started = `Node ${process.versions.node}, ${process.platform} ${process.arch}, ${cpus().length} cores, ${RUNS} runs, medians unless said otherwise`;
try {
  console.log(started);
  const peers = await bundlePeers(join(folder, 'peers'));
  const plainInk = join(root, 'bench', 'programs', 'ink.mjs');
  const begun = execFileSync(process.execPath, tenken('start', 'ops-pillar', '--name', 'Walk', '--json', '--no-open'));
  const { id } = JSON.parse(begun.toString());
  await compare(
    '--version',
    () => whole([program, '--version']),
    'node -e 0',
    () => whole(['-e', '0']),
    1.5,
  );
  await starts(peers, plainInk, id);
  // Before the large lists come, which are no part of what a person has.
  await memoryAndIdle(say, tenken, peers, id);
  await keys();
  await saves();
  await reports();
  if (args.includes('--write')) {
    const head = ['What', 'Measured', 'Beside it', 'Ratio', 'Goal', 'Met'];
    const line = cells => `| ${cells.map(cell => cell.trim() || ' ').join(' | ')} |`;
    writeTable(
      join(root, 'bench', 'README.md'),
      [
        '# Measurements',
        '',
        'Made by `npm run bench -- --write`; do not edit. The limits are explained in [limits.md](limits.md).',
        '',
        started,
        '',
        line(head),
        line(head.map(() => '---')),
        ...rows.map(line),
        '',
      ].join('\n'),
    );
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
