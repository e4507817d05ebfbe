import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { App } from '../support/app.ts';
import { runBeside } from '../support/program.ts';
import { createRandom } from '../support/random.ts';

/** `TENKEN_LONG=1` tries 200 moments, `TENKEN_SEED` chooses others. */
const MOMENTS = process.env['TENKEN_LONG'] === '1' ? 200 : 12;
const SEED = Number.parseInt(process.env['TENKEN_SEED'] ?? '', 10) || 20_261_130;

/** A key that opens a field, how its text is kept, and the option of the command that writes the same. */
const FIELDS = [
  { open: 'n', keep: 'ctrl+s', option: '--note' },
  { open: 'o', keep: 'enter', option: '--owner' },
] as const;

test(`${MOMENTS} times a field on the screens and a command at once: both words are there`, {
  timeout: MOMENTS * 10_000,
}, async () => {
  const app = new App({ lang: 'ja', columns: 80, rows: 24, now: undefined });
  const id = app.create('ftr-partner-hosted@2026-02', 'Pay');
  const items = (app.questionnaire?.sections ?? []).flatMap(section => section.items.map(item => item.id));
  const random = createRandom(SEED);
  await app.start(['open', id]);
  const began = performance.now();
  expect(await runBeside({ folders: app.folders, args: ['answer', id, items[0] ?? '', '--note', 'before'] })).toBe(0);
  const command = performance.now() - began;
  const lost: string[] = [];
  let inOneField = 0;

  for (let moment = 0; moment < MOMENTS; moment += 1) {
    const item = items[moment % items.length] ?? '';
    const field = FIELDS[moment % FIELDS.length] ?? FIELDS[0];
    await app.goTo(item);
    const [mine, theirs] = [`S${moment}x`, `C${moment}x`];
    app.terminal.press(field.open, ...mine);
    const ended = runBeside({ folders: app.folders, args: ['answer', id, item, field.option, theirs] });
    // Time is what is tried here: from before the command reads the file until after it has written.
    await setTimeout(random.below(2 * command));
    app.terminal.press(field.keep);
    expect(await ended).toBe(0);
    await app.waitFor(frame => app.reader.saved(frame) && !frame.text.includes('Ctrl+S'), 'the field to close');
    await app.terminal.idle();
    const now = JSON.stringify(app.answers(id).answers[item]);
    const kept = [now, ...backupsOf(app, id)].join('\n');
    lost.push(...[mine, theirs].filter(word => !kept.includes(word)));
    if (now.includes(mine) && now.includes(theirs)) inOneField += 1;
  }

  await app.interrupt();
  console.info(
    `${MOMENTS} moments of a screen and a command on one field: ${lost.length} words lost; both values in the field ${inOneField} times, else the one that was replaced on purpose is in a backup`,
  );
  expect(lost).toEqual([]);
});

function backupsOf(app: App, id: string): string[] {
  const folder = join(app.folders.home, 'backups', id);
  return readdirSync(folder).map(name => readFileSync(join(folder, name), 'utf8'));
}
