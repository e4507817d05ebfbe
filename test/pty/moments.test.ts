import { expect, test } from 'vitest';
import { App } from '../support/app.ts';
import { leftovers } from '../support/files.ts';
import { createRandom, type Random } from '../support/random.ts';
import type { Terminal } from '../support/terminal.ts';
import { startWatched } from './witness.ts';

/** `TENKEN_LONG=1` ends it 200 times, `TENKEN_SEED` chooses other moments. */
const MOMENTS = process.env['TENKEN_LONG'] === '1' ? 200 : 12;
const SEED = Number.parseInt(process.env['TENKEN_SEED'] ?? '', 10) || 20_261_127;
const NUMBERS = { SIGINT: 2, SIGTERM: 15, SIGHUP: 1, SIGQUIT: 3 } as const;
const SIGNALS = Object.keys(NUMBERS) as (keyof typeof NUMBERS)[];

/** What takes away the mark that the terminal was asked about. */
const AFTER_ANSWER = '\r\u001b[K';

test(`${MOMENTS} signals at random moments: saved, and the terminal is as before`, {
  timeout: MOMENTS * 8_000,
}, async () => {
  const random = createRandom(SEED);
  const wrong: unknown[] = [];
  let early = 0;
  let answers = 0;
  for (let moment = 0; moment < MOMENTS; moment += 1) {
    const signal = SIGNALS[moment % SIGNALS.length] ?? 'SIGTERM';
    const { told, ...found } = await liveUntil(signal, random);
    const about = { moment, signal, ...found };
    answers += told;
    if (found.uncaught) early += 1;
    const fine =
      found.ok && found.lost.length === 0 && found.stty && found.left.length === 0 && found.files.length === 0;
    if (!fine) wrong.push(about);
  }
  console.info(
    `${MOMENTS} signals: ${wrong.length} wrong; ${answers} answers taken and saved, ${early} before the screens were there`,
  );
  expect(wrong).toEqual([]);
  expect(answers).toBeGreaterThan(MOMENTS);
});

test('a signal just after the terminal was asked a question leaves it as it was', { timeout: 240_000 }, async () => {
  const wrong: unknown[] = [];
  for (let moment = 0; moment < 12; moment += 1) {
    const signal = SIGNALS[moment % SIGNALS.length] ?? 'SIGTERM';
    const app = new App({ lang: 'ja', columns: 80, rows: 24, now: undefined });
    const id = app.create('ftr-partner-hosted@2021-q4', 'Payments');
    const { terminal, pid, end } = startWatched(app.folders, ['open', id]);
    await new Promise<void>(done => {
      const stop = terminal.onOutput(data => {
        if (!data.includes(AFTER_ANSWER)) return;
        stop();
        process.kill(pid(), signal);
        done();
      });
    });
    const { code, before, after: later } = await end();
    if (before === '' || before !== later) wrong.push({ moment, signal, code, before, later });
  }
  expect(wrong).toEqual([]);
});

/** One life that a signal ends, in a third of them while the program is starting. */
async function liveUntil(signal: keyof typeof NUMBERS, random: Random) {
  const app = new App({ lang: 'ja', columns: 80, rows: 24, now: undefined });
  const id = app.create('ftr-partner-hosted@2021-q4', 'Payments');
  const items = app.questionnaire?.sections.flatMap(section => section.items.map(item => item.id)) ?? [];
  const { terminal, pid, end } = startWatched(app.folders, ['open', id]);
  let reached = 0;
  let dead = false;
  terminal.onFrame(frame => {
    if (!dead) reached = Math.max(reached, items.indexOf(app.reader.walkItem(frame) ?? ''));
  });
  await firstOutput(terminal);
  const starting = random.below(3) === 0;
  if (!starting) {
    await terminal.waitFor(frame => app.reader.walkItem(frame) !== undefined, 'the walk');
    terminal.write('5'.repeat(1 + random.below(20)));
    if (random.below(4) > 0) await terminal.waitFor(() => reached > 0, 'an answer');
    terminal.write('5'.repeat(1 + random.below(20)));
  }
  await after(random.next() * (starting ? 500 : 100));
  dead = true;
  process.kill(pid(), signal);
  const { code, signal: by, before, after: later } = await end();
  const taken = app.answers(id).answers;
  return {
    told: reached,
    uncaught: by === signal,
    code,
    by,
    ok: code === 128 + NUMBERS[signal] || (starting && by === signal),
    lost: items.slice(0, reached).filter(item => taken[item]?.status !== 'unknown'),
    stty: before !== '' && before === later,
    left: (await terminal.exit).left,
    files: leftovers(app.folders.home),
  };
}

function firstOutput(terminal: Terminal): Promise<void> {
  return new Promise(done => {
    const stop = terminal.onOutput(() => {
      stop();
      done();
    });
  });
}

/** The moment itself is what is tried, so here time is the input and nothing is waited for. */
function after(ms: number): Promise<void> {
  return new Promise(done => setTimeout(done, ms));
}
