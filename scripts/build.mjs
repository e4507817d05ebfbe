// Bundles the program into one file and compiles the questionnaires beside it.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const dist = join(root, 'dist');
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const require =
  "import { createRequire as __createRequire } from 'node:module';\nconst require = __createRequire(import.meta.url);";
/** zod brings its messages in fifty languages; what a person reads comes from `locales/`. */
const oneLocale = {
  name: 'one-locale',
  setup: ({ onResolve }) => {
    onResolve({ filter: /locales\/index\.js$/ }, ({ importer }) =>
      importer.includes(join('node_modules', 'zod')) ? { path: join(root, 'scripts/empty.mjs') } : undefined,
    );
  },
};
const common = {
  plugins: [oneLocale],
  bundle: true,
  platform: 'node',
  target: 'node20.19',
  format: 'esm',
  jsx: 'automatic',
  legalComments: 'none',
  logLevel: 'warning',
  define: { 'process.env.NODE_ENV': '"production"', __TENKEN_VERSION__: JSON.stringify(version) },
  banner: { js: require },
  alias: { 'react-devtools-core': join(root, 'scripts/empty.mjs'), 'cli-highlight': join(root, 'scripts/empty.mjs') },
};

rmSync(dist, { recursive: true, force: true });
mkdirSync(join(dist, 'questionnaires'), { recursive: true });
await build({
  ...common,
  entryPoints: { tenken: join(root, 'src/main.ts') },
  outdir: dist,
  outExtension: { '.js': '.mjs' },
  splitting: true,
  chunkNames: 'chunks/[name]-[hash]',
  minify: true,
});

const compiler = join(dist, 'compile.mjs');
await build({ ...common, entryPoints: [join(root, 'scripts/compile-questionnaires.ts')], outfile: compiler });
const { compileQuestionnaires } = await import(pathToFileURL(compiler));
const problems = compileQuestionnaires(join(root, 'questionnaires'), join(dist, 'questionnaires'));
rmSync(compiler);
if (problems.length > 0) {
  for (const line of problems) console.error(line);
  process.exit(1);
}
writeFileSync(join(dist, 'LICENSE'), readFileSync(join(root, 'LICENSE')));
