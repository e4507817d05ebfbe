import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { Questionnaire } from '../../src/questionnaire/schema/schema.ts';
import {
  CatalogueShape,
  CheckShape,
  ErrorShape,
  LintShape,
  ListShape,
  QuestionnaireShape,
  ShowItemShape,
  ShowShape,
  StartShape,
} from './json-shapes.ts';
import { sandbox, started } from './support/cli.ts';

test('start, list, show and check', async () => {
  const box = await sandbox();
  const start = await box.tenken(['start', 'ftr-partner-hosted@2021-q4', '--name', 'N', '--no-open', '--json']);
  const { id, path } = StartShape.parse(JSON.parse(start.stdout));
  expect(path).toBe(join(box.home, 'assessments', `${id}.json`));
  await box.tenken(['answer', id, 'ARC-004', 'met', '--note', 'key AKIAIOSFODNN7EXAMPLE']);
  await box.tenken(['gate', id, 's3', 'no']);
  await writeFile(join(box.home, 'assessments', 'broken.json'), '{');

  const list = ListShape.parse(JSON.parse((await box.tenken(['list', '--json'])).stdout));
  expect(list.assessments).toMatchObject([{ id, answered: 1, ready: false }]);
  expect(list.unreadable).toMatchObject([{ id: 'broken', code: 'damaged' }]);

  const show = ShowShape.parse(JSON.parse((await box.tenken(['show', id, '--json'])).stdout));
  expect(show.items).toHaveLength(45);
  expect(show.items.filter(item => item.switchedOffBy === 's3').length).toBeGreaterThan(0);
  const item = ShowItemShape.parse(JSON.parse((await box.tenken(['show', id, 'arc-004', '--json'])).stdout));
  expect(item.item).toMatchObject({ id: 'ARC-004', status: 'met' });

  const check = CheckShape.parse(JSON.parse((await box.tenken(['check', id, '--json'], { lang: 'ja' })).stdout));
  expect(check.findings.map(one => one.kind)).toEqual(expect.arrayContaining(['gate-open', 'no-evidence', 'secret']));
});

test('questionnaire list and show', async () => {
  const box = await sandbox();
  const { questionnaires } = CatalogueShape.parse(
    JSON.parse((await box.tenken(['questionnaire', 'list', '--json'])).stdout),
  );
  expect(questionnaires.map(one => one.reference)).toEqual([
    'ftr-partner-hosted@2021-q4',
    'ftr-partner-hosted@2024-02',
    'ftr-partner-hosted@2026-02',
    'ops-pillar@2023-10-03',
    'ops-pillar@2024-06',
    'retail-competency@2019-12',
    'customer-examples@2025-02',
  ]);
  for (const { reference, items } of questionnaires) {
    const { stdout } = await box.tenken(['questionnaire', 'show', reference, '--json']);
    const shown = QuestionnaireShape.parse(JSON.parse(stdout));
    expect(shown.sections.flatMap(section => section.items)).toHaveLength(items);
    expect(Questionnaire.safeParse(JSON.parse(stdout)).success).toBe(true);
  }
});

test('the demo speaks the same JSON', async () => {
  const box = await sandbox();
  ListShape.parse(JSON.parse((await box.tenken(['demo', 'list', '--json'])).stdout));
  ShowShape.parse(JSON.parse((await box.tenken(['demo', 'show', '--json'])).stdout));
  CheckShape.parse(JSON.parse((await box.tenken(['demo', 'check', '--json'])).stdout));
});

test('errors and lint', async () => {
  const box = await sandbox();
  const id = await started(box);
  await writeFile(join(box.cwd, 'bad.yaml'), 'id: Bad Id\nversion: "1"\n');
  for (const args of [
    ['show', 'nope'],
    ['show', id, 'ARC-04'],
    ['list', '--nope'],
    ['start', './bad.yaml'],
  ]) {
    const { code, stderr, stdout } = await box.tenken([...args, '--json']);
    const { error } = ErrorShape.parse(JSON.parse(stderr));
    expect(error.exitCode).toBe(code);
    expect(stdout).toBe('');
  }
  const lint = await box.tenken(['questionnaire', 'lint', 'bad.yaml', '--json']);
  expect(lint.code).toBe(1);
  expect(LintShape.parse(JSON.parse(lint.stdout)).errors).toBeGreaterThan(3);
});
