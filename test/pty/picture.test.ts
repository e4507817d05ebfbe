import { readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { App } from '../support/app.ts';
import type { Frame } from '../support/screen.ts';

const REFERENCE = 'ftr-partner-hosted@2021-q4';
const SIZES = [
  { lang: 'ja', columns: 80, rows: 24 },
  { lang: 'en', columns: 40, rows: 15 },
] as const;

/** A program that was opened once and left, so that it knows what to show first. */
async function leftOnce(options: (typeof SIZES)[number], args: (id: string) => string[]): Promise<[App, string[]]> {
  const app = new App(options);
  const id = app.create(REFERENCE, '決済 Payments');
  const words = args(id);
  await app.start(words);
  await app.terminal.idle();
  await app.interrupt();
  return [app, words];
}

/** Starts again; gives every complete frame with the number of the piece of output that it came with. */
async function again(app: App, words: string[]): Promise<{ frames: Frame[]; outputs: string[] }> {
  await app.start(words);
  const frames: Frame[] = [app.terminal.frame()];
  const outputs: string[] = [];
  app.terminal.onFrame(frame => frames.push(frame));
  app.terminal.onOutput(data => outputs.push(data));
  await app.terminal.idle();
  return { frames, outputs };
}

const WAYS = [
  ['Home', () => []],
  ['a walk', (id: string) => ['open', id]],
] as const;

test.each(SIZES.flatMap(size => WAYS.map(([name, args]) => [name, size, args] as const)))(
  'the picture of %s in %j is there before Ink is, and Ink draws the same over it',
  async (_name, size, args) => {
    const [app, words] = await leftOnce(size, args);
    const { frames, outputs } = await again(app, words);
    const [first] = frames;
    const last = app.terminal.frame();
    expect(first?.text).toBe(last.text);
    expect(first?.cursor.visible).toBe(false);
    // No frame in between is another one: nothing blinks.
    expect(frames.filter(frame => frame.text !== last.text)).toEqual([]);
    expect(outputs.join('')).not.toContain('\u001b[?1049h');
    expect(outputs.join('')).toContain('\u001b[?2004h');
    await app.interrupt();
  },
);

test('keys that are pressed on the picture are not lost', async () => {
  const [app, words] = await leftOnce(SIZES[0], id => ['open', id]);
  await app.start(words);
  app.terminal.type('555');
  await app.terminal.idle();
  const items = app.questionnaire?.sections.flatMap(section => section.items.map(item => item.id)) ?? [];
  await app.waitFor(frame => app.reader.walkItem(frame) === items[3] && app.reader.saved(frame), 'the fourth item');
  await app.interrupt();
  expect(Object.keys(app.answers(words[1] ?? '').answers).sort()).toEqual(items.slice(0, 3).sort());
});

test('Ctrl+C on the picture leaves, and so does a signal, with the terminal as it was', async () => {
  const [app, words] = await leftOnce(SIZES[0], () => []);
  await app.start(words);
  await app.interrupt();
  for (const [signal, number] of [
    ['SIGTERM', 15],
    ['SIGHUP', 1],
    ['SIGQUIT', 3],
  ] as const) {
    await app.start(words);
    app.terminal.kill(signal);
    const { code, signal: by, left } = await app.terminal.exit;
    expect([code === 128 + number || by === number, left]).toEqual([true, []]);
  }
});

test('what has changed since is not shown from a picture', async () => {
  const [app, words] = await leftOnce(SIZES[0], () => []);
  app.seed(app.answers('payments').id, { 'SUP-001': { status: 'met' } });
  await app.start(words);
  expect(app.terminal.frame().text).toContain('1/45');
  await app.interrupt();
  utimesSync(join(app.folders.home, 'assessments', 'payments.json'), 1, 1);
  await app.start(words);
  expect((await app.terminal.idle()).text).toContain('1/45');
  await app.interrupt();
});

test('where the screens cannot open after all, the picture goes and the terminal tells why', async () => {
  const [app, words] = await leftOnce(SIZES[1], id => ['open', id]);
  const path = join(app.folders.home, 'assessments', 'payments.json');
  const { atimeMs, mtimeMs } = statSync(path);
  writeFileSync(path, readFileSync(path, 'utf8').replace('"schemaVersion": 1', '"schemaVersion": 9'));
  utimesSync(path, atimeMs / 1000, mtimeMs / 1000);
  await app.start(words).catch(() => undefined);
  const { code, left } = await app.terminal.exit;
  expect([code, left]).toEqual([3, []]);
  expect(app.terminal.frame().alternate).toBe(false);
  expect(app.terminal.frame().text.replaceAll('\n', '')).toContain('payments.json');
});
