import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { App } from '../support/app.ts';

const REFERENCE = 'ftr-partner-hosted@2021-q4';
const ITEM = 'SUP-001';
/** Every sequence that moves, erases or switches, but colours. */
const SEQUENCE = /\u001b\[([?\d;]*)([A-Za-ln-z])/g;
/** Sequences that xterm, mosh, GNU screen and the terminal of Emacs all know, or all may ignore. */
const KNOWN = /^(?:\d*[ABC]|(?:1;1)?H|0?J|[02]?K|6n|\?(?:25|1049|2004|2026)[hl])$/;

type Look = Partial<Pick<App, 'env' | 'wide'>> & { args?: string[]; note?: string };

/** A walk whose output is collected from the first byte on. */
async function walk({ args = [], note, ...look }: Look = {}): Promise<{ app: App; id: string; output: () => string }> {
  const app = Object.assign(new App({ lang: 'ja', columns: 80, rows: 24 }), look);
  const id = app.create(REFERENCE, 'Payments');
  if (note !== undefined) app.seed(id, { [ITEM]: { note } });
  let written = '';
  app.heard = data => {
    written += data;
  };
  await app.start(['open', id, ...args]);
  return { app, id, output: () => written };
}

test('only sequences that every terminal knows are sent, on every screen', async () => {
  const { app, output } = await walk();
  for (const key of [
    '5',
    'm',
    'down',
    'pagedown',
    'esc',
    'n',
    'a',
    'あ',
    'esc',
    'c',
    'esc',
    'p',
    'esc',
    '?',
    'pagedown',
  ])
    await app.press(key);
  for (const key of ['esc', 'r', 'pagedown', 'esc', 'g', 'L', 'esc']) await app.press(key);
  await app.interrupt();
  const sent = new Set([...output().matchAll(SEQUENCE)].map(([, parameters, final]) => `${parameters}${final}`));
  expect([...sent].filter(one => !KNOWN.test(one))).toEqual([]);
  expect(sent.size).toBeGreaterThan(8);
});

test('the alternate screen begins at home, and is blank before it is left', async () => {
  const { app, output } = await walk();
  await app.interrupt();
  expect(output()).toContain('\u001b[?1049h\u001b[H\u001b[J');
  expect(output()).toMatch(/\u001b\[H\u001b\[J\u001b\[\?1049l(?:\u001b\[\?\d+[hl])*$/);
  expect(output().split('\u001b[?1049')).toHaveLength(3);
});

test('a hidden cursor rests in the first column, where an input method harms least', async () => {
  const { app } = await walk();
  for (const key of ['right', '5', 'm', 'down', 'esc']) {
    const { cursor } = await app.press(key);
    expect([key, cursor.x, cursor.visible]).toEqual([key, 0, false]);
  }
  await app.interrupt();
});

test.each(['f5', 'ctrl+]'])('%s draws everything anew, in a note too, and the language key does as well', async key => {
  const { app } = await walk();
  const torn = 'Broadcast message from root';
  const tear = () => app.terminal.show(`\u001b[3;9H${torn}\r\n${torn}`);
  for (const open of [undefined, 'n', 'm']) {
    if (open) await app.press(open);
    const before = (await app.terminal.idle()).lines;
    expect((await tear()).text).toContain(torn);
    expect((await app.press(key)).lines).toEqual(before);
    if (open) await app.press('esc');
  }
  await tear();
  expect((await app.press('L')).text).not.toContain(torn);
  await app.interrupt();
});

test.each([
  { TERM: 'alacritty' },
  { TERM: 'tmux' },
  { TERM: 'putty' },
  { TERM: 'st' },
  { NO_COLOR: '1' },
  { CI: 'true' },
])('with %j bold and inverse are sent, and what is chosen has a mark besides', async env => {
  const { app, output } = await walk({ env });
  const map = await app.press('m');
  expect(map.text).toContain(`[${app.reader.t('map.filter.all')}]`);
  expect((await app.press('esc', 'r')).text).toContain(`[${app.reader.t('preview.lang.ja')}]`);
  await app.interrupt();
  expect(output()).toContain('\u001b[1m');
  expect(output()).toContain('\u001b[7m');
  if ('NO_COLOR' in env) expect(output()).not.toMatch(/\u001b\[(?:3[1-8]|9\d)[\d;]*m/);
});

test('characters of ambiguous width are counted as the terminal does', async () => {
  const text = '※①→…○×“”※①→ここまで';
  const { app, id } = await walk({ wide: true, note: text.repeat(9) });
  const [first] = (await app.press('n')).lines.filter(line => line.includes('※'));
  expect(first?.startsWith('  ※①→')).toBe(true);
  await app.press('ctrl+u');
  app.terminal.type(text);
  await app.waitFor(`  ${text}`, 'the text');
  for (const character of text) {
    app.terminal.type(character);
    await app.terminal.idle();
  }
  const frame = app.terminal.frame();
  expect(frame.text).toContain(`  ${text}${text}`);
  expect(frame.cursor.x).toBe(2 + 2 * [...`${text}${text}`].length);
  await app.press('esc');
  await app.interrupt();
  expect(app.answers(id).answers[ITEM]?.note).toBe(`${text}${text}`);
});

test.each([{ INK_SCREEN_READER: 'true' }, { ACCESSIBLE: '1' }])('%j leads to the walk line by line', async env => {
  const app = Object.assign(new App({ lang: 'ja', columns: 80, rows: 24 }), { env });
  const id = app.create(REFERENCE, 'Payments');
  app.launch(['open', id]);
  const frame = await app.waitFor(ITEM, 'the first item');
  expect(frame.alternate).toBe(false);
  app.terminal.kill('SIGKILL');
  await app.terminal.exit;
});

test('Ctrl+Z where no shell could continue the program: it goes on', async () => {
  const app = new App({ lang: 'ja', columns: 80, rows: 24 });
  const id = app.create(REFERENCE, 'Payments');
  // A program started by a terminal itself leads its session, and its process group is orphaned.
  await app.start(['open', id]);
  await app.press('ctrl+z');
  await app.press('5');
  await app.waitFor(frame => frame.alternate && app.reader.walkItem(frame) !== ITEM, 'the next item');
  await app.interrupt();
});

test('a session that goes on past midnight has the new day', async () => {
  const app = new App({ lang: 'ja', columns: 80, rows: 24, now: undefined });
  const id = app.create(REFERENCE, 'Payments');
  const clock = join(app.folders.cwd, 'now');
  const hook = join(app.folders.cwd, 'clock.mjs');
  writeFileSync(hook, CLOCK.replace('FILE', JSON.stringify(clock)));
  const at = (instant: string) => writeFileSync(clock, instant);
  at('2026-11-30T23:59:59.500Z');
  app.env = { NODE_OPTIONS: `--import=${hook}` };
  await app.start(['open', id]);
  const dated = async () => (await app.press('e', 'n', 'x', 'enter', 'enter')).text;
  expect(await dated()).toContain('2026-11-30');
  await app.press('esc');
  await app.press('esc');
  at('2026-12-01T00:00:00.100Z');
  expect(await dated()).toContain('2026-12-01');
  await app.press('esc');
  await app.press('esc');
  await app.press('r');
  await app.waitFor('2026-12-01', 'the report of the new day');
  at('2026-12-02T00:00:00.100Z');
  await app.waitFor('2026-12-02', 'the report of the day after, without a key');
  await app.interrupt();
});

/** A clock whose time a test writes into a file. */
const CLOCK = `
import { readFileSync } from 'node:fs';
const Real = Date;
globalThis.Date = class extends Real {
  constructor(...words) {
    if (words.length > 0) super(...words);
    else super(readFileSync(FILE, 'utf8'));
  }
};
`;
