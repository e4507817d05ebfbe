import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { afterAll, describe, expect, test } from 'vitest';
import { EDITS, edited, libraryEdits, MAY_BE_EMOJI } from '../../scripts/library-edits.mjs';

// The compiler does not know this flag for the oldest Node yet.
const SETS = 'v';
const ALL = new RegExp(String.raw`^\p{RGI_Emoji}$`, SETS);
const FAMILY = ['👩‍❤️‍💋‍👨', '🏴󠁧󠁢󠁷󠁬󠁳󠁿', '👩🏽‍🚀', '🏳️‍🌈', '👨‍👩‍👧‍👦', '🇯🇵', '1️⃣', '☝🏿', '⛹🏻‍♀️'];

test('whatever is an emoji of two cells is taken for one that may be', () => {
  let seen = 0;
  const missed: string[] = [];
  for (let code = 0; code <= 0x10_ff_ff; code += 1) {
    const alone = String.fromCodePoint(code);
    for (const text of [alone, `${alone}\ufe0f`, `${alone}\ufe0f\u20e3`, `${alone}\u{1f3fd}`]) {
      if (!ALL.test(text)) continue;
      seen += 1;
      if (!MAY_BE_EMOJI.test(text)) missed.push(text);
    }
  }
  expect(missed).toEqual([]);
  expect(seen).toBeGreaterThan(1400);
  expect(FAMILY.filter(one => !ALL.test(one) || !MAY_BE_EMOJI.test(one))).toEqual([]);
});

test('what the program itself writes is none', () => {
  for (const lang of ['ja', 'en']) {
    const texts = Object.entries<string>(JSON.parse(readFileSync(`locales/${lang}.json`, 'utf8')));
    expect(texts.filter(([, text]) => MAY_BE_EMOJI.test(text))).toEqual([]);
  }
});

describe.each(Object.keys(EDITS))('%s', module => {
  const source = readFileSync(`node_modules/${module}`, 'utf8');

  test('is edited everywhere', () => {
    const result = edited(module, source);
    for (const [from, to] of EDITS[module] ?? [])
      expect(result.split(to).length, to).toBeGreaterThanOrEqual(source.split(from).length);
  });

  test('is refused where it is another source than the one that was edited', () => {
    for (const [from] of EDITS[module] ?? [])
      expect(() => edited(module, source.replaceAll(from, ''))).toThrow(`${module} does not hold: ${from}`);
  });
});

describe('the build', () => {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'tenken-edits-')));
  afterAll(() => rmSync(root, { recursive: true, force: true }));
  const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as { devDependencies: Record<string, string> };
  const wanted = manifest.devDependencies['string-width'] ?? '';

  /** A package in a store, as pnpm and linked trees keep it. */
  function stored(version: string, source: string): string {
    const folder = join(root, 'store', version, 'lib');
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'package.json'), JSON.stringify({ name: 'string-width', version, type: 'module' }));
    writeFileSync(join(folder, 'index.js'), source);
    return join(folder, 'index.js');
  }

  async function bundle(path: string): Promise<{ text: string; missed: string[] }> {
    const { plugin, missed } = libraryEdits(manifest.devDependencies);
    const contents = `export { default } from ${JSON.stringify(path)}`;
    const { outputFiles } = await build({
      stdin: { contents, resolveDir: root },
      bundle: true,
      write: false,
      format: 'esm',
      external: ['strip-ansi', 'get-east-asian-width'],
      plugins: [plugin],
    });
    return { text: outputFiles[0]?.text ?? '', missed: missed() };
  }

  test('edits a library wherever node_modules keeps it, and names what it did not meet', async () => {
    const { text, missed } = await bundle(stored(wanted, readFileSync('node_modules/string-width/index.js', 'utf8')));
    expect(text).toContain('widthOf');
    expect(missed).toEqual(Object.keys(EDITS).filter(module => module.startsWith('ink/')));
  });

  test('leaves another version of it as it is', async () => {
    const { text, missed } = await bundle(stored('0.0.1', 'export default text => text.length;'));
    expect(text).not.toContain('widthOf');
    expect(missed).toEqual(Object.keys(EDITS));
  });

  test('that fails leaves the old program as it was', () => {
    const dist = join(root, 'dist');
    mkdirSync(dist);
    writeFileSync(join(dist, 'tenken.mjs'), 'old');
    // A folder cannot be written as a file: the last step fails.
    const failed = spawnSync(process.execPath, ['scripts/build.mjs', '--outdir', dist, '--metafile', root]);
    expect(failed.status).toBe(1);
    expect(readdirSync(dist)).toEqual(['tenken.mjs']);
    expect(readdirSync(root).filter(name => name.startsWith('dist'))).toEqual(['dist']);
  }, 120_000);
});
