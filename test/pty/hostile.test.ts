import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { HIDDEN, hostileAnswers, hostileList, hostileMeeting, inTurn } from '../hostile/hostile-world.ts';
import { ESCAPES, GOOD, UNSEEN } from '../hostile/payloads.ts';
import { App } from '../support/app.ts';
import { createOracle } from '../support/oracle.ts';
import { runProgram } from '../support/program.ts';
import { leave, SCREENS, visit } from '../support/screens.ts';

const isLong = process.env.TENKEN_LONG !== undefined;
type Size = { lang: 'ja' | 'en'; columns: number; rows: number };

/** Walks the real program through every screen of a list and answers made of words from `next`; gives all it wrote. */
async function everyScreen(size: Size, next: () => string): Promise<{ output: string; seen: string }> {
  const app = new App(size);
  const { folders, lang } = app;
  writeFileSync(join(folders.cwd, 'list.yaml'), hostileList(next));
  const begun = runProgram({ folders, lang, args: ['start', './list.yaml', '--name', 'Shop', '--no-open', '--json'] });
  const { id } = JSON.parse(begun.stdout) as { id: string };
  const path = join(folders.home, 'assessments', `${id}.json`);
  const before = JSON.parse(readFileSync(path, 'utf8')) as object;
  const name = `Shop${next()}`;
  writeFileSync(path, JSON.stringify({ ...before, name, answers: hostileAnswers(next), ...hostileMeeting(next) }));

  let output = '';
  let seen = '';
  const listen = (): void => {
    app.terminal.onOutput(data => {
      output += data;
    });
    app.terminal.onFrame(frame => {
      seen += `${frame.text}\n`;
    });
  };
  await app.start();
  listen();
  await app.press('down');
  await app.interrupt();
  await app.start(['open', id]);
  listen();
  // A list of one version has no versions to compare.
  for (const screen of SCREENS.filter(one => one.name !== 'versions')) {
    await visit(app, screen);
    for (const key of ['down', 'pagedown']) if (!screen.typing) await app.press(key);
    await leave(app, screen);
  }
  await app.interrupt();
  return { output, seen };
}

const SIZES: Size[] = [
  { lang: 'ja', columns: 80, rows: 24 },
  { lang: 'en', columns: 40, rows: 15 },
];
const STARTS = isLong ? [0, 9, 18, 27, 36, 45, 50, 55] : [0];

test.each(SIZES.flatMap(size => STARTS.map(start => [size, start] as const)))(
  'no word of a list or of answers does anything to the terminal, through every screen of %j from %i',
  async (size, start) => {
    const oracle = createOracle();
    const plain = await everyScreen(size, () => ' plain');
    const usual = new Set((await oracle(plain.output)).acted);
    const hostile = await everyScreen(size, inTurn([...ESCAPES, ...UNSEEN], start));
    const acted = new Set((await oracle(hostile.output)).acted);
    expect([...acted].filter(what => !usual.has(what))).toEqual([]);
    expect([...acted].filter(what => /OSC|DCS|title|bell/.test(what))).toEqual([]);
    const foreign = ESCAPES.filter(payload => !plain.output.includes(payload) && hostile.output.includes(payload));
    expect(foreign).toEqual([]);
    // Ink and the terminal driver move to the beginning of a line with it.
    console.info(
      `${ESCAPES.length + UNSEEN.length} hostile words through ${SCREENS.length - 1} screens of the real program: ` +
        `${hostile.output.length} bytes, 0 sequences of theirs`,
    );
    expect(HIDDEN.exec(hostile.output.replaceAll('\r', ''))?.[0]).toBeUndefined();
  },
  isLong ? 300_000 : 90_000,
);

test('Japanese, emoji and half-width kana come through unchanged', async () => {
  const { seen } = await everyScreen({ lang: 'ja', columns: 200, rows: 60 }, inTurn(GOOD));
  for (const word of GOOD.flatMap(words => words.split(/\s+/))) expect(seen).toContain(word);
});
