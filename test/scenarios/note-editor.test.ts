import stringWidth from 'string-width';
import { expect } from 'vitest';
import type { App } from '../support/app.ts';
import { SIZES, scenario } from '../support/scenario.ts';
import type { Frame } from '../support/screen.ts';

const REFERENCE = 'ftr-partner-hosted@2021-q4';
const FAMILY = '👨‍👩‍👧';
const COMBINED = 'か\u3099';

async function inNote(app: App): Promise<string> {
  const id = await app.startOn(REFERENCE, 'Payments');
  app.terminal.press('n');
  await app.waitFor(
    frame => app.reader.walkItem(frame) === undefined && frame.cursor.visible,
    'the note editor with a cursor',
  );
  return id;
}

/** Leaves the editor with Esc and gives the note as it lies on disk. */
async function savedNote(app: App, id: string): Promise<string | undefined> {
  app.terminal.press('esc');
  await app.waitFor(app.reader.settledOn('SUP-001'), 'the note saved');
  return app.answers(id).answers['SUP-001']?.note;
}

/** The IME draws at the real cursor: it stands right after the text of its line. */
function expectCursorAfter(frame: Frame, text: string): void {
  const line = frame.lines[frame.cursor.y] ?? '';
  expect(line.trim()).toBe(text);
  expect(frame.cursor).toMatchObject({ x: stringWidth(line), visible: true });
}

scenario(
  'Japanese and emoji are typed, deleted whole and saved',
  async app => {
    const id = await inNote(app);
    app.terminal.type(`本番は済み${FAMILY}`);
    expectCursorAfter(await app.terminal.idle(), `本番は済み${FAMILY}`);
    expectCursorAfter(await app.press('backspace'), '本番は済み');
    app.terminal.type(`${COMBINED}😀`);
    expectCursorAfter(await app.press('backspace'), `本番は済み${COMBINED}`);
    expectCursorAfter(await app.press('backspace'), '本番は済み');
    app.terminal.write('\r検証は来月 🚧');
    expectCursorAfter(await app.terminal.idle(), '検証は来月 🚧');
    await app.press('up', 'home');
    app.terminal.type('・');
    expect(await savedNote(app, id)).toBe('・本番は済み\n検証は来月 🚧');
  },
  { sizes: SIZES },
);

scenario(
  'several pasted lines stay lines, and none of them is a command',
  async app => {
    const id = await inNote(app);
    app.terminal.type('前 ');
    app.terminal.paste('一行目 q\n二行目\t5\n\n最後の行 \x1b[31m赤\x1b[0m');
    await app.terminal.idle();
    app.terminal.type(' 後');
    await app.terminal.idle();
    expect((await savedNote(app, id))?.split('\n')).toEqual([
      '前 一行目 q',
      expect.stringMatching(/^二行目\s+5$/),
      '',
      expect.stringMatching(/^最後の行 .*赤.* 後$/),
    ]);
  },
  { sizes: SIZES },
);

scenario('text committed by an IME as a paste is typed text', async app => {
  const id = await inNote(app);
  for (const part of ['日本語', 'の', '変換']) app.terminal.paste(part);
  app.terminal.type('確定');
  expectCursorAfter(await app.terminal.idle(), '日本語の変換確定');
  await app.press('ctrl+l');
  expectCursorAfter(app.terminal.frame(), '日本語の変換確定');
  await app.press('ctrl+l');
  expect(await savedNote(app, id)).toBe('日本語の変換確定');
});

scenario('a note written in parts, in both directions, ends as read', async app => {
  const id = await inNote(app);
  app.terminal.type('bb dd');
  app.terminal.press('ctrl+a');
  app.terminal.type('aa ');
  app.terminal.press('meta+f');
  app.terminal.type(' cc');
  await app.terminal.idle();
  expect(await savedNote(app, id)).toBe('aa bb cc dd');
  app.terminal.press('n');
  await app.waitFor(frame => app.reader.walkItem(frame) === undefined, 'the note editor');
  app.terminal.press('ctrl+u');
  await app.terminal.idle();
  expect(await savedNote(app, id)).toBeUndefined();
});

scenario('Ctrl+C in the middle of a note keeps it', async app => {
  const id = await inNote(app);
  app.terminal.write('途中のメモ\r二行目');
  await app.restart();
  expect(app.answers(id).answers['SUP-001']?.note).toBe('途中のメモ\n二行目');
});

scenario('full-width digits and letters count as keys, a paste of text outside a field does not', async app => {
  const id = await app.startOn(REFERENCE, 'Payments');
  app.terminal.paste('5\n5\n5');
  await app.terminal.idle();
  await app.item('SUP-001').isFocused();
  app.terminal.type('５');
  await app.item('WAFR-001').isFocused();
  app.terminal.paste('５');
  await app.item('ARC-001').isFocused();
  app.terminal.type('ｎ');
  await app.waitFor(frame => app.reader.walkItem(frame) === undefined, 'the note editor');
  await app.interrupt();
  const answered = Object.entries(app.answers(id).answers).filter(([, answer]) => answer.status !== undefined);
  expect(answered.map(([item]) => item)).toEqual(['SUP-001', 'WAFR-001']);
});
