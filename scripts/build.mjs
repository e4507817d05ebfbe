// Bundles the program and compiles the questionnaires beside it: `build.mjs [--outdir DIR] [--metafile FILE]`.
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';
import { oneCore } from './one-core.mjs';
import { ownWidth } from './own-width.mjs';
import { applyPatches, patchGuard } from './patches.mjs';
import { writeSupply } from './sbom.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const { values } = parseArgs({ options: { outdir: { type: 'string' }, metafile: { type: 'string' } } });
const dist = values.outdir ? resolve(values.outdir) : join(root, 'dist');
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
/** Bundled CommonJS asks for modules of Node only; a real `require` would cost every file of the bundle a millisecond. */
const require = 'const require = id => process.getBuiltinModule(id);';
/** zod brings its messages in fifty languages; what a person reads comes from `locales/`. */
const oneLocale = {
  name: 'one-locale',
  setup: ({ onResolve }) => {
    onResolve({ filter: /locales\/index\.js$/ }, ({ importer }) =>
      importer.includes(join('node_modules', 'zod')) ? { path: join(root, 'scripts/empty.mjs') } : undefined,
    );
  },
};
/** The program must not be able to reach a network: the layout engine would fetch its own code. */
const noNetwork = Object.fromEntries(
  ['fetch', 'WebSocket', 'XMLHttpRequest', 'EventSource']
    .flatMap(name => [name, `globalThis.${name}`])
    .map(name => [name, 'undefined']),
);
const common = {
  plugins: [oneLocale, ownWidth],
  bundle: true,
  platform: 'node',
  target: 'node20.19',
  // Node 20 knows both; a pattern written as a call would be compiled anew each time it is asked.
  supported: { 'regexp-unicode-property-escapes': true, 'regexp-set-notation': true },
  format: 'esm',
  jsx: 'automatic',
  legalComments: 'none',
  logLevel: 'warning',
  define: {
    'process.env.NODE_ENV': '"production"',
    __TENKEN_VERSION__: JSON.stringify(version),
    ...noNetwork,
  },
  banner: { js: require },
  alias: { 'react-devtools-core': join(root, 'scripts/empty.mjs') },
};

/** Everything is written beside the old build, which is left alone until the new one is whole. */
const fresh = `${dist}.new`;
rmSync(fresh, { recursive: true, force: true });
try {
  applyPatches(root);
  await writeAll();
  swap();
} finally {
  rmSync(fresh, { recursive: true, force: true });
}

async function writeAll() {
  const guard = patchGuard(root);
  mkdirSync(join(fresh, 'questionnaires'), { recursive: true });
  const { metafile } = await build({
    ...common,
    plugins: [...common.plugins, guard.plugin, await oneCore(root, common)],
    absWorkingDir: root,
    metafile: true,
    entryPoints: { tenken: join(root, 'src/main.ts') },
    outdir: fresh,
    outExtension: { '.js': '.mjs' },
    splitting: true,
    chunkNames: 'chunks/[name]-[hash]',
    minify: true,
  });
  const missing = [...guard.missed(), ...(metafile.inputs['scripts/string-width.mjs'] ? [] : ['our string-width'])];
  if (missing.length > 0) throw new Error(`changed for the bundle, but not in it: ${missing.join(', ')}`);
  await writeQuestionnaires();
  writeFileSync(join(fresh, 'LICENSE'), readFileSync(join(root, 'LICENSE')));
  writeSupply(root, metafile, fresh);
  if (values.metafile) writeFileSync(resolve(values.metafile), JSON.stringify(metafile));
}

async function writeQuestionnaires() {
  const compiler = join(fresh, 'compile.mjs');
  await build({ ...common, entryPoints: [join(root, 'scripts/compile-questionnaires.ts')], outfile: compiler });
  const { compileQuestionnaires } = await import(pathToFileURL(compiler));
  const problems = compileQuestionnaires(join(root, 'questionnaires'), join(fresh, 'questionnaires'));
  rmSync(compiler);
  if (problems.length > 0) throw new Error(problems.join('\n'));
}

/** Puts the new build in the place of the old one. */
function swap() {
  const old = `${dist}.old`;
  rmSync(old, { recursive: true, force: true });
  if (existsSync(dist)) renameSync(dist, old);
  renameSync(fresh, dist);
  rmSync(old, { recursive: true, force: true });
}
