import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { scenario } from '../support/scenario.ts';

const REFERENCE = 'ftr-partner-hosted@2024-02';

scenario('a list goes to the next version on the screens, and comes back byte for byte', async app => {
  const { t, shows, walkItem } = app.reader;
  const id = app.create(REFERENCE, 'Pay');
  app.seed(id, { 'SUP-001': { status: 'met', note: 'first' }, 'ARC-001': { status: 'met' } });
  await app.start(['open', id]);
  const file = () => readFileSync(join(app.folders.home, 'assessments', `${id}.json`), 'utf8');
  await app.press('t');
  await app.waitFor(shows(t('history.versions')), 'the versions');
  const before = file();
  await app.press('enter');
  await app.waitFor(shows('2024-02 -> 2026-02'), 'the difference');
  await app.press('enter');
  await app.waitFor(frame => walkItem(frame) !== undefined && shows('2026-02')(frame), 'the walk of the new version');
  expect(app.answers(id)).toMatchObject({ questionnaire: { version: '2026-02' }, upgrades: [{ from: '2024-02' }] });
  await app.press('t');
  await app.waitFor(shows(t('history.milestones')), 'the history');
  const undo = t('history.undo', { from: '2026-02', to: '2024-02' }).slice(0, 12);
  for (let tries = 0; tries < 5; tries += 1) {
    const frame = await app.press('down');
    if (frame.lines.some(line => /^ [❯>] /.test(line) && line.includes(undo))) break;
  }
  await app.press('enter');
  await app.waitFor(shows(t('undo.nothing-since').slice(0, 12)), 'the question');
  await app.press('enter');
  await app.waitFor(frame => walkItem(frame) !== undefined && shows('2024-02')(frame), 'the walk of the old version');
  await app.interrupt();
  // Only the place on the walk has moved.
  const plain = (text: string): unknown => ({ ...JSON.parse(text), position: '' });
  expect(plain(file())).toEqual(plain(before));
});
