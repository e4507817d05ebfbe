import { expect } from 'vitest';
import type { App } from '../support/app.ts';
import { scenario } from '../support/scenario.ts';

const REFERENCE = 'ftr-partner-hosted@2026-02';
const AGENDA = [
  'HOST-001',
  'SUP-001',
  'ACOM-001',
  'ARC-001',
  'ARC-005',
  'IAM-001',
  'IAM-002',
  'BAR-001',
  'RES-001',
  'S3-001',
];
const PEOPLE = ['Tanaka:facilitator', 'Sato:technical', 'Suzuki:operations', 'Takahashi:business'];
/** In which order the meeting takes them: business first, then operations, then technical people alone. */
const ORDER = [
  'HOST-001',
  'SUP-001',
  'ACOM-001',
  'RES-001',
  'ARC-001',
  'ARC-005',
  'IAM-001',
  'IAM-002',
  'BAR-001',
  'S3-001',
];

async function onItem(app: App, id: string | undefined): Promise<void> {
  await app.waitFor(frame => app.reader.walkItem(frame) === id, `the item ${id}`);
}

async function write(app: App, key: string, text: string): Promise<void> {
  await app.press(key);
  app.terminal.write(text);
  await app.press('enter');
}

scenario('four people settle ten items, a crash in the middle loses nothing, and the minutes tell it', async app => {
  const { t, shows } = app.reader;
  const id = app.create(REFERENCE, 'Payments');
  app.seed(id, Object.fromEntries(AGENDA.map(item => [item, { flag: true }])));
  const people = PEOPLE.flatMap(one => ['--participant', one]);
  await app.start(['workshop', id, '--agenda', 'flagged', '--minutes', '45', ...people]);
  await app.waitFor(shows(t('workshop.row.begin')), 'the start of the workshop');
  await app.press('enter');

  await onItem(app, ORDER[0]);
  await app.press('v');
  for (const key of ['1', '3', '1', '2', '1', '1']) await app.press(key);
  await app.waitFor(shows(t('vote.unsure', { names: 'Takahashi' })), 'who is not sure');
  await app.press('enter');

  await onItem(app, ORDER[1]);
  await app.press('v');
  for (const key of ['1', '3', '3', '3', '2', '2', '2']) await app.press(key);
  await onItem(app, ORDER[1]);
  await write(app, 'i', 'The plan covers two of three accounts.');
  await write(app, 'x', 'the third account is a test account');
  await write(app, 'a', 'Buy the plan for the third account; Sato; 2026-12-15');
  await app.press('enter');

  await onItem(app, ORDER[2]);
  await write(app, 'z', 'Who reads the shared mailbox at night?');
  await app.press('y');
  await onItem(app, ORDER[3]);

  app.terminal.kill('SIGKILL');
  await app.terminal.exit;
  const kept = app.answers(id);
  expect(kept.workshops?.[0]?.items).toMatchObject({
    'HOST-001': { settledAt: expect.any(String) },
    'SUP-001': { settledAt: expect.any(String) },
  });
  expect(kept.answers['SUP-001']).toMatchObject({ status: 'partly', owner: 'Sato', due: '2026-12-15' });
  expect(Object.keys(kept.answers['SUP-001']?.votes ?? {})).toEqual(['Sato', 'Suzuki', 'Takahashi']);
  await app.start(['open', id]);

  for (const item of ORDER.slice(3, -1)) {
    await onItem(app, item);
    await app.press('5');
  }
  await onItem(app, ORDER.at(-1));
  await app.press('5');
  await app.waitFor(shows(t('workshop.row.end')), 'the meeting after its last item');
  await app.press('end', 'enter');
  await app.waitFor(shows(t('minutes.settled')), 'the minutes');
  await app.press('w');
  await app.waitFor(shows(`${id}-minutes`), 'where the minutes were written');
  app.file(`${id}-minutes.${app.lang}.md`).matchesGolden(`minutes.${app.lang}.md`);
  await app.interrupt();
  expect(app.answers(id).workshops?.[0]).toHaveProperty('endedAt');
});
