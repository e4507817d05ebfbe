import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { xlsxBytes } from '../../src/report/formats/xlsx.ts';
import { sandbox, started } from '../cli/support/cli.ts';
import { unzipped } from './support/unzip.ts';

/** A zip file knows times to two seconds. */
const LONGER_THAN_A_TICK = 3000;

test('the same report three seconds later gives the same bytes', async () => {
  const box = await sandbox();
  const id = await started(box);
  await box.tenken(['answer', id, 'IAM-003', 'not-met', '--note', '残り 1 本']);
  const workbook = async (name: string): Promise<Buffer> => {
    expect((await box.tenken(['report', id, '-o', name])).code).toBe(0);
    return readFileSync(join(box.cwd, name));
  };
  const first = await workbook('first.xlsx');
  await pause(LONGER_THAN_A_TICK);
  expect((await workbook('second.xlsx')).equals(first)).toBe(true);
});

test('the workbook without times still holds its cells', async () => {
  const bytes = await xlsxBytes([
    { id: 'gaps', name: 'Gaps', columns: [{ title: 'Note', width: 20 }], rows: [['残り 1 本']] },
  ]);
  const parts = unzipped(bytes);
  expect(Object.keys(parts)).toEqual(expect.arrayContaining(['[Content_Types].xml', 'xl/workbook.xml']));
  expect(Object.values(parts).join('')).toContain('残り 1 本');
});
