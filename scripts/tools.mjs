// Runs a tool of `test/package.json`, and installs what is in there first where it is absent or outdated:
// `node scripts/tools.mjs [TOOL [ARGUMENT ...]]`. Who only wants the program does not wait for it.
import { spawnSync } from 'node:child_process';
import { existsSync, lstatSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { constants } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const folder = join(root, 'test');
const bin = join(folder, 'node_modules', '.bin');
const shared = join(root, 'node_modules', '.bin');
/** The lockfile that was installed last. */
const stamp = join(folder, 'node_modules', '.installed-lock.json');
const isWindows = process.platform === 'win32';

const lock = readFileSync(join(folder, 'package-lock.json'), 'utf8');
if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== lock) install();
if (!isWindows) linkTools();

const [tool, ...words] = process.argv.slice(2);
if (tool !== undefined) process.exitCode = run(toolPath(tool), words, root);

function install() {
  console.error('Installing the tools and oracles of the tests (test/package.json), once for this lockfile ...');
  const options = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  // npm says where it is when a script of ours is run by it; another one may be first on the path.
  const npm = process.env.npm_execpath?.endsWith('.js') ? [process.execPath, process.env.npm_execpath] : ['npm'];
  const code = run(npm[0], [...npm.slice(1), ...options], folder);
  if (code !== 0) {
    console.error('The tools of the tests could not be installed. The program itself is built and runs: npm start');
    console.error('Next: connect to the registry of npm once and say the same again; later runs need no network.');
    process.exit(code);
  }
  writeFileSync(stamp, lock);
}

/** Links the tools where `npx` and editors look for them; the installation of the program removes what it does not know. */
function linkTools() {
  mkdirSync(shared, { recursive: true });
  for (const name of readdirSync(bin)) {
    const link = join(shared, name);
    if (lstatSync(link, { throwIfNoEntry: false }) === undefined)
      symlinkSync(join('..', '..', 'test', 'node_modules', '.bin', name), link);
  }
}

/** Vitest is a dependency of the root, everything else of `test/`. */
function toolPath(name) {
  const file = isWindows ? `${name}.cmd` : name;
  return existsSync(join(bin, file)) ? join(bin, file) : join(shared, file);
}

function run(command, words, cwd) {
  const env = { ...process.env, PATH: [shared, bin, process.env.PATH].join(delimiter) };
  const { status, signal, error } = spawnSync(command, words, { cwd, env, stdio: 'inherit', shell: isWindows });
  if (error) throw error;
  return status ?? 128 + constants.signals[signal];
}
