import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

type Locked = { version?: string; resolved?: string; integrity?: string; link?: boolean; hasInstallScript?: boolean };
type Manifest = { name: string; version: string; license: string; dependencies?: Record<string, string> };
type Component = {
  'bom-ref': string;
  group?: string;
  name: string;
  version: string;
  purl: string;
  hashes?: Hash[];
  licenses: { license: { id: string } }[];
  pedigree?: {
    ancestors: { purl: string; hashes: Hash[] }[];
    patches: { diff: { text: { content: string } } }[];
    notes: string;
  };
};
type Hash = { alg: string; content: string };
type Bill = {
  bomFormat: string;
  specVersion: string;
  serialNumber?: string;
  metadata: { timestamp?: string; component: { 'bom-ref': string } };
  components: Component[];
  dependencies: { ref: string; dependsOn: string[] }[];
};

const read = <T>(file: string): T => JSON.parse(readFileSync(file, 'utf8')) as T;
const lock = read<{ packages: Record<string, Locked> }>('package-lock.json').packages;
const root = mkdtempSync(join(tmpdir(), 'tenken-supply-'));
const dist = join(root, 'dist');
const metafile = join(root, 'meta.json');

beforeAll(() => build(dist, metafile), 120_000);
afterAll(() => rmSync(root, { recursive: true, force: true }));

function build(outdir: string, meta: string, env: Record<string, string> = {}): void {
  execFileSync(process.execPath, ['scripts/build.mjs', '--outdir', outdir, '--metafile', meta], {
    env: { ...process.env, SOURCE_DATE_EPOCH: '', ...env },
  });
}

const bill = (folder = dist): Bill => read<Bill>(join(folder, 'sbom.cdx.json'));
/** The checksum of a package as it was published. */
const checksumsOf = (one: Component | undefined): Hash[] | undefined =>
  one?.hashes ?? one?.pedigree?.ancestors[0]?.hashes;
const nameOf = ({ group, name }: Component): string => (group ? `${group}/${name}` : name);

/** The folders of the packages whose code is in the bundle. */
function bundled(): string[] {
  const { outputs } = read<{ outputs: Record<string, { inputs: Record<string, unknown> }> }>(metafile);
  const files = Object.values(outputs).flatMap(({ inputs }) => Object.keys(inputs));
  const inPackages = files.filter(file => file.includes('node_modules/'));
  return [...new Set(inPackages.map(folderOf))];
}

function folderOf(file: string): string {
  const [first = '', second = ''] = file.slice(file.lastIndexOf('node_modules/') + 'node_modules/'.length).split('/');
  const length = file.lastIndexOf('node_modules/') + 'node_modules/'.length;
  return file.slice(0, length) + (first.startsWith('@') ? `${first}/${second}` : first);
}

describe('the bill of materials', () => {
  test('holds every package of the bundle with version, licence and checksum', () => {
    const listed = new Map(bill().components.map(one => [`${nameOf(one)}@${one.version}`, one]));
    const folders = bundled();
    expect(folders.length).toBeGreaterThan(100);
    const wanted = folders.map(folder => ({ folder, ...read<Manifest>(join(folder, 'package.json')) }));
    for (const { folder, name, version, license } of wanted) {
      const sha512 = Buffer.from(lock[folder]?.integrity?.replace('sha512-', '') ?? '', 'base64').toString('hex');
      expect(listed.get(`${name}@${version}`), folder).toMatchObject({
        licenses: [{ license: { id: license } }],
        purl: `pkg:npm/${name.replace('@', '%40')}@${version}`,
      });
      expect(checksumsOf(listed.get(`${name}@${version}`)), folder).toEqual([{ alg: 'SHA-512', content: sha512 }]);
      expect(sha512).toMatch(/^[0-9a-f]{128}$/);
    }
    expect(listed.size).toBe(new Set(wanted.map(one => `${one.name}@${one.version}`)).size);
  });

  test('is of the format that it names, and everything in it hangs together', () => {
    const { bomFormat, specVersion, metadata, components, dependencies } = bill();
    expect([bomFormat, specVersion]).toEqual(['CycloneDX', '1.6']);
    const refs = [metadata.component['bom-ref'], ...components.map(one => one['bom-ref'])];
    expect(new Set(refs).size).toBe(refs.length);
    expect(dependencies.map(one => one.ref)).toEqual(refs);
    const known = new Map(dependencies.map(one => [one.ref, one.dependsOn]));
    const reached = new Set<string>();
    const follow = (ref: string): void => {
      if (reached.has(ref)) return;
      reached.add(ref);
      for (const next of known.get(ref) ?? [`${ref} is not listed`]) follow(next);
    };
    follow(refs[0] ?? '');
    expect([...reached].sort()).toEqual(refs.sort());
  });

  test('says of the patched libraries that they are, how and why', () => {
    const edited = bill().components.filter(one => one.pedigree !== undefined);
    expect(edited.map(nameOf)).toEqual(['ink']);
    for (const { hashes, purl, pedigree } of edited) {
      expect(hashes).toBeUndefined();
      expect(pedigree?.ancestors.map(one => one.purl)).toEqual([purl]);
      expect(pedigree?.patches[0]?.diff.text.content).toMatch(
        /^diff --git [\s\S]*\n--- [\s\S]*\n@@ [\s\S]*\n-[\s\S]*\n\+/,
      );
      expect(pedigree?.notes).toMatch(/\.$/);
    }
  });

  test('has the same bytes in another folder, and a time only if one is given', () => {
    const again = join(root, 'again');
    build(again, join(root, 'again.json'));
    for (const name of ['sbom.cdx.json', 'THIRD-PARTY-LICENSES.txt'])
      expect(readFileSync(join(again, name)).equals(readFileSync(join(dist, name)))).toBe(true);
    expect(bill()).not.toHaveProperty('serialNumber');
    expect(bill().metadata).not.toHaveProperty('timestamp');
    build(again, join(root, 'again.json'), { SOURCE_DATE_EPOCH: '1795305600' });
    expect(bill(again).metadata.timestamp).toBe('2026-11-22T00:00:00.000Z');
  }, 120_000);
});

test('the licence texts name every package and hold a text for each', () => {
  const parts = readFileSync(join(dist, 'THIRD-PARTY-LICENSES.txt'), 'utf8')
    .split(`\n${'-'.repeat(80)}\n\n`)
    .slice(1);
  expect(parts.map(part => part.split(' (')[0])).toEqual(bill().components.map(one => `${nameOf(one)} ${one.version}`));
  const withoutText = parts.filter(part => !/permission|redistribution/i.test(part) || part.length < 500);
  expect(withoutText).toEqual([]);
});

describe.each([
  ['of the program', 'package', 150],
  ['of the tests', 'test/package', 350],
])('the lockfile %s', (_, file, least) => {
  const locked = read<{ packages: Record<string, Locked> }>(`${file}-lock.json`).packages;
  const packages = Object.entries(locked).filter(([place, { link }]) => place.includes('node_modules/') && !link);

  test('has a SHA-512 for every package', () => {
    expect(packages.length).toBeGreaterThan(least);
    expect(packages.filter(([, one]) => !/^sha512-[A-Za-z0-9+/]{86}==$/.test(one.integrity ?? ''))).toEqual([]);
  });

  test('lets no package run a script while it is installed', () => {
    expect(packages.filter(([, one]) => one.hasInstallScript)).toEqual([]);
    // What npm 11 and later go by; it names those that bring a script all the same.
    const { allowScripts = {} } = read<{ allowScripts?: Record<string, boolean> }>(`${file}.json`);
    expect(Object.values(allowScripts)).not.toContain(true);
  });

  test('takes packages from the public registry only', () => {
    const elsewhere = ({ resolved = 'https://registry.npmjs.org/' }: Locked): boolean =>
      !resolved.startsWith('https://registry.npmjs.org/');
    expect(packages.filter(([, one]) => elsewhere(one))).toEqual([]);
    expect(packages.filter(([, one]) => !/^\d+\.\d+\.\d+/.test(one.version ?? ''))).toEqual([]);
  });
});

test('whoever installs tenken installs nothing else', () => {
  const manifest = read<Record<string, unknown>>('package.json');
  for (const field of ['dependencies', 'optionalDependencies', 'peerDependencies', 'bundleDependencies'])
    expect(manifest).not.toHaveProperty(field);
  for (const script of ['preinstall', 'install', 'postinstall']) expect(manifest['scripts']).not.toHaveProperty(script);
  expect(manifest['files']).toContain('dist');
  expect(existsSync(join(dist, 'THIRD-PARTY-LICENSES.txt'))).toBe(true);
});
