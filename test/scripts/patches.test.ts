import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { applyPatch, parsePatch, reversePatch } from 'diff';
import { build } from 'esbuild';
import { afterAll, describe, expect, inject, test } from 'vitest';
import { MEASURING } from '../../scripts/own-width.mjs';
import { applyPatches, patchGuard, readPatches } from '../../scripts/patches.mjs';

const top = realpathSync(mkdtempSync(join(tmpdir(), 'tenken-patches-')));
afterAll(() => rmSync(top, { recursive: true, force: true }));

const [patch] = readPatches('.');
const { name, version, diff } = patch ?? expect.fail('no patch');
const changes = parsePatch(diff);
const moduleOf = (path = ''): string => path.slice(`a/node_modules/${name}/`.length);
const MODULES = changes.map(one => moduleOf(one.oldFileName));
const patchedText = (module: string): string => readFileSync(join('node_modules', name, module), 'utf8');

/** The modules as they are published. */
const published = Object.fromEntries(
  changes.map(one => {
    const module = moduleOf(one.oldFileName);
    return [module, applyPatch(patchedText(module), reversePatch(one)) || expect.fail(`${module} is not patched`)];
  }),
);

function writePackage(folder: string, manifest: object, texts: Record<string, string>): string {
  for (const [module, text] of Object.entries(texts)) {
    mkdirSync(dirname(join(folder, module)), { recursive: true });
    writeFileSync(join(folder, module), text);
  }
  const exports = { default: `./${Object.keys(texts)[0]}` };
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ name, version, type: 'module', exports, ...manifest }));
  return folder;
}

/** A repository whose `node_modules` leads to a store, as pnpm and linked trees keep it. */
function repository(manifest: object = {}, texts = published): { root: string; store: string } {
  const root = mkdtempSync(join(top, 'root-'));
  const store = writePackage(join(root, 'store', name), manifest, texts);
  mkdirSync(join(root, 'node_modules'));
  symlinkSync(store, join(root, 'node_modules', name), 'junction');
  cpSync('patches', join(root, 'patches'), { recursive: true });
  writeFileSync(join(root, 'package.json'), '{"name":"root"}');
  return { root, store };
}

describe('patches', () => {
  test('are applied through links, once, and never written into a file that others share', () => {
    const { root, store } = repository();
    for (const [index, module] of MODULES.entries()) linkSync(join(store, module), join(root, `shared-${index}`));
    for (const _ of ['first', 'again']) applyPatches(root);
    for (const [index, module] of MODULES.entries()) {
      expect(readFileSync(join(store, module), 'utf8')).toBe(patchedText(module));
      expect(readFileSync(join(root, `shared-${index}`), 'utf8')).toBe(published[module]);
    }
    expect(readdirSync(join(store, 'build')).filter(one => one.endsWith('.new'))).toEqual([]);
  });

  test('are refused for another version, and for other code than they were written for', () => {
    const other = repository({ version: '0.0.1' });
    expect(() => applyPatches(other.root)).toThrow(`which is for ${name} ${version}`);
    for (const module of MODULES) {
      const changed = repository({}, { ...published, [module]: 'export default 1;\n' });
      expect(() => applyPatches(changed.root)).toThrow(module);
    }
  });
});

describe('the guard of the build', () => {
  async function bundle(root: string, folder: string): Promise<{ errors: string[]; missed: string[] }> {
    const { plugin, missed } = patchGuard(root);
    const result = await build({
      entryPoints: MODULES.map(module => join(folder, module)),
      outdir: root,
      bundle: true,
      write: false,
      format: 'esm',
      logLevel: 'silent',
      // The modules alone, without what they import.
      plugins: [plugin, { name: 'alone', setup: ({ onResolve }) => onResolve({ filter: /./ }, outside) }],
    }).catch((error: { errors: { text: string }[] }) => error);
    return { errors: result.errors.map(({ text }) => text), missed: missed() };
  }
  const outside = ({ kind }: { kind: string }) => (kind === 'entry-point' ? undefined : { external: true });

  test('passes patched modules wherever they lie', async () => {
    const { root, store } = repository();
    applyPatches(root);
    for (const folder of [store, join(root, 'node_modules', name)])
      expect(await bundle(root, folder)).toEqual({ errors: [], missed: [] });
  });

  test('refuses every module that was not patched, in a nested copy too, and names what was not met', async () => {
    const { root, store } = repository();
    applyPatches(root);
    const nested = writePackage(join(store, 'node_modules', 'other', 'node_modules', name), {}, published);
    const { errors, missed } = await bundle(root, nested);
    expect(errors).toHaveLength(MODULES.length);
    expect(missed.sort()).toEqual(MODULES.map(module => `${name}/${module}`).sort());
  });

  test('refuses another version', async () => {
    const { root } = repository();
    const old = writePackage(
      join(root, 'node_modules', 'other', 'node_modules', name),
      { version: '0.0.1' },
      published,
    );
    expect((await bundle(root, old)).errors).toHaveLength(MODULES.length);
  });
});

test('tests run the patched library', () => {
  expect(() => applyPatches(process.cwd())).not.toThrow();
  expect(patchedText('build/output.js')).toContain('FrameCache');
});

test('every library of the screens that measures texts does it by our module in tests', () => {
  const dependenciesOf = (folder: string): string[] => {
    const { dependencies = {} } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    return Object.keys(dependencies);
  };
  const seen = new Set<string>();
  const visit = (library: string): boolean => {
    const folder = join('node_modules', library);
    if (library === 'string-width') return true;
    if (seen.has(library) || !existsSync(folder)) return MEASURING.includes(library);
    seen.add(library);
    const measures = dependenciesOf(folder).map(visit).includes(true);
    if (measures) expect(MEASURING).toContain(library);
    return measures;
  };
  expect(visit(name)).toBe(true);
});

describe('the build', () => {
  test('holds nothing that is for developers of libraries', () => {
    const folder = dirname(inject('program'));
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(one => one.endsWith('.mjs'));
    expect(files.length).toBeGreaterThan(10);
    const held = files.filter(file =>
      /env\??\.?\[?["']?DEV\b|react-devtools/.test(readFileSync(join(folder, file), 'utf8')),
    );
    expect(held).toEqual([]);
  });

  test('that fails leaves the old program as it was', () => {
    const dist = join(top, 'dist');
    mkdirSync(dist);
    writeFileSync(join(dist, 'tenken.mjs'), 'old');
    // A folder cannot be written as a file: the last step fails.
    const failed = spawnSync(process.execPath, ['scripts/build.mjs', '--outdir', dist, '--metafile', top]);
    expect(failed.status).toBe(1);
    expect(readdirSync(dist)).toEqual(['tenken.mjs']);
    expect(readdirSync(top).filter(one => one.startsWith('dist'))).toEqual(['dist']);
  }, 120_000);
});
