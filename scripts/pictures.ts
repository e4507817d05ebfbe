// Draws the pictures of the documents: plays a short scenario in the real program and writes what the terminal shows
// as SVG. Needs a build; `TENKEN_DIST` names another one than `dist`. The same program always gives the same bytes.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { IPty } from '@lydell/node-pty';
import xterm, { type IBufferCell } from '@xterm/headless';
import { LANGS, type Lang, translator } from '../src/i18n/index.ts';
import { openShipped } from '../src/questionnaire/load/shipped.ts';
import { createStore } from '../src/store/assessments.ts';
import { Demo, demoAssessment } from '../src/workspace/demo.ts';
import { activityOf } from '../test/support/activity.ts';
import { cellWidths } from '../test/support/cell-widths.ts';
import { cleanEnvironment } from '../test/support/environment.ts';
import { keySequence } from '../test/support/keys.ts';

const NOW = '2026-11-22T03:00:00.000Z';
const TARGET = 'docs/pictures';
const DIST = resolve(process.env['TENKEN_DIST'] || 'dist');
const COLUMNS = 80;
const ROWS = 24;
const QUIET_MS = 60;

/** A picture: the keys that lead to it from the one before. */
const SCENES = [
  { name: 'home', keys: [] },
  { name: 'walk', keys: ['enter', 'down', 'space', 'down', 'space'] },
  { name: 'both', keys: ['B'] },
  { name: 'guide', keys: ['B', 'g'] },
  { name: 'evidence', keys: ['esc', 'left', 'e'] },
  { name: 'map', keys: ['esc', 'm'] },
  { name: 'check', keys: ['c'] },
  { name: 'report', keys: ['r'] },
  { name: 'plan', keys: ['p'] },
  { name: 'scope', keys: ['s'] },
] as const;

// --- The program in a terminal

type Played = { terminal: xterm.Terminal; press: (keys: readonly string[]) => Promise<void>; end: () => void };

/** Loaded from the project and not from the bundle of this script, beside which its native part does not lie. */
function loadPty(): typeof import('@lydell/node-pty') {
  return createRequire(resolve('package.json'))('@lydell/node-pty');
}

function play(home: string, lang: Lang): Played {
  const terminal = new xterm.Terminal({ cols: COLUMNS, rows: ROWS, allowProposedApi: true });
  terminal.unicode.register(cellWidths.usual);
  terminal.unicode.activeVersion = cellWidths.usual.version;
  const env = { ...cleanEnvironment(), TERM: 'xterm-256color', HOME: home, TENKEN_NOW: NOW, FORCE_COLOR: '1' };
  const args = [join(DIST, 'tenken.mjs'), '--home', home, '--lang', lang];
  const pty = loadPty().spawn(process.execPath, args, { name: env.TERM, cols: COLUMNS, rows: ROWS, cwd: home, env });
  let drawn = Promise.resolve();
  let outputs = 0;
  terminal.onData(data => pty.write(data));
  pty.onData(data => {
    outputs += 1;
    drawn = drawn.then(() => new Promise<void>(done => terminal.write(data, done)));
  });
  const idle = async (): Promise<void> =>
    settle(
      pty,
      () => outputs,
      () => drawn,
    );
  return {
    terminal,
    press: async keys => {
      if (keys.length === 0) await idle();
      for (const key of keys) {
        pty.write(keySequence(key));
        await idle();
      }
    },
    end: () => pty.kill('SIGKILL'),
  };
}

/** Waits until the program sleeps and everything it wrote is drawn. */
async function settle(pty: IPty, outputs: () => number, drawn: () => Promise<void>): Promise<void> {
  for (let before = '', quiet = 0; quiet < 3; ) {
    await new Promise(done => setTimeout(done, QUIET_MS));
    await drawn();
    const now = `${activityOf(pty.pid)} ${outputs()}`;
    quiet = now === before && outputs() > 0 && !now.startsWith('undefined') ? quiet + 1 : 0;
    before = now;
  }
}

// --- The picture of a terminal

const CELL = 8.4;
const LINE = 18;
const BAR = 30;
const PAD = 12;
const PALETTE = ['#3a4150', '#f0787c', '#8fc77b', '#e0b860', '#7aa7f0', '#c792dd', '#5fc4d6', '#d8dee9', '#97a1b3'];
/** The fixed colours that the screens use, in the tones of this palette. */
const FIXED: Record<number, string | undefined> = { 28: PALETTE[2], 30: PALETTE[6], 130: PALETTE[3], 160: PALETTE[1] };
const [GROUND, INK, BAR_INK] = ['#171b22', '#d8dee9', '#97a1b3'];
const FONTS =
  "ui-monospace,'Cascadia Mono','SF Mono',Menlo,Consolas,'DejaVu Sans Mono','BIZ UDGothic','Noto Sans Mono CJK JP'," +
  "'Noto Sans CJK JP','Hiragino Kaku Gothic ProN','MS Gothic',monospace";

/** Neighbouring characters that look alike; `cells` is their width on the screen. */
type Run = { x: number; cells: number; text: string; wide: boolean; style: string; back: string | undefined };

const two = (value: number): string => String(Math.round(value * 100) / 100);
const xml = (text: string): string => text.replace(/[&<>"]/g, found => `&#${found.charCodeAt(0)};`);

function colours(cell: IBufferCell): { ink: string; back: string | undefined } {
  const ink = cell.isFgPalette() ? (PALETTE[cell.getFgColor()] ?? FIXED[cell.getFgColor()] ?? INK) : INK;
  const back = cell.isBgPalette() ? PALETTE[cell.getBgColor()] : undefined;
  return cell.isInverse() ? { ink: back ?? GROUND, back: ink } : { ink, back };
}

function runsOf(terminal: xterm.Terminal, y: number): Run[] {
  const line = terminal.buffer.active.getLine(terminal.buffer.active.baseY + y);
  const runs: Run[] = [];
  for (let x = 0; x < terminal.cols; x += 1) {
    const cell = line?.getCell(x);
    if (!cell || cell.getWidth() === 0) continue;
    const { ink, back } = colours(cell);
    const style = `fill="${ink}"${cell.isBold() ? ' font-weight="bold"' : ''}${cell.isDim() ? ' opacity=".7"' : ''}`;
    const text = cell.getChars() || ' ';
    const wide = cell.getWidth() === 2;
    const last = runs.at(-1);
    const sameShape = SHAPES[text] === SHAPES[last?.text[0] ?? ''];
    const joins = last && last.style === style && last.back === back && last.wide === wide && sameShape;
    if (joins && last.x + last.cells === x) {
      last.text += text;
      last.cells += cell.getWidth();
    } else runs.push({ x, cells: cell.getWidth(), text, wide, style, back });
  }
  return runs;
}

type Shape = (x: number, y: number) => string;

/** Marks that fonts draw differently or not at all are drawn as lines; each is one cell from the top left at x, y. */
const SHAPES: Record<string, Shape> = {
  '─': (x, y) => `M${two(x)} ${two(y + 9)}h${CELL}`,
  '═': (x, y) => `M${two(x)} ${two(y + 7.5)}h${CELL}m${-CELL} 3h${CELL}`,
  '▰': (x, y) => `M${two(x + 1)} ${two(y + 12.5)}l1.6-7h5l-1.6 7z`,
  '▱': (x, y) => `M${two(x + 1)} ${two(y + 12.5)}l1.6-7h5l-1.6 7z`,
};

function drawRun(run: Run, y: number): string {
  const x = PAD + run.x * CELL;
  const top = BAR + PAD + y * LINE;
  const back = run.back
    ? `<rect x="${two(x)}" y="${top}" width="${two(run.cells * CELL)}" height="${LINE}" fill="${run.back}"/>`
    : '';
  const shape = SHAPES[run.text[0] ?? ''];
  if (shape) {
    const path = [...run.text].map((_, at) => shape(x + at * CELL, top)).join('');
    const outline = run.text[0] === '▰' ? run.style : run.style.replace('fill', 'fill="none" stroke');
    return `${back}<path d="${path}" ${outline}/>`;
  }
  const unit = run.wide ? 2 * CELL : CELL;
  // Without more than one blank in a row: not every viewer keeps them.
  const words = [...run.text.matchAll(/\S+(?: \S+)*/g)].map(({ 0: text, index }) => {
    const at = `x="${two(x + [...run.text.slice(0, index)].length * unit)}" y="${two(top + 13.5)}"`;
    const size = `textLength="${two([...text].length * unit)}"${run.wide ? ' font-size="15.5"' : ''}`;
    return `<text ${at} ${size} ${run.style}>${xml(text)}</text>`;
  });
  return `${back}${words.join('')}`;
}

/** The terminal as an SVG that loads nothing. */
function draw(terminal: xterm.Terminal, title: string): string {
  const width = two(terminal.cols * CELL + 2 * PAD);
  const height = BAR + 2 * PAD + terminal.rows * LINE;
  const lines = Array.from({ length: terminal.rows }, (_, y) =>
    runsOf(terminal, y)
      .map(run => drawRun(run, y))
      .join(''),
  );
  const dots = [0, 1, 2].map(at => `<circle cx="${18 + at * 16}" cy="15" r="5" fill="#4a5263"/>`).join('');
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-labelledby="t">`,
    `<title id="t">${xml(title)}</title>`,
    `<rect width="100%" height="100%" rx="8" fill="${GROUND}"/>`,
    `<path d="M0 ${BAR}V8a8 8 0 0 1 8-8H${two(Number(width) - 8)}a8 8 0 0 1 8 8V${BAR}z" fill="#2a303c"/>${dots}`,
    `<g font-family="${xml(FONTS)}" font-size="14">`,
    `<text x="50%" y="20" text-anchor="middle" font-size="13" fill="${BAR_INK}">${xml(title)}</text>`,
    ...lines.filter(line => line !== ''),
    '</g>',
    '</svg>',
    '',
  ].join('\n');
}

// --- All pictures

async function homeWithDemo(lang: Lang): Promise<string> {
  const home = mkdtempSync(join(tmpdir(), 'tenken-pictures-'));
  const shipped = openShipped(join(DIST, 'questionnaires'));
  const demo = Demo.parse(JSON.parse(readFileSync(join(DIST, 'questionnaires', 'demo.json'), 'utf8')));
  const [id = '', version = ''] = demo.questionnaire.split('@');
  const questionnaire = shipped.read(id, version);
  if (!questionnaire) throw new Error(`no ${demo.questionnaire} in ${DIST}`);
  const store = createStore({ home, clock: () => new Date(NOW) });
  await store.create(demoAssessment(demo, questionnaire, lang, NOW.slice(0, 10)));
  return home;
}

async function playAll(lang: Lang): Promise<void> {
  const t = translator(lang);
  const home = await homeWithDemo(lang);
  const played = play(home, lang);
  try {
    for (const { name, keys } of SCENES) {
      await played.press(keys);
      const title = `${t('app.name')} - ${t(`docs.picture.${name}`)}`;
      writeFileSync(join(TARGET, `${name}.${lang}.svg`), draw(played.terminal, title));
    }
  } finally {
    played.end();
    rmSync(home, { recursive: true, force: true });
  }
}

mkdirSync(TARGET, { recursive: true });
for (const lang of LANGS) await playAll(lang);
