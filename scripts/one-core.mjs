import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { build } from 'esbuild';

/** Where the program begins, and what it loads one after the other until a screen is there. */
const BOOT = 'src/boot.ts';
const ROOTS = [
  BOOT,
  'src/cli/commands/home.ts',
  'src/cli/commands/open.ts',
  'src/questionnaire/load/shipped.ts',
  'src/store/assessments.ts',
  'src/ui/start.ts',
  'src/workspace/workspace.ts',
];
const CORE = 'tenken:core';

/**
 * Keeps what every start needs in one file. Left alone, esbuild makes a file for every set of commands that have a
 * module in common, which were 65 files for the first frame, and each takes a millisecond to find, read and link. Here
 * every part that is loaded later is said to need the core, which by then is always there; so all have it in common.
 * The screens and their libraries stay apart: commands do not load them.
 */
export async function oneCore(root, options) {
  const { metafile } = await build({
    ...options,
    absWorkingDir: root,
    entryPoints: ROOTS,
    outdir: 'unused',
    metafile: true,
    write: false,
  });
  const [core, later] = partsOf(metafile.inputs);
  const lines = paths => paths.map(one => `import ${JSON.stringify(join(root, one))};\n`).join('');
  return {
    name: 'one-core',
    setup: ({ onResolve, onLoad }) => {
      onResolve({ filter: /^tenken:core$/ }, () => ({ path: CORE, namespace: 'tenken' }));
      onLoad({ filter: /.*/, namespace: 'tenken' }, () => ({ contents: lines(core), resolveDir: root }));
      onLoad({ filter: /[\\/]src[\\/].*\.tsx?$/ }, ({ path }) => {
        if (!later.has(relative(root, path).replaceAll('\\', '/'))) return undefined;
        const contents = `import '${CORE}';${readFileSync(path, 'utf8')}`;
        return { contents, loader: path.endsWith('x') ? 'tsx' : 'ts' };
      });
    },
  };
}

/** The modules of the core, and those of the program that are loaded later than the first one. */
function partsOf(inputs) {
  const core = new Set();
  const visit = path => {
    if (core.has(path)) return;
    core.add(path);
    for (const one of inputs[path].imports) if (one.kind === 'import-statement' && !one.external) visit(one.path);
  };
  for (const one of ROOTS) visit(one);
  const all = Object.values(inputs).flatMap(({ imports }) => imports);
  const later = all.filter(({ kind, external }) => kind === 'dynamic-import' && !external).map(({ path }) => path);
  return [
    [...core].filter(path => path.startsWith('src/') && !path.startsWith('src/ui/')),
    new Set([BOOT, ...later.filter(path => path.startsWith('src/'))]),
  ];
}
