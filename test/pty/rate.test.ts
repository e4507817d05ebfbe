import { expect, test } from 'vitest';
import { TEXT_LIMIT } from '../../src/session/text/text-area.ts';
import { App } from '../support/app.ts';

const REFERENCE = 'ftr-partner-hosted@2021-q4';
/** Erasing the whole screen. */
const CLEAR = /\u001b\[[23]J|\u001bc/;

/** What is pressed on each screen: its keys from the walk, and then those that move in it. */
const SCREENS: Record<string, string[]> = {
  walk: ['right', 'left', '5', 'down', 'u', 'f', 'L', 'L'],
  map: ['m', 'down', 'down', 'up', 'pagedown', 'down', 'end', 'up', 'f', 'f', '1', 'esc'],
  note: ['n', 'a', 'あ', 'enter', 'b', 'backspace', 'esc'],
  evidence: ['e', 'n', 'a', 'あ', 'tab', 'esc', 'esc'],
  guide: ['g', 'down', 'pagedown', 'up', 'B', 'B', 'esc'],
  help: ['?', 'down', 'pagedown', 'up', 'end', 'esc'],
  check: ['c', 'down', 'pagedown', 'end', 'up', 'esc'],
  plan: ['p', 'down', 'pagedown', 'end', 'up', 'space', 'esc'],
  report: ['r', 'down', 'down', 'pagedown', 'end', 'up', 'tab', 'esc'],
  gates: ['s', 'down', 'esc'],
  search: ['/', 'a', 'esc'],
  settings: [',', 'down', 'esc'],
};

test.each([
  // A line of 9,600 baud takes three seconds for 3 kB, which is a whole screen of Japanese; most keys change a few lines.
  { lang: 'ja', columns: 80, rows: 24, most: 3_500 },
  { lang: 'en', columns: 80, rows: 24, most: 3_500 },
  { lang: 'ja', columns: 120, rows: 40, most: 7_500 },
] as const)(
  'at $columns x $rows no key on any screen writes more than $most bytes in $lang',
  {
    timeout: 300_000,
  },
  async ({ lang, columns, rows, most }) => {
    const app = new App({ lang, columns, rows });
    const id = app.create(REFERENCE, 'Payments');
    const items = app.questionnaire?.sections.flatMap(section => section.items.map(item => item.id)) ?? [];
    const statuses = ['met', 'not-met', 'partly', 'unknown'] as const;
    app.seed(id, Object.fromEntries(items.map((item, at) => [item, { status: statuses[at % 4] ?? 'met' }])));
    await app.start(['open', id]);
    await app.terminal.idle();
    let written = '';
    app.terminal.onOutput(data => {
      written += data;
    });
    const each: { screen: string; key: string; bytes: number; clears: boolean }[] = [];
    for (const [screen, keys] of Object.entries(SCREENS)) {
      for (const key of keys) {
        written = '';
        await app.press(key);
        each.push({ screen, key, bytes: Buffer.byteLength(written), clears: CLEAR.test(written) });
      }
      expect([screen, app.reader.walkItem(app.terminal.frame()) !== undefined]).toEqual([screen, true]);
    }
    const sorted = each.toSorted((one, other) => other.bytes - one.bytes);
    const at95 = sorted[Math.floor(sorted.length * 0.05)]?.bytes;
    const first = sorted.slice(0, 5).map(one => `${one.screen} ${one.key} ${one.bytes}`);
    console.info(
      `${lang} ${columns}x${rows}: ${each.length} keys, 95 of 100 within ${at95} bytes; ${first.join(', ')}`,
    );
    expect(each.filter(({ bytes, clears }) => bytes > most || clears)).toEqual([]);
  },
);

test('a paste of 1 MB into a note is taken up to the limit, which is said, and the program goes on', {
  timeout: 120_000,
}, async () => {
  const app = new App({ lang: 'ja', columns: 80, rows: 24 });
  const id = await app.startOn(REFERENCE, 'Payments');
  await app.press('n');
  const text = '貼り付けた行 1234567890\n'.repeat(35_000);
  const since = performance.now();
  app.terminal.paste(text);
  await app.waitFor(app.reader.shows(app.reader.t('field.error.full', { limit: TEXT_LIMIT })), 'that it was cut');
  app.terminal.write('\x13');
  await app.waitFor(frame => app.reader.saved(frame), 'saved');
  console.info(`a paste of ${Buffer.byteLength(text)} bytes: ${Math.round(performance.now() - since)} ms`);
  await app.interrupt();
  const note = Object.values(app.answers(id).answers)[0]?.note ?? '';
  expect(note.length).toBeGreaterThan(TEXT_LIMIT - 20);
  expect(text.startsWith(note)).toBe(true);
});

test('200 keys in a second all count', async () => {
  const app = new App({ lang: 'ja', columns: 80, rows: 24 });
  const id = await app.startOn(REFERENCE, 'Payments');
  await app.press('n');
  const text = Array.from({ length: 200 }, (_, at) => String.fromCharCode(97 + (at % 26))).join('');
  await new Promise<void>(done => {
    let sent = 0;
    const timer = setInterval(() => {
      app.terminal.write(text[sent] ?? '');
      sent += 1;
      if (sent < text.length) return;
      clearInterval(timer);
      done();
    }, 5);
  });
  const since = performance.now();
  await app.terminal.idle();
  console.info(`200 keys at 5 ms: drawn ${Math.round(performance.now() - since)} ms after the last`);
  await app.press('ctrl+s');
  await app.interrupt();
  expect(Object.values(app.answers(id).answers)[0]?.note).toBe(text);
});
