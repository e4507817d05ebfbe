import { lstatSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';

/** What the program was started with: the words after its name, the environment, the terminal, the day and the version. */
export type Situation = {
  argv: readonly string[];
  env: Record<string, string | undefined>;
  cwd: string;
  platform: NodeJS.Platform;
  columns: number;
  rows: number;
  version: string;
};

/** Where the picture of a situation lies, and all that it depends on but the day. */
export type Place = { path: string; key: string };

/** What the look of the screens depends on. */
const LOOK = (
  'TERM COLORTERM TERM_PROGRAM TERM_PROGRAM_VERSION FORCE_COLOR NO_COLOR CI OS TZ ' + 'LANG LC_ALL LC_MESSAGES'
).split(' ');

/** More files than that are not looked at before the first picture. */
const MOST_FILES = 300;

/** The place of the picture; undefined where none is kept: for other words than those that open Home or an assessment. */
export function placeOf(situation: Situation): Place | undefined {
  const { argv, env, columns, rows, version } = situation;
  if (asksForLines(env)) return undefined;
  const words = wordsIn(argv);
  const [command, name, ...more] = words?.rest ?? [''];
  const kind = command === undefined ? 'home' : command === 'open' && name && more.length === 0 ? 'open' : undefined;
  if (!words || !kind || !(columns > 0 && rows > 0)) return undefined;
  const home = resolve(situation.cwd, words.home || env['TENKEN_HOME'] || platformData(situation));
  const files = filesIn(home);
  if (!files) return undefined;
  const look = LOOK.map(one => env[one] ?? null);
  return { path: join(home, `picture-${kind}.json`), key: JSON.stringify([version, argv, columns, rows, look, files]) };
}

/** Words without the options of every command; undefined where there is one that no picture is kept for. */
function wordsIn(argv: readonly string[]): { rest: string[]; home?: string | undefined } | undefined {
  const rest: string[] = [];
  let home: string | undefined;
  for (let at = 0; at < argv.length; at += 1) {
    const [, option = '', value] = /^(--home|--lang|--ascii)(?:=(.*))?$/s.exec(argv[at] ?? '') ?? [];
    if (option === '' && argv[at]?.startsWith('-')) return undefined;
    if (option === '') rest.push(argv[at] ?? '');
    else if (option !== '--ascii') {
      if (value === undefined) at += 1;
      if (option === '--home') home = value ?? argv[at];
    }
  }
  return { rest, home };
}

/** Name, size and time of everything that the first screen tells of; undefined where there is nothing, or too much. */
function filesIn(home: string): string[] | undefined {
  const found: string[] = [];
  try {
    for (const folder of ['assessments', 'questionnaires', '.']) {
      const names = namesIn(join(home, folder)).filter(
        name => /^[^.].*\.json$/.test(name) && !/^(?:picture-.*|listing)\.json$/.test(name),
      );
      for (const name of names) {
        const { size, mtimeMs, ino } = lstatSync(join(home, folder, name));
        if (found.push(`${folder}/${name} ${size} ${mtimeMs} ${ino}`) > MOST_FILES) return undefined;
      }
    }
  } catch {
    return undefined;
  }
  return found.length > 0 ? found : undefined;
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder).sort();
  } catch {
    return [];
  }
}

/**
 * The data directory where nobody named one, as `env-paths` finds it, which takes too long to load here.
 *
 * @internal Exported for its tests.
 */
export function platformData({ env, platform }: Pick<Situation, 'env' | 'platform'>): string {
  if (platform === 'darwin') return join(homedir(), 'Library', 'Application Support', 'tenken');
  if (platform === 'win32') {
    return join(env['LOCALAPPDATA'] || join(homedir(), 'AppData', 'Local'), 'tenken', 'Data');
  }
  return join(env['XDG_DATA_HOME'] || join(homedir(), '.local', 'share'), 'tenken');
}

/** Whether the environment says that a screen reader is at work, as other programs are told: then lines are better. */
export function asksForLines({ INK_SCREEN_READER, ACCESSIBLE = '' }: Situation['env']): boolean {
  return INK_SCREEN_READER === 'true' || !/^(|0|false|no|off)$/i.test(ACCESSIBLE);
}

/** The calendar day where the person is, some days from now. */
export function dayFrom(now: Date, days: number): string {
  const day = new Date(now.getFullYear(), now.getMonth(), now.getDate() + days);
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`;
}
