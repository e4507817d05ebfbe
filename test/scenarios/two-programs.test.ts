import { expect } from 'vitest';
import { runProgram } from '../support/program.ts';
import { scenario } from '../support/scenario.ts';

scenario('what another program writes is on the screen shortly after, and nothing of either is lost', async app => {
  const { shows } = app.reader;
  const id = await app.startOn('ftr-partner-hosted@2026-02', 'Pay');
  await app.item('HOST-001').isFocused();
  const args = ['answer', id, 'HOST-001', 'partly', '--note', 'from elsewhere'];
  expect(runProgram({ ...app.options, folders: app.folders, args }).code).toBe(0);
  await app.waitFor(shows('from elsewhere'), 'the note of the other program');
  await app.press('1');
  await app.interrupt();
  expect(app.answers(id).answers['HOST-001']).toMatchObject({ status: 'met', note: 'from elsewhere' });
});
