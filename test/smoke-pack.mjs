// Packs the program, installs the tarball elsewhere and runs it on every Node.js that it promises to run on.
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { spawn as spawnOnTerminal } from '@lydell/node-pty';

const MAJORS = [20, 22, 24];
const REFERENCE = 'ftr-partner-hosted@2021-q4';
const ESSENTIAL = [
  'dist/tenken.mjs',
  'dist/questionnaires/index.json',
  'dist/sbom.cdx.json',
  'dist/THIRD-PARTY-LICENSES.txt',
  'LICENSE',
  'README.md',
  'README.ja.md',
];
const UNWANTED = /^(CI|CI_.*|VITEST.*|NODE_ENV|NODE_OPTIONS|NO_COLOR|FORCE_COLOR|XDG_.*|TENKEN_.*|npm_.*)$/;

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const temporary = mkdtempSync(join(tmpdir(), 'tenken-smoke-'));
process.on('exit', () => rmSync(temporary, { recursive: true, force: true }));

try {
  const installed = install(pack());
  for (const node of MAJORS.map(nodeBinary)) await tryOut(installed, node);
} catch (error) {
  console.error(`failed  ${error instanceof Error ? error.message : error}`);
  process.exitCode = 1;
}

function pack() {
  npm(['pack', '--pack-destination', temporary], root);
  const tarball = readdirSync(temporary).find(name => name.endsWith('.tgz'));
  demand(tarball, 'npm pack wrote no tarball');
  console.log(`ok  packed ${tarball}`);
  return join(temporary, tarball);
}

/** Installs the tarball as somebody else would; it must bring nothing along. */
function install(tarball) {
  const folder = join(temporary, 'elsewhere');
  mkdirSync(folder);
  writeFileSync(join(folder, 'package.json'), '{"private":true}\n');
  npm(['install', '--omit=dev', '--offline', tarball], folder);
  const modules = join(folder, 'node_modules');
  const packages = readdirSync(modules).filter(name => !name.startsWith('.'));
  demand(packages.join() === 'tenken', `tenken brings other packages along: ${packages.join(', ')}`);
  const tenken = join(modules, 'tenken');
  for (const name of ESSENTIAL) demand(existsSync(join(tenken, name)), `the tarball has no ${name}`);
  const { bin, version } = JSON.parse(readFileSync(join(tenken, 'package.json'), 'utf8'));
  demand(existsSync(join(modules, '.bin', 'tenken')), 'npm linked no command called tenken');
  console.log('ok  installed without other packages');
  return { script: join(tenken, bin.tenken), version };
}

/** A Node.js of this major version: the present one or, once per run, the npm package `node`. */
function nodeBinary(major) {
  if (Number(process.versions.node.split('.')[0]) === major) return process.execPath;
  const folder = join(temporary, `node-${major}`);
  mkdirSync(folder);
  writeFileSync(join(folder, 'package.json'), '{"private":true}\n');
  npm(['install', `node@${major}`], folder);
  const binary = join(folder, 'node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
  demand(existsSync(binary), `the npm package node@${major} brought no binary`);
  return binary;
}

async function tryOut({ script, version }, node) {
  const name = `node ${execFileSync(node, ['--version'], { encoding: 'utf8' }).trim().slice(1)}`;
  const home = mkdtempSync(join(temporary, 'home-'));
  const run = (what, args, check) => {
    const { status, stdout, stderr, error } = spawnSync(node, [script, ...args, '--home', home], {
      cwd: home,
      env: environment(home),
      encoding: 'utf8',
      input: '',
      timeout: 60_000,
      maxBuffer: 2 ** 26,
    });
    const problem = error ? String(error) : status !== 0 ? `exit code ${status}` : attempt(() => check(stdout));
    demand(!problem, `${name}, ${what}: ${problem}\n${stdout.slice(0, 2000)}${stderr.slice(0, 2000)}`);
    console.log(`ok  ${name}  ${what}`);
    return stdout;
  };
  run('tenken --version', ['--version'], out => out.trim() === version || `printed ${out.trim()}, not ${version}`);
  run(
    'tenken questionnaire list --json',
    ['questionnaire', 'list', '--json'],
    out => JSON.parse(out) && out.includes('2021-q4'),
  );
  run(
    'tenken demo report --lang ja',
    ['demo', 'report', '--lang', 'ja'],
    out => /^# .*ギャップレポート$/m.test(out) || 'no gap report',
  );
  const start = ['start', REFERENCE, '--name', 'Smoke', '--no-open', '--json'];
  const { id, path } = JSON.parse(
    run(`tenken start ${REFERENCE}`, start, out => existsSync(JSON.parse(out).path) || 'no file'),
  );
  run(
    'tenken answer',
    ['answer', id, 'ARC-004', 'partly', '--note', '残り 1 本'],
    () => readFileSync(path, 'utf8').includes('残り 1 本') || 'not saved',
  );
  run(
    'tenken report',
    ['report', id, '-o', '-'],
    out => (out.includes('ARC-004') && out.includes('残り 1 本')) || 'the answer is missing',
  );
  run('tenken without a terminal', [], out => out.includes('Smoke') || 'the assessment is missing');
  await onTerminal(node, script, home);
  console.log(`ok  ${name}  tenken on a terminal`);
}

/** Opens the screens, waits for the assessment and quits. */
function onTerminal(node, script, home) {
  return new Promise((done, fail) => {
    const env = { ...environment(home), TERM: 'xterm-256color' };
    const pty = spawnOnTerminal(node, [script, '--home', home], { cols: 80, rows: 24, cwd: home, env });
    let output = '';
    let left = false;
    const bound = setTimeout(() => pty.kill('SIGKILL'), 30_000);
    pty.onData(data => {
      output += data;
      if (left || !output.includes('Smoke')) return;
      left = true;
      pty.write('q');
    });
    pty.onExit(({ exitCode, signal }) => {
      clearTimeout(bound);
      const fine = left && exitCode === 0 && output.includes('\u001b[?1049l');
      if (fine) done();
      else
        fail(
          new Error(
            `the screens on ${node} ended with ${exitCode}, signal ${signal}\n${JSON.stringify(output.slice(-2000))}`,
          ),
        );
    });
  });
}

function npm(args, cwd) {
  const { status, stdout, stderr } = spawnSync('npm', [...args, '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd,
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  demand(status === 0, `npm ${args.join(' ')} failed\n${stdout}${stderr}`);
}

function environment(home) {
  return { ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !UNWANTED.test(name))), HOME: home };
}

/** What a check has to complain about, if anything. */
function attempt(check) {
  try {
    const result = check();
    return result === true ? undefined : result || 'not what was expected';
  } catch (error) {
    return String(error);
  }
}

function demand(condition, message) {
  if (!condition) throw new Error(message);
}
