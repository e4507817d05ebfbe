// Runs a TypeScript file of ours: `node scripts/run.mjs FILE [ARGUMENT ...]`.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { ownWidth } from './own-width.mjs';

const [file, ...words] = process.argv.slice(2);
const folder = mkdtempSync(join(tmpdir(), 'tenken-run-'));
const outfile = join(folder, 'run.mjs');
await build({
  entryPoints: [file],
  outfile,
  bundle: true,
  platform: 'node',
  target: 'node20.19',
  format: 'esm',
  logLevel: 'warning',
  plugins: [ownWidth],
  banner: { js: "import { createRequire as __r } from 'node:module'; const require = __r(import.meta.url);" },
});
process.argv = [process.argv[0], outfile, ...words];
await import(pathToFileURL(outfile).href);
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
