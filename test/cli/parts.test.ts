import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse as parseCsv } from 'csv-parse/sync';
import { expect, test, vi } from 'vitest';
import { sandbox } from './support/cli.ts';

vi.setConfig({ testTimeout: 120_000 });

const GAPS = 260;

const words = (text: string): string => `{ ja: ${text}, en: ${text} }`;

/** An own list with more gaps than a tracker takes at a time. */
function longList(): string {
  const items = Array.from({ length: GAPS }, (_, at) =>
    [
      `      - id: IT-${String(at + 1).padStart(3, '0')}`,
      `        title: ${words(`Item ${at + 1}`)}`,
      `        ask: ${words('Done?')}`,
      '        risk: low',
      '        retrofit: easy',
      '        impact: low',
      '        who: [technical]',
    ].join('\n'),
  );
  return `id: long-list
version: '1'
label: ${words('One')}
title: ${words('Long')}
publisher: Example
passRule: all-applicable-met
officialList:
  where: ${words('Nowhere')}
sections:
  - id: all
    title: ${words('All')}
    items:
${items.join('\n')}
`;
}

async function withManyGaps() {
  const box = await sandbox();
  writeFileSync(join(box.cwd, 'long.yaml'), longList());
  const started = await box.tenken(['start', './long.yaml', '--name', 'Long', '--no-open', '--json']);
  const { id } = JSON.parse(started.stdout) as { id: string };
  const path = join(box.home, 'assessments', `${id}.json`);
  const answers = Object.fromEntries(
    Array.from({ length: GAPS }, (_, at) => [`IT-${String(at + 1).padStart(3, '0')}`, { status: 'not-met' }]),
  );
  writeFileSync(path, JSON.stringify({ ...(await box.file(id)), answers }));
  const folder = join(box.cwd, 'out');
  mkdirSync(folder);
  const rowsOf = (name: string): number =>
    (parseCsv(readFileSync(join(folder, name), 'utf8'), { bom: true }) as string[][]).length - 1;
  return { box, id, folder, rowsOf };
}

test('a second part gets a name of its own and never overwrites the first', async () => {
  const { box, id, folder, rowsOf } = await withManyGaps();
  const { code, stdout } = await box.tenken(['plan', id, '--target', 'jira', '-o', 'out/issues.csv']);
  expect(code).toBe(0);
  expect(readdirSync(folder).sort()).toEqual(['issues-1.csv', 'issues-2.csv']);
  expect([rowsOf('issues-1.csv'), rowsOf('issues-2.csv')]).toEqual([250, 10]);
  expect(stdout).toContain('issues-2.csv');
});

test('a name without an ending, and a folder, keep the parts apart too', async () => {
  const { box, id, folder } = await withManyGaps();
  await box.tenken(['plan', id, '--target', 'backlog', '-o', 'out/issues']);
  await box.tenken(['plan', id, '--target', 'github', '-o', 'out']);
  expect(readdirSync(folder)).toHaveLength(4);
  expect(readdirSync(folder)).toEqual(expect.arrayContaining(['issues-1', 'issues-2']));
});

test('what goes to a pipe is one table with one head, and it is said that it is long', async () => {
  const { box, id } = await withManyGaps();
  const { stdout, stderr } = await box.tenken(['plan', id, '--target', 'jira', '-o', '-']);
  const rows = parseCsv(stdout, { bom: true }) as string[][];
  expect(rows).toHaveLength(GAPS + 1);
  expect(rows.filter(([first]) => first === 'Summary')).toHaveLength(1);
  expect(stdout.lastIndexOf('\ufeff')).toBe(0);
  expect(stderr).toContain('250');
});
