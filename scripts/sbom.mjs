// What of other people's work is in the bundle: a bill of materials in CycloneDX and the texts of the licences.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pedigreeOf } from './patches.mjs';

/**
 * Writes `sbom.cdx.json` and `THIRD-PARTY-LICENSES.txt` into a folder, from the metafile of the bundler and the lockfile.
 * The same bundle gives the same bytes; `SOURCE_DATE_EPOCH` adds a time.
 */
export function writeSupply(root, metafile, folder) {
  const packages = packagesIn(root, metafile);
  writeFileSync(join(folder, 'sbom.cdx.json'), `${JSON.stringify(billOf(root, packages), undefined, 2)}\n`);
  writeFileSync(join(folder, 'THIRD-PARTY-LICENSES.txt'), licenceTexts(root, packages));
}

/** The packages with code in the bundle, each once, in the order of their names. */
function packagesIn(root, { outputs }) {
  const lock = readJson(join(root, 'package-lock.json')).packages;
  const files = Object.values(outputs).flatMap(({ inputs }) => Object.keys(inputs));
  const places = new Set(files.map(placeOf).filter(place => place !== undefined));
  const found = new Map();
  for (const place of [...places].sort()) {
    const {
      name,
      version,
      license,
      dependencies = {},
      optionalDependencies = {},
    } = readJson(join(root, place, 'package.json'));
    const integrity = lock[place]?.integrity;
    const purl = `pkg:npm/${name.replace('@', '%40')}@${version}`;
    if (!version || !license || !integrity || lock[place].version !== version)
      throw new Error(`${place} differs from package-lock.json, or says no licence`);
    const wanted = Object.keys({ ...dependencies, ...optionalDependencies });
    const needs = wanted.map(one => resolvePackage(places, place, one)).filter(one => one !== undefined);
    if (!found.has(purl)) found.set(purl, { place, name, version, license, integrity, purl, needs: new Set() });
    for (const need of needs) found.get(purl).needs.add(need);
  }
  return [...found.values()].sort((a, b) => (a.purl < b.purl ? -1 : 1));
}

/** The folder of the package that a file belongs to, as the lockfile writes it. */
function placeOf(file) {
  return /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(file)?.[0];
}

/** Where Node.js would find a package from another one, if it is in the bundle. */
function resolvePackage(places, from, name) {
  for (let folder = from; ; folder = dirname(folder)) {
    const place = folder === '.' ? `node_modules/${name}` : `${folder}/node_modules/${name}`;
    if (places.has(place)) return place;
    if (folder === '.') return undefined;
  }
}

function billOf(root, packages) {
  const { name, version, license, devDependencies } = readJson(join(root, 'package.json'));
  const self = `pkg:npm/${name}@${version}`;
  const byPlace = place => {
    const { name, version } = readJson(join(root, place, 'package.json'));
    return packages.find(one => one.name === name && one.version === version)?.purl;
  };
  const direct = packages.filter(one => one.place === `node_modules/${one.name}` && one.name in devDependencies);
  const epoch = process.env.SOURCE_DATE_EPOCH;
  return {
    $schema: 'http://cyclonedx.org/schema/bom-1.6.schema.json',
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    version: 1,
    metadata: {
      ...(epoch && { timestamp: new Date(Number(epoch) * 1000).toISOString() }),
      component: { type: 'application', 'bom-ref': self, name, version, licenses: licencesOf(license), purl: self },
    },
    components: packages.map(one => componentOf(one, pedigreeOf(root, one))),
    dependencies: [
      { ref: self, dependsOn: direct.map(one => one.purl).sort() },
      ...packages.map(({ purl, needs }) => ({ ref: purl, dependsOn: [...new Set([...needs].map(byPlace))].sort() })),
    ],
  };
}

/** A package; where it was patched, the published one, with its checksum, is what it came from. */
function componentOf(one, changes) {
  const { license, purl } = one;
  const { hashes, ...named } = publishedOf(one);
  return {
    type: 'library',
    'bom-ref': purl,
    ...named,
    scope: 'required',
    ...(!changes && { hashes }),
    licenses: licencesOf(license),
    purl,
    ...(changes && { pedigree: { ancestors: [{ type: 'library', ...named, hashes, purl }], ...changes } }),
  };
}

function publishedOf({ name, version, integrity }) {
  const [group, bare] = name.startsWith('@') ? name.split('/') : [undefined, name];
  const content = Buffer.from(integrity.replace('sha512-', ''), 'base64').toString('hex');
  return { ...(group && { group }), name: bare, version, hashes: [{ alg: 'SHA-512', content }] };
}

function licencesOf(license) {
  return /[ ()]/.test(license) ? [{ expression: license }] : [{ license: { id: license } }];
}

function licenceTexts(root, packages) {
  const head = 'tenken holds code of the packages below, each under the licence that follows its name.\n';
  const parts = packages.map(one => `${one.name} ${one.version} (${one.license})\n\n${textOf(root, one)}\n`);
  return [head, ...parts].join(`\n${'-'.repeat(80)}\n\n`);
}

function textOf(root, { place, license }) {
  const folder = join(root, place);
  const files = readdirSync(folder).filter(name => /^(?:licen[cs]e|copying|notice)/i.test(name));
  if (files.length === 0 && license === 'MIT') return plainMit(root, folder);
  if (files.length === 0) throw new Error(`${place} holds no text of its licence`);
  const texts = files.sort().map(name => readFileSync(join(folder, name), 'utf8'));
  return texts.map(text => text.replaceAll('\r\n', '\n').trim()).join('\n\n');
}

/** The licence for a package without a text of it: the copyright line in its code, and the words that all MIT licences share. */
function plainMit(root, folder) {
  const { main = 'index.js' } = readJson(join(folder, 'package.json'));
  const code = existsSync(join(folder, main)) ? readFileSync(join(folder, main), 'utf8') : '';
  const copyright = /Copyright .*/.exec(code)?.[0];
  if (!copyright) throw new Error(`${folder} names nobody who has the copyright`);
  const ours = readFileSync(join(root, 'LICENSE'), 'utf8');
  return `MIT License\n\n${copyright}\n\n${ours.slice(ours.indexOf('Permission is hereby granted')).trim()}`;
}

function readJson(file) {
  return JSON.parse(readFileSync(file, 'utf8'));
}
