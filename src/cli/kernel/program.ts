import { Command, Option } from 'commander';
import type { T } from '../../i18n/index.ts';
import type { CommandSpec, OptionSpec } from './command-spec.ts';
import { GLOBAL_OPTIONS, PROGRAM } from './command-table.ts';
import type { GlobalOptions, Run } from './context.ts';
import { helpText } from './help.ts';
import { meantCommands } from './meant-commands.ts';
import { nearest } from './nearest.ts';
import { UsageError } from './usage-error.ts';

/** A command line that has been understood: what to run and with what. */
export type Call = {
  spec: CommandSpec;
  globals: GlobalOptions;
  args: (string | undefined)[];
  options: Record<string, unknown>;
};

type Building = { t: T; width: number; version: string; show: (text: string) => void; onCall: (call: Call) => void };

/** The parser. It runs nothing: `onCall` hears what was asked for, `show` gets the help or the version. */
export function createParser(building: Building): Command {
  const root = new Command(PROGRAM.name);
  for (const option of GLOBAL_OPTIONS) root.addOption(optionOf(option));
  root.version(building.version, '-V, --version');
  root.helpCommand('help [COMMAND]');
  build(root, PROGRAM, [], building, root);
  return root;
}

function build(command: Command, spec: CommandSpec, path: string[], building: Building, root: Command): void {
  const { t, width, show, onCall } = building;
  const names = [...path, spec.name];
  command.exitOverride();
  command.helpOption('-h, --help');
  command.configureHelp({ formatHelp: () => helpText(spec, names, t, width) });
  command.configureOutput({ writeOut: show, writeErr: () => undefined });
  for (const { name } of spec.args ?? []) command.argument(name);
  for (const option of spec.options ?? []) command.addOption(optionOf(option));
  if (spec.commands && !spec.args) command.allowExcessArguments();
  command.action(() => {
    refuseUnknown(spec, command.args, path.length === 0);
    onCall({ spec, globals: root.opts(), args: command.args, options: command.opts() });
  });
  for (const one of spec.commands ?? []) build(command.command(one.name), one, names, building, root);
}

/** A group that also runs alone takes any word, so it looks at them itself. */
function refuseUnknown({ commands, args: own }: CommandSpec, args: string[], isTop: boolean): void {
  const [name] = args;
  if (!commands || own || name === undefined) return;
  const meant = isTop ? meantCommands(name) : [];
  const names = commands.map(one => one.name);
  throw new UsageError('unknown-command', { name }, meant.length > 0 ? meant : nearest(name, names));
}

function optionOf({ flags, many }: OptionSpec): Option {
  const option = new Option(flags);
  return many ? option.argParser((value: string, before: string[] | undefined) => [...(before ?? []), value]) : option;
}

/** Runs what was asked for. */
export async function runCall(call: Call, context: Parameters<Run<never>>[0]): Promise<number> {
  const { run } = await call.spec.load();
  return (await run(context, call.args, call.options as never)) ?? 0;
}
