import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { afterAll, beforeAll, expect, test } from 'vitest';

const folder = mkdtempSync(join(tmpdir(), 'tenken-deep-'));
const program = join(folder, 'read.mjs');
afterAll(() => rmSync(folder, { recursive: true, force: true }));

// In a process of its own: the composer of the yaml package recurses until the stack ends, and there V8 may abort in
// the middle of a regular expression (a file of 5 KB did it) and take the process down.
beforeAll(async () => {
  const source = `
    import { readFileSync } from 'node:fs';
    import { loadFile } from ${JSON.stringify(fileURLToPath(new URL('../../src/questionnaire/load/load-file.ts', import.meta.url)))};
    console.log(loadFile('x.yaml', readFileSync(process.argv[2], 'utf8')).problems.length);`;
  await build({
    stdin: { contents: source, loader: 'ts', resolveDir: fileURLToPath(new URL('../..', import.meta.url)) },
    outfile: program,
    bundle: true,
    platform: 'node',
    format: 'esm',
    logLevel: 'error',
    banner: { js: "import { createRequire as __r } from 'node:module'; const require = __r(import.meta.url);" },
  });
});

function problemsOf(text: string): number {
  const file = join(folder, 'x.yaml');
  writeFileSync(file, text);
  return Number(
    execFileSync(process.execPath, [program, file], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }),
  );
}

test.each([
  ['brackets that stay open', '['.repeat(2000)],
  ['a mapping in a mapping in a mapping', Array.from({ length: 1000 }, (_, at) => `${' '.repeat(at)}a:`).join('\n')],
  ['braces', `${'{a: '.repeat(2000)}1${'}'.repeat(2000)}`],
])('%s are refused', (_what, text) => {
  expect(problemsOf(text)).toBeGreaterThan(0);
});

test('a few lists nested 900 deep are refused', () => {
  const text = Array.from({ length: 3 }, () => `- ${'['.repeat(900)}${']'.repeat(900)}`).join('\n');
  expect(problemsOf(text)).toBeGreaterThan(0);
});
