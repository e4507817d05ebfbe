import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { lint } from 'markdownlint/promise';
import { describe, expect, test } from 'vitest';
import { loadFile } from '../../src/questionnaire/load/load-file.ts';
import { anchorsOf, DOCUMENTS, nodesOf, PAIRS, parse, textOf } from './documents.ts';

describe.each(DOCUMENTS)('%s', file => {
  const nodes = nodesOf(parse(file));
  const links = nodes.flatMap(node => ('url' in node ? [node.url] : []));

  test('every link and picture within the project exists', () => {
    const broken = links.filter(link => {
      if (/^https:\/\//.test(link)) return false;
      const [path = '', anchor] = decodeURI(link).split('#');
      const target = path === '' ? file : join(dirname(file), path);
      if (!existsSync(target)) return true;
      return anchor !== undefined && !anchorsOf(target).includes(anchor);
    });
    expect(broken).toEqual([]);
  });

  test('every picture has a text alternative', () => {
    const silent = nodes.filter(node => node.type === 'image' && !node.alt?.trim());
    expect(silent).toEqual([]);
  });

  test('passes the default rules of markdownlint', async () => {
    const found = await lint({ files: [file], config: { default: true, MD013: false } });
    expect(found[file]?.map(one => `${file}:${one.lineNumber} ${one.ruleNames[0]} ${one.errorDetail ?? ''}`)).toEqual(
      [],
    );
  });

  test('names no machine of ours', () => {
    expect(readFileSync(file, 'utf8')).not.toMatch(/\/(work|root|tmp)\//);
  });
});

describe.each(PAIRS)('%s and %s', (en, ja) => {
  const outline = (file: string): string[] =>
    nodesOf(parse(file)).flatMap(node => {
      if (node.type === 'heading') return [`heading ${node.depth}`];
      if (node.type === 'code') return [`code ${node.lang} ${node.value}`];
      if (node.type === 'table')
        return [`table of ${node.children.length} rows and ${node.children[0]?.children.length}`];
      if (node.type === 'image') return [`picture ${node.url.replace(/\.(en|ja)\.svg$/, '')}`];
      return node.type === 'list' ? [`list of ${node.children.length}`] : [];
    });

  test('have the same headings, lists, tables, pictures and code in the same order', () => {
    expect(outline(ja)).toEqual(outline(en));
  });

  test('show pictures in their own language', () => {
    const pictures = (file: string): string[] =>
      nodesOf(parse(file)).flatMap(node => (node.type === 'image' ? [node.url] : []));
    expect(pictures(en).filter(url => !url.endsWith('.en.svg'))).toEqual([]);
    expect(pictures(ja).filter(url => !url.endsWith('.ja.svg'))).toEqual([]);
  });
});

test('the generated tables are current', () => {
  const check = ['scripts/run.mjs', 'scripts/generate-docs.ts', '--check'];
  expect(() => execFileSync(process.execPath, check, { stdio: 'pipe' })).not.toThrow();
});

test('the example list has no problem and no warning', () => {
  const file = 'docs/example-list.yaml';
  const { questionnaire, problems } = loadFile(file, readFileSync(file, 'utf8'));
  expect(problems).toEqual([]);
  expect(questionnaire?.sections).toHaveLength(2);
});

test('the authoring guides name every lint rule', () => {
  const locale = JSON.parse(readFileSync('locales/en.json', 'utf8')) as Record<string, string>;
  const rules = Object.keys(locale)
    .filter(key => /^lint\.[a-z-]+$/.test(key))
    .map(key => key.slice('lint.'.length));
  for (const file of ['docs/authoring.md', 'docs/authoring.ja.md']) {
    const cells = nodesOf(parse(file)).flatMap(node => (node.type === 'inlineCode' ? [textOf(node)] : []));
    expect(rules.filter(rule => !cells.includes(rule))).toEqual([]);
  }
});

describe('the pictures', () => {
  const pictures = readdirSync('docs/pictures').filter(name => name.endsWith('.svg'));

  test.each(pictures)('%s has a title, loads nothing and runs nothing', name => {
    const svg = readFileSync(join('docs/pictures', name), 'utf8');
    expect(svg).toMatch(/<title id="t">[^<]+<\/title>/);
    expect(svg).not.toMatch(/href|url\(|@import|<script|<image|<foreignObject|\son\w+=/i);
  });

  test('come in both languages', () => {
    const names = (lang: string): string[] =>
      pictures.filter(name => name.endsWith(`.${lang}.svg`)).map(name => name.slice(0, -`.${lang}.svg`.length));
    expect(names('ja')).toEqual(names('en'));
  });
});
