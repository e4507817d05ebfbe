import { CommanderError } from 'commander';
import { chooseLang, LANGS, type Lang, translator } from '../../i18n/index.ts';
import { resolveHome } from '../../store/home.ts';
import { readPreferences } from '../../store/preferences.ts';
import { GLOBAL_OPTIONS, PROGRAM } from './command-table.ts';
import { isShown, usageErrorOf } from './commander-errors.ts';
import { createContext } from './context.ts';
import { EXIT } from './exit-codes.ts';
import { type Failure, failureJson, failureLines, failureOf } from './failure.ts';
import { isClosedPipe, jsonText, line, watch, write } from './output.ts';
import { type Call, createParser, runCall } from './program.ts';
import { UsageError } from './usage-error.ts';
import type { World } from './world.ts';

/** Runs the program on the words after its name; gives the exit code. Never throws. */
export async function run(argv: string[], world: World): Promise<number> {
  watch(world.stdout);
  watch(world.stderr);
  const asked = asLang(earlyValue(argv, '--lang'));
  let lang = chooseLang(asked, undefined, world.env);
  try {
    const home = await resolveHome({ flag: earlyValue(argv, '--home'), env: world.env, cwd: world.cwd });
    lang = chooseLang(asked, (await readPreferences(home)).lang, world.env);
    const code = await runIn(argv, world, lang, home);
    return world.interrupted?.aborted ? EXIT.interrupted : code;
  } catch (error) {
    if (world.interrupted?.aborted) return EXIT.interrupted;
    if (isClosedPipe(error)) return EXIT.fine;
    return report(error, world, lang, argv.includes('--json'));
  }
}

async function runIn(argv: string[], world: World, lang: Lang, home: string): Promise<number> {
  const t = translator(lang);
  const shown: string[] = [];
  let call: Call | undefined;
  const parser = createParser({
    t,
    width: Math.min(Math.max(world.stdout.columns ?? 80, 40), 100),
    version: world.version,
    show: text => shown.push(text),
    onCall: one => {
      call = one;
    },
  });
  try {
    parser.parse(argv, { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (!isShown(error)) throw usageErrorOf(error) ?? error;
  }
  if (!call) {
    await write(world.stdout, shown.join(''));
    return EXIT.fine;
  }
  checkLang(call);
  return runCall(
    call,
    createContext(world, {
      lang,
      t,
      home,
      globals: call.globals,
      table: { program: PROGRAM, globals: GLOBAL_OPTIONS },
    }),
  );
}

function checkLang({ spec, globals: { lang } }: Call): void {
  if (lang === undefined || asLang(lang) || (lang === 'both' && spec.both)) return;
  throw new UsageError(lang === 'both' ? 'bad-lang-both' : 'bad-lang', { text: lang });
}

function asLang(text: string | undefined): Lang | undefined {
  return LANGS.find(one => one === text);
}

/** The value of a global option, read before the parser exists, because the parser speaks a language. */
function earlyValue(argv: string[], name: string): string | undefined {
  const at = argv.findLastIndex(one => one === name || one.startsWith(`${name}=`));
  const found = argv[at];
  if (found === undefined) return undefined;
  return found === name ? argv[at + 1] : found.slice(name.length + 1);
}

async function report(error: unknown, world: World, lang: Lang, json: boolean): Promise<number> {
  const t = translator(lang);
  const failure: Failure = failureOf(error, t);
  try {
    if (json) await write(world.stderr, `${jsonText(failureJson(failure))}\n`);
    else await line(world.stderr, failureLines(failure, t).join('\n'));
    if (world.env['TENKEN_DEBUG'] === '1' && error instanceof Error) await line(world.stderr, error.stack ?? '');
  } catch {
    // Nobody reads stderr either; the exit code still says it.
  }
  return failure.exit;
}
