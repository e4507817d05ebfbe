import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { makeFolders } from '../support/program.ts';
import { createScreen } from '../support/screen.ts';
import { start } from '../support/terminal.ts';

const BEGIN = '\x1b[?1049h\x1b[?2026h\x1b[H';
const END = '\x1b[?2026l';

function screen(columns = 10, rows = 3) {
  const frames: string[] = [];
  const replies: string[] = [];
  const made = createScreen({
    columns,
    rows,
    reply: data => replies.push(data),
    onFrame: frame => frames.push(frame.text),
  });
  return { ...made, frames, replies };
}

test('a line that just fits is fine, one cell more is a problem', async () => {
  const fits = screen();
  await fits.write(`${BEGIN}日本語日本\r\n0123456789${END}`);
  expect(fits.problems).toEqual([]);
  const wide = screen();
  await wide.write(`${BEGIN}日本語日本語${END}`);
  expect(wide.problems).toEqual([expect.stringContaining('wider than 10 cells')]);
});

test('joined emoji take two cells, as string-width says', async () => {
  const one = screen();
  await one.write(`${BEGIN}12345678👨‍👩‍👧\r\n12345678👍🏽\r\n12345678か゛${END}`);
  expect(one.problems).toEqual([expect.stringContaining('wider')]);
  const two = screen();
  await two.write(`${BEGIN}12345678👨‍👩‍👧\r\n12345678👍🏽\r\n12345678が${END}`);
  expect(two.problems).toEqual([]);
});

test('a second frame that is higher than the terminal is a problem', async () => {
  const one = screen();
  await one.write(`${BEGIN}a\r\nb\r\nc${END}`);
  expect(one.problems).toEqual([]);
  await one.write(`\x1b[?2026h\x1b[Ha\r\nb\r\nc\r\nd${END}`);
  expect(one.problems).toEqual([expect.stringContaining('higher than 3 lines')]);
});

test('a frame counts only when it is complete, and the terminal answers where the cursor is', async () => {
  const one = screen();
  await one.write(`${BEGIN}half`);
  await one.write(` done${END}\x1b[6n`);
  expect(one.frames.map(text => text.trim())).toEqual(['half done', 'half done']);
  expect(one.replies).toEqual(['\x1b[1;10R']);
});

test('a program that dies in the full screen leaves the terminal in disorder, and that is seen', async () => {
  const { cwd } = makeFolders();
  const script = join(cwd, 'rude.mjs');
  writeFileSync(
    script,
    "process.stdout.write('\\x1b[?1049h\\x1b[?25l\\x1b[?2004h\\x1b[Hhello'); process.stdin.once('data', () => process.exit(3));",
  );
  const terminal = start({ script, cwd });
  await terminal.waitFor('hello');
  terminal.press('enter');
  expect(await terminal.exit).toEqual({
    code: 3,
    signal: 0,
    left: ['the alternate screen', 'a hidden cursor', 'bracketed paste'],
  });
});

test('waiting for what never comes names it and shows the screen, as soon as the program ends', async () => {
  const { cwd } = makeFolders();
  const script = join(cwd, 'short.mjs');
  writeFileSync(script, "process.stdout.write('only this'); process.stdin.once('data', () => process.exit(0));");
  const terminal = start({ script, cwd });
  await terminal.waitFor('only this');
  const waiting = expect(terminal.waitFor('something else')).rejects.toThrow(/ended \(0.*something else.*only this/s);
  terminal.press('enter');
  await waiting;
});
