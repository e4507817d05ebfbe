import { type Day, localDay } from '../../assessment/day.ts';
import type { Lang, T } from '../../i18n/index.ts';
import type { Store } from '../../store/assessments.ts';
import type { StoreError } from '../../store/errors.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import type { CommandSpec, OptionSpec } from './command-spec.ts';
import { jsonText, line, oneLine, write } from './output.ts';
import { type Meeting, meetingOf, type World } from './world.ts';

/** The options that every command knows. `lang` may be `both` where a report is written. */
export type GlobalOptions = { home?: string; lang?: string; ascii?: boolean; accessible?: boolean };

/** What a command works with. */
export type Context = {
  world: World;
  lang: Lang;
  t: T;
  home: string;
  globals: GlobalOptions;
  /** The commands and the options that all of them know. */
  table: { program: CommandSpec; globals: OptionSpec[] };
  /** The day where the person is, at the moment of asking: a walk may go on past midnight. */
  readonly today: Day;
  meeting: Meeting;
  /** Now, as an ISO instant in UTC. */
  at: () => string;
  /** Opened at the first call; a command that needs no answers reads none. */
  workspace: () => Promise<Workspace>;
  /** A line on stdout. */
  say: (text: string) => Promise<undefined>;
  /** A line on stderr. */
  warn: (text: string) => Promise<undefined>;
  /** A value as JSON on stdout. */
  sayJson: (value: unknown) => Promise<undefined>;
};

/** A command: gives its exit code, 0 if it gives none. */
export type Run<Options> = (
  context: Context,
  args: (string | undefined)[],
  options: Options,
) => Promise<number | undefined>;

/** Puts together what commands work with. */
export function createContext(
  world: World,
  known: { lang: Lang; t: T; home: string; globals: GlobalOptions; table: Context['table'] },
): Context {
  let opened: Promise<Workspace> | undefined;
  const context: Context = {
    world,
    ...known,
    get today() {
      return localDay(world.now());
    },
    meeting: meetingOf(world, known.globals.accessible === true),
    at: () => world.now().toISOString(),
    workspace: () => (opened ??= openWorkspace(context, known.home)),
    say: text => line(world.stdout, text),
    warn: text => line(world.stderr, text),
    sayJson: value => write(world.stdout, `${jsonText(value)}\n`),
  };
  return context;
}

/** A workspace on a data directory. */
export async function openWorkspace(context: Context, home: string): Promise<Workspace> {
  const { world } = context;
  const [store, { openShipped }, { createWorkspace }] = await Promise.all([
    storeOf(context, home),
    import('../../questionnaire/load/shipped.ts'),
    import('../../workspace/workspace.ts'),
  ]);
  return createWorkspace({
    store,
    shipped: openShipped(world.questionnairesFolder),
    now: world.now,
    today: () => localDay(world.now()),
    program: world.version,
  });
}

/** A store on a data directory, which tells of backups that failed and of what the disk did not confirm. */
export async function storeOf(context: Context, home: string): Promise<Store> {
  const { world, t, warn } = context;
  const { createStore } = await import('../../store/assessments.ts');
  const onBackupError = ({ path }: StoreError): void => {
    warn(t('cli.backup-failed', { path: oneLine(path) })).catch(() => undefined);
  };
  const onUnsynced = (error: StoreError): void => void warnUnsynced(context, error);
  return createStore({ home, clock: world.now, onBackupError, onUnsynced });
}

/** Says that something is in place although the disk did not confirm it. */
export async function warnUnsynced({ t, warn }: Context, { path, detail }: StoreError): Promise<void> {
  await warn(t('cli.unsynced', { path: oneLine(path), detail: detail ?? '' })).catch(() => undefined);
}
