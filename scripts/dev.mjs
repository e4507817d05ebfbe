// Builds and starts the program, and does so again whenever a source changes: `npm run dev -- [ARGUMENT ...]`, as in
// `npm run dev -- demo`. A build that fails is told and waits for the next change.
import { spawn } from 'node:child_process';
import { watch } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const WATCHED = ['src', 'locales', 'questionnaires', 'scripts', 'patches'];
/** Editors write several files, or one several times, when they save. */
const SETTLED_MS = 100;

let program;
let timer;
let isBuilding = false;
let isOutdated = false;

for (const folder of WATCHED) watch(join(root, folder), { recursive: true }, changed);
// In the screens Ctrl+C is a key, which the program gets; this process ends by it only while no program runs.
process.on('SIGINT', () => program ?? process.exit(130));
process.on('SIGTERM', () => {
  program?.kill('SIGTERM');
  process.exit(143);
});
await renew();

function changed() {
  clearTimeout(timer);
  timer = setTimeout(renew, SETTLED_MS);
}

/** Builds, and starts what was built in the place of what runs. What changes meanwhile is built next. */
async function renew() {
  if (isBuilding) {
    isOutdated = true;
    return;
  }
  isBuilding = true;
  do {
    isOutdated = false;
    const { code, output } = await build();
    await ended();
    if (isOutdated) continue;
    if (code === 0) start();
    else console.error(`${output}\nNot built. Waiting for a change; Ctrl+C ends.`);
  } while (isOutdated);
  isBuilding = false;
}

function build() {
  const builder = spawn(process.execPath, [join(root, 'scripts/build.mjs')], { stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [builder.stdout, builder.stderr]) stream.on('data', data => (output += data));
  return new Promise(done => builder.on('close', code => done({ code, output })));
}

/** Ends what runs, which saves first and gives the terminal back. */
function ended() {
  if (program === undefined) return undefined;
  const gone = new Promise(done => program.on('close', done));
  program.kill('SIGTERM');
  return gone;
}

function start() {
  const words = [join(root, 'dist/tenken.mjs'), ...process.argv.slice(2)];
  const started = spawn(process.execPath, words, { stdio: 'inherit' });
  program = started;
  started.on('close', code => {
    program = undefined;
    if (!isBuilding) console.error(`Ended with ${code}. Waiting for a change; Ctrl+C ends.`);
  });
}
