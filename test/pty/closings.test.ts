import { expect, test } from 'vitest';
import { App } from '../support/app.ts';
import { leftovers } from '../support/files.ts';
import { keepBusy } from '../support/load.ts';

const REFERENCE = 'ftr-partner-hosted@2021-q4';
const ITEM = 'SUP-001';
/** `TENKEN_LONG=1` closes 1,000 terminals. */
const CLOSINGS = process.env['TENKEN_LONG'] === '1' ? 1000 : 20;
/** So many are open at once; they keep each other waiting, too. */
const AT_ONCE = 5;

/** How the terminal goes: its window is closed, or a signal alone tells of it. */
const WAYS = ['window', 'SIGHUP', 'SIGTERM'] as const;

/** Writes a note and closes the terminal over it; gives what is wrong afterwards. */
async function close(number: number): Promise<string | undefined> {
  const app = new App({ lang: number % 2 === 0 ? 'ja' : 'en', columns: 80, rows: 24 });
  const id = await app.startOn(REFERENCE, 'Payments');
  const note = `途中のメモ ${number}`;
  app.terminal.write(`n${note}`);
  await app.waitFor(note, 'the note');
  const way = WAYS[number % WAYS.length] ?? 'window';
  if (way === 'window') app.terminal.hangUp();
  else app.terminal.kill(way);
  await app.terminal.exit;
  const kept = app.answers(id).answers[ITEM]?.note;
  const left = leftovers(app.folders.home);
  return kept === note && left.length === 0 ? undefined : `${number} ${way}: ${kept} ${left.join(' ')}`;
}

test(`${CLOSINGS} terminals that close over a note on a busy machine: none is lost`, {
  timeout: CLOSINGS * 20_000,
}, async () => {
  keepBusy();
  const wrong: (string | undefined)[] = [];
  for (let at = 0; at < CLOSINGS; at += AT_ONCE) {
    wrong.push(...(await Promise.all(Array.from({ length: AT_ONCE }, (_, more) => close(at + more)))));
  }
  const lost = wrong.filter(one => one !== undefined);
  console.info(`${CLOSINGS} closings on a busy machine: ${lost.length} lost`);
  expect(lost).toEqual([]);
});
