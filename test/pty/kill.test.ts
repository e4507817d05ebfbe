import { expect, test } from 'vitest';
import type { Status } from '../../src/assessment/assessment.ts';
import { App } from '../support/app.ts';
import { leftovers } from '../support/files.ts';
import { startProgram } from '../support/program.ts';
import { createRandom } from '../support/random.ts';
import { liveAndDie } from './short-life.ts';

/** `TENKEN_LONG=1` kills 1,000 times, `TENKEN_SEED` chooses other moments. */
const MOMENTS = process.env['TENKEN_LONG'] === '1' ? 1000 : 40;
const SEED = Number.parseInt(process.env['TENKEN_SEED'] ?? '', 10) || 20_261_122;

test(`${MOMENTS} times kill -9 while answering: what was shown as saved is there`, {
  timeout: MOMENTS * 5_000,
}, async () => {
  const app = new App({ lang: 'ja', columns: 80, rows: 24, now: undefined });
  const id = app.create('ftr-partner-hosted@2021-q4', 'Payments');
  const list = app.questionnaire?.sections.flatMap(section => section.items) ?? [];
  const items = list.map(item => item.id);
  const random = createRandom(SEED);
  const onDisk = new Map<string, Status>();
  let shownSaved = 0;
  let cutOff = 0;

  for (let moment = 0; moment < MOMENTS; moment += 1) {
    const terminal = startProgram({ folders: app.folders, args: ['open', id], lang: 'ja' });
    const { sent, shown } = await liveAndDie(terminal, list, app.reader, random);
    const { answers } = app.answers(id);
    const about = `moment ${moment} of seed ${SEED}`;
    for (const item of items) {
      const status = answers[item]?.status;
      const allowed = shown.has(item) ? [shown.get(item)] : [onDisk.get(item), sent.get(item)];
      expect(allowed, `${item}, ${about}`).toContain(status);
      if (status === 'not-applicable') expect(answers[item]?.reason?.code, `${item}, ${about}`).toBe('OUT_OF_SCOPE');
      if (status) onDisk.set(item, status);
    }
    shownSaved += shown.size;
    if (leftovers(app.folders.home).length > 0) cutOff += 1;
  }

  expect(shownSaved).toBeGreaterThan(MOMENTS);
  await app.start(['open', id]);
  await app.item(items[0] ?? '').choose('partly');
  await app.interrupt();
  expect(leftovers(app.folders.home), `${cutOff} kills left something`).toEqual([]);
  console.info(
    `${MOMENTS} kills: 0 of ${shownSaved} acknowledged answers lost, 0 unreadable files, 0 leftovers (${cutOff} writes cut off)`,
  );
});
