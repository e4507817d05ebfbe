import { expect, test } from 'vitest';
import { TEXT_LIMIT } from '../../src/session/text/text-area.ts';
import { App } from '../support/app.ts';

const REFERENCE = 'ftr-partner-hosted@2021-q4';
/** Erasing the whole screen. */
const CLEAR = /\u001b\[[23]J|\u001bc/;

const KEYS = [
  'right',
  'left',
  '5',
  '2',
  'esc',
  'down',
  'm',
  'down',
  'down',
  'up',
  'esc',
  '?',
  'esc',
  'n',
  'a',
  'あ',
  'esc',
];

test.each([
  // A line of 9,600 baud takes two seconds for 2 kB. On a larger screen there is more of a question to draw.
  { columns: 80, rows: 24, most: 2_048 },
  { columns: 120, rows: 40, most: 4_096 },
])('at $columns x $rows no key writes more than $most bytes or clears the screen', async ({ columns, rows, most }) => {
  const app = new App({ lang: 'ja', columns, rows });
  await app.startOn(REFERENCE, 'Payments');
  await app.terminal.idle();
  let written = '';
  app.terminal.onOutput(data => {
    written += data;
  });
  const each: { key: string; bytes: number; clears: boolean }[] = [];
  for (const key of KEYS) {
    written = '';
    await app.press(key);
    each.push({ key, bytes: Buffer.byteLength(written), clears: CLEAR.test(written) });
  }
  const largest = Math.max(...each.map(({ bytes }) => bytes));
  console.info(
    `${columns}x${rows}: ${each.length} keys, at most ${largest} bytes for a key, 0 times the whole screen cleared`,
  );
  expect(each.filter(({ bytes, clears }) => bytes > most || clears)).toEqual([]);
});

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
