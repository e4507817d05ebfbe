import { expect, test } from 'vitest';
import { App } from '../support/app.ts';
import { keySequence } from '../support/keys.ts';
import { startProgram } from '../support/program.ts';

const REFERENCE = 'ftr-partner-hosted@2021-q4';

async function onWalk(): Promise<{ app: App; id: string; items: string[] }> {
  const app = new App({ lang: 'ja', columns: 80, rows: 24 });
  const id = await app.startOn(REFERENCE, 'Payments');
  return { app, id, items: itemsOf(app) };
}

const itemsOf = (app: App): string[] =>
  app.questionnaire?.sections.flatMap(section => section.items.map(item => item.id)) ?? [];
const statuses = (app: App, id: string): Record<string, string | undefined> =>
  Object.fromEntries(Object.entries(app.answers(id).answers).map(([item, answer]) => [item, answer.status]));
const all = (items: string[], status: string): Record<string, string> =>
  Object.fromEntries(items.map(item => [item, status]));

test('20 answers in one write are 20 answers', async () => {
  const { app, id, items } = await onWalk();
  app.terminal.write('5'.repeat(20));
  await app.waitFor(app.reader.settledOn(items[20] ?? ''));
  await app.interrupt();
  expect(statuses(app, id)).toEqual(all(items.slice(0, 20), 'unknown'));
});

test('20 arrows in one write move 20 items', async () => {
  const { app, items } = await onWalk();
  app.terminal.press(...Array<string>(20).fill('right'));
  await app.waitFor(app.reader.settledOn(items[20] ?? ''));
});

test('arrows, letters and Enter mixed in one write all count', async () => {
  const { app, id, items } = await onWalk();
  app.terminal.write(`5${keySequence('right')}5\r5${keySequence('left')}${keySequence('left')}2\r`);
  await app.waitFor(app.reader.settledOn(items[4] ?? ''));
  await app.interrupt();
  expect(statuses(app, id)).toEqual({
    [items[0] ?? '']: 'unknown',
    [items[2] ?? '']: 'unknown',
    [items[3] ?? '']: 'partly',
    [items[4] ?? '']: 'unknown',
  });
});

test('a key right after Enter answers the next item', async () => {
  const { app, id, items } = await onWalk();
  app.terminal.write('\r5');
  await app.waitFor(app.reader.settledOn(items[2] ?? ''));
  await app.interrupt();
  expect(statuses(app, id)).toEqual({ [items[1] ?? '']: 'unknown' });
});

test('keys right after opening and closing the map both count', async () => {
  const { app, id, items } = await onWalk();
  app.terminal.write('m\x1b5');
  await app.waitFor(app.reader.settledOn(items[1] ?? ''));
  await app.interrupt();
  expect(statuses(app, id)).toEqual({ [items[0] ?? '']: 'unknown' });
});

test('a note is opened, typed and closed in one write, and the key after it counts', async () => {
  const { app, id, items } = await onWalk();
  app.terminal.write('nメモです\rn2\x135');
  await app.waitFor(app.reader.settledOn(items[1] ?? ''));
  await app.interrupt();
  expect(app.answers(id).answers[items[0] ?? '']).toMatchObject({ note: 'メモです\nn2', status: 'unknown' });
});

test('the keys of a whole start in one write make an assessment', async () => {
  const app = new App({ lang: 'ja', columns: 80, rows: 24 });
  await app.start();
  app.terminal.write('\r\rPayments\r\r\r\r');
  await app.waitFor(frame => app.reader.walkItem(frame) !== undefined, 'the walk');
  expect(app.answers('payments').questionnaire.version).toBe('2026-02');
});

test('a key right after opening an assessment from Home answers its item', async () => {
  const app = new App({ lang: 'ja', columns: 80, rows: 24 });
  const id = app.create(REFERENCE, 'Payments');
  const items = itemsOf(app);
  await app.start();
  app.terminal.write('\r5');
  await app.waitFor(app.reader.settledOn(items[1] ?? ''));
  await app.interrupt();
  expect(statuses(app, id)).toEqual({ [items[0] ?? '']: 'unknown' });
});

test('keys written before the first frame reach Home', async () => {
  const app = new App({ lang: 'ja', columns: 80, rows: 24 });
  const terminal = startProgram({ folders: app.folders, lang: 'ja' });
  terminal.write('LLLL,');
  await terminal.waitFor(app.reader.shows(app.reader.t('settings.side-by-side')), 'the settings in Japanese');
});

test('keys written before the first frame reach the walk that was asked for', async () => {
  const app = new App({ lang: 'ja', columns: 80, rows: 24 });
  const id = app.create(REFERENCE, 'Payments');
  const items = itemsOf(app);
  const terminal = startProgram({ folders: app.folders, args: ['open', id], lang: 'ja' });
  terminal.write('55');
  await terminal.waitFor(app.reader.settledOn(items[2] ?? ''));
  terminal.press('ctrl+c');
  expect(await terminal.exit).toEqual({ code: 130, signal: 0, left: [] });
  expect(statuses(app, id)).toEqual(all(items.slice(0, 2), 'unknown'));
});
