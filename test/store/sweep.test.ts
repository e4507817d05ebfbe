import { spawnSync } from 'node:child_process';
import { mkdir, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createStore } from '../../src/store/assessments.ts';
import { machineTag } from '../../src/store/process.ts';
import { anAssessment, temporaryFolder, tree } from './support/temporary-home.ts';

test('temporary files of dead processes go, those of live ones and everything else stay', async () => {
  const home = await temporaryFolder();
  const store = createStore({ home, clock: () => new Date() });
  await store.create(anAssessment());
  const dead = spawnSync(process.execPath, ['-e', '']).pid;
  const temp = (pid: number, random: string): string => `.acme.json.${pid}.${machineTag()}${random}.tmp`;
  await mkdir(join(home, 'backups', 'acme'), { recursive: true });
  await mkdir(join(home, 'questionnaires'));
  const left = ['assessments', join('backups', 'acme'), 'questionnaires'].map(folder =>
    join(folder, temp(dead, 'aaaaaaaa')),
  );
  const samePid = join('assessments', temp(process.pid, 'bbbbbbbb'));
  const others = [join('assessments', temp(process.pid, 'cccccccc')), join('assessments', 'my.tmp')];
  for (const name of [...left, samePid, ...others]) await writeFile(join(home, name), 'half');
  await utimes(join(home, samePid), new Date(0), new Date(0));

  expect(await store.sweep()).toBe(left.length + 1);
  const files = (await tree(home)).filter(name => /\.(tmp|json)$/.test(name));
  expect(files).toEqual([...others, join('assessments', 'acme.json')].sort());
});
