// Prints what a newcomer waits for and gets, in fresh clones with a warm npm cache: packages, disk, lines that npm prints,
// and the time from `npm ci && npm start` to Home: `node bench/install.mjs [RUNS] [COMMIT ...]` (1 run of HEAD without them).
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { env, firstPaint, median, root } from './measure.mjs';

const [runs = '1', ...commits] = process.argv.slice(2);
if (commits.length === 0) commits.push('HEAD');

/** The packages that npm installed below a folder. */
function packagesOf(clone) {
  const { packages } = JSON.parse(readFileSync(join(clone, 'node_modules', '.package-lock.json'), 'utf8'));
  return Object.keys(packages).length;
}

/** Mebibytes on the disk below a folder. */
const sizeOf = folder => Number(execFileSync('du', ['-sk', folder], { encoding: 'utf8' }).split('\t')[0]) / 1024;

/** Installs and starts a commit in a clone of its own. */
async function tryCommit(commit) {
  const folder = mkdtempSync(join(tmpdir(), 'tenken-install-'));
  try {
    const clone = join(folder, 'clone');
    execFileSync('git', ['clone', '--quiet', root, clone]);
    execFileSync('git', ['checkout', '--quiet', commit], { cwd: clone });
    const from = performance.now();
    const { status, stdout, stderr } = spawnSync('npm', ['ci'], { cwd: clone, env, encoding: 'utf8' });
    if (status !== 0) throw new Error(stderr);
    const installed = performance.now() - from;
    const home = ['--home', join(folder, 'home'), '--lang', 'en'];
    const started = await firstPaint([join(clone, 'dist', 'tenken.mjs'), ...home], /\u001b\[\?2004h/);
    const lines = `${stdout}${stderr}`.split('\n').filter(line => line !== '').length;
    const modules = join(clone, 'node_modules');
    return { packages: packagesOf(clone), disk: sizeOf(modules), lines, seconds: (installed + started) / 1000 };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const results = new Map(commits.map(commit => [commit, []]));
for (let run = 0; run < Number(runs); run += 1)
  for (const commit of commits) results.get(commit).push(await tryCommit(commit));

console.log(`Node ${process.versions.node}, medians of ${runs}`);
console.log('commit         packages    MiB  lines of npm ci  seconds to Home');
const [first] = results.values();
for (const [commit, all] of results) {
  const middle = name => median(all.map(one => one[name]));
  const cells = ['packages', 'disk', 'lines', 'seconds'].map(middle);
  const ratios = cells.map((value, at) => (value / median(first.map(one => Object.values(one)[at]))).toFixed(2));
  const [packages, disk, lines, seconds] = cells;
  console.log(
    `${commit.slice(0, 12).padEnd(14)} ${String(packages).padStart(8)} ${disk.toFixed(0).padStart(6)} ${String(lines).padStart(16)} ${seconds.toFixed(1).padStart(16)}   ${ratios.join(' / ')} of the first`,
  );
}
