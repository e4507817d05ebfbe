// Our changes to libraries: `patches/NAME+VERSION.patch`, applied in `node_modules` so that tests, scripts and the bundle
// run the same code. A published tenken needs none of this: it is a bundle.
import { chmodSync, existsSync, readdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative, resolve } from 'node:path';
import { applyPatch, parsePatch, reversePatch } from 'diff';

/**
 * The patches of the repository. `notes` is their first paragraph, which says what they are for; `files` are the changed
 * modules by their path in the package.
 */
export function readPatches(root) {
  const folder = join(root, 'patches');
  const names = readdirSync(folder).filter(one => one.endsWith('.patch'));
  return names.sort().map(file => {
    const [, name, version] = /^(.+)\+([^+]+)\.patch$/.exec(file.replaceAll('__', '/')) ?? [];
    const text = readFileSync(join(folder, file), 'utf8').replaceAll('\r\n', '\n');
    const diff = text.slice(text.indexOf('diff --git '));
    const within = `a/node_modules/${name}/`;
    const files = new Map(parsePatch(diff).map(one => [one.oldFileName.slice(within.length), one]));
    return { file: `patches/${file}`, name, version, notes: text.split('\n\n')[0], diff, files };
  });
}

/**
 * Patches the packages that the repository resolves to, wherever `node_modules` keeps them, and leaves alone what is
 * patched already. Throws where a package is of another version or holds other code than a patch was written for.
 */
export function applyPatches(root) {
  for (const patch of readPatches(root)) {
    const folder = folderOf(createRequire(resolve(root, 'package.json')).resolve(patch.name), new Map());
    for (const [path, change] of patch.files) {
      const file = join(folder, path);
      const text = readFileSync(file, 'utf8');
      if (isPatched(text, change)) continue;
      const patched = isOfVersion(folder, patch) && applyPatch(text, change);
      if (patched === false) throw new Error(doesNotFit(file, patch));
      replaceFile(file, patched);
    }
  }
}

/**
 * A plugin of esbuild that changes nothing: it fails the build where a module of a patched package that is bundled,
 * whichever copy it is, was not patched. `missed()` gives the modules of patches that the bundle does not hold.
 */
export function patchGuard(root) {
  const patches = readPatches(root);
  const met = new Set();
  const known = new Map();
  const endings = patches.flatMap(({ files }) => [...files.keys()].map(pathPattern));
  const setup = ({ onLoad }) => {
    onLoad({ filter: new RegExp(`[\\\\/](?:${endings.join('|')})$`) }, ({ path }) => {
      const folder = folderOf(path, known);
      const patch = patches.find(one => one.name === known.get(folder)?.name);
      const module = relative(folder, path).replaceAll('\\', '/');
      const change = patch?.files.get(module);
      if (change === undefined) return undefined;
      const isWanted = isOfVersion(folder, patch) && isPatched(readFileSync(path, 'utf8'), change);
      if (!isWanted) return { errors: [{ text: doesNotFit(path, patch) }] };
      met.add(`${patch.name}/${module}`);
      return undefined;
    });
  };
  const all = patches.flatMap(({ name, files }) => [...files.keys()].map(module => `${name}/${module}`));
  return { plugin: { name: 'patch-guard', setup }, missed: () => all.filter(module => !met.has(module)) };
}

/** How a package was changed, as CycloneDX tells it; undefined where it is as it was published. */
export function pedigreeOf(root, { name, version }) {
  const patch = readPatches(root).find(one => one.name === name && one.version === version);
  if (patch === undefined) return undefined;
  const diff = { text: { contentType: 'text/x-diff', content: patch.diff } };
  return { patches: [{ type: 'unofficial', diff }], notes: patch.notes };
}

const isPatched = (text, change) => applyPatch(text, reversePatch(change)) !== false;

const doesNotFit = (file, { file: patch, name, version }) =>
  `${file} does not hold ${patch}, which is for ${name} ${version} as it is published. \`npm ci\` brings that back; a new version needs a new patch.`;

/** The file may be a hard link into a store that other projects share, so it is replaced and never written into. */
function replaceFile(file, text) {
  const fresh = `${file}.${process.pid}.new`;
  writeFileSync(fresh, text);
  chmodSync(fresh, statSync(file).mode);
  renameSync(fresh, file);
}

const pathPattern = path => path.replaceAll('.', '\\.').replaceAll('/', '[\\\\/]');

const isOfVersion = (folder, { version }) => manifestOf(folder).version === version;

/** The folder of the package that a file belongs to; `known` keeps the package.json files that were read. */
function folderOf(file, known) {
  let folder = dirname(file);
  while (folder !== dirname(folder)) {
    if (!known.has(folder)) known.set(folder, manifestOf(folder));
    if (known.get(folder).name !== undefined) break;
    folder = dirname(folder);
  }
  return folder;
}

/** The package.json of a folder, if it has one; some say only of which kind the modules are. */
function manifestOf(folder) {
  const manifest = join(folder, 'package.json');
  return existsSync(manifest) ? JSON.parse(readFileSync(manifest, 'utf8')) : {};
}
