import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parseDocument } from 'yaml';

type Step = { uses?: string; run?: string; with?: Record<string, unknown>; env?: Record<string, string> };
type Job = {
  steps: Step[];
  permissions?: Record<string, string>;
  environment?: string;
  needs?: string;
  'timeout-minutes'?: number;
  strategy?: { matrix: Record<string, string[]> };
};
type Workflow = { on: Record<string, unknown>; permissions: Record<string, string>; jobs: Record<string, Job> };

const FOLDER = '.github/workflows';
const FILES = readdirSync(FOLDER);

const textOf = (file: string): string => readFileSync(join(FOLDER, file), 'utf8');

function workflow(file: string): Workflow {
  const document = parseDocument(textOf(file), { strict: true, uniqueKeys: true });
  expect([...document.errors, ...document.warnings]).toEqual([]);
  return document.toJS() as Workflow;
}

const stepsOf = (file: string): Step[] => Object.values(workflow(file).jobs).flatMap(job => job.steps);
const runsOf = (file: string): string[] => stepsOf(file).flatMap(step => step.run ?? []);

test('there is a workflow for every change and one for releases', () => {
  expect(FILES.sort()).toEqual(['ci.yml', 'release.yml']);
});

describe.each(FILES)('%s', file => {
  test('may only read, unless a job says otherwise', () => {
    expect(workflow(file).permissions).toEqual({ contents: 'read' });
  });

  test('names every action by commit, with the version beside it', () => {
    const lines = textOf(file)
      .split('\n')
      .filter(line => /^\s*(?:- )?uses:/.test(line));
    expect(lines.length).toBe(stepsOf(file).filter(step => step.uses !== undefined).length);
    for (const line of lines) expect(line).toMatch(/uses: actions\/[a-z-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
  });

  test('leaves no token in the work tree and puts no text from outside into a command', () => {
    for (const { uses = '', with: given } of stepsOf(file))
      if (uses.startsWith('actions/checkout@')) expect(given).toMatchObject({ 'persist-credentials': false });
    for (const run of runsOf(file)) expect(run).not.toContain('${{');
    expect(Object.keys(workflow(file).on)).not.toContain('pull_request_target');
    expect(textOf(file)).not.toContain('secrets.');
  });

  test('runs no script of a package that it installs, and builds before anything else', () => {
    const runs = runsOf(file);
    const installs = runs.filter(run => /npm (?:ci|install|i)\b/.test(run));
    expect(installs.length).toBeGreaterThan(0);
    for (const run of installs) expect(run).toMatch(/^npm ci --ignore-scripts(?: --prefix test)?$/);
    for (const { steps } of Object.values(workflow(file).jobs)) {
      const own = steps.flatMap(step => step.run ?? []);
      if (!own.includes('npm ci --ignore-scripts')) continue;
      const built = own.indexOf('npm run build');
      expect(built).toBeGreaterThan(own.indexOf('npm ci --ignore-scripts'));
      for (const later of ['npm test', 'npm run check'])
        if (own.includes(later)) expect(own.indexOf(later)).toBeGreaterThan(built);
    }
  });

  test('ends by itself', () => {
    for (const job of Object.values(workflow(file).jobs)) expect(job['timeout-minutes']).toBeLessThanOrEqual(60);
  });
});

test('every change is tested on each Node.js that tenken promises to run on', () => {
  const { jobs } = workflow('ci.yml');
  expect(jobs['test']?.strategy?.matrix).toEqual({ node: ['20.19', '22', '24'] });
  const { engines } = JSON.parse(readFileSync('package.json', 'utf8')) as { engines: { node: string } };
  expect(engines.node).toBe('>=20.19');
  for (const job of Object.values(jobs)) expect(job.permissions ?? {}).toEqual({});
});

test('a release is published from its tag, with provenance, and one job alone may write to the repository', () => {
  const { on, jobs } = workflow('release.yml');
  expect(on).toEqual({ push: { tags: ['v*'] } });
  const { publish, attach } = jobs;
  expect(publish).toMatchObject({ environment: 'npm', permissions: { contents: 'read', 'id-token': 'write' } });
  expect(publish?.steps.at(-1)?.run).toBe('npm publish --ignore-scripts --provenance --access public');
  expect(attach).toMatchObject({ needs: 'publish', permissions: { contents: 'write' } });
  const attached = attach?.steps.at(-1)?.run ?? '';
  for (const name of ['sbom.cdx.json', 'THIRD-PARTY-LICENSES.txt']) expect(attached).toContain(name);
});
